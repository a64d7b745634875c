// ui_frame_pictures FOLDER: each page with invented people, as PNG, to be looked at beside the target
// pictures.
#include "tests/ui_frame/japanese.h"
#include "tests/ui_frame/samples.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/signin/pin_field.h"
#include "ui/theme/metrics.h"

#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>

#include <cstdio>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;

namespace {

class Pictures {
public:
    Pictures(const QString& folder, bool practice) : folder_(folder), window_(options(practice)) {
        window_.resize(1366, 768);
        window_.show();
    }
    MainWindow& window() { return window_; }
    void wait(int ms) {
        QElapsedTimer timer;
        timer.start();
        do {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        } while (timer.elapsed() < ms);
    }
    void take(const char* name) {
        wait(60);
        if (!window_.grab().save(folder_.filePath(QString::fromLatin1(name) + QStringLiteral(".png")))) {
            std::fprintf(stderr, "cannot write %s\n", name);
        }
    }
    void key(int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* at = QApplication::focusWidget();
        if (at == nullptr) {
            return;
        }
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, code, modifiers);
            QCoreApplication::sendEvent(at, &event);
        }
    }
    void type(const char* digits) {
        for (; *digits != '\0'; ++digits) {
            for (auto* field : window_.findChildren<PinField*>()) {
                if (field->isVisible()) {
                    field->type(*digits);
                }
            }
        }
    }

private:
    QDir folder_;
    MainWindow window_;
};

void signIn(Pictures& pictures) {
    MainWindow& window = pictures.window();
    window.showReader(reader(card::ReaderState::ServiceStopped));
    pictures.take("01a-service-stopped");
    window.showReader(reader(card::ReaderState::NoReader));
    pictures.take("01b-no-reader");
    window.showReader(reader(card::ReaderState::NoCard));
    pictures.take("01c-no-card");
    window.showReader(reader(card::ReaderState::UnknownCard));
    pictures.take("01d-unknown-card");
    window.showSignIn(facts());
    pictures.type("12");
    pictures.take("01e-pin");
    window.showPinProblem(Problem{"card.pin-wrong", {}, {}}, {.triesLeft = 2, .blocked = false});
    pictures.take("01f-wrong");
    window.showSignIn(facts(1));
    pictures.take("01g-last");
    pictures.type("1234");
    pictures.key(Qt::Key_Return);
    pictures.take("01h-last-confirm");
    window.showSignIn(facts(0));
    pictures.take("01i-blocked");
    SignInFacts longer = facts(std::nullopt);
    longer.pinRule = {.minLength = 4, .maxLength = 16, .digitsOnly = true};
    window.showSignIn(longer);
    pictures.type("482913");
    pictures.take("01j-long-pin");
    window.showSigningIn();
    pictures.take("01k-checking");
    SignInFacts onReader = facts(3);
    onReader.pinPad = true;
    window.showSignIn(onReader);
    pictures.take("01p-reader-keys");
    pictures.key(Qt::Key_Return);
    pictures.take("01q-reader-waits");
    window.showPinProblem(Problem{"card.pin-pad-timeout", {}, {}}, {.triesLeft = 3, .blocked = false});
    pictures.take("01r-reader-timeout");
    window.showAccountWanted(std::nullopt);
    pictures.take("01l-account");
    window.showAccountWanted(Problem{"gateway.account-rejected", {}, {}});
    pictures.take("01m-account-wrong");
    window.showSignInProblem(Problem{"gateway.offline", {}, {}});
    pictures.take("01n-offline");
    window.showSignInProblem(Problem{"gateway.device-revoked", {}, {}});
    pictures.take("01o-revoked");
}

void scan(Pictures& pictures) {
    MainWindow& window = pictures.window();
    window.showSignIn(facts());
    window.showHome(doctor());
    window.showLockCountdown(292);
    pictures.take("02a-scan");
    window.showScanProblem(Problem{"qr.not-patient-card", {}, {}});
    pictures.take("02b-wrong-code");
    window.showScanProblem(Problem{"gateway.patient-card-lost", {}, {}});
    pictures.take("02c-lost");
    pictures.key(Qt::Key_Down);
    pictures.take("02d-proxy");
    window.showHome(doctor());
    window.showOpening(0, 412);
    pictures.wait(3200);
    window.showOpening(120, 412);
    pictures.take("02e-opening");
    window.showLockCountdown(12);
    window.clearPatient();
    pictures.take("02f-lock-soon");
}

