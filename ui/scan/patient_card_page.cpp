#include "ui/scan/patient_card_page.h"

#include "ui/controls/accessible_role.h"
#include "ui/controls/scroll_room.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kmixr::ui {

namespace {

constexpr int soonSeconds = 30; ///< from here on the time stands out
enum Place { Notice, PatientStep, DoctorStep };

} // namespace

PatientCardPage::PatientCardPage(QWidget* parent)
    : QWidget(parent), appBar_(new AppBar(this)), body_(new QStackedWidget(this)),
      patientPin_(new PinPane({.give = tr("Enter this PIN"), .large = true})),
      doctorPin_(new PinPane({.give = tr("Confirm")})),
      patience_([this](const QString& words) { words_->setText(words); }) {
    appBar_->setTitle(tr("My Number card"), {});
    body_->addWidget(makeNotice());
    body_->addWidget(makePinStep(tr("Please enter the PIN of your My Number card"),
                                 tr("It is the 4-digit PIN that you chose for the card at the municipal office.\n"
                                    "With it you agree that the doctor looks at your health insurance records in this "
                                    "consultation.\n"
                                    "The number is not shown on this screen, and not stored."),
                                 patientPin_, 22));
    body_->addWidget(makePinStep(tr("Doctor: please enter your own PIN once more"),
                                 tr("Your card has left the reader. It has to prove itself again before anything is "
                                    "shown."),
                                 doctorPin_, 15));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(appBar_);
    all->addWidget(body_, 1);
    all->addWidget(makeFoot());
    for (PinPane* pane : {patientPin_, doctorPin_}) {
        connect(pane, &PinPane::pinGiven, this, &PatientCardPage::pinGiven);
        connect(pane, &PinPane::padChosen, this, &PatientCardPage::pinPadChosen);
        // Esc has one meaning at a time.
        connect(pane, &PinPane::confirming, stop_, [this](bool on) { stop_->setHidden(on); });
    }
    connect(message_, &ProblemMessage::remedyWanted, this, &PatientCardPage::retryWanted);
    clear();
}

