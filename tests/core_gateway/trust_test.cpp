// Whom the client believes, and who is believed.
#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/core_gateway/rude_server.h"
#include "tests/core_gateway/waiting.h"

namespace kmixr::gateway {

namespace {

Outcome<protocol::Challenge> challengeAt(const Settings& settings) {
    const auto client = open(settings);
    return answerOf(client->requestChallenge());
}

} // namespace

TEST_CASE("settings that cannot be used are named before anything is sent") {
    const test::GatewayWorld world;
    const Settings good = settingsFor(world, 1);
    CHECK(GatewayClient::open(good));
    for (const auto file : {&Settings::caFile, &Settings::deviceCertificateFile, &Settings::deviceKeyFile}) {
        for (const std::string& wrong : {world.file("missing").string(), world.file("registry.json").string()}) {
            Settings settings = good;
            settings.*file = QString::fromStdString(wrong);
            const auto client = GatewayClient::open(settings);
            checkProblem(client, problems::settings);
            CHECK(client.error().detail.find(wrong) == std::string::npos);
        }
    }
}

TEST_CASE("a server of another CA is not believed, and hears nothing") {
    const test::GatewayWorld world;
    const auto impostor =
        test::Identity::issue({"gateway", test::Purpose::Server, test::KeyKind::P256, "IP:127.0.0.1"}, &world.otherCa);
    world.write("ca/impostor", impostor);
    RudeServer server(world, "ca/impostor");
    checkProblem(challengeAt(settingsFor(world, server.serverPort())), problems::serverUntrusted);
    CHECK(server.heard.isEmpty());
}

TEST_CASE("a certificate of our CA for another name, or in the subject only, is not believed and hears nothing") {
    const test::GatewayWorld world;
    for (const std::string& names :
         {std::string("DNS:other.example,IP:127.0.0.2"), std::string("DNS:127.0.0.1"), std::string()}) {
        world.write("ca/elsewhere",
                    test::Identity::issue({"127.0.0.1", test::Purpose::Server, test::KeyKind::P256, names}, &world.ca));
        RudeServer server(world, "ca/elsewhere");
        checkProblem(challengeAt(settingsFor(world, server.serverPort())), problems::serverUntrusted);
        CHECK(server.heard.isEmpty());
        const auto client = open(settingsFor(world, server.serverPort()));
        const auto download = client->fetchReceipts("x", "");
        checkProblem(*bringing(*download).end, problems::serverUntrusted);
        CHECK(server.heard.isEmpty());
    }
    RudeServer right(world);
    right.say("application/json", "{}");
    checkProblem(challengeAt(settingsFor(world, right.serverPort())), problems::unreadable);
    CHECK(right.heard.size() == 1);
}

TEST_CASE("a server certificate out of validity is not believed") {
    const test::GatewayWorld world;
    world.write("ca/old", test::Identity::issue({"gateway", test::Purpose::Server, test::KeyKind::P256, "IP:127.0.0.1",
                                                 std::chrono::hours(-48), std::chrono::hours(-24)},
                                                &world.ca));
    RudeServer server(world, "ca/old");
    checkProblem(challengeAt(settingsFor(world, server.serverPort())), problems::serverUntrusted);
    CHECK(server.heard.isEmpty());
}

TEST_CASE("a server that speaks only older TLS is not spoken to") {
    const test::GatewayWorld world;
    RudeServer server(world);
    QSslConfiguration configuration = server.sslConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2);
    server.setSslConfiguration(configuration);
    checkProblem(challengeAt(settingsFor(world, server.serverPort())), problems::serverUntrusted);
    CHECK(server.heard.isEmpty());
}

TEST_CASE("our own certificate: revoked, unknown, of another CA") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    checkProblem(challengeAt(settingsFor(world, server.port(), "ca/revoked")), protocol::problems::deviceRevoked);
    checkProblem(challengeAt(settingsFor(world, server.port(), "ca/unregistered")), protocol::problems::deviceUnknown);
    checkProblem(challengeAt(settingsFor(world, server.port(), "ca/stranger")), problems::deviceRejected);
    const auto client = open(settingsFor(world, server.port(), "ca/stranger"));
    const auto download = client->fetchReceipts("x", "");
    checkProblem(*bringing(*download).end, problems::deviceRejected);
    CHECK(challengeAt(settingsFor(world, server.port())));
}

TEST_CASE("localhost is as good as its address") {
    const test::GatewayWorld world;
    const test::GatewayProcess server(world);
    Settings settings = settingsFor(world, server.port());
    settings.address.setHost(QStringLiteral("localhost"));
    CHECK(challengeAt(settings));
}

} // namespace kmixr::gateway
