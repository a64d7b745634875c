// Who gets as far as a request: curl with the right certificate and with every wrong one.
#include "tests/app_gateway/world/process.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::test {

namespace {

/// One server for the tests of this file: none of them changes it.
struct Fixture {
    GatewayWorld world;
    GatewayProcess gateway{world};

    CurlAnswer policy(const std::string& certificate, std::vector<std::string> options = {}) {
        return curl(world, gateway.port(),
                    {.path = "/v1/policy", .certificate = certificate, .options = std::move(options)});
    }
};

Fixture& fixture() {
    static Fixture made;
    return made;
}

constexpr int curlHandshakeFailed = 35;
constexpr int curlReceiveFailed = 56;
constexpr int curlPeerUnverified = 60;

bool refusedByTls(const CurlAnswer& answer) {
    return answer.status == 0 && (answer.exit == curlHandshakeFailed || answer.exit == curlReceiveFailed);
}

} // namespace

TEST_CASE("the right device certificate is let in") {
    const CurlAnswer answer = fixture().policy("ca/device");
    CHECK(answer.exit == 0);
    CHECK(answer.status == 200);
    CHECK(answer.headers.at("content-type") == "application/json");
    CHECK(answer.headers.at("cache-control") == "no-store");
    CHECK(answer.headers.contains("date"));
    CHECK(answer.json()["lock_after_seconds"] == 300);
}

TEST_CASE("no certificate, and another CA's, end in the handshake") {
    CHECK(refusedByTls(fixture().policy("")));
    CHECK(refusedByTls(fixture().policy("ca/stranger")));
    CHECK(refusedByTls(fixture().policy("ca/gateway"))); // of our CA, but for servers
    CHECK(fixture().gateway.log().find("tls refused") != std::string::npos);
}

TEST_CASE("an expired device certificate ends in the handshake") {
    Fixture& f = fixture();
    f.world.write("ca/old", Identity::issue({"KMX-P-0001", Purpose::Device, KeyKind::P256, "", std::chrono::hours(-48),
                                             std::chrono::hours(-24)},
                                            &f.world.ca));
    CHECK(refusedByTls(f.policy("ca/old")));
}

TEST_CASE("devices that are revoked or not registered are told so") {
    const CurlAnswer revoked = fixture().policy("ca/revoked");
    CHECK(revoked.status == 403);
    CHECK(revoked.problem() == "device-revoked");
    CHECK(revoked.headers.at("content-type") == "application/problem+json");
    const CurlAnswer unknown = fixture().policy("ca/unregistered");
    CHECK(unknown.status == 403);
    CHECK(unknown.problem() == "device-unknown");
}

TEST_CASE("TLS 1.3 and nothing older") {
    CHECK(refusedByTls(fixture().policy("ca/device", {"--tls-max", "1.2"})));
    CHECK(fixture().policy("ca/device", {"--tlsv1.3"}).status == 200);
}

TEST_CASE("curl, too, sees a server of another CA for what it is") {
    Fixture& f = fixture();
    CHECK(curl(f.world, f.gateway.port(), {.path = "/v1/policy", .ca = "ca/other-ca.pem"}).exit == curlPeerUnverified);
}

TEST_CASE("plain HTTP gets nothing and harms nothing") {
    Fixture& f = fixture();
    const Finished plain = run({"curl", "--silent", "--max-time", "10",
                                "http://127.0.0.1:" + std::to_string(f.gateway.port()) + "/v1/policy"});
    CHECK(plain.status != 0);
    CHECK(plain.output.empty());
    CHECK(f.policy("ca/device").status == 200);
}

} // namespace kmixr::test