QWidget* PatientCardPage::makeNotice() {
    auto* page = new QWidget;
    picture_ = new MarkView(120, &Roles::accent, page);
    title_ = new WordLabel(TextStep::Title, &Roles::text, page);
    title_->setPixels(28);
    title_->setBold(true);
    title_->setWordWrap(true);
    words_ = new WordLabel(TextStep::Body, &Roles::text2, page);
    words_->setPixels(18);
    words_->setWordWrap(true);
    message_ = new ProblemMessage({Remedy::Retry}, page);
    auto* text = new QVBoxLayout;
    text->setSpacing(12);
    text->addStretch(1);
    text->addWidget(title_);
    text->addWidget(words_);
    text->addSpacing(12);
    text->addWidget(message_);
    text->addStretch(1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(48, 24, 48, 12);
    row->setSpacing(36);
    row->addWidget(picture_, 0, Qt::AlignVCenter);
    row->addLayout(text, 1);
    setAccessibleRole(page, QAccessible::Grouping);
    page->setFocusPolicy(Qt::StrongFocus);
    return page;
}

QWidget* PatientCardPage::makePinStep(const QString& title, const QString& words, PinPane* pane, int pixels) {
    auto* page = new QWidget;
    auto* head = new WordLabel(title, TextStep::Title, &Roles::text, page);
    head->setPixels(pixels + 8);
    head->setBold(true);
    head->setWordWrap(true);
    auto* text = new QVBoxLayout;
    text->setSpacing(14);
    text->addWidget(head);
    for (const QString& line : words.split(QLatin1Char('\n'))) {
        auto* label = new WordLabel(line, TextStep::Body, &Roles::text, page);
        label->setPixels(pixels);
        label->setWordWrap(true);
        text->addWidget(label);
    }
    text->addStretch(1);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(36, 24, 36, 8);
    row->setSpacing(36);
    row->addLayout(text, 46);
    row->addWidget(pane, 54);
    return new ScrollRoom(page);
}

QWidget* PatientCardPage::makeFoot() {
    auto* foot = new QWidget(this);
    time_ = new WordLabel(TextStep::Body, &Roles::text2, foot);
    stop_ = new KeyButton(tr("Stop"), KeyButton::Kind::Plain, KeyButton::Size::Large, foot);
    stop_->setKey(QKeySequence(Qt::Key_Escape), QStringLiteral("Esc"));
    // The window itself listens to Ctrl+L: it locks from every page.
    signOut_ = new KeyButton(tr("Sign out instead"), KeyButton::Kind::Plain, KeyButton::Size::Large, foot);
    signOut_->setKeyCaption(QStringLiteral("Ctrl+L"));
    connect(stop_, &QAbstractButton::clicked, this, &PatientCardPage::stopWanted);
    connect(signOut_, &QAbstractButton::clicked, this, &PatientCardPage::signOutWanted);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(36, 4, 36, 12);
    row->addWidget(time_, 1);
    row->addWidget(signOut_);
    row->addWidget(stop_);
    return foot;
}

void PatientCardPage::clear() {
    patience_.stop();
    shown_.reset();
    patientPin_->wait({});
    doctorPin_->wait({});
    message_->clear();
    time_->clear();
    title_->clear();
    words_->clear();
    body_->setCurrentIndex(Notice);
}

void PatientCardPage::showSecondsLeft(int seconds) {
    time_->setRole(seconds <= soonSeconds ? &Roles::caution : &Roles::text2);
    time_->setText(
        tr("The doctor's card must be back within %1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

/// A notice that a card is at work, with more words when it takes long.
void PatientCardPage::working(const QString& title, const QString& words, const PatientCardScene& scene) {
    notice(QStringLiteral("card"), title, words, scene);
    patience_.start(words);
}

void PatientCardPage::notice(const QString& icon, const QString& title, const QString& words,
                             const PatientCardScene& scene) {
    picture_->set(icon, &Roles::accent);
    title_->setText(title);
    words_->setText(words);
    if (scene.trouble) {
        message_->show(*scene.trouble);
    } else {
        message_->clear();
    }
    QWidget* page = body_->widget(Notice);
    page->setAccessibleName(QStringList{title, words}.join(QLatin1Char(' ')).trimmed());
    const bool arrived = body_->currentIndex() != Notice || !shown_;
    body_->setCurrentIndex(Notice);
    if (arrived) {
        page->setFocus();
    }
}

void PatientCardPage::noticeFor(const PatientCardScene& scene) {
    switch (scene.view) {
    case View::CardWanted:
        if (scene.otherReader && !scene.doctorCardOut) {
            notice(QStringLiteral("insert-card"), tr("Put the patient's My Number card on the other reader"),
                   tr("The doctor's card stays where it is."), scene);
        } else if (!scene.doctorCardOut) {
            notice(QStringLiteral("insert-card"),
                   tr("Take the doctor's card out and put the patient's My Number card on the reader"),
                   tr("You stay signed in for a while. No patient's data are shown in the meantime."), scene);
        } else {
            notice(QStringLiteral("insert-card"), tr("Put the patient's My Number card on the reader"),
                   tr("You stay signed in for a while. No patient's data are shown in the meantime."), scene);
        }
        break;
    case View::GatewayTrouble:
        notice(QStringLiteral("network-off"), tr("The consent could not be confirmed yet"),
               tr("The PIN was right and need not be typed again. Leave the card on the reader."), scene);
        break;
    case View::DoctorCardWanted:
        notice(QStringLiteral("insert-card"),
               scene.patientCardIn ? tr("Give the patient's card back and put the doctor's card on the reader")
                                   : tr("Put the doctor's card on the reader"),
               scene.agreed ? tr("The patient has agreed. The data are opened when the doctor's card is back.")
                            : tr("It was stopped; nothing is opened. To go on, the doctor's card must be back."),
               scene);
        break;
    case View::PatientPin: // blocked
        notice(QStringLiteral("lock"), tr("The PIN of this My Number card is locked"),
               tr("It is reset at the municipal office. For today, please use the QR card of the service."), scene);
        message_->clear();
        break;
    case View::Checking:
    case View::DoctorChecking:
        working(tr("Checking…"), {}, scene);
        break;
    default:
        working(tr("Reading the card…"),
                scene.view == View::Reading ? tr("Turn the screen to the patient.") : QString(), scene);
        break;
    }
}

void PatientCardPage::askPin(PinPane* pane, const PatientCardScene& scene) {
    body_->setCurrentIndex(pane == patientPin_ ? PatientStep : DoctorStep);
    if (shown_ == scene.view) {
        return; // nothing new of this PIN: what is typed stays
    }
    // Whoever turned to the screen stays there when the PIN is asked for again.
    pane->ask(scene.pinRule, scene.pinState, scene.pinOffice, scene.pinPad && !(scene.trouble && pane->leftPad()));
    if (scene.trouble) {
        pane->askAgain(wordsFor(*scene.trouble).title, scene.pinState);
    }
}

void PatientCardPage::show(const PatientCardScene& scene) {
    if (shown_ != scene.view) {
        patience_.stop();
    }
    if (!scene.doctorCardOut) {
        time_->clear();
    }
    const bool back = scene.view >= View::DoctorCardWanted;
    stop_->setVisible(!back || scene.agreed);
    signOut_->setVisible(back && !scene.agreed);
    if (scene.view == View::PatientPin && !scene.pinState.blocked) {
        askPin(patientPin_, scene);
    } else if (scene.view == View::DoctorPin) {
        askPin(doctorPin_, scene);
    } else if (scene.padInUse && body_->currentIndex() != Notice) {
        (body_->currentIndex() == PatientStep ? patientPin_ : doctorPin_)->waitForPad();
    } else if (scene.view == View::Checking && body_->currentIndex() == PatientStep) {
        patientPin_->busy(tr("Checking…"));
    } else if (scene.view == View::DoctorChecking && body_->currentIndex() == DoctorStep) {
        doctorPin_->busy(tr("Checking…"));
    } else {
        patientPin_->wait({});
        doctorPin_->wait({});
        noticeFor(scene);
    }
    shown_ = scene.view;
}

} // namespace kmixr::ui
