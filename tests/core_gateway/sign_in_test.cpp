#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/core_gateway/waiting.h"

namespace kmixr::gateway {

namespace p = protocol::problems;

TEST_CASE("a doctor signs in, first with the account, then with the card alone, and out") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    const auto client = open(settingsFor(world, server.port()));
    CHECK(client->deviceCertificate() == world.device.der());
    CHECK_FALSE(client->signedIn());
    for (const auto& [card, account] : {std::pair(&world.renshu, "renshu"), std::pair(&world.mihon, "mihon")}) {
        checkProblem(signIn(*client, world, *card, world.device, ""), p::accountRequired);
        CHECK_FALSE(client->signedIn());
        const auto signedIn = signIn(*client, world, *card, world.device, account);
        REQUIRE(signedIn);
        CHECK(signedIn->role == protocol::Role::Doctor);
        CHECK(signedIn->terminalName == "KMX-P-0001");
        CHECK(signedIn->institutionName == "青波駅前内科クリニック");
        CHECK(signedIn->sessionToken.empty()); // stays inside
        CHECK(client->signedIn());
        CHECK(signIn(*client, world, *card, world.device, ""));
        CHECK(answerOf(client->signOut()));
        CHECK_FALSE(client->signedIn());
        checkProblem(answerOf(client->openView(viewRequest(world.live))), p::sessionExpired);
    }
    REQUIRE(client->clockOffset());
    CHECK(std::chrono::abs(*client->clockOffset()) < std::chrono::seconds(5));
}

TEST_CASE("the gateway's refusals keep their names on the way") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    const auto client = open(settingsFor(world, server.port()));
    checkProblem(signIn(*client, world, world.visitor, world.device, ""), p::cardNotRegistered);
    checkProblem(signIn(*client, world, world.forged, world.device, ""), p::certificateRejected);
    checkProblem(signIn(*client, world, world.kamei, world.device, ""), p::accountSuspended);
    checkProblem(signIn(*client, world, world.renshu, world.secondDevice, ""), p::signatureRejected);
    checkProblem(signIn(*client, world, world.renshu, world.device, "mihon"), p::accountRejected);
    REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu"));
    checkProblem(answerOf(client->openView(viewRequest(world.lost))), p::patientCardLost);
    checkProblem(answerOf(client->openView(viewRequest(world.replaced))), p::patientCardReplaced);
    checkProblem(answerOf(client->openView(viewRequest(world.withdrawn))), p::consentWithdrawn);
    checkProblem(answerOf(client->openView(viewRequest(world.unknown))), p::patientCardUnknown);
    auto request = viewRequest(world.live);
    request.basis = protocol::ViewBasis::Emergency;
    checkProblem(answerOf(client->openView(request)), p::notPermitted);
    REQUIRE(signIn(*client, world, world.shiyou, world.device, "shiyou"));
    checkProblem(answerOf(client->openView(viewRequest(world.live))), p::notPermitted);
}

TEST_CASE("a challenge answered twice is refused the second time") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    const auto client = open(settingsFor(world, server.port()));
    const auto challenge = answerOf(client->requestChallenge());
    REQUIRE(challenge);
    auto request = test::GatewayWorld::answer(*challenge, world.renshu, world.device);
    request.account = protocol::Account{"renshu", world.password};
    REQUIRE(answerOf(client->signIn(request)));
    checkProblem(answerOf(client->signIn(request)), p::challengeExpired);
}

TEST_CASE("a session that the server forgot is forgotten here, too") {
    const test::GatewayWorld world;
    auto server = std::make_unique<test::GatewayProcess>(world);
    test::GatewayWorld& changed = const_cast<test::GatewayWorld&>(world);
    changed.settings["listen"] = "127.0.0.1:" + std::to_string(server->port());
    world.writeSettings();
    const auto client = open(settingsFor(world, server->port()));
    REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu"));
    server.reset();
    server = std::make_unique<test::GatewayProcess>(world);
    checkProblem(answerOf(client->openView(viewRequest(world.live))), p::sessionExpired);
    CHECK_FALSE(client->signedIn());
}

TEST_CASE("a card pulled while the sign-in is under way leaves nobody signed in") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    const auto client = open(settingsFor(world, server.port()));
    const auto challenge = answerOf(client->requestChallenge());
    REQUIRE(challenge);
    auto request = test::GatewayWorld::answer(*challenge, world.renshu, world.device);
    request.account = protocol::Account{"renshu", world.password};
    server.pause(); // so that the answer is surely late
    auto answer = client->signIn(request);
    client->dropSession();
    server.resume();
    checkProblem(answerOf(std::move(answer)), problems::cancelled);
    CHECK_FALSE(client->signedIn());
    checkProblem(answerOf(client->openView(viewRequest(world.live))), p::sessionExpired);
}

TEST_CASE("dropping the session is at once") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    const auto client = open(settingsFor(world, server.port()));
    REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu"));
    client->dropSession();
    CHECK_FALSE(client->signedIn());
    checkProblem(answerOf(client->openView(viewRequest(world.live))), p::sessionExpired);
}

} // namespace kmixr::gateway
