// Views and their receipts against the running server.
#include "app/gateway/server/store/database.h"
#include "tests/app_gateway/world/receipts.h"
#include "tests/app_gateway/world/talk.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <set>

namespace kmixr::test {

namespace {

struct Fixture {
    Talk talk;
    std::string doctor = talk.signIn(talk.world.renshu, "renshu");
};

Fixture& fixture() {
    static Fixture made;
    return made;
}

Talk& talk() {
    return fixture().talk;
}

std::vector<protocol::Delivery> deliveriesOf(const std::string& body) {
    protocol::DeliveryReader reader;
    auto deliveries = reader.feed(body);
    REQUIRE(deliveries);
    CHECK(reader.ended());
    return std::move(*deliveries);
}

void checkRefused(const CurlAnswer& answer, int status, const std::string& problem) {
    CHECK(answer.status == status);
    CHECK(answer.problem() == problem);
}

} // namespace

TEST_CASE("a live card opens a view of its patient") {
    const CurlAnswer answer = talk().openView(talk().world.live, fixture().doctor);
    REQUIRE(answer.status == 201);
    const auto view = protocol::readOpenedView(answer.json());
    REQUIRE(view);
    CHECK(view->patient.name == "琴平 泰造");
    CHECK(view->patient.birth == parseIsoDay("1941-02-11"));
    CHECK(view->insurerNumber == "39379995");
    CHECK(view->insurerName == "架空県後期高齢者医療広域連合");
    CHECK(view->cardEnding == talk().world.live.ending());
    CHECK(view->newestMonth == parseIsoMonth("2025-08"));
    CHECK(view->receiptCount == 3);
    CHECK(view->expiresAt == view->openedAt + std::chrono::minutes(30));
    const auto again = protocol::readOpenedView(talk().openView(talk().world.live, fixture().doctor).json());
    CHECK(again->patientKey == view->patientKey);
    CHECK(again->viewId != view->viewId);
}

TEST_CASE("cards and people that may not be looked at") {
    checkRefused(talk().openView(talk().world.lost, fixture().doctor), 409, "patient-card-lost");
    checkRefused(talk().openView(talk().world.replaced, fixture().doctor), 409, "patient-card-replaced");
    checkRefused(talk().openView(talk().world.withdrawn, fixture().doctor), 409, "consent-withdrawn");
    checkRefused(talk().openView(talk().world.unknown, fixture().doctor), 404, "patient-card-unknown");
    checkRefused(talk().openView(talk().world.live, {}), 401, "session-expired");
}

TEST_CASE("a proxy says who and why; other bases and staff are not permitted") {
    Json request = viewOf(talk().world.live);
    request["presented_by"] = "proxy";
    checkRefused(talk().post("/v1/views", request, fixture().doctor), 400, "malformed-request");
    request["proxy_relation"] = "長女";
    request["proxy_reason"] = "本人が来院できないため";
    CHECK(talk().post("/v1/views", request, fixture().doctor).status == 201);
    for (const char* basis : {"emergency", "disaster"}) {
        request["basis"] = basis;
        const CurlAnswer refused = talk().post("/v1/views", request, fixture().doctor);
        checkRefused(refused, 403, "not-permitted");
        CHECK(jsonStringOr(refused.json(), "detail").find("patient's card only") != std::string::npos);
    }
    const std::string staff = talk().signIn(talk().world.shiyou, "shiyou");
    const CurlAnswer refused = talk().openView(talk().world.live, staff);
    checkRefused(refused, 403, "not-permitted");
    CHECK(jsonStringOr(refused.json(), "detail").find("doctors") != std::string::npos);
}

TEST_CASE("malformed requests name their field") {
    const auto detail = [](const Json& body) {
        const CurlAnswer answer = talk().post("/v1/views", body, fixture().doctor);
        checkRefused(answer, 400, "malformed-request");
        return jsonStringOr(answer.json(), "detail");
    };
    Json request = viewOf(talk().world.live);
    request["basis"] = "curiosity";
    CHECK(detail(request) == "basis: unknown word");
    request = viewOf(talk().world.live);
    request["card_token"] = "KMIXR1:NOTATOKEN";
    CHECK(detail(request) == "card_token");
    CHECK(detail(Json::array()) == "not an object");
    CHECK_FALSE(detail(Json(5)).empty());
}

TEST_CASE("the stream brings every receipt of the person and nobody else's") {
    const std::string path = talk().receiptsOf(talk().world.live, fixture().doctor);
    const CurlAnswer answer = talk().get(path, fixture().doctor);
    REQUIRE(answer.status == 200);
    CHECK(answer.headers.at("content-type") == "application/x-ndjson");
    CHECK(answer.headers.at("transfer-encoding") == "chunked");
    const auto deliveries = deliveriesOf(answer.body);
    REQUIRE(deliveries.size() == 4);
    CHECK(deliveries.back().op == protocol::DeliveryOp::End);
    CHECK(deliveries.back().count == 3);
    for (int i = 0; i < 3; ++i) {
        CHECK(deliveries[static_cast<std::size_t>(i)].text.find("琴平　泰造") != std::string::npos);
    }
}

TEST_CASE("a long history comes in order, plain, gzip or zstd alike, and goes on from any cursor") {
    const std::string path = talk().receiptsOf(talk().world.longHistory, fixture().doctor);
    const auto whole = deliveriesOf(talk().get(path, fixture().doctor).body);
    REQUIRE(whole.size() == longHistoryCount + 1);
    std::set<std::string> ids;
    for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
        ids.insert(whole[i].receiptId);
        CHECK((i == 0 || std::stoll(whole[i].cursor) > std::stoll(whole[i - 1].cursor)));
    }
    CHECK(ids.size() == longHistoryCount);
    for (const char* encoding : {"gzip", "zstd"}) {
        const CurlAnswer packed = talk().get(path, fixture().doctor,
                                             {"--header", std::string("Accept-Encoding: ") + encoding, "--compressed"});
        CHECK(packed.headers.at("content-encoding") == encoding);
        const auto same = deliveriesOf(packed.body);
        REQUIRE(same.size() == whole.size());
        CHECK(same[200].text == whole[200].text);
    }
    for (const std::size_t at : {std::size_t{0}, std::size_t{63}, std::size_t{64}, std::size_t{411}}) {
        const auto rest = deliveriesOf(talk().get(path + "?since=" + whole[at].cursor, fixture().doctor).body);
        CHECK(rest.size() == whole.size() - at - 1);
        CHECK(rest.front().receiptId == whole[at + 1].receiptId);
    }
    const auto none = deliveriesOf(talk().get(path + "?since=" + whole.back().cursor, fixture().doctor).body);
    REQUIRE(none.size() == 1);
    CHECK(none[0].cursor == whole.back().cursor);
    checkRefused(talk().get(path + "?since=yesterday", fixture().doctor), 400, "malformed-request");
    checkRefused(talk().get(path + "?since=-1", fixture().doctor), 400, "malformed-request");
}

