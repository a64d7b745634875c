// Left half of the sign-in page: what the reader shows, and who the card says you are (UI.md §7, 01).
#pragma once

#include "core/card/card_watch.h"
#include "ui/controls/mark_view.h"
#include "ui/controls/patience.h"
#include "ui/controls/word_label.h"
#include "ui/frame/sign_in_facts.h"
#include "ui/problems/problem_message.h"

#include <QWidget>

#include <array>

namespace kmixr::ui {

class HolderPane : public QWidget {
    Q_OBJECT
public:
    explicit HolderPane(QWidget* parent = nullptr);

    void showReader(const card::ReaderStatus& status);
    /// The card lies there, but could not be read: why is said beside it.
    void stopReading();
    /// `today` tells whether the card is still good.
    void showHolder(const SignInFacts& facts, Day today);
    /// Information asked for at the foot of the page.
    void tell(const QString& title, const QString& words) { note_->tell(title, words); }

private:
    void setRow(std::size_t row, const QString& value);

    void stand(bool holder);

    MarkView* picture_; ///< large icon of the reader's state, until a card is read
    MarkView* mark_;    ///< small one before 「カードを確認しました」
    WordLabel *state_, *advice_, *name_, *suffix_, *foot_;
    struct Row {
        WordLabel *name, *value;
        MarkLine* line;
    };
    Patience patience_;         ///< while a card is being read
    std::array<Row, 4> rows_{}; ///< card, validity, reader, clock
    ProblemMessage* note_;
};

} // namespace kmixr::ui
