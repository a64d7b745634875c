// The doctor's journey in time: the program's own window, flows and wiring against a real gateway 20 ms away, a real
// pcscd with a software card, and a real vault file. Budgets: DESIGN §10.
#include "app/client/settings.h"
#include "app/client/wiring.h"
#include "tests/app_client/practice_world.h"
#include "tests/bench/distant_proxy.h"
#include "tests/bench/figures.h"
#include "ui/frame/pages.h"
#include "ui/theme/roles.h"

#include <QApplication>
#include <QTabBar>
#include <QTest>
#include <QTranslator>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

#include <filesystem>

using namespace kmixr;
using kmixr::bench::DistantProxy;
using kmixr::bench::Figure;
using kmixr::bench::msSince;
using kmixr::bench::Stopwatch;
using kmixr::testing::PracticeWorld;
using kmixr::testing::waitUntil;

namespace {

constexpr int rounds = 9;
constexpr int oneWayMs = 10;

/// Whatever is due on the screen has been painted when this returns.
void paintNow() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

/// The program as main() builds it, with the gateway behind the distant proxy.
struct Program {
    explicit Program(const client::Settings& settings)
        : secret(std::make_shared<const SecretBytes>(valueOf(client::deviceSecret(settings.dataFolder)))),
          masters(valueOf(receipt::Masters::open(settings.mastersFile))),
          rules(valueOf(history::Rules::open(settings.rulesFolder))),
          gateway(valueOf(gateway::GatewayClient::open(settings.gateway))),
          signIn(desk, *gateway, vaultWorker, clock, {settings.dataFolder, secret}),
          view(*gateway, vaultWorker, clock, {masters, rules}), patientCard(desk, signIn, *gateway, clock),
          window({settings.practice, settings.institutionName, settings.terminalName}),
          wiring({window, signIn, view, patientCard, scan, idle, *gateway}) {}

    template <class T>
    static T valueOf(Outcome<T> outcome) {
        REQUIRE(outcome);
        return std::move(*outcome);
    }

    SystemClock clock;
    std::shared_ptr<const SecretBytes> secret;
    std::shared_ptr<const receipt::Masters> masters;
    std::shared_ptr<const history::Rules> rules;
    client::Worker vaultWorker;
    std::unique_ptr<gateway::GatewayClient> gateway;
    client::CardDesk desk;
    client::SignInFlow signIn;
    client::ViewFlow view;
    client::PatientCardFlow patientCard;
    client::ScanDesk scan;
    client::IdleLock idle;
    ui::MainWindow window;
    client::Wiring wiring;
};

/// Times from the moment the program itself learns of something: what the reader's driver takes is not ours.
struct Moments {
    std::optional<Stopwatch::time_point> ready, gone;
    bool pinWanted = false, account = false, home = false, left = false;
    int shown = 0;
    bool complete = false, refused = false;

    void listenTo(Program& program) {
        QObject::connect(
            &program.desk, &client::CardDesk::statusChanged, &program.window,
            [this](const card::ReaderStatus& status) {
                (status.state == card::ReaderState::Ready ? ready : gone) = Stopwatch::now();
            },
            Qt::DirectConnection);
        QObject::connect(&program.signIn, &client::SignInFlow::pinWanted, &program.window,
                         [this] { pinWanted = true; });
        QObject::connect(&program.signIn, &client::SignInFlow::accountWanted, &program.window,
                         [this] { account = true; });
        QObject::connect(&program.signIn, &client::SignInFlow::signedInAs, &program.window, [this] { home = true; });
        QObject::connect(&program.signIn, &client::SignInFlow::left, &program.window, [this] { left = true; });
        QObject::connect(&program.view, &client::ViewFlow::shown, &program.window,
                         [this](const client::ShownPatient&, bool whole) {
                             ++shown;
                             complete = whole;
                         });
        QObject::connect(&program.view, &client::ViewFlow::refused, &program.window, [this] { refused = true; });
    }
};

/// Loading the program and its libraries, measured from outside; what main() does after that is measured in here.
double msToLoad() {
    QProcess client;
    const auto begun = Stopwatch::now();
    client.start(QStringLiteral(KMIXR_BIN_DIR "/kmixr-client"), {QStringLiteral("--version")});
    REQUIRE(client.waitForFinished(10000));
    return msSince(begun);
}

} // namespace

