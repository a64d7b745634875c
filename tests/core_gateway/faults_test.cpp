// The way to the gateway, when it is bad.
#include "app/gateway/server/store/database.h"
#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/core_gateway/cut_proxy.h"
#include "tests/core_gateway/rude_server.h"
#include "tests/core_gateway/waiting.h"

namespace kmixr::gateway {

TEST_CASE("nobody there: offline, said once, and online again when it comes back") {
    test::GatewayWorld world;
    auto server = std::make_unique<test::GatewayProcess>(world);
    world.settings["listen"] = "127.0.0.1:" + std::to_string(server->port());
    world.writeSettings();
    const auto client = open(settingsFor(world, server->port()));
    std::vector<bool> told;
    QObject::connect(client.get(), &GatewayClient::onlineChanged, client.get(),
                     [&](bool online) { told.push_back(online); });
    CHECK(answerOf(client->requestChallenge()));
    CHECK(answerOf(client->requestChallenge()));
    server.reset();
    for (int i = 0; i < 2; ++i) {
        checkProblem(answerOf(client->requestChallenge()), problems::offline);
    }
    server = std::make_unique<test::GatewayProcess>(world);
    CHECK(answerOf(client->requestChallenge()));
    CHECK(told == std::vector<bool>{true, false, true});
}

TEST_CASE("an unknown host is offline") {
    const test::GatewayWorld world;
    Settings settings = settingsFor(world, 1);
    settings.address = QUrl(QStringLiteral("https://gateway.invalid:8443"));
    const auto client = open(settings);
    checkProblem(answerOf(client->requestChallenge()), problems::offline);
}

TEST_CASE("a server that stands still is waited for no longer than said") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    Settings settings = settingsFor(world, server.port());
    settings.timeoutMs = 700;
    const auto client = open(settings);
    REQUIRE(answerOf(client->requestChallenge()));
    server.pause();
    const auto begun = std::chrono::steady_clock::now();
    checkProblem(answerOf(client->requestChallenge()), problems::timedOut); // on the connection kept alive
    const auto download = client->fetchReceipts("x", "");
    checkProblem(*bringing(*download).end, problems::timedOut); // on a new one, in the handshake
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(8));
    server.resume();
    CHECK(answerOf(client->requestChallenge()));
}

TEST_CASE("a slow answer is waited for, a slower one is not") {
    test::GatewayWorld world;
    world.settings["delay"] = {{"T01", 1500}};
    world.writeSettings();
    const test::GatewayProcess server(world);
    for (const auto& [patience, inTime] : {std::pair(500, false), std::pair(15000, true)}) {
        Settings settings = settingsFor(world, server.port());
        settings.timeoutMs = patience;
        const auto client = open(settings);
        REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu"));
        const auto view = answerOf(client->openView(viewRequest(world.live)));
        REQUIRE(view);
        const auto download = client->fetchReceipts(view->viewId, "");
        const Brought brought = bringing(*download);
        if (inTime) {
            CHECK(*brought.end);
            CHECK(brought.deliveries.size() == 3);
        } else {
            checkProblem(*brought.end, problems::timedOut);
        }
    }
}

TEST_CASE("a write whose answer was lost counts once") {
    const test::GatewayWorld world;
    test::GatewayProcess server(world);
    CutProxy proxy(server.port());
    const auto client = open(settingsFor(world, proxy.serverPort()));
    REQUIRE(signIn(*client, world, world.renshu, world.device, "renshu"));
    proxy.cutAfter = proxy.passed; // the request goes through, nothing comes back
    const auto lost = answerOf(client->openView(viewRequest(world.live)));
    if (!lost) {
        CHECK(lost.error().is(problems::interrupted));
    }
    proxy.cutAfter.reset();
    REQUIRE(server.stop() == 0);
    auto database = server::Database::open(world.file("gateway.db"), world.file("gateway.dbkey"));
    REQUIRE(database);
    const auto views =
        database->first("SELECT count(*) FROM views", [](const server::Row& row) { return row.integer(0); });
    REQUIRE(views);
    CHECK(**views == 1);
}

TEST_CASE("a server that hangs up on a write is asked once more, under the same key, and no more") {
    const test::GatewayWorld world;
    RudeServer deaf(world);
    const auto client = open(settingsFor(world, deaf.serverPort()));
    checkProblem(answerOf(client->requestChallenge()), problems::interrupted);
    REQUIRE(deaf.heard.size() == 2);
    CHECK(deaf.heard[0] == deaf.heard[1]);
    CHECK(deaf.heard[0].toLower().contains("idempotency-key: ")); // Qt 6.8 writes header names small
}

} // namespace kmixr::gateway
