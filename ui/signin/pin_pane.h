// Where a PIN is wanted (right half of the sign-in page, and of the pages about a patient's card): tries left, field,
// pad, and the button that gives it; where the reader has keys of its own, first the offer to type there. At the last
// try the PIN goes out only after an explicit confirmation. One typed PIN leads to one pinGiven().
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
    /// `onReader`: offers to type it on the reader's keys, or here all the same.
    void ask(const card::PinRule& rule, const card::PinState& state, card::PinOffice office, bool onReader = false);
    /// The reader's keys are in use: what to do there stands here, and nothing can be typed or pressed.
    void waitForPad();
    /// From here on the PIN is typed on the screen.
    void leavePad();
    /// That was chosen, or came so.
    [[nodiscard]] bool leftPad() const { return leftPad_; }
    /// The last PIN was wrong or malformed: `words` say so, the field is empty again.
    void askAgain(const QString& words, const card::PinState& state);
    /// The PIN is on its way: `words` now, more of them when it takes long.
    void busy(const QString& words);

signals:
    void pinGiven(kmixr::card::Pin& pin);
    /// The PIN is to be typed on the reader; waitForPad() is shown already.
    void padChosen();
    /// The last try is being confirmed: Esc means "type again" here.
    void confirming(bool on);

private:
    void offer();
    void give();
    void enable(bool enabled);
    QWidget* makeOffer(bool large);
    void setState(const card::PinState& state);

    void sayTooLong();

    bool tooLong_ = false;
    bool digitsOnly_ = true;
    card::PinOffice office_ = card::PinOffice::Issuer;
    bool onReader_ = false, leftPad_ = false;
    card::PinState state_;
    WordLabel* title_;
    TriesBox* tries_;
    PinField* field_;
    WordLabel* message_;
    Patience patience_;
    QStackedWidget* below_; ///< pad, the confirmation of the last try, or the offer of the reader's keys
    NumberPad* pad_;
    ProblemMessage* warning_; ///< in the confirmation
    KeyButton* give_;
    KeyButton* again_;
    KeyButton* useLast_;
    WordLabel *readerTitle_ = nullptr, *readerWords_ = nullptr;
    KeyButton *useReader_ = nullptr, *useScreen_ = nullptr;
};

} // namespace kmixr::ui