TEST_CASE("a view is its doctor's own") {
    const std::string path = talk().receiptsOf(talk().world.live, fixture().doctor);
    checkRefused(talk().get(path, talk().signIn(talk().world.mihon, "mihon")), 404, "not-found");
    checkRefused(talk().get("/v1/views/made-up/receipts", fixture().doctor), 404, "not-found");
}

TEST_CASE("the same write sent twice is done once") {
    const std::vector<std::string> key{"--header", "Idempotency-Key: the-same"};
    const CurlAnswer first = talk().post("/v1/views", viewOf(talk().world.live), fixture().doctor, key);
    const CurlAnswer second = talk().post("/v1/views", viewOf(talk().world.live), fixture().doctor, key);
    CHECK(first.status == 201);
    CHECK(second.body == first.body);
    const CurlAnswer other = talk().post("/v1/views", viewOf(talk().world.longHistory), fixture().doctor, key);
    checkRefused(other, 422, "malformed-request");
}

TEST_CASE("every view is recorded, with who, where, why and when") {
    Talk fresh;
    const std::string doctor = fresh.signIn(fresh.world.renshu, "renshu");
    Json request = viewOf(fresh.world.live);
    request["presented_by"] = "proxy";
    request["proxy_relation"] = "長女";
    request["proxy_reason"] = "本人が来院できないため";
    REQUIRE(fresh.post("/v1/views", request, doctor).status == 201);
    static_cast<void>(fresh.openView(fresh.world.lost, doctor)); // refused: nothing was seen
    REQUIRE(fresh.gateway->stop() == 0);
    auto database = server::Database::open(fresh.world.file("gateway.db"), fresh.world.file("gateway.dbkey"));
    REQUIRE(database);
    int views = 0;
    REQUIRE(database->rows(
        "SELECT account, device, basis, presented_by, proxy_relation, proxy_reason, opened_at, people.label"
        " FROM views JOIN people ON people.id = views.person",
        [&](const server::Row& row) {
            ++views;
            CHECK(row.text(0) == "renshu");
            CHECK(row.text(1) == toHex(sha256(ByteView(fresh.world.device.der()))));
            CHECK(row.text(2) == "qr_card");
            CHECK(row.text(3) == "proxy");
            CHECK(row.text(4) == "長女");
            CHECK(row.text(5) == "本人が来院できないため");
            CHECK(parseRfc3339(row.text(6)));
            CHECK(row.text(7) == "T01");
        }));
    CHECK(views == 1);
    for (const char* file : {"gateway.db", "gateway.dbkey"}) {
        using std::filesystem::perms;
        CHECK((std::filesystem::status(fresh.world.file(file)).permissions() &
               (perms::group_all | perms::others_all)) == perms::none);
    }
    for (const char* file : {"gateway.db", "gateway.log", "gateway.out"}) {
        CHECK(fresh.world.read(file).find("琴平") == std::string::npos);
    }
}

