#include "ui/signin/holder_pane.h"

#include "ui/controls/accessible_role.h"
#include "ui/marks/marks.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace kmixr::ui {

namespace {

using card::ReaderState;

/// What the reader shows, with the next helpful act. Picture, what is, what to do.
struct ReaderWords {
    ReaderState state;
    const char *icon, *title, *advice;
};

constexpr std::array readerWords{
    ReaderWords{
        ReaderState::ServiceStopped, "warning",
        QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "The card service is not running"),
        QT_TRANSLATE_NOOP("kmixr::ui::HolderPane",
                          "It is started again by itself. If this stays for more than a minute, restart the laptop.")},
    ReaderWords{
        ReaderState::NoReader, "reader", QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "No card reader is found"),
        QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "Plug the card reader into the laptop. It is found by itself.")},
    ReaderWords{ReaderState::NoCard, "insert-card",
                QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "Put your card on the reader"),
                QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "Use your doctor's card (HPKI card).")},
    ReaderWords{
        ReaderState::UnknownCard, "card", QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "This card cannot be used here"),
        QT_TRANSLATE_NOOP("kmixr::ui::HolderPane",
                          "Take it out and put your doctor's card (HPKI card) on the reader. If it is the right card, "
                          "check that the chip faces the right way.")},
    ReaderWords{ReaderState::Ready, "card", QT_TRANSLATE_NOOP("kmixr::ui::HolderPane", "Reading the card…"), ""},
};

} // namespace

HolderPane::HolderPane(QWidget* parent)
    : QWidget(parent), picture_(new MarkView(96, &Roles::accent, this)), mark_(new MarkView(24, &Roles::good, this)),
      state_(new WordLabel(TextStep::Body, &Roles::text, this)),
      advice_(new WordLabel(TextStep::Body, &Roles::text2, this)),
      name_(new WordLabel(TextStep::Name, &Roles::text, this)),
      suffix_(new WordLabel(TextStep::Body, &Roles::text, this)),
      foot_(new WordLabel(TextStep::Small, &Roles::text2, this)),
      patience_([this](const QString& words) { advice_->setText(words); }), note_(new ProblemMessage({}, this)) {
    state_->setBold(true);
    state_->setWordWrap(true);
    advice_->setWordWrap(true);
    name_->setWordWrap(true);
    name_->setPixels(32);
    foot_->setText(tr("If this is not your name, take the card out."));
    foot_->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(mark_);
    head->addWidget(state_, 1);
    auto* who = new QHBoxLayout;
    who->setSpacing(12);
    who->addWidget(name_);
    who->addWidget(suffix_, 0, Qt::AlignBottom);
    who->addStretch(1);
    auto* facts = new QGridLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(0);
    facts->setColumnStretch(1, 1);
    const QString names[] = {tr("Card"), tr("Valid until"), tr("Card reader"), tr("Clock of this laptop")};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = rows_.at(i);
        row = {new WordLabel(names[i], TextStep::Small, &Roles::text2, this),
               new WordLabel(TextStep::Body, &Roles::text, this), new MarkLine(this)};
        row.value->setWordWrap(true);
        row.name->setContentsMargins(4, 4, 22, 4);
        row.value->setContentsMargins(0, 4, 0, 4);
        const int at = 2 * static_cast<int>(i);
        facts->addWidget(row.name, at, 0);
        facts->addWidget(row.value, at, 1);
        facts->addWidget(row.line, at + 1, 0, 1, 2);
    }
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addWidget(picture_, 0, Qt::AlignLeft);
    all->addLayout(head);
    all->addWidget(advice_);
    all->addSpacing(8);
    all->addLayout(who);
    all->addSpacing(6);
    all->addLayout(facts);
    all->addStretch(1);
    all->addWidget(note_);
    all->addSpacing(4);
    all->addWidget(foot_);
    setAccessibleRole(this, QAccessible::Grouping);
    showReader({.state = ReaderState::NoCard, .reader = {}, .insertion = 0});
}

void HolderPane::stand(bool holder) {
    picture_->setVisible(!holder);
    mark_->setVisible(holder);
    advice_->setVisible(!holder);
    name_->setVisible(holder);
    suffix_->setVisible(holder);
    foot_->setVisible(holder);
    note_->clear();
    state_->setPixels(holder ? 15 : 20);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        setRow(i, {});
    }
}

void HolderPane::showReader(const card::ReaderStatus& status) {
    stand(false);
    name_->clear();
    suffix_->clear();
    for (const ReaderWords& words : readerWords) {
        if (words.state == status.state) {
            const bool trouble =
                status.state == ReaderState::ServiceStopped || status.state == ReaderState::UnknownCard;
            picture_->set(QString::fromLatin1(words.icon), trouble ? &Roles::caution : &Roles::accent);
            state_->setRole(&Roles::text);
            state_->setText(tr(words.title));
            advice_->setText(*words.advice == '\0' ? QString() : tr(words.advice));
            setAccessibleName(state_->text() + QLatin1Char(' ') + advice_->text());
        }
    }
    if (status.state == ReaderState::Ready) {
        patience_.start({});
    } else {
        patience_.stop();
    }
}

void HolderPane::stopReading() {
    patience_.stop();
    if (picture_->isVisibleTo(this) && state_->text() == tr(readerWords.back().title)) {
        state_->setText(tr("A card is on the reader"));
        advice_->clear();
        setAccessibleName(state_->text());
    }
}

void HolderPane::setRow(std::size_t row, const QString& value) {
    const Row& at = rows_.at(row);
    at.value->setText(value);
    for (QWidget* part : std::initializer_list<QWidget*>{at.name, at.value, at.line}) {
        part->setVisible(!value.isEmpty());
    }
}

void HolderPane::showHolder(const SignInFacts& facts, Day today) {
    stand(true);
    patience_.stop();
    const bool early = facts.holder.validFrom > today;
    const bool good = !early && facts.holder.validUntil >= today;
    mark_->set(good ? QStringLiteral("check") : QStringLiteral("warning"), good ? &Roles::good : &Roles::critical);
    state_->setRole(good ? &Roles::good : &Roles::critical);
    state_->setText(good    ? tr("The card has been read")
                    : early ? tr("This card is not valid yet (check the date of this laptop)")
                            : tr("This card has expired"));
    name_->setText(Marks::displayText(facts.holder.name).replace(QChar(0x3000), QChar(' ')));
    // hcRole of the certificate; other roles carry no title of address.
    const bool doctor = facts.holder.role == "Medical Doctor";
    suffix_->setText(doctor ? tr("Dr.", "after the doctor's name") : QString());
    setAccessibleName(QStringList{state_->text(), name_->text(), suffix_->text()}.join(QLatin1Char(' ')));
    setRow(0, Marks::displayText(facts.holder.cardName));
    setRow(1, QString::fromStdString(japaneseDayWithEra(facts.holder.validUntil)));
    setRow(2, tr("connected"));
    if (facts.clockOffset) {
        const double seconds = std::abs(double(facts.clockOffset->count())) / 1000.0;
        setRow(3, tr("%1 seconds off the server's").arg(seconds, 0, 'f', 1));
    }
}

} // namespace kmixr::ui
