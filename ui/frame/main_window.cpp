#include "ui/frame/main_window.h"

#include "ui/frame/band.h"
#include "ui/frame/home_view.h"
#include "ui/frame/pages.h"
#include "ui/frame/status_line.h"
#include "ui/marks/marks.h"
#include "ui/scan/patient_card_page.h"
#include "ui/signin/sign_in_page.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace kmixr::ui {

namespace {

constexpr std::array textSizes{0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0};

const Clock& machineClock() {
    static const SystemClock clock;
    return clock;
}

/// Tells of keys and mouse anywhere in the program, at most four times a second.
class Activity : public QObject {
public:
    Activity(MainWindow& window) : QObject(&window), window_(window) { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::Wheel:
        case QEvent::TouchBegin:
            if (!since_.isValid() || since_.hasExpired(250)) {
                since_.start();
                emit window_.userActive();
            }
            break;
        default:
            break;
        }
        return QObject::eventFilter(watched, event);
    }

private:
    MainWindow& window_;
    QElapsedTimer since_;
};

} // namespace

struct MainWindow::Parts {
    const Clock& clock;
    Options options;
    QStackedWidget* stack = nullptr;
    SignInPage* signIn = nullptr;
    HomeView* home = nullptr;
    PatientCardPage* patientCard = nullptr;
    PatientView* patient = nullptr;
    StatusLine* status = nullptr;
    card::CardHolder holder{}; ///< of the card on the reader
    bool signedIn = false;

    [[nodiscard]] bool showsPatient() const { return stack->currentWidget() == patient; }
    void place(const QString& institution, const QString& terminal) const {
        signIn->appBar()->setPlace(institution, terminal);
        home->appBar()->setPlace(institution, terminal);
        patientCard->appBar()->setPlace(institution, terminal);
    }
    void turnTo(QWidget* view);
    /// Patient and session off the screen, the sign-in page instead.
    void leave();
};

MainWindow::MainWindow(const Options& options, QWidget* parent)
    : QMainWindow(parent),
      parts_(new Parts{.clock = options.clock != nullptr ? *options.clock : machineClock(), .options = options}) {
    Parts& p = *parts_;
    setWindowTitle(QStringLiteral("K-MIX R BASIC"));
    auto* body = new QWidget(this);
    auto* all = new QVBoxLayout(body);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    if (options.practice) {
        all->addWidget(
            new Band(tr("Practice mode — invented patients"), &Roles::practice, &Roles::onPractice, 24, body));
    }
    p.stack = new QStackedWidget(body);
    p.signIn = new SignInPage(p.clock);
    p.home = new HomeView;
    p.patientCard = new PatientCardPage;
    p.patient = new PatientView(makePatientPages(), makeSidePages());
    for (QWidget* view : std::initializer_list<QWidget*>{p.signIn, p.home, p.patientCard, p.patient}) {
        p.stack->addWidget(view);
    }
    p.status = new StatusLine(p.clock, body);
    all->addWidget(p.stack, 1);
    all->addWidget(p.status);
    setCentralWidget(body);
    p.place(options.institutionName, options.terminalName);
    resize(1366, 768);

    connect(p.signIn, &SignInPage::pinGiven, this, &MainWindow::pinGiven);
    connect(p.signIn, &SignInPage::pinPadChosen, this, &MainWindow::pinPadChosen);
    connect(p.signIn, &SignInPage::accountGiven, this, &MainWindow::accountGiven);
    connect(p.signIn, &SignInPage::retryWanted, this, &MainWindow::retryWanted);
    connect(p.home, &HomeView::lockWanted, this, &MainWindow::lockWanted);
    ScanPage* scan = p.home->scan();
    connect(scan, &ScanPage::presentedByChanged, this, &MainWindow::presentedByChanged);
    connect(scan, &ScanPage::cameraWanted, this, &MainWindow::scanShown);
    connect(scan, &ScanPage::cancelWanted, this, &MainWindow::cancelOpeningWanted);
    connect(scan, &ScanPage::signInAgainWanted, this, &MainWindow::lockWanted);
    connect(scan, &ScanPage::myNumberCardWanted, this, &MainWindow::myNumberCardWanted);
    connect(p.patientCard, &PatientCardPage::pinGiven, this, &MainWindow::patientCardPinGiven);
    connect(p.patientCard, &PatientCardPage::pinPadChosen, this, &MainWindow::patientCardPinPadChosen);
    connect(p.patientCard, &PatientCardPage::retryWanted, this, &MainWindow::patientCardRetryWanted);
    connect(p.patientCard, &PatientCardPage::stopWanted, this, &MainWindow::patientCardStopWanted);
    connect(p.patientCard, &PatientCardPage::signOutWanted, this, &MainWindow::lockWanted);
    connect(p.patient, &PatientView::closeWanted, this, &MainWindow::closePatientWanted);
    connect(p.patient, &PatientView::retryWanted, this, &MainWindow::retryWanted);
    connect(p.patient, &PatientView::signInAgainWanted, this, &MainWindow::lockWanted);

    const auto onKey = [this](const QKeySequence& key, auto act) {
        connect(new QShortcut(key, this), &QShortcut::activated, this, act);
    };
    onKey(QKeySequence(Qt::CTRL | Qt::Key_L), [this] {
        if (parts_->signedIn) {
            emit lockWanted();
        }
    });
    const auto resizeText = [](int by) {
        const auto* now = std::min_element(textSizes.begin(), textSizes.end(), [](double a, double b) {
            return std::abs(a - Metrics::factor()) < std::abs(b - Metrics::factor());
        });
        const auto next = std::clamp<std::ptrdiff_t>((now - textSizes.begin()) + by, 0, std::ssize(textSizes) - 1);
        Metrics::setFactor(textSizes.at(static_cast<std::size_t>(next)));
    };
    // The plus of a Japanese keyboard lies on Shift+; — both spellings are taken.
    for (const int key : {int(Qt::Key_Plus), int(Qt::Key_Equal), int(Qt::Key_Semicolon)}) {
        onKey(QKeySequence(int(Qt::ControlModifier) | key), [resizeText] { resizeText(1); });
    }
    onKey(QKeySequence(Qt::CTRL | Qt::Key_Minus), [resizeText] { resizeText(-1); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_0), [] { Metrics::setFactor(1.0); });
    new Activity(*this);
    p.turnTo(p.signIn);
}