TEST_CASE("files that come later, and a changed registry, are taken in while serving") {
    Talk fresh;
    const std::string doctor = fresh.signIn(fresh.world.renshu, "renshu");
    const std::string path = fresh.receiptsOf(fresh.world.live, doctor);
    const auto before = deliveriesOf(fresh.get(path, doctor).body);
    fresh.world.write("receipts/late.UKE", toCp932(medicalReceipt({.month = "202507", .claimed = "202510"})));
    fresh.world.registry["devices"][1]["state"] = "revoked";
    fresh.world.writeRegistry();
    fresh.gateway->signal(SIGHUP);
    REQUIRE(fresh.gateway->logSays("reloaded"));
    const auto delta = deliveriesOf(fresh.get(path + "?since=" + before.back().cursor, doctor).body);
    REQUIRE(delta.size() == 2);
    CHECK(delta[0].op == protocol::DeliveryOp::Add);
    CHECK(curl(fresh.world, fresh.gateway->port(), {.path = "/v1/policy", .certificate = "ca/second"}).problem() ==
          "device-revoked");
}

TEST_CASE("the practice delay holds the receipts of one person back") {
    Talk slow([](GatewayWorld& world) { world.settings["delay"] = {{"T01", 700}}; });
    const std::string doctor = slow.signIn(slow.world.renshu, "renshu");
    const auto timeOf = [&](const qr::PatientCardToken& token) {
        const std::string path = slow.receiptsOf(token, doctor);
        const auto begun = std::chrono::steady_clock::now();
        CHECK(slow.get(path, doctor).status == 200);
        return std::chrono::steady_clock::now() - begun;
    };
    CHECK(timeOf(slow.world.live) >= std::chrono::milliseconds(700));
    CHECK(slow.gateway->log().find("/receipts 200 KMX-P-0001 7") != std::string::npos);
}

TEST_CASE("files taken in by hand beside the running server are served") {
    Talk fresh;
    const std::string doctor = fresh.signIn(fresh.world.renshu, "renshu");
    fresh.world.write("by-hand.UKE", toCp932(medicalReceipt({.month = "202506", .claimed = "202510"})));
    const Finished ingest = run({KMIXR_BIN_DIR "/kmixr-gateway", "ingest", "--config",
                                 fresh.world.file("gateway.json").string(), fresh.world.file("by-hand.UKE").string()});
    CHECK(ingest.status == 0);
    CHECK(Json::parse(ingest.output)["added"] == 1);
    const auto path = fresh.receiptsOf(fresh.world.live, doctor);
    CHECK(deliveriesOf(fresh.get(path, doctor).body).size() == 5);
    CHECK(run({KMIXR_BIN_DIR "/kmixr-gateway", "ingest", "--config", fresh.world.file("gateway.json").string(),
               "/none.UKE"})
              .status == 1);
}

} // namespace kmixr::test
