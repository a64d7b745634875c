// Where a PIN is wanted (right half of the sign-in page, and of the pages about a patient's card): tries left, field,
// pad, and the button that gives it. At the last try the PIN goes out only after an explicit confirmation. One typed
// PIN leads to one pinGiven().
#pragma once

#include "core/card/card_session.h"
#include "ui/controls/key_button.h"
#include "ui/controls/patience.h"
#include "ui/controls/word_label.h"
#include "ui/problems/problem_message.h"
#include "ui/signin/number_pad.h"
#include "ui/signin/pin_field.h"
#include "ui/signin/tries_box.h"

#include <QStackedWidget>

namespace kmixr::ui {

/// What differs from place to place.
struct PinPaneLook {
    QString give;       ///< the button's words
    bool large = false; ///< for a patient: everything half as large again
};

class PinPane : public QWidget {
    Q_OBJECT
public:
    explicit PinPane(const PinPaneLook& look, QWidget* parent = nullptr);

    /// No card yet: everything disabled, with the reason beside it.
    void wait(const QString& reason);
    void ask(const card::PinRule& rule, const card::PinState& state, card::PinOffice office);
    /// The last PIN was wrong or malformed: `words` say so, the field is empty again.
    void askAgain(const QString& words, const card::PinState& state);
    /// The PIN is on its way: `words` now, more of them when it takes long.
    void busy(const QString& words);

signals:
    void pinGiven(kmixr::card::Pin& pin);
    /// The last try is being confirmed: Esc means "type again" here.
    void confirming(bool on);

private:
    void offer();
    void give();
    void enable(bool enabled);
    void setState(const card::PinState& state);

    void sayTooLong();

    bool tooLong_ = false;
    bool digitsOnly_ = true;
    card::PinOffice office_ = card::PinOffice::Issuer;
    card::PinState state_;
    WordLabel* title_;
    TriesBox* tries_;
    PinField* field_;
    WordLabel* message_;
    Patience patience_;
    QStackedWidget* below_; ///< pad, or the confirmation of the last try
    NumberPad* pad_;
    ProblemMessage* warning_; ///< in the confirmation
    KeyButton* give_;
    KeyButton* again_;
    KeyButton* useLast_;
};

} // namespace kmixr::ui
