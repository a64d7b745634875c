#include "ui/signin/sign_in_page.h"

#include "core/card/problems.h"
#include "ui/controls/titled_box.h"
#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kmixr::ui {

namespace {

/// White box with a line between its halves.
class SignInBox : public TitledBox {
public:
    using TitledBox::TitledBox;

    int middle = 0; ///< x of the line

protected:
    void paintEvent(QPaintEvent* event) override {
        TitledBox::paintEvent(event);
        QPainter painter(this);
        painter.fillRect(middle, 1, 1, height() - 2, Roles::current().line);
    }
};

} // namespace

SignInPage::SignInPage(const Clock& clock, QWidget* parent)
    : QWidget(parent), clock_(clock), appBar_(new AppBar(this)), holder_(new HolderPane), right_(new QStackedWidget),
      pin_(new PinPane), account_(new AccountPane), trouble_(new QWidget),
      message_(new ProblemMessage({Remedy::Retry}, trouble_)) {
    appBar_->setTitle(QStringLiteral("K-MIX R BASIC"), tr("Clinical support from health insurance receipts"));

    auto* troubleLayout = new QVBoxLayout(trouble_);
    troubleLayout->setContentsMargins(KeyButton::ringRoom, 0, KeyButton::ringRoom, 0);
    troubleLayout->addWidget(message_);
    troubleLayout->addStretch(1);
    right_->addWidget(pin_);
    right_->addWidget(account_);
    right_->addWidget(trouble_);

    auto* box = new SignInBox({}, this);
    box_ = box;
    auto* halves = new QHBoxLayout;
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(holder_, 44);
    halves->addWidget(right_, 50);
    box->content()->setContentsMargins(0, 0, 0, 0);
    box->content()->addLayout(halves);
    holder_->setContentsMargins(36, 32, 36, 28);
    right_->setContentsMargins(33, 32, 33, 20);

    auto* forgot = new KeyButton(tr("I forgot my PIN"), KeyButton::Kind::Link, KeyButton::Size::Normal, this);
    auto* unreadable =
        new KeyButton(tr("The card cannot be read"), KeyButton::Kind::Link, KeyButton::Size::Normal, this);
    connect(forgot, &QAbstractButton::clicked, this, [this] {
        holder_->tell(
            tr("If you forgot your PIN"),
            tr("This program cannot tell or reset it. Ask where the card was issued. Do not guess: wrong PINs lock "
               "the card."));
    });
    connect(unreadable, &QAbstractButton::clicked, this, [this] {
        holder_->tell(
            tr("If the card cannot be read"),
            tr("Take it out, wipe the chip with a dry cloth and put it in again, chip first. Then unplug the reader "
               "and plug it in again."));
    });
    auto* links = new QHBoxLayout;
    links->addStretch(1);
    links->addWidget(forgot);
    links->addSpacing(14);
    links->addWidget(unreadable);
    links->addStretch(1);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(appBar_);
    all->addStretch(1);
    all->addWidget(box_, 0, Qt::AlignHCenter);
    all->addStretch(1);
    all->addLayout(links);
    all->addStretch(1);

    connect(pin_, &PinPane::pinGiven, this, &SignInPage::pinGiven);
    connect(account_, &AccountPane::accountGiven, this, &SignInPage::accountGiven);
    connect(message_, &ProblemMessage::remedyWanted, this, &SignInPage::retryWanted);
    size();
    showReader({.state = card::ReaderState::NoCard, .reader = {}, .insertion = 0});
}

void SignInPage::size() {
    box_->setFixedSize(Metrics::px(940), Metrics::px(528));
    static_cast<SignInBox*>(box_)->middle = Metrics::px(440);
    holder_->setFixedWidth(Metrics::px(440));
}

bool SignInPage::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        size();
    }
    return QWidget::event(event);
}

void SignInPage::showReader(const card::ReaderStatus& status) {
    account_->clear();
    holder_->showReader(status);
    pin_->wait(status.state == card::ReaderState::Ready ? QString()
                                                        : tr("You can type it once your card has been read"));
    right_->setCurrentWidget(pin_);
}

void SignInPage::showBlocked() {
    message_->show(Problem{std::string(card::problems::pinBlocked.text), {}, {}});
    right_->setCurrentWidget(trouble_);
}

void SignInPage::showSignIn(const SignInFacts& facts) {
    account_->clear();
    holder_->showHolder(facts, clock_.today());
    if (facts.pinState.blocked) {
        showBlocked();
        return;
    }
    right_->setCurrentWidget(pin_);
    pin_->ask(facts.pinRule, facts.pinState);
}

void SignInPage::showPinProblem(const Problem& problem, const card::PinState& state) {
    if (state.blocked || problem.is(card::problems::pinBlocked)) {
        showBlocked();
        return;
    }
    right_->setCurrentWidget(pin_);
    pin_->askAgain(wordsFor(problem).title, state);
}

void SignInPage::showAccountWanted(const std::optional<Problem>& problem) {
    right_->setCurrentWidget(account_);
    account_->ask(problem ? wordsFor(*problem).title : QString());
}

void SignInPage::showProblem(const Problem& problem) {
    account_->clear();
    message_->show(problem);
    right_->setCurrentWidget(trouble_);
    message_->setFocus();
}

void SignInPage::showSigningIn() {
    const QString words = tr("Checking…");
    if (right_->currentWidget() == account_) {
        account_->busy(words);
    } else {
        right_->setCurrentWidget(pin_);
        pin_->busy(words);
    }
}

} // namespace kmixr::ui
