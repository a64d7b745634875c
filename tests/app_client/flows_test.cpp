// The doctor's journey without a window: the flows against a real gateway, a real pcscd with a software card, real TLS
// and a real vault file. Each trouble a clinic can meet has a case: nothing is lost, and the way on stays open.
#include "core/card/problems.h"
#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "core/vault/problems.h"
#include "tests/app_client/client.h"
#include "tests/app_client/cutting_proxy.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::client;
using kmixr::testing::Client;
using kmixr::testing::CuttingProxy;
using kmixr::testing::Heard;
using kmixr::testing::PracticeWorld;
using kmixr::testing::waitUntil;

namespace {

std::string nameOf(const ShownPatient& patient) {
    return patient.view.patient.name;
}

quint16 portOf(const Settings& settings) {
    return static_cast<quint16>(settings.gateway.address.port());
}

} // namespace

TEST_CASE("card, wrong PIN, PIN, ID and password, two patients, the card is pulled") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    Client client(world);
    REQUIRE(waitUntil(
        [&] { return !client.heard.readers.empty() && client.heard.readers.back() == card::ReaderState::NoCard; }));
    world.insertCard();
    REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
    CHECK(client.heard.greeting->holder.name == "練習 一郎");
    CHECK(client.heard.greeting->holder.role == "Medical Doctor");
    REQUIRE(client.heard.greeting->pinState.triesLeft);
    const int tries = *client.heard.greeting->pinState.triesLeft;

    client.signIn->givePin(card::Pin("482914"));
    REQUIRE(waitUntil([&] { return client.heard.pinProblem.has_value(); }));
    CHECK(client.heard.pinProblem->is(card::problems::pinWrong));
    CHECK(client.heard.pinState->triesLeft == tries - 1);

    client.signInAsRenshu();
    CHECK(client.heard.accountAsked == 1); // the card's first use
    CHECK(client.heard.session->doctor.role == protocol::Role::Doctor);

    client.open(world, QStringLiteral("K06"));
    REQUIRE(waitUntil([&] { return client.heard.complete || client.heard.refused; }));
    REQUIRE(client.heard.complete);
    CHECK(nameOf(client.heard.shown.back()).find("栗林") == 0);
    const auto first = client.heard.shown.back().history;
    CHECK(first->receipts.size() > 100);
    CHECK(first->newestMonth == client.heard.shown.back().view.newestMonth);
    for (const auto& problem : first->problems) {
        CHECK((problem.grade == history::Grade::Suspected) == (problem.name.find("疑い") != std::string::npos));
    }
    client.view->close();

    // The same patient again: what is held is painted first, then the delta is there, and both agree.
    client.heard.shown.clear();
    client.heard.complete = false;
    client.open(world, QStringLiteral("K06"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.size() == 2);
    CHECK(client.heard.shown.front().history->receipts.size() == first->receipts.size());
    CHECK(client.heard.shown.back().history->receipts.size() == first->receipts.size());

    world.removeCard();
    REQUIRE(waitUntil([&] { return client.heard.left > 0; }, 5000));
    CHECK_FALSE(client.gateway->signedIn());
    CHECK_FALSE(client.view->active());

    // The card comes back: known now, so no ID and password any more; the vault opens again with what it held.
    client.heard = Heard{};
    world.insertCard();
    client.signInAsRenshu();
    CHECK(client.heard.accountAsked == 0);
    CHECK_FALSE(client.heard.session->vaultSetAside);
}