MainWindow::~MainWindow() {
    // Pages that go away must wish for nothing any more: a hidden scan page would still ask for its camera to rest.
    disconnect(parts_->home->scan(), nullptr, this, nullptr);
}

void MainWindow::Parts::turnTo(QWidget* view) {
    const QString cardOut = MainWindow::tr("Taking the card out clears the screen");
    if (view == signIn) {
        status->setDoctor({}, {}, {});
        status->setSecondsLeft(-1);
        status->setNotes({MainWindow::tr("Taking the card out leads back to the first page"),
                          MainWindow::tr("The PIN is not stored on this laptop")});
        status->setKeys({});
    } else if (view == home) {
        status->setNotes({cardOut, MainWindow::tr("The camera's pictures are not stored")});
        status->setKeys({});
    } else if (view == patientCard) {
        status->setNotes({MainWindow::tr("The PIN is not stored on this laptop")});
        status->setKeys({});
    } else {
        status->setNotes({cardOut});
        status->setKeys({MainWindow::tr("Enter opens the evidence"), MainWindow::tr("Ctrl +/− text size")});
    }
    stack->setCurrentWidget(view);
}

void MainWindow::Parts::leave() {
    patient->clear();
    patientCard->clear();
    QToolTip::hideText();
    signedIn = false;
    home->scan()->begin();
    place(options.institutionName, options.terminalName);
    if (stack->currentWidget() != signIn) {
        turnTo(signIn);
        stack->repaint(); // off the screen now, not with the next turn of the loop
    }
}

// --- sign-in page ---------------------------------------------------------------------------------------------------

void MainWindow::showReader(const card::ReaderStatus& status) {
    parts_->leave();
    parts_->holder = {};
    parts_->signIn->showReader(status);
}

void MainWindow::showSignIn(const SignInFacts& facts) {
    parts_->leave();
    parts_->holder = facts.holder;
    parts_->signIn->showSignIn(facts);
}

void MainWindow::showPinProblem(const Problem& problem, const card::PinState& state) {
    parts_->signIn->showPinProblem(problem, state);
}

void MainWindow::showAccountWanted(const std::optional<Problem>& problem) {
    parts_->signIn->showAccountWanted(problem);
}

void MainWindow::showSignInProblem(const Problem& problem) {
    parts_->leave();
    parts_->signIn->showProblem(problem);
}

void MainWindow::showNotice(const Problem& problem) {
    parts_->signIn->showNotice(problem);
}

void MainWindow::showSigningIn() {
    parts_->signIn->showSigningIn();
}

// --- home -----------------------------------------------------------------------------------------------------------

