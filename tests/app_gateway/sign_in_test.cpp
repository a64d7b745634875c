// Signing in against the running server, with every card that should and should not.
#include "tests/app_gateway/world/talk.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::test {

namespace {

Talk& talk() {
    static Talk made;
    return made;
}

CurlAnswer send(const protocol::SignInRequest& request) {
    return talk().post("/v1/sessions", protocol::toJson(request));
}

protocol::SignInRequest answerWith(const Identity& card) {
    return GatewayWorld::answer(talk().challenge(), card, talk().world.device);
}

void checkRefused(const CurlAnswer& answer, int status, const std::string& problem) {
    CHECK(answer.status == status);
    CHECK(answer.problem() == problem);
    CHECK(answer.headers.at("content-type") == "application/problem+json");
}

} // namespace

TEST_CASE("first use asks for the account, later ones do not, also after a restart") {
    auto request = answerWith(talk().world.mihon);
    checkRefused(send(request), 401, "account-required");
    request = answerWith(talk().world.mihon);
    request.account = protocol::Account{"mihon", "wrong"};
    checkRefused(send(request), 401, "account-rejected");
    request = answerWith(talk().world.mihon);
    request.account = protocol::Account{"renshu", talk().world.password};
    checkRefused(send(request), 401, "account-rejected");
    request = answerWith(talk().world.mihon);
    request.account = protocol::Account{"mihon", talk().world.password};
    const CurlAnswer first = send(request);
    REQUIRE(first.status == 201);
    const auto signedIn = protocol::readSignedIn(first.json());
    REQUIRE(signedIn);
    CHECK(signedIn->doctorName == "見本 直美");
    CHECK(signedIn->role == protocol::Role::Doctor);
    CHECK(signedIn->institutionName == "青波駅前内科クリニック");
    CHECK(signedIn->terminalName == "KMX-P-0001");
    CHECK(send(answerWith(talk().world.mihon)).status == 201);

    CHECK(talk().gateway->stop() == 0);
    talk().gateway = std::make_unique<GatewayProcess>(talk().world);
    CHECK(send(answerWith(talk().world.mihon)).status == 201);
    CHECK(talk().get("/v1/views/x/receipts", signedIn->sessionToken).problem() == "session-expired");
}

TEST_CASE("an RSA card signs in as well, and a P-256 card with r and s") {
    CHECK_FALSE(talk().signIn(talk().world.renshu, "renshu").empty());
    auto request = answerWith(talk().world.mihon);
    request.signature = Identity::plainOf(request.signature);
    request.account = protocol::Account{"mihon", talk().world.password};
    CHECK(send(request).status == 201);
}

TEST_CASE("a challenge answers once, also when the answer was refused") {
    auto request = answerWith(talk().world.renshu);
    request.account = protocol::Account{"renshu", talk().world.password};
    CHECK(send(request).status == 201);
    checkRefused(send(request), 401, "challenge-expired");
    request = answerWith(talk().world.renshu);
    request.signature[10] ^= 1U;
    checkRefused(send(request), 401, "signature-rejected");
    request.signature[10] ^= 1U;
    checkRefused(send(request), 401, "challenge-expired");
    request.challengeId = "made-up";
    checkRefused(send(request), 401, "challenge-expired");
}

TEST_CASE("the statement is bound to laptop and time") {
    auto request = answerWith(talk().world.renshu);
    request.signedAt += std::chrono::milliseconds(1);
    checkRefused(send(request), 401, "signature-rejected");
    checkRefused(send(GatewayWorld::answer(talk().challenge(), talk().world.renshu, talk().world.secondDevice)), 401,
                 "signature-rejected");
    // Another laptop cannot answer this one's challenge.
    const auto challenge = talk().challenge();
    const auto stolen = GatewayWorld::answer(challenge, talk().world.renshu, talk().world.secondDevice);
    const CurlAnswer answer = curl(talk().world, talk().gateway->port(),
                                   {.method = "POST",
                                    .path = "/v1/sessions",
                                    .body = protocol::toJson(stolen).dump(),
                                    .certificate = "ca/second"});
    checkRefused(answer, 401, "challenge-expired");
}

TEST_CASE("cards that may not") {
    checkRefused(send(answerWith(talk().world.forged)), 403, "certificate-rejected");
    checkRefused(send(answerWith(talk().world.expired)), 403, "certificate-rejected");
    checkRefused(send(answerWith(talk().world.visitor)), 403, "card-not-registered");
    checkRefused(send(answerWith(talk().world.kamei)), 403, "account-suspended");
    auto request = answerWith(talk().world.renshu);
    request.certificate = talk().world.mihon.der(); // signed with another key than the one shown
    checkRefused(send(request), 401, "signature-rejected");
}

TEST_CASE("a token is good on its laptop only, and until signing out") {
    const std::string token = talk().signIn(talk().world.renshu, "renshu");
    const auto path = talk().receiptsOf(talk().world.live, token);
    CHECK(talk().get(path, token).status == 200);
    const CurlAnswer elsewhere =
        curl(talk().world, talk().gateway->port(), {.path = path, .session = token, .certificate = "ca/second"});
    checkRefused(elsewhere, 401, "session-expired");
    CHECK(talk().remove("/v1/sessions/current", token).status == 204);
    checkRefused(talk().get(path, token), 401, "session-expired");
    checkRefused(talk().remove("/v1/sessions/current", token), 401, "session-expired");
    checkRefused(talk().get(path), 401, "session-expired");
}

TEST_CASE("ten wrong passwords close the account, not the card's known uses") {
    protocol::SignInRequest request;
    for (int i = 0; i < 10; ++i) {
        request = answerWith(talk().world.shiyou);
        request.account = protocol::Account{"shiyou", "wrong"};
        checkRefused(send(request), 401, "account-rejected");
    }
    request = answerWith(talk().world.shiyou);
    request.account = protocol::Account{"shiyou", talk().world.password};
    checkRefused(send(request), 429, "busy");
}

TEST_CASE("nothing secret is logged") {
    const std::string token = talk().signIn(talk().world.renshu, "renshu");
    static_cast<void>(talk().openView(talk().world.live, token));
    const std::string log = talk().gateway->log();
    CHECK(log.find("POST /v1/views 201 KMX-P-0001") != std::string::npos);
    for (const std::string& secret :
         {token, talk().world.password, talk().world.live.text(), std::string("琴平"), std::string("練習 一郎")}) {
        CHECK(log.find(secret) == std::string::npos);
    }
}

} // namespace kmixr::test
