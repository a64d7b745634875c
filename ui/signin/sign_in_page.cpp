#include "ui/signin/sign_in_page.h"

#include "core/card/problems.h"
#include "ui/controls/scroll_room.h"
#include "ui/controls/titled_box.h"
#include "ui/signin/pin_office_words.h"
#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kmixr::ui {

namespace {

/// White box with a line between its halves: the left one takes 44 of 94 parts.
class SignInBox : public TitledBox {
public:
    SignInBox(QWidget* left, QWidget* right, QWidget* parent) : TitledBox({}, parent), left_(left) {
        auto* halves = new QHBoxLayout;
        halves->setContentsMargins(0, 0, 0, 0);
        halves->setSpacing(0);
        halves->addWidget(left);
        halves->addWidget(right, 1);
        content()->setContentsMargins(0, 0, 0, 0);
        content()->addLayout(halves);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        TitledBox::paintEvent(event);
        QPainter painter(this);
        painter.fillRect(left_->geometry().right() + 1, 1, 1, height() - 2, Roles::current().line);
    }
    void resizeEvent(QResizeEvent* event) override {
        left_->setFixedWidth(width() * 44 / 94);
        TitledBox::resizeEvent(event);
    }

private:
    QWidget* left_;
};

/// Room around the box: it stands in the middle, at most 940 × 528 at 100 %; in a low window or with large text it
/// scrolls instead of making the window grow.
class Stage : public QWidget {
public:
    explicit Stage(QWidget* box, QWidget* parent) : QWidget(parent), box_(box) { box->setParent(this); }

protected:
    void resizeEvent(QResizeEvent*) override { place(); }
    bool event(QEvent* event) override {
        if (event->type() == themeChangedEvent()) {
            place();
        }
        return QWidget::event(event);
    }

private:
    void place() {
        QRect at(0, 0, std::min(Metrics::px(940), width() - 24), std::min(Metrics::px(528), height() - 16));
        at.moveCenter(rect().center());
        box_->setGeometry(at);
    }
    QWidget* box_;
};

} // namespace

SignInPage::SignInPage(const Clock& clock, QWidget* parent)
    : QWidget(parent), clock_(clock), appBar_(new AppBar(this)), holder_(new HolderPane), right_(new QStackedWidget),
      pin_(new PinPane({.give = tr("Sign in")})), account_(new AccountPane), trouble_(new QWidget),
      message_(new ProblemMessage({Remedy::Retry}, trouble_)),
      notice_(new ProblemMessage({}, this, ProblemMessage::Shape::Wide)) {
    appBar_->setTitle(QStringLiteral("K-MIX R BASIC"), tr("Clinical support from health insurance receipts"));

    auto* troubleLayout = new QVBoxLayout(trouble_);
    troubleLayout->setContentsMargins(KeyButton::ringRoom, 0, KeyButton::ringRoom, 0);
    troubleLayout->addWidget(message_);
    troubleLayout->addStretch(1);
    right_->addWidget(pin_);
    right_->addWidget(account_);
    right_->addWidget(trouble_);

    auto* box = new SignInBox(holder_, right_, nullptr);
    holder_->setContentsMargins(36, 32, 36, 28);
    right_->setContentsMargins(33, 32, 33, 20);

    auto* forgot = new KeyButton(tr("I forgot my PIN"), KeyButton::Kind::Link, KeyButton::Size::Normal, this);
    auto* unreadable =
        new KeyButton(tr("The card cannot be read"), KeyButton::Kind::Link, KeyButton::Size::Normal, this);
    connect(forgot, &QAbstractButton::clicked, this,
            [this] { holder_->tell(tr("If you forgot your PIN"), wordsFor(office_).forgot); });
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
    all->addWidget(notice_);
    notice_->clear();
    all->addWidget(new Stage(new ScrollRoom(box), this), 1);
    all->addLayout(links);
    all->addSpacing(Metrics::px(12));

    connect(pin_, &PinPane::pinGiven, this, &SignInPage::pinGiven);
    connect(pin_, &PinPane::padChosen, this, &SignInPage::pinPadChosen);
    connect(account_, &AccountPane::accountGiven, this, &SignInPage::accountGiven);
    connect(message_, &ProblemMessage::remedyWanted, this, &SignInPage::retryWanted);
    showReader({.state = card::ReaderState::NoCard, .reader = {}, .insertion = 0});
}

void SignInPage::showReader(const card::ReaderStatus& status) {
    account_->clear();
    holder_->showReader(status);
    pin_->wait(status.state == card::ReaderState::Ready ? QString()
                                                        : tr("You can type it once your card has been read"));
    right_->setCurrentWidget(pin_);
    holder_->setFocus(); // nothing to type yet: a screen reader says what the reader waits for
}

void SignInPage::showBlocked() {
    message_->show(Problem{std::string(card::problems::pinBlocked.text), {}, {}}, wordsFor(office_).locked);
    right_->setCurrentWidget(trouble_);
}

void SignInPage::showSignIn(const SignInFacts& facts) {
    account_->clear();
    holder_->showHolder(facts, clock_.today());
    office_ = facts.holder.pinOffice;
    if (facts.pinState.blocked) {
        showBlocked();
        return;
    }
    right_->setCurrentWidget(pin_);
    pin_->ask(facts.pinRule, facts.pinState, office_, facts.pinPad);
}

void SignInPage::showPinProblem(const Problem& problem, const card::PinState& state) {
    if (state.blocked || problem.is(card::problems::pinBlocked)) {
        showBlocked();
        return;
    }
    right_->setCurrentWidget(pin_);
    if (problem.is(card::problems::pinPadRefused)) {
        pin_->leavePad();
    }
    pin_->askAgain(wordsFor(problem).title, state);
}

void SignInPage::showAccountWanted(const std::optional<Problem>& problem) {
    right_->setCurrentWidget(account_);
    account_->ask(problem ? wordsFor(*problem).title : QString());
}

void SignInPage::showProblem(const Problem& problem) {
    account_->clear();
    holder_->stopReading();
    message_->show(problem);
    right_->setCurrentWidget(trouble_);
    message_->setFocus();
}

void SignInPage::showNotice(const Problem& problem) {
    notice_->show(problem);
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
