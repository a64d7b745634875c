// The PIN typed on the reader, seen from the sign-in: a scripted PC/SC with a software card, no gateway behind it.
#include "app/client/flows/sign_in_flow.h"
#include "core/card/problems.h"
#include "core/gateway/problems.h"
#include "tests/app_client/practice_world.h"
#include "tests/core_card/pad_reader.h"
#include "tests/core_card/practice_identity.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::client;
using namespace kmixr::testing;

namespace {

const std::string reader = "Pad Reader 00 00";

gateway::Settings nowhere(const QTemporaryDir& folder) {
    const std::string key = privateKey(KeyKind::P256);
    const auto write = [&](const char* name, const std::string& text) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(text));
        return file.fileName();
    };
    const QString certificate = write("device.pem", certificatePem(key, {}));
    return {QUrl(QStringLiteral("https://127.0.0.1:1")), certificate, certificate, write("device.key", key)};
}

/// A doctor's card with the PIN 482913 on a reader with keys, and what the sign-in says.
struct Desk {
    explicit Desk(std::vector<std::string> typed, PinPads pads = PinPads::WhereOffered) {
        const auto key = privateKey(KeyKind::P256, 3);
        laid = layOnPadReader(
            reader,
            practice::makeCard("piv", key, certificatePem(key, {.keyUsage = "critical,digitalSignature"}), "482913"),
            PadReader(std::move(typed)));
        REQUIRE(laid);
        auto opened = gateway::GatewayClient::open(nowhere(folder));
        REQUIRE(opened);
        gateway = std::move(*opened);
        cards = std::make_unique<CardDesk>(pads);
        flow = std::make_unique<SignInFlow>(
            *cards, *gateway, vaultWorker, clock,
            SignInFlow::Keeping{folder.path().toStdString(),
                                std::make_shared<const SecretBytes>(SecretBytes::random(32))});
        auto* at = flow.get();
        QObject::connect(at, &SignInFlow::pinWanted, at, [this](const CardGreeting& said) { greeting = said; });
        QObject::connect(at, &SignInFlow::pinRefused, at, [this](const Problem& problem, const card::PinState& left) {
            refused.push_back(problem);
            state = left;
        });
        QObject::connect(at, &SignInFlow::working, at, [this] { ++working; });
        QObject::connect(at, &SignInFlow::failed, at, [this](const Problem& problem) { failed = problem; });
        REQUIRE(waitUntil([this] { return greeting.has_value(); }));
    }

    QTemporaryDir folder;
    SystemClock clock;
    Worker vaultWorker;
    std::shared_ptr<ActingCard> laid;
    std::unique_ptr<gateway::GatewayClient> gateway;
    std::unique_ptr<CardDesk> cards;
    std::unique_ptr<SignInFlow> flow;
    std::optional<CardGreeting> greeting;
    std::vector<Problem> refused;
    card::PinState state;
    std::optional<Problem> failed;
    int working = 0;
};

} // namespace

TEST_CASE("On the reader: cancelled, wrong, right, and on to the gateway; one VERIFY for each typing") {
    Desk desk({"#6401", "000000", "482913"});
    REQUIRE(desk.greeting->pinPad);
    CHECK(desk.greeting->pinState.triesLeft == 3);

    desk.flow->usePinPad();
    desk.flow->usePinPad(); // pressed twice
    desk.flow->givePin(card::Pin("482913"));
    const bool told = waitUntil([&] { return desk.refused.size() == 1 || desk.failed; });
    CAPTURE(desk.failed.value_or(Problem{}).logLine());
    REQUIRE(told);
    REQUIRE_FALSE(desk.refused.empty());
    CHECK(desk.refused[0].is(card::problems::pinPadCancelled));
    CHECK(desk.state.triesLeft == 3);
    CHECK_FALSE(waitUntil([&] { return desk.refused.size() > 1 || desk.failed; }, 400));
    CHECK(verifiesOf(*desk.laid) == 0);

    desk.flow->usePinPad();
    REQUIRE(waitUntil([&] { return desk.refused.size() == 2; }));
    CHECK(desk.refused[1].is(card::problems::pinWrong));
    CHECK(desk.state.triesLeft == 2);
    CHECK(verifiesOf(*desk.laid) == 1);
    CHECK(desk.working == 0);

    desk.flow->usePinPad();
    REQUIRE(waitUntil([&] { return desk.failed.has_value(); }));
    CHECK(desk.failed->is(gateway::problems::offline)); // as far as the card goes, all is well
    CHECK(desk.working == 1);
    CHECK(verifiesOf(*desk.laid) == 2);
}

TEST_CASE("Keys that do not work for the card: once told, the PIN is typed on the screen") {
    Desk desk({"#6b80", "482913"});
    desk.flow->usePinPad();
    REQUIRE(waitUntil([&] { return desk.refused.size() == 1; }));
    CHECK(desk.refused[0].is(card::problems::pinPadRefused));
    desk.flow->usePinPad(); // not offered any more
    desk.flow->givePin(card::Pin("482913"));
    REQUIRE(waitUntil([&] { return desk.failed.has_value(); }));
    CHECK(desk.failed->is(gateway::problems::offline));
    CHECK(verifiesOf(*desk.laid) == 1);
}

TEST_CASE("Turned off in the settings, no reader is asked for its keys") {
    Desk desk({"482913"}, PinPads::Ignored);
    CHECK_FALSE(desk.greeting->pinPad);
    desk.flow->usePinPad();
    desk.flow->givePin(card::Pin("482913"));
    REQUIRE(waitUntil([&] { return desk.failed.has_value(); }));
    CHECK(pcsc::calls("SCardControl") == 0);
    CHECK(verifiesOf(*desk.laid) == 1);
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
