#include "app/gateway/server/desk/account_guard.h"
#include "app/gateway/server/desk/answer_book.h"
#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/desk/session_desk.h"
#include "core/protocol/problems.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

FixedClock clockAtNoon() {
    return FixedClock(*parseRfc3339("2025-10-08T12:00:00Z"));
}

} // namespace

TEST_CASE("a challenge is good once, for its device, for two minutes") {
    FixedClock clock = clockAtNoon();
    ChallengeDesk desk(clock, ChallengeDesk::signIn);
    const auto challenge = desk.open("laptop");
    REQUIRE(challenge);
    CHECK(challenge->nonce.size() == 32);
    CHECK(challenge->serverTime == clock.now());
    CHECK(desk.take(challenge->challengeId, "other laptop").error().is(p::challengeExpired));
    CHECK(desk.take(challenge->challengeId, "laptop")->nonce == challenge->nonce);
    CHECK(desk.take(challenge->challengeId, "laptop").error().is(p::challengeExpired));
    const auto second = desk.open("laptop");
    CHECK(second->nonce != challenge->nonce);
    clock.advance(std::chrono::minutes(2));
    CHECK(desk.take(second->challengeId, "laptop").error().is(p::challengeExpired));
}

TEST_CASE("a consent challenge belongs to one sign-in, and says why it is worth nothing") {
    FixedClock clock = clockAtNoon();
    ChallengeDesk desk(clock, ChallengeDesk::consent);
    const auto challenge = desk.open("laptop", "session");
    REQUIRE(challenge);
    CHECK(challenge->expiresAt == clock.now() + std::chrono::minutes(5));
    CHECK(desk.take(challenge->challengeId, "stolen", "session").error().is(p::consentChallengeForeign));
    CHECK(desk.take(challenge->challengeId, "laptop", "later session").error().is(p::consentChallengeForeign));
    CHECK(desk.take(challenge->challengeId, "laptop", "session")->nonce == challenge->nonce);
    CHECK(desk.take(challenge->challengeId, "laptop", "session").error().is(p::consentChallengeUsed));
    CHECK(desk.take("made up", "laptop", "session").error().is(p::consentChallengeExpired));
    const auto late = desk.open("laptop", "session");
    clock.advance(std::chrono::minutes(5));
    CHECK(desk.take(late->challengeId, "laptop", "session").error().is(p::consentChallengeExpired));

    // Used ones are remembered, but not without end: the oldest makes room and is then unknown.
    std::vector<std::string> used;
    for (int i = 0; i < 70; ++i) {
        used.push_back(desk.open("laptop", "session")->challengeId);
        clock.advance(std::chrono::milliseconds(1));
        REQUIRE(desk.take(used.back(), "laptop", "session"));
    }
    CHECK(desk.take(used.back(), "laptop", "session").error().is(p::consentChallengeUsed));
    CHECK(desk.take(used.front(), "laptop", "session").error().is(p::consentChallengeExpired));
}

TEST_CASE("a device cannot pile challenges up") {
    FixedClock clock = clockAtNoon();
    ChallengeDesk desk(clock, ChallengeDesk::signIn);
    for (int i = 0; i < 32; ++i) {
        REQUIRE(desk.open("laptop"));
    }
    CHECK(desk.open("laptop").error().is(p::busy));
    CHECK(desk.open("other"));
    clock.advance(std::chrono::minutes(3));
    CHECK(desk.open("laptop"));
}

TEST_CASE("a session belongs to its device and ends") {
    FixedClock clock = clockAtNoon();
    SessionDesk desk(clock);
    const NewSession session = desk.open("laptop", "card");
    CHECK(session.token.size() == 64);
    CHECK(desk.find(session.token, "laptop")->card == "card");
    CHECK(desk.find(session.token, "stolen").error().is(p::sessionExpired));
    CHECK_FALSE(desk.find("", "laptop"));
    desk.close(session.token);
    CHECK_FALSE(desk.find(session.token, "laptop"));
    const NewSession another = desk.open("laptop", "card");
    clock.advance(std::chrono::hours(12));
    CHECK_FALSE(desk.find(another.token, "laptop"));
}

TEST_CASE("of a device's sessions the sixteen youngest live") {
    FixedClock clock = clockAtNoon();
    SessionDesk desk(clock);
    const NewSession other = desk.open("other", "card");
    std::vector<std::string> tokens;
    for (int i = 0; i < 17; ++i) {
        clock.advance(std::chrono::seconds(1));
        tokens.push_back(desk.open("laptop", "card").token);
    }
    CHECK_FALSE(desk.find(tokens.front(), "laptop"));
    CHECK(desk.find(tokens[1], "laptop"));
    CHECK(desk.find(tokens.back(), "laptop"));
    CHECK(desk.find(other.token, "other"));
}

TEST_CASE("ten wrong passwords close an account for a quarter of an hour") {
    FixedClock clock = clockAtNoon();
    AccountGuard guard(clock);
    for (int i = 0; i < 10; ++i) {
        CHECK(guard.mayTry("card"));
        guard.wrong("card");
    }
    CHECK_FALSE(guard.mayTry("card"));
    CHECK(guard.mayTry("another"));
    clock.advance(std::chrono::minutes(15));
    CHECK(guard.mayTry("card"));
    guard.wrong("card");
    guard.right("card");
    CHECK(guard.mayTry("card"));
}

TEST_CASE("the same write is done once") {
    FixedClock clock = clockAtNoon();
    AnswerBook book(clock);
    int done = 0;
    const auto ask = [&](const std::string& key, const std::string& body, const std::string& scope = "laptop",
                         int status = 201) {
        Request request;
        request.idempotencyKey = key;
        request.body = body;
        return book.once(scope, request, [&] { return jsonAnswer(status, {{"done", ++done}}); });
    };
    CHECK(ask("k", "a").body == ask("k", "a").body);
    CHECK(done == 1);
    CHECK(ask("k", "b").status == 422);
    CHECK(ask("k", "a", "other").status == 201);
    CHECK(ask("", "a").body != ask("", "a").body);
    done = 0;
    CHECK(ask("faulty", "a", "laptop", 500).status == 500);
    CHECK(ask("faulty", "a").status == 201);
    CHECK(done == 2);
    CHECK(ask(std::string(129, 'x'), "a").status == 400);
    CHECK(ask("with space", "a").status == 400);
    clock.advance(std::chrono::minutes(10));
    CHECK(ask("k", "b").status == 201);
}

TEST_CASE("a write that is under way is not begun twice") {
    FixedClock clock = clockAtNoon();
    AnswerBook book(clock);
    Request request;
    request.idempotencyKey = "k";
    const Answer outer = book.once("s", request, [&] {
        CHECK(book.once("s", request, [] { return emptyAnswer(204); }).status == 429);
        return emptyAnswer(204);
    });
    CHECK(outer.status == 204);
}

TEST_CASE("every problem has a status and words, and a fault keeps its cause") {
    std::set<int> statuses;
    for (const ProblemCode code : p::all) {
        const Answer answer = problemAnswer(Problem{std::string(code.text), "field", {}});
        CHECK(answer.contentType == "application/problem+json");
        CHECK(answer.body.find("\"title\":\"") != std::string::npos);
        statuses.insert(answer.status);
    }
    CHECK(statuses.size() > 7);
    const Answer fault = problemAnswer(Problem{"server.database", "sqlite 11", {}});
    CHECK(fault.status == 500);
    CHECK(fault.body.find("sqlite") == std::string::npos);
    CHECK(fault.problem.find("sqlite 11") != std::string::npos);
}

} // namespace kmixr::server
