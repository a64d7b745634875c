#include "app/client/wiring.h"

#include "core/card/problems.h"
#include "core/vault/problems.h"

namespace kmixr::client {

namespace {

ui::PatientCardScene shownAs(const PatientCardScene& scene) {
    using View = ui::PatientCardScene::View;
    ui::PatientCardScene shown;
    switch (scene.step) {
    case PatientCardStep::Idle:
    case PatientCardStep::CardWanted:
        shown.view = View::CardWanted;
        break;
    case PatientCardStep::Reading:
        shown.view = View::Reading;
        break;
    case PatientCardStep::PinWanted:
        shown.view = View::PatientPin;
        break;
    case PatientCardStep::Checking:
        shown.view = View::Checking;
        break;
    case PatientCardStep::GatewayTrouble:
        shown.view = View::GatewayTrouble;
        break;
    case PatientCardStep::DoctorCardWanted:
        shown.view = View::DoctorCardWanted;
        break;
    case PatientCardStep::DoctorReading:
        shown.view = View::DoctorReading;
        break;
    case PatientCardStep::DoctorPinWanted:
        shown.view = View::DoctorPin;
        break;
    case PatientCardStep::DoctorChecking:
        shown.view = View::DoctorChecking;
        break;
    }
    shown.otherReader = scene.otherReader;
    shown.doctorCardOut = scene.doctorCardOut;
    shown.patientCardIn = scene.patientCardIn;
    shown.agreed = scene.agreed;
    shown.pinRule = scene.pinRule;
    shown.pinState = scene.pinState;
    shown.pinOffice = scene.pinOffice;
    shown.pinPad = scene.pinPad;
    shown.padInUse = scene.padInUse;
    shown.trouble = scene.trouble;
    return shown;
}

} // namespace

Wiring::Wiring(const Sides& sides, QObject* parent) : QObject(parent), sides_(sides) {
    joinSignIn();
    joinScan();
    joinPatientCard();
    joinView();
    joinLock();
}

void Wiring::joinSignIn() {
    auto& window = sides_.window;
    auto& flow = sides_.signIn;
    connect(&flow, &SignInFlow::readerChanged, &window, &ui::MainWindow::showReader);
    connect(&flow, &SignInFlow::pinWanted, &window, [this](const CardGreeting& greeting) {
        sides_.window.showSignIn(
            {greeting.holder, greeting.pinRule, greeting.pinState, sides_.gateway.clockOffset(), greeting.pinPad});
    });
    connect(&flow, &SignInFlow::pinRefused, &window, &ui::MainWindow::showPinProblem);
    connect(&flow, &SignInFlow::accountWanted, &window, [this](bool refusedBefore, const Problem& problem) {
        sides_.window.showAccountWanted(refusedBefore ? std::optional(problem) : std::nullopt);
    });
    connect(&flow, &SignInFlow::working, &window, &ui::MainWindow::showSigningIn);
    connect(&flow, &SignInFlow::failed, &window, &ui::MainWindow::showSignInProblem);
    connect(&flow, &SignInFlow::signedInAs, this, [this](const OpenSession& session) {
        doctor_ = session.doctor;
        sides_.view.setVault(session.vault);
        sides_.idle.start(session.doctor.lockAfterSeconds);
        sides_.window.showHome(session.doctor);
        if (session.vaultSetAside) {
            sides_.window.showScanProblem(Problem{std::string(vault::problems::damaged.text), {}, {}});
        }
        if (session.onlineOnly) {
            sides_.window.showScanProblem(Problem{std::string(card::problems::noVaultMeans.text), {}, {}});
        }
    });
    connect(&window, &ui::MainWindow::pinGiven, &flow, [&flow](card::Pin& pin) { flow.givePin(std::move(pin)); });
    connect(&window, &ui::MainWindow::pinPadChosen, &flow, &SignInFlow::usePinPad);
    connect(&window, &ui::MainWindow::accountGiven, &flow, &SignInFlow::giveAccount);
}

void Wiring::joinScan() {
    auto& window = sides_.window;
    auto& scan = sides_.scan;
    auto* camera = window.cameraView();
    connect(camera, &ui::CameraView::frameOffered, &scan,
            [&scan](const ui::GreyFrame& frame) { scan.look(frame.luma, frame.width, frame.height); });
    connect(&scan, &ScanDesk::frameDone, camera, &ui::CameraView::frameDone);
    connect(&scan, &ScanDesk::looked, &window,
            [&window](const std::optional<std::array<qr::Point, 4>>& corners, int width, int height) {
                window.showScanOutline(corners, {width, height});
            });
    connect(&scan, &ScanDesk::wrongCode, &window, &ui::MainWindow::showScanProblem);
    connect(&scan, &ScanDesk::cardStillThere, &window,
            [&window] { window.showScanAdvice(tr("Take the card away once, then show it again")); });
    connect(&scan, &ScanDesk::tokenRead, this,
            [this](const qr::PatientCardToken& token) { sides_.view.begin(token, presenter_); });
    connect(&window, &ui::MainWindow::scanShown, this, [this, camera](bool visible) {
        if (visible) {
            sides_.scan.start();
            camera->start();
        } else {
            sides_.scan.stop();
            camera->stop();
        }
    });
    connect(&window, &ui::MainWindow::presentedByChanged, this,
            [this](protocol::PresentedBy who, const QString& relation, const QString& reason) {
                presenter_ = {who, relation, reason};
            });
}

void Wiring::joinPatientCard() {
    auto& window = sides_.window;
    auto& flow = sides_.patientCard;
    connect(&window, &ui::MainWindow::myNumberCardWanted, this, [this] {
        if (doctor_) {
            sides_.view.close();
            sides_.patientCard.begin(presenter_, std::chrono::seconds(doctor_->cardSwapSeconds));
        }
    });
    connect(&window, &ui::MainWindow::patientCardPinGiven, &flow,
            [&flow](card::Pin& pin) { flow.givePin(std::move(pin)); });
    connect(&window, &ui::MainWindow::patientCardPinPadChosen, &flow, &PatientCardFlow::usePinPad);
    connect(&window, &ui::MainWindow::patientCardRetryWanted, &flow, &PatientCardFlow::retry);
    connect(&window, &ui::MainWindow::patientCardStopWanted, &flow, &PatientCardFlow::cancel);
    connect(&flow, &PatientCardFlow::sceneChanged, &window,
            [&window](const PatientCardScene& scene) { window.showPatientCard(shownAs(scene)); });
    connect(&flow, &PatientCardFlow::secondsLeft, &window, &ui::MainWindow::showCardSecondsLeft);
    connect(&flow, &PatientCardFlow::stopped, &window, &ui::MainWindow::endPatientCard);
    connect(&flow, &PatientCardFlow::consented, this,
            [this](const protocol::CardProof& proof, const Presenter& presenter) {
                sides_.window.endPatientCard();
                sides_.scan.stop(); // no QR card opens another patient meanwhile
                sides_.window.showOpening(0, 0);
                sides_.view.begin(proof, presenter);
            });
}

void Wiring::joinView() {
    auto& window = sides_.window;
    auto& view = sides_.view;
    connect(&view, &ViewFlow::opening, &window, &ui::MainWindow::showOpening);
    connect(&view, &ViewFlow::shown, &window, [&window](const ShownPatient& patient, bool) {
        ui::PatientHeading heading;
        heading.person = patient.view.patient;
        heading.insurerName = QString::fromStdString(patient.view.insurerName);
        heading.cardEnding = QString::fromStdString(patient.view.cardEnding);
        heading.newestMonth = patient.history->newestMonth;
        heading.basis = patient.basis;
        heading.presentedBy = patient.presenter.who;
        heading.presentedAt = patient.view.openedAt;
        window.showPatient(heading, patient.history);
    });
    connect(&view, &ViewFlow::refused, this, [this](const Problem& problem) {
        sides_.window.clearPatient();
        sides_.window.showScanProblem(problem);
        sides_.scan.start();
    });
    connect(&view, &ViewFlow::incomplete, &window, &ui::MainWindow::showPatientProblem);
    connect(&window, &ui::MainWindow::retryWanted, this, [this] {
        if (sides_.view.active()) {
            sides_.view.resume();
        } else if (!sides_.signIn.signedIn()) {
            sides_.signIn.again();
        }
    });
    const auto closePatient = [this] {
        sides_.view.close();
        sides_.window.clearPatient();
    };
    connect(&window, &ui::MainWindow::closePatientWanted, this, closePatient);
    connect(&window, &ui::MainWindow::cancelOpeningWanted, this, [this, closePatient] {
        closePatient();
        sides_.scan.start();
    });
}

void Wiring::joinLock() {
    auto& window = sides_.window;
    connect(&sides_.signIn, &SignInFlow::left, this, &Wiring::leave);
    connect(&sides_.idle, &IdleLock::lockNow, this, [this] {
        leave();
        sides_.signIn.again();
    });
    connect(&window, &ui::MainWindow::lockWanted, this, [this] {
        leave();
        sides_.signIn.again();
    });
    connect(&window, &ui::MainWindow::userActive, &sides_.idle, &IdleLock::touched);
    connect(&sides_.idle, &IdleLock::secondsLeft, &window, &ui::MainWindow::showLockCountdown);
    connect(&sides_.gateway, &gateway::GatewayClient::onlineChanged, &window, &ui::MainWindow::showOnline);
}

void Wiring::leave() {
    // The screen first: the budget for "card removed → data off the screen" is 0.1 s.
    sides_.window.lockScreen();
    sides_.idle.stop();
    sides_.patientCard.drop();
    sides_.view.setVault(nullptr);
    doctor_.reset();
    presenter_ = {};
}

} // namespace kmixr::client