TEST_CASE("trap 23: a late answer for the previous patient is dropped") {
    PracticeWorld world({QStringLiteral("--delay"), QStringLiteral("K05=3000")});
    world.startGateway();
    world.startCardService();
    world.insertCard();
    Client client(world);
    client.signInAsRenshu();
    client.open(world, QStringLiteral("K05"));
    CHECK_FALSE(waitUntil([&] { return client.heard.complete; }, 300));
    client.open(world, QStringLiteral("K23"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    static_cast<void>(waitUntil([] { return false; }, 4000));
    for (const auto& patient : client.heard.shown) {
        CHECK(nameOf(patient).find("琴平") == std::string::npos);
    }
    CHECK(nameOf(client.heard.shown.back()).find("観音寺") == 0);
}

TEST_CASE("cards that must not open anything: lost, replaced, consent withdrawn, unknown") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    Client client(world);
    client.signInAsRenshu();
    const auto refusal = [&](const std::string& text) {
        client.heard.refused.reset();
        const auto token = qr::PatientCardToken::read(text);
        REQUIRE(token);
        client.view->begin(*token, Presenter{});
        REQUIRE(waitUntil([&] { return client.heard.refused || client.heard.complete; }));
        CHECK(client.heard.shown.empty());
        return client.heard.refused.value_or(Problem{}).code;
    };
    CHECK(refusal(world.token(QStringLiteral("K25"))) == protocol::problems::patientCardLost.text);
    CHECK(refusal(world.token(QStringLiteral("K07"), 1)) == protocol::problems::patientCardReplaced.text);
    CHECK(refusal(world.token(QStringLiteral("K19"))) == protocol::problems::consentWithdrawn.text);
    std::array<std::uint8_t, 16> nobody{};
    nobody.fill(7);
    CHECK(refusal(qr::PatientCardToken::of(nobody).text()) == protocol::problems::patientCardUnknown.text);
    client.open(world, QStringLiteral("K07"), 2);
    CHECK(waitUntil([&] { return client.heard.complete; }));
}

TEST_CASE("the stream is cut: what arrived is kept and shown, and the rest is fetched later") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    std::unique_ptr<CuttingProxy> proxy;
    Client client(world, [&](Settings& settings) {
        proxy = std::make_unique<CuttingProxy>(portOf(settings));
        settings.gateway.address.setPort(proxy->serverPort());
    });
    client.signInAsRenshu();
    QObject::connect(client.view.get(), &ViewFlow::opening, client.view.get(),
                     [&](std::int64_t received, std::int64_t) {
                         if (received == 0) {
                             proxy->cutAfter(6000);
                         }
                     });
    client.open(world, QStringLiteral("K06"));
    REQUIRE(waitUntil([&] { return client.heard.incomplete || client.heard.refused || client.heard.complete; }));
    REQUIRE(client.heard.incomplete);
    REQUIRE_FALSE(client.heard.shown.empty());
    const auto partly = client.heard.shown.back().history->receipts.size();
    proxy->cutAfter(std::nullopt);
    client.heard.complete = false;
    client.view->resume();
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.back().history->receipts.size() > partly);
    CHECK(client.heard.shown.back().history->receipts.size() > 100);
}

TEST_CASE("the gateway is down, then up again") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    Client client(world);
    REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
    world.stopGateway();
    client.signIn->givePin(card::Pin("482913"));
    REQUIRE(waitUntil([&] { return client.heard.failed.has_value(); }, 30000));
    CHECK(client.heard.failed->is(gateway::problems::offline));
    world.startGateway();
    client.heard = Heard{};
    client.signIn->again();
    client.signInAsRenshu();
}

TEST_CASE("doors that stay shut: another CA's gateway, a revoked laptop, a laptop of another CA") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    const auto refusal = [&](const std::function<void(gateway::Settings&)>& change) {
        Client client(world, [&](Settings& settings) { change(settings.gateway); });
        REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
        client.signIn->givePin(card::Pin("482913"));
        REQUIRE(waitUntil([&] { return client.heard.failed || client.heard.session || client.heard.accountAsked > 0; },
                          30000));
        CHECK_FALSE(client.heard.session);
        return client.heard.failed.value_or(Problem{}).code;
    };
    CHECK(refusal([&](gateway::Settings& settings) {
              settings.caFile = world.file(QStringLiteral("ca/other-ca.pem"));
          }) == gateway::problems::serverUntrusted.text);
    CHECK(refusal([&](gateway::Settings& settings) {
              settings.deviceCertificateFile = world.file(QStringLiteral("ca/device-KMX-P-0003.pem"));
              settings.deviceKeyFile = world.file(QStringLiteral("ca/device-KMX-P-0003.key"));
          }) == protocol::problems::deviceRevoked.text);
    CHECK(refusal([&](gateway::Settings& settings) {
              settings.deviceCertificateFile = world.file(QStringLiteral("ca/stranger.pem"));
              settings.deviceKeyFile = world.file(QStringLiteral("ca/stranger.key"));
          }) == gateway::problems::deviceRejected.text);
}

TEST_CASE("a damaged vault file is set aside and its data fetched again") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    std::filesystem::path vaults;
    {
        Client client(world);
        vaults = client.settings.dataFolder / "vaults";
        client.signInAsRenshu();
        client.open(world, QStringLiteral("K09"));
        REQUIRE(waitUntil([&] { return client.heard.complete; }));
    }
    int damaged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(vaults)) {
        if (entry.path().extension() == ".db") {
            QFile file(QString::fromStdString(entry.path().string()));
            REQUIRE(file.open(QIODevice::ReadWrite));
            file.seek(100);
            file.write(QByteArray(3000, '\x5a'));
            ++damaged;
        }
    }
    REQUIRE(damaged == 1);
    Client client(world);
    client.signInAsRenshu();
    CHECK(client.heard.session->vaultSetAside);
    client.open(world, QStringLiteral("K09"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.back().history->receipts.size() == 5);
}

