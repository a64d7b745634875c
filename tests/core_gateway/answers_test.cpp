// Answers that the interface does not know: each a problem, none believed.
#include "core/gateway/problems.h"
#include "core/protocol/problems.h"
#include "tests/core_gateway/rude_server.h"
#include "tests/core_gateway/waiting.h"

namespace kmixr::gateway {

namespace {

struct Fixture {
    test::GatewayWorld world;
    RudeServer server{world};
    std::unique_ptr<GatewayClient> client = open(settingsFor(world, server.serverPort()));
};

const QByteArray line = R"({"op":"add","receipt_id":"r-1","cursor":"7","text":"IR,1\n"})"
                        "\n";
const QByteArray end = R"({"op":"end","cursor":"7","count":1})"
                       "\n";

} // namespace

TEST_CASE("what is no JSON, lacks fields, or is endless, is unreadable") {
    Fixture f;
    for (const QByteArray& body : {QByteArray("<html>"), QByteArray("{}"), QByteArray("[]"), QByteArray(),
                                   QByteArray("{\"challenge_id\":5}"), QByteArray(3 * 1024 * 1024, ' ')}) {
        f.server.say("application/json", body);
        checkProblem(answerOf(f.client->requestChallenge()), problems::unreadable);
    }
    f.server.say("text/html", "<h1>Proxy says no</h1>", 502);
    checkProblem(answerOf(f.client->requestChallenge()), problems::unreadable);
    f.server.say("text/html", "moved", 302);
    checkProblem(answerOf(f.client->requestChallenge()), problems::unreadable);
}

TEST_CASE("a problem of a kind we do not know is the server's fault") {
    Fixture f;
    f.server.say("application/problem+json",
                 R"({"type":"https://kmix-r.example/problems/of-the-future","status":418,"title":"?"})", 418);
    checkProblem(answerOf(f.client->requestChallenge()), protocol::problems::serverFault);
}

TEST_CASE("requests carry what the interface asks for, and an own key each") {
    Fixture f;
    f.server.say("application/json", "{}");
    static_cast<void>(answerOf(f.client->requestChallenge()));
    static_cast<void>(answerOf(f.client->requestChallenge()));
    REQUIRE(f.server.heard.size() == 2);
    const auto keyOf = [](const QByteArray& request) {
        const qsizetype at = request.toLower().indexOf("idempotency-key: ");
        REQUIRE(at > 0);
        return request.mid(at, request.indexOf('\r', at) - at);
    };
    CHECK(keyOf(f.server.heard[0]) != keyOf(f.server.heard[1]));
    CHECK(f.server.heard[0].startsWith("POST /v1/sign-in-challenges HTTP/1.1\r\n"));
    CHECK(f.server.heard[0].contains("application/json"));
    CHECK_FALSE(f.server.heard[0].toLower().contains("cookie"));
}

TEST_CASE("a stream with a line that is none stops there, without its end it is interrupted") {
    Fixture f;
    const auto fetch = [&](const QByteArray& body) {
        f.server.say("application/x-ndjson", body);
        const auto download = f.client->fetchReceipts("x", "");
        return bringing(*download);
    };
    const Brought good = fetch(line + end);
    REQUIRE(*good.end);
    CHECK(good.deliveries.size() == 1);
    const Brought withoutEnd = fetch(line);
    checkProblem(*withoutEnd.end, problems::interrupted);
    CHECK(withoutEnd.deliveries.size() == 1);
    CHECK(withoutEnd.end->error().numbers.at("received") == 1);
    checkProblem(*fetch("<html>\n").end, problems::unreadable);
    checkProblem(*fetch(R"({"op":"explode","cursor":"1"})"
                        "\n")
                      .end,
                 problems::unreadable);
    checkProblem(*fetch(line + end + line).end, problems::unreadable);
    checkProblem(*fetch("").end, problems::interrupted);
}

TEST_CASE("a reading of a stream that the server compresses hard is not taken for an attack") {
    Fixture f;
    // 32 MB of equal receipts: by far more than Qt's guard against compressed bombs lets through on its own.
    QByteArray body;
    const QByteArray large =
        R"({"op":"add","receipt_id":"r-1","cursor":"7","text":")" + QByteArray(1024 * 1024, 'a') + "\"}\n";
    for (int i = 0; i < 32; ++i) {
        body += large;
    }
    body += end;
    const QByteArray zlib = qCompress(body, 9).mid(4);
    f.server.answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Encoding: deflate\r\nConnection: close\r\n"
        "Content-Length: " +
        QByteArray::number(zlib.size()) + "\r\n\r\n" + zlib;
    const auto download = f.client->fetchReceipts("x", "");
    const Brought brought = bringing(*download);
    REQUIRE(brought.end.has_value());
    CHECK(*brought.end);
    CHECK(brought.deliveries.size() == 32);
}

} // namespace kmixr::gateway