void patientCard(Pictures& pictures) {
    using View = PatientCardScene::View;
    MainWindow& window = pictures.window();
    window.showSignIn(facts());
    window.showHome(doctor());
    PatientCardScene scene;
    const auto take = [&](View view, const char* name, int seconds = 0) {
        scene.view = view;
        window.showPatientCard(scene);
        if (seconds > 0) {
            window.showCardSecondsLeft(seconds);
        }
        pictures.take(name);
    };
    take(View::CardWanted, "18a-take-out");
    scene.otherReader = true;
    take(View::CardWanted, "18b-other-reader");
    scene.otherReader = false;
    scene.doctorCardOut = true;
    scene.trouble = Problem{"card.not-my-number-card", {}, {}};
    take(View::CardWanted, "18c-wrong-card", 151);
    scene.trouble.reset();
    scene.pinRule = {.minLength = 4, .maxLength = 4, .digitsOnly = true};
    scene.pinOffice = card::PinOffice::MunicipalOffice;
    scene.pinState = {.triesLeft = 3, .blocked = false};
    scene.view = View::PatientPin;
    window.showPatientCard(scene);
    pictures.type("12");
    pictures.take("18d-patient-pin");
    take(View::Checking, "18e-checking");
    scene.pinPad = true;
    take(View::PatientPin, "18n-reader-keys");
    scene.padInUse = true;
    take(View::Checking, "18o-reader-waits");
    scene.pinPad = scene.padInUse = false;
    scene.pinState.triesLeft = 1;
    scene.trouble = Problem{"card.pin-wrong", {}, {}};
    take(View::PatientPin, "18f-last-try");
    pictures.type("1234");
    pictures.key(Qt::Key_Return);
    pictures.take("18g-last-confirm");
    scene.pinState = {.triesLeft = 0, .blocked = true};
    take(View::PatientPin, "18h-blocked");
    scene.trouble = Problem{"gateway.offline", {}, {}};
    take(View::GatewayTrouble, "18i-offline", 28);
    scene.trouble.reset();
    scene.agreed = scene.patientCardIn = true;
    take(View::DoctorCardWanted, "18j-way-back");
    scene.pinState = {.triesLeft = 5, .blocked = false};
    take(View::DoctorPin, "18k-doctor-pin");
    scene.agreed = scene.patientCardIn = false;
    take(View::DoctorCardWanted, "18l-stopped");
    window.endPatientCard();
    PatientHeading head = heading();
    head.basis = protocol::ViewBasis::MyNumberCard;
    head.cardEnding.clear();
    window.showPatient(head, patientHistory());
    pictures.take("18m-banner");
}

void patient(Pictures& pictures) {
    MainWindow& window = pictures.window();
    window.showLockCountdown(278);
    window.showPatient(heading(), patientHistory());
    pictures.take("03a-patient");
    window.showOpening(3, 12);
    window.showPatientProblem(Problem{"gateway.interrupted", {}, {}});
    pictures.take("03b-problem");
    window.showPatient(heading(), patientHistory());
    window.findChild<EvidencePanel*>()->show(QStringLiteral("心房細動 — 治療あり"),
                                             patientHistory()->problems.front().evidence, patientHistory());
    pictures.take("09-evidence");
    PatientHeading old = heading();
    old.person.name = "東四十万谷　千恵子クリスティーヌ　アレクサンドラ　マリア";
    old.person.kana = "ヒガシシジマヤ　チエコクリスティーヌ　アレクサンドラ　マリア";
    old.newestMonth = std::chrono::year(2026) / 1;
    old.presentedBy = protocol::PresentedBy::Proxy;
    window.showOnline(false);
    window.showPatient(old, patientHistory());
    pictures.take("03c-long-name-old-data");
    window.showOnline(true);
    window.showPatient(heading(), patientHistory());
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const Japanese japanese;
    const QDir root(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    root.mkpath(QStringLiteral("."));
    {
        Pictures light(root.path(), false);
        signIn(light);
        scan(light);
        patient(light);
        patientCard(light);
    }
    for (const auto& [theme, folder] : {std::pair(Theme::Dark, "dark"), std::pair(Theme::HighContrast, "hc")}) {
        root.mkpath(QString::fromLatin1(folder));
        applyTheme(theme);
        Pictures themed(root.filePath(QString::fromLatin1(folder)), true);
        signIn(themed);
        scan(themed);
        patient(themed);
        patientCard(themed);
    }
    applyTheme(Theme::Light);
    root.mkpath(QStringLiteral("150"));
    Pictures large(root.filePath(QStringLiteral("150")), false);
    Metrics::setFactor(1.5);
    signIn(large);
    scan(large);
    patient(large);
    patientCard(large);
    root.mkpath(QStringLiteral("200"));
    Pictures largest(root.filePath(QStringLiteral("200")), true);
    Metrics::setFactor(2.0);
    patientCard(largest);
    return 0;
}