void MainWindow::showHome(const protocol::SignedIn& doctor) {
    Parts& p = *parts_;
    p.signedIn = true;
    p.home->setDoctor(doctor);
    p.place(doctor.institutionName.empty() ? p.options.institutionName : Marks::displayText(doctor.institutionName),
            doctor.terminalName.empty() ? p.options.terminalName : Marks::displayText(doctor.terminalName));
    p.patient->setOwnInstitution(Marks::displayText(doctor.institutionName));
    p.status->setDoctor(doctor.role == protocol::Role::Doctor ? tr("Doctor") : tr("Staff"),
                        Marks::displayText(doctor.doctorName), Marks::displayText(p.holder.cardName));
    p.home->scan()->begin();
    p.turnTo(p.home);
    p.home->scan()->takeFocus();
}

void MainWindow::showScanAdvice(const QString& words) {
    parts_->home->scan()->setAdvice(words);
}

void MainWindow::showScanOutline(const std::optional<std::array<qr::Point, 4>>& corners, QSize /*frame*/) {
    parts_->home->scan()->setOutline(corners);
}

void MainWindow::showScanProblem(const Problem& problem) {
    parts_->home->scan()->showProblem(problem);
}

void MainWindow::showOpening(std::int64_t received, std::int64_t total) {
    if (parts_->showsPatient()) {
        parts_->patient->showRefreshing(received, total); // what was held is on the screen already
    } else if (parts_->signedIn) {
        parts_->home->scan()->showOpening(received, total);
    }
}

// --- a patient's My Number card -------------------------------------------------------------------------------------

void MainWindow::showPatientCard(const PatientCardScene& scene) {
    Parts& p = *parts_;
    if (!p.signedIn) {
        return;
    }
    if (p.stack->currentWidget() != p.patientCard) {
        p.patient->clear(); // nobody's data are anywhere while cards are changed
        p.turnTo(p.patientCard);
    }
    p.patientCard->show(scene);
}

void MainWindow::showCardSecondsLeft(int seconds) {
    parts_->patientCard->showSecondsLeft(seconds);
}

void MainWindow::endPatientCard() {
    Parts& p = *parts_;
    p.patientCard->clear();
    if (p.stack->currentWidget() == p.patientCard) {
        p.home->scan()->abandon();
        p.turnTo(p.home);
        p.home->scan()->takeFocus();
    }
}

// --- patient --------------------------------------------------------------------------------------------------------

void MainWindow::showPatient(const PatientHeading& heading, std::shared_ptr<const history::History> history) {
    if (!parts_->signedIn || history == nullptr) {
        return; // a late answer after the lock shows nothing
    }
    const bool arrived = !parts_->showsPatient();
    parts_->stack->setUpdatesEnabled(false);
    parts_->patient->show(heading, std::move(history));
    if (arrived) {
        parts_->turnTo(parts_->patient);
        parts_->patient->takeFocus();
    }
    parts_->stack->setUpdatesEnabled(true);
}

void MainWindow::showRefreshing(std::int64_t received, std::int64_t total) {
    if (parts_->showsPatient()) {
        parts_->patient->showRefreshing(received, total);
    }
}

void MainWindow::showPatientProblem(const Problem& problem) {
    if (parts_->showsPatient()) {
        parts_->patient->showProblem(problem);
    }
}

// --- everywhere -----------------------------------------------------------------------------------------------------

void MainWindow::showOnline(bool online) {
    parts_->signIn->appBar()->setOnline(online);
    parts_->home->appBar()->setOnline(online);
    parts_->patientCard->appBar()->setOnline(online);
    parts_->patient->setOnline(online);
}

void MainWindow::showLockCountdown(int secondsLeft) {
    parts_->status->setSecondsLeft(parts_->signedIn ? secondsLeft : -1);
}

void MainWindow::clearPatient() {
    Parts& p = *parts_;
    const bool shown = p.showsPatient();
    p.patient->clear();
    QToolTip::hideText();
    if (shown) {
        p.home->scan()->begin();
        p.turnTo(p.home);
        p.stack->repaint(); // off the screen now, not with the next turn of the loop
        p.home->scan()->takeFocus();
    } else {
        p.home->scan()->abandon();
    }
}

void MainWindow::lockScreen() {
    parts_->leave();
    parts_->holder = {};
    parts_->signIn->showReader({.state = card::ReaderState::NoCard, .reader = {}, .insertion = 0});
}

CameraView* MainWindow::cameraView() const {
    return parts_->home->scan()->camera();
}

} // namespace kmixr::ui