TEST_CASE("the journey of a doctor") {
    Figure start("start → first window painted (loading, then opening)", 500);
    Figure pinReady("card inserted → PIN field ready", 300);
    Figure signedIn("PIN typed → home (signing by a software card included)", 500);
    Figure oneYear("token → complete summary, one year, not cached", 300);
    Figure tenYears("token → complete summary, ten years, not cached", 600);
    Figure cached("token → cached summary painted, online", 100 + 2 * oneWayMs);
    Figure tab("tab switch, ten years", 16);
    Figure cleared("card removed → data off the screen", 100);

    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    auto settings = client::Settings::read(world.file(QStringLiteral("client.json")).toStdString());
    REQUIRE(settings);
    DistantProxy distance(static_cast<quint16>(settings->gateway.address.port()), oneWayMs);
    settings->gateway.address.setPort(distance.serverPort());

    for (int round = 0; round < rounds; ++round) {
        const double loading = msToLoad();
        const auto begun = Stopwatch::now();
        Program fresh(*settings);
        fresh.window.resize(1366, 768);
        fresh.window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&fresh.window));
        paintNow();
        start.add(loading + msSince(begun));
    }

    Program program(*settings);
    Moments at;
    at.listenTo(program);
    program.window.resize(1366, 768);
    program.window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&program.window));
    auto* tabs = program.window.findChild<QTabBar*>();
    REQUIRE(tabs != nullptr);

    const auto open = [&](const char* patient, Figure* whole, Figure* first) {
        const auto token = qr::PatientCardToken::read(world.token(QString::fromLatin1(patient)));
        REQUIRE(token);
        at.shown = 0;
        at.complete = at.refused = false;
        const auto begun = Stopwatch::now();
        program.view.begin(*token, client::Presenter{});
        REQUIRE(waitUntil([&] { return at.shown > 0 || at.refused; }));
        REQUIRE_FALSE(at.refused);
        if (first != nullptr) {
            paintNow();
            first->add(msSince(begun));
        }
        REQUIRE(waitUntil([&] { return at.complete; }));
        paintNow();
        if (whole != nullptr) {
            whole->add(msSince(begun));
        }
    };

    for (int round = 0; round < rounds; ++round) {
        at = Moments{};
        std::filesystem::remove_all(settings->dataFolder /
                                    "vaults"); // nothing is held: the first look at both patients
        world.insertCard();
        REQUIRE(waitUntil([&] { return at.pinWanted; }));
        paintNow();
        pinReady.add(msSince(*at.ready));

        const auto typed = Stopwatch::now();
        program.signIn.givePin(card::Pin("482913"));
        REQUIRE(waitUntil([&] { return at.home || at.account; }));
        if (at.account) { // the card's first use; not what a day looks like, so not counted
            program.signIn.giveAccount(QStringLiteral("renshu.ichiro"), QStringLiteral("Practice-Ichiro-1"));
            REQUIRE(waitUntil([&] { return at.home; }));
        } else {
            paintNow();
            signedIn.add(msSince(typed));
        }

        open("K01", &oneYear, nullptr);
        emit program.window.closePatientWanted();
        open("K05", &tenYears, nullptr);
        emit program.window.closePatientWanted();
        open("K05", nullptr, &cached);
        for (int page = 0; page < 2 * tabs->count(); ++page) {
            const auto begun = Stopwatch::now();
            tabs->setCurrentIndex((page + 1) % tabs->count());
            paintNow();
            tab.add(msSince(begun));
        }
        world.removeCard();
        REQUIRE(waitUntil([&] { return at.left; }));
        paintNow();
        cleared.add(msSince(*at.gone));
    }
    for (const Figure* figure : {&start, &pinReady, &signedIn, &oneYear, &tenYears, &cached, &tab, &cleared}) {
        figure->print();
    }
}

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QTranslator words;
    if (words.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        QApplication::installTranslator(&words);
    }
    ui::applyTheme(ui::Theme::Light);
    return Catch::Session().run(argc, argv);
}
