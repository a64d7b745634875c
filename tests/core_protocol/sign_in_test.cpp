#include "core/protocol/messages.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::protocol {

namespace {

const Instant noon = *parseRfc3339("2025-10-08T12:00:00.250Z");

SignInRequest request() {
    return {"c-1", Bytes(900, 0x30), Bytes(256, 0x11), noon, Account{"renshu", "secret word"}};
}

} // namespace

TEST_CASE("challenge round trip") {
    const Challenge challenge{"c-1", Bytes(32, 0xA5), noon + std::chrono::minutes(2), noon};
    const auto read = readChallenge(toJson(challenge));
    REQUIRE(read);
    CHECK(read->challengeId == "c-1");
    CHECK(read->nonce == challenge.nonce);
    CHECK(read->expiresAt == challenge.expiresAt);
    CHECK(read->serverTime == noon);
}

TEST_CASE("sign-in request round trip, with and without an account") {
    SignInRequest sent = request();
    auto read = readSignInRequest(toJson(sent));
    REQUIRE(read);
    CHECK(read->certificate == sent.certificate);
    CHECK(read->signature == sent.signature);
    CHECK(read->signedAt == noon);
    REQUIRE(read->account);
    CHECK(read->account->id == "renshu");
    CHECK(read->account->password == "secret word");

    sent.account.reset();
    read = readSignInRequest(toJson(sent));
    REQUIRE(read);
    CHECK_FALSE(read->account);
}

TEST_CASE("fields that are missing, of the wrong kind or too large are named, and unknown ones ignored") {
    Json json = toJson(request());
    json["of_the_future"] = {1, 2, 3};
    CHECK(readSignInRequest(json));
    for (const char* field : {"challenge_id", "certificate", "signature", "signed_at"}) {
        Json without = json;
        without.erase(field);
        const auto read = readSignInRequest(without);
        REQUIRE_FALSE(read);
        CHECK(read.error().detail.find(field) != std::string::npos);
        without[field] = 5;
        CHECK_FALSE(readSignInRequest(without));
        without[field] = std::string(100000, 'A');
        CHECK_FALSE(readSignInRequest(without));
        without[field] = "";
        CHECK_FALSE(readSignInRequest(without));
    }
    json["signature"] = "not base64!";
    CHECK_FALSE(readSignInRequest(json));
    json = toJson(request());
    json["account"] = {{"id", "renshu"}};
    const auto read = readSignInRequest(json);
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.find("password") != std::string::npos);
    CHECK_FALSE(readSignInRequest(Json("text")));
}

TEST_CASE("the statement binds nonce, device and time") {
    const Bytes nonce(32, 1);
    const Bytes device(500, 2);
    const Bytes statement = signInStatement(nonce, device, noon);
    const std::string time = "2025-10-08T12:00:00.250Z";
    REQUIRE(statement.size() == 15 + 32 + 32 + time.size());
    CHECK(textOf(statement).starts_with("kmixr-signin-v1"));
    CHECK(textOf(statement).ends_with(time));
    const Sha256 hash = sha256(ByteView(device));
    CHECK(std::equal(hash.begin(), hash.end(), statement.begin() + 47));
    CHECK(statement != signInStatement(Bytes(32, 9), device, noon));
    CHECK(statement != signInStatement(nonce, Bytes(500, 9), noon));
    CHECK(statement != signInStatement(nonce, device, noon + std::chrono::milliseconds(1)));
}

TEST_CASE("signed-in round trip; a role we do not know is a problem") {
    const SignedIn sent{"token",      noon, "練習 一郎", "レンシュウ イチロウ", Role::Staff, "青波駅前内科クリニック",
                        "KMX-P-0001", 120,  90};
    Json json = toJson(sent);
    const auto read = readSignedIn(json);
    REQUIRE(read);
    CHECK(read->sessionToken == "token");
    CHECK(read->doctorName == sent.doctorName);
    CHECK(read->doctorKana == sent.doctorKana);
    CHECK(read->role == Role::Staff);
    CHECK(read->institutionName == sent.institutionName);
    CHECK(read->terminalName == "KMX-P-0001");
    CHECK(read->lockAfterSeconds == 120);
    CHECK(read->cardSwapSeconds == 90);
    Json older = json; // a gateway that does not say how long a card may be out
    older.erase("card_swap_seconds");
    CHECK(readSignedIn(older)->cardSwapSeconds == 180);
    for (const int wrong : {0, -1, 601}) {
        older["card_swap_seconds"] = wrong;
        CHECK_FALSE(readSignedIn(older));
    }
    json["role"] = "emperor";
    const auto unknown = readSignedIn(json);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().detail == "role: unknown word");
    json["role"] = "doctor";
    json["lock_after_seconds"] = 0;
    CHECK_FALSE(readSignedIn(json));
}

} // namespace kmixr::protocol
