// Sign-in: one box, left who the card says you are, right PIN, then on the same spot ID and password or what went
// wrong.
#pragma once

#include "core/common/clock.h"
#include "core/common/outcome.h"
#include "ui/frame/app_bar.h"
#include "ui/signin/account_pane.h"
#include "ui/signin/holder_pane.h"
#include "ui/signin/pin_pane.h"

#include <QStackedWidget>

namespace kmixr::ui {

class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(const Clock& clock, QWidget* parent = nullptr);

    void showReader(const card::ReaderStatus& status);
    void showSignIn(const SignInFacts& facts);
    void showPinProblem(const Problem& problem, const card::PinState& state);
    void showAccountWanted(const std::optional<Problem>& problem);
    void showProblem(const Problem& problem);
    void showSigningIn();
    /// Above the box, until the program ends: it works, but somebody should know.
    void showNotice(const Problem& problem);
    [[nodiscard]] AppBar* appBar() { return appBar_; }

signals:
    void pinGiven(kmixr::card::Pin& pin);
    void pinPadChosen();
    void accountGiven(const QString& id, const QString& password);
    void retryWanted();

private:
    void showBlocked();

    card::PinOffice office_ = card::PinOffice::Issuer; ///< of the card that is shown

    const Clock& clock_;
    AppBar* appBar_;
    HolderPane* holder_;
    QStackedWidget* right_;
    PinPane* pin_;
    AccountPane* account_;
    QWidget* trouble_;
    ProblemMessage *message_, *notice_;
};

} // namespace kmixr::ui