TEST_CASE("a card that can keep no secret: its doctor works online, and nothing stays on the laptop") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard(QStringLiteral("mihon"));
    Client client(world);
    const auto vaults = client.settings.dataFolder / "vaults";
    client.signInAs("735026", "mihon.naomi", "Practice-Naomi-2");
    CHECK(client.heard.session->onlineOnly);
    CHECK_FALSE(client.heard.failed);
    client.open(world, QStringLiteral("K09"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.back().history->receipts.size() == 5);
    client.view->close();

    // Within the sign-in it is a cache like any other: painted from what is held, then the delta.
    client.heard.shown.clear();
    client.heard.complete = false;
    client.open(world, QStringLiteral("K09"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.size() == 2);
    CHECK(std::filesystem::is_empty(vaults)); // no file has a name, not even now

    world.removeCard();
    REQUIRE(waitUntil([&] { return client.heard.left > 0; }, 5000));
    client.heard = Heard{};
    world.insertCard(QStringLiteral("mihon"));
    client.signInAs("735026", "mihon.naomi", "Practice-Naomi-2");
    client.open(world, QStringLiteral("K09"));
    REQUIRE(waitUntil([&] { return client.heard.complete; }));
    CHECK(client.heard.shown.size() == 1); // nothing was held
    CHECK(std::filesystem::is_empty(vaults));
}

TEST_CASE("the card service goes away and comes back") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard();
    Client client(world);
    client.signInAsRenshu();
    world.killCardService();
    REQUIRE(waitUntil([&] { return client.heard.left > 0; }, 5000));
    CHECK(waitUntil([&] { return client.heard.readers.back() == card::ReaderState::ServiceStopped; }));
    CHECK_FALSE(client.gateway->signedIn());
}

TEST_CASE("a blocked card says so and asks for no PIN try") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard(QStringLiteral("kamei"));
    Client client(world);
    REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
    CHECK(client.heard.greeting->pinState.blocked);
}

TEST_CASE("cards that something is wrong with: each is said, none signs in that may not, and the next one does") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    Client client(world);
    const auto lay = [&](const char* name) {
        world.removeCard();
        REQUIRE(waitUntil([&] { return client.desk->status().state == card::ReaderState::NoCard; }));
        client.heard = Heard{};
        world.insertCard(QString::fromLatin1(name));
        REQUIRE(waitUntil([&] { return client.heard.greeting || client.heard.failed; }));
    };
    const auto trouble = [&] {
        client.signIn->givePin(card::Pin("735026"));
        REQUIRE(waitUntil([&] {
            return client.heard.failed || client.heard.pinProblem || client.heard.accountAsked > 0 ||
                   client.heard.session;
        }));
        return client.heard.failed.value_or(Problem{}).code;
    };
    for (const char* refused : {"expired", "not-yet-valid", "other-authority"}) {
        CAPTURE(refused);
        lay(refused);
        CHECK(client.heard.greeting->holder.name == "見本 直美"); // who it says it is; the gateway knows better
        CHECK(trouble() == protocol::problems::certificateRejected.text);
        CHECK_FALSE(client.heard.session);
    }
    lay("expired");
    CHECK(client.heard.greeting->holder.validUntil < client.clock.today());
    lay("not-yet-valid");
    CHECK(client.heard.greeting->holder.validFrom > client.clock.today());
    lay("other-key");
    CHECK(trouble() == card::problems::signatureWrong.text);
    lay("cut");
    CHECK(client.heard.failed->is(card::problems::malformed));
    lay("pharmacist");
    CHECK(client.heard.greeting->holder.role == "Pharmacist"); // what the certificate says, and no more

    lay("uncounted");
    CHECK_FALSE(client.heard.greeting->pinState.triesLeft);
    client.signIn->givePin(card::Pin("735027"));
    REQUIRE(waitUntil([&] { return client.heard.pinProblem.has_value(); }));
    CHECK_FALSE(client.heard.pinState->triesLeft);
    CHECK_FALSE(client.heard.pinState->blocked);

    for (const char* good : {"uncounted", "exact-length"}) {
        CAPTURE(good);
        lay(good);
        client.signInAs("735026", "mihon.naomi", "Practice-Naomi-2");
    }
    for (const char* good : {"no-extended", "no-chaining", "slow"}) {
        CAPTURE(good);
        lay(good);
        client.signInAsRenshu();
    }
}

TEST_CASE("a card that hangs: taken out and put in again it works, and nothing else waits for it") {
    PracticeWorld world;
    world.startGateway();
    world.startCardService();
    world.insertCard(QStringLiteral("hanging"));
    Client client(world);
    REQUIRE(waitUntil([&] { return client.heard.greeting.has_value(); }));
    client.signIn->givePin(card::Pin("482913"));
    int beats = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, [&] { ++beats; });
    beat.start(20);
    CHECK_FALSE(waitUntil([&] { return client.heard.failed || client.heard.session; }, 2000));
    CHECK(beats > 20); // the window's thread is free
    world.insertCard(QStringLiteral("mihon"), 1);
    CHECK(waitUntil([&] { return client.desk->readers().back().state == card::ReaderState::Ready; }, 5000));
    world.removeCard(1);
    world.removeCard();
    REQUIRE(waitUntil([&] { return client.heard.readers.back() == card::ReaderState::NoCard; }, 5000));
    client.heard = Heard{};
    world.insertCard();
    client.signInAsRenshu();
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
