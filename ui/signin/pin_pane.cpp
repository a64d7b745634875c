#include "ui/signin/pin_pane.h"

#include "ui/controls/accessible_role.h"
#include "ui/signin/pin_office_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kmixr::ui {

namespace {
constexpr int room = KeyButton::ringRoom;
enum Below { Pad, LastTry, OnReader };
} // namespace

PinPane::PinPane(const PinPaneLook& look, QWidget* parent)
    : QWidget(parent), title_(new WordLabel(TextStep::Body, &Roles::text, this)), tries_(new TriesBox(this)),
      field_(new PinField(this)), message_(new WordLabel(TextStep::Small, &Roles::text2, this)),
      patience_([this](const QString& words) { message_->setText(words); }), below_(new QStackedWidget(this)),
      pad_(new NumberPad(look.large)),
      give_(new KeyButton(look.give, KeyButton::Kind::Primary, KeyButton::Size::Large, this)),
      again_(new KeyButton(tr("Type again"))),
      useLast_(new KeyButton(tr("Use the last try"), KeyButton::Kind::Primary)) {
    title_->setBold(true);
    title_->setPixels(look.large ? 24 : 18);
    if (look.large) {
        tries_->setLarge();
        field_->setLarge();
        message_->setPixels(18);
    }
    message_->setContentsMargins(room, 0, room, 0);
    message_->setWordWrap(true);
    message_->setMinimumHeight(Metrics::px(20));
    give_->setKeyCaption(QStringLiteral("Enter"));

    // The confirmation takes the pad's place, so that nobody types on while reading.
    auto* confirm = new QWidget;
    confirm->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // as high as the pad, whatever it says
    warning_ = new ProblemMessage({}, confirm);
    again_->setKey(QKeySequence(Qt::Key_Escape));
    useLast_->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), QStringLiteral("Ctrl+Enter"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(again_);
    buttons->addStretch(1);
    buttons->addWidget(useLast_);
    auto* confirmLayout = new QVBoxLayout(confirm);
    confirmLayout->setContentsMargins(room, 8, room, 0);
    confirmLayout->addWidget(warning_);
    confirmLayout->addLayout(buttons);
    confirmLayout->addStretch(1);
    below_->addWidget(pad_);
    below_->addWidget(confirm);
    below_->addWidget(makeOffer(look.large));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(room, 0, room, 0);
    head->addWidget(title_);
    head->addStretch(1);
    head->addWidget(tries_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addSpacing(8);
    all->addWidget(field_);
    all->addWidget(message_);
    all->addWidget(below_);
    all->addSpacing(8);
    all->addWidget(give_);

    connect(pad_, &NumberPad::digit, field_, &PinField::type);
    connect(pad_, &NumberPad::removeLast, field_, &PinField::removeLast);
    connect(pad_, &NumberPad::clearAll, field_, &PinField::clear);
    connect(field_, &PinField::changed, this, [this] {
        give_->setEnabled(field_->isEnabled() && field_->complete() && below_->currentIndex() == Pad);
        sayTooLong();
    });
    connect(field_, &PinField::entered, this, &PinPane::offer);
    connect(give_, &QAbstractButton::clicked, this, &PinPane::offer);
    connect(again_, &QAbstractButton::clicked, this, [this] { askAgain({}, state_); });
    connect(useLast_, &QAbstractButton::clicked, this, &PinPane::give);
    connect(useReader_, &QAbstractButton::clicked, this, &PinPane::offer);
    connect(useScreen_, &QAbstractButton::clicked, this, [this] {
        leavePad();
        askAgain({}, state_);
    });
    connect(below_, &QStackedWidget::currentChanged, this, [this](int index) { emit confirming(index == LastTry); });
    wait({});
}

void PinPane::sayTooLong() {
    if (field_->tooLong() == tooLong_) {
        return;
    }
    tooLong_ = field_->tooLong();
    message_->setRole(&Roles::critical);
    const QString words = digitsOnly_ ? tr("Too long: this card's PIN has at most %1 digits. Nothing is sent.")
                                      : tr("Too long: this card's PIN has at most %1 characters. Nothing is sent.");
    message_->setText(tooLong_ ? words.arg(field_->longest()) : QString());
}

QWidget* PinPane::makeOffer(bool large) {
    auto* offer = new QWidget;
    offer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // like the confirmation
    offer->setFocusPolicy(Qt::ClickFocus);
    setAccessibleRole(offer, QAccessible::Grouping);
    readerTitle_ = new WordLabel(TextStep::Body, &Roles::text, offer);
    readerTitle_->setBold(true);
    readerTitle_->setPixels(large ? 24 : 18);
    readerWords_ = new WordLabel(TextStep::Body, &Roles::text2, offer);
    readerWords_->setPixels(large ? 20 : 15);
    for (WordLabel* label : {readerTitle_, readerWords_}) {
        label->setWordWrap(true);
        label->setContentsMargins(room, 0, room, 0);
    }
    useReader_ = new KeyButton(tr("Type it on the reader"), KeyButton::Kind::Primary, KeyButton::Size::Large, offer);
    useReader_->setKey(QKeySequence(Qt::Key_Return), QStringLiteral("Enter"));
    useScreen_ =
        new KeyButton(tr("Type it on this screen instead"), KeyButton::Kind::Plain, KeyButton::Size::Large, offer);
    useScreen_->setKey(QKeySequence(Qt::Key_F2));
    auto* all = new QVBoxLayout(offer);
    all->setContentsMargins(0, 8, 0, 0);
    all->setSpacing(12);
    all->addWidget(readerTitle_);
    all->addWidget(readerWords_);
    all->addStretch(1);
    all->addWidget(useReader_);
    all->addWidget(useScreen_);
    return offer;
}

void PinPane::enable(bool enabled) {
    below_->setCurrentIndex(onReader_ ? OnReader : Pad);
    below_->widget(OnReader)->setAccessibleName({});
    field_->setVisible(!onReader_);
    give_->setVisible(!onReader_);
    useReader_->setVisible(enabled);
    useScreen_->setVisible(enabled);
    readerTitle_->setText(tr("The PIN is typed on the card reader's keys"));
    readerWords_->setText(tr("Press the button first: the reader then waits for the digits."));
    field_->setEnabled(enabled);
    pad_->setEnabled(enabled);
    give_->setEnabled(enabled && field_->complete());
}

void PinPane::waitForPad() {
    patience_.stop();
    onReader_ = true;
    enable(false);
    message_->clear();
    QWidget* page = below_->widget(OnReader);
    page->setFocus(); // on nothing that a key held down too long would press
    readerTitle_->setText(tr("Please enter the PIN on the card reader's keys"));
    readerWords_->setText(
        tr("Finish with the reader's confirm key. To stop, press its cancel key. If nothing is typed, "
           "it stops by itself; no try is used up then."));
    page->setAccessibleName(readerTitle_->text() + QLatin1Char(' ') + readerWords_->text());
}

void PinPane::leavePad() {
    onReader_ = false;
    leftPad_ = true;
}

void PinPane::setState(const card::PinState& state) {
    state_ = state;
    tries_->show(state);
}

void PinPane::wait(const QString& reason) {
    patience_.stop();
    title_->setText(tr("PIN"));
    tries_->clear();
    onReader_ = false;
    field_->setRule({.minLength = 4, .maxLength = 4, .digitsOnly = true});
    enable(false);
    message_->setRole(&Roles::text2);
    message_->setText(reason);
}

void PinPane::ask(const card::PinRule& rule, const card::PinState& state, card::PinOffice office, bool onReader) {
    onReader_ = onReader;
    leftPad_ = leftPad_ && !onReader;
    const bool oneLength = rule.minLength == rule.maxLength;
    if (rule.digitsOnly) {
        title_->setText(oneLength ? tr("PIN (%1 digits)").arg(rule.minLength)
                                  : tr("PIN (%1 to %2 digits)").arg(rule.minLength).arg(rule.maxLength));
    } else {
        title_->setText(oneLength ? tr("PIN (%1 characters)").arg(rule.minLength)
                                  : tr("PIN (%1 to %2 characters)").arg(rule.minLength).arg(rule.maxLength));
    }
    digitsOnly_ = rule.digitsOnly;
    office_ = office;
    field_->setRule(rule);
    askAgain({}, state);
}

void PinPane::askAgain(const QString& words, const card::PinState& state) {
    patience_.stop();
    setState(state);
    enable(true);
    field_->clear();
    const bool last = state.triesLeft && *state.triesLeft == 1;
    message_->setRole(words.isEmpty() && !last ? &Roles::text2 : &Roles::critical);
    const QString warning = last ? tr("One more wrong PIN makes the card unusable") : QString();
    message_->setText(QStringList{words, warning}.join(QLatin1Char(' ')).trimmed());
    onReader_ ? useReader_->setFocus() : field_->setFocus();
}

void PinPane::busy(const QString& words) {
    enable(false);
    readerTitle_->clear();
    readerWords_->clear();
    message_->setRole(&Roles::text2);
    patience_.start(words);
}

void PinPane::offer() {
    const bool ready = onReader_ ? below_->currentIndex() == OnReader && !useReader_->isHidden()
                                 : field_->isEnabled() && field_->complete() && below_->currentIndex() == Pad;
    if (!ready) {
        return;
    }
    if (state_.triesLeft && *state_.triesLeft == 1) {
        warning_->tell(tr("One more wrong PIN makes the card unusable"), wordsFor(office_).lastTry, true);
        below_->setCurrentIndex(LastTry);
        field_->setEnabled(false);
        give_->hide();
        message_->clear();
        again_->setFocus(); // Enter held down too long must not spend the last try
        return;
    }
    give();
}

void PinPane::give() {
    if (onReader_) {
        waitForPad();
        emit padChosen();
        return;
    }
    card::Pin pin = field_->take();
    enable(false);
    emit pinGiven(pin);
}

} // namespace kmixr::ui
