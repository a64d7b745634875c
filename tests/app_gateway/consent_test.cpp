// Consent by the patient's My Number card against the running server: the one way that opens, and every one that must
// not.
#include "app/gateway/server/store/database.h"
#include "app/gateway/server/trust/card_check.h"
#include "tests/app_gateway/world/receipts.h"
#include "tests/app_gateway/world/talk.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>

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

const Talk& talk() {
    return fixture().talk;
}

const GatewayWorld& world() {
    return talk().world;
}

protocol::CardProof agreed(const Identity& card) {
    return GatewayWorld::agree(talk().viewChallenge(fixture().doctor), card, world().device, fixture().doctor);
}

CurlAnswer open(const protocol::CardProof& proof, std::vector<std::string> options = {}) {
    return talk().post("/v1/views", viewOf(proof), fixture().doctor, std::move(options));
}

void checkRefused(const CurlAnswer& answer, int status, const std::string& problem) {
    CHECK(answer.status == status);
    CHECK(answer.problem() == problem);
    CHECK(answer.body.find("琴平") == std::string::npos);
}

} // namespace

TEST_CASE("the patient's My Number card opens a view of its patient") {
    const CurlAnswer answer = open(agreed(world().myNumber));
    REQUIRE(answer.status == 201);
    const auto view = protocol::readOpenedView(answer.json());
    REQUIRE(view);
    CHECK(view->patient.name == "琴平 泰造");
    CHECK(view->cardEnding.empty());
    const auto byQr = protocol::readOpenedView(talk().openView(world().live, fixture().doctor).json());
    CHECK(view->patientKey == byQr->patientKey);
    CHECK(talk().get("/v1/views/" + view->viewId + "/receipts", fixture().doctor).status == 200);
}

TEST_CASE("a proxy brings the patient's card and says who and why") {
    Json request = viewOf(agreed(world().myNumber));
    request["presented_by"] = "proxy";
    checkRefused(talk().post("/v1/views", request, fixture().doctor), 400, "malformed-request");
    request["proxy_relation"] = "長女";
    request["proxy_reason"] = "本人が来院できないため";
    CHECK(talk().post("/v1/views", request, fixture().doctor).status == 201); // a malformed one spends nothing
}

TEST_CASE("a signature opens one view: replayed it opens none, with the same key it is the same view") {
    const auto proof = agreed(world().myNumber);
    const std::vector<std::string> key{"--header", "Idempotency-Key: consent"};
    const CurlAnswer first = open(proof, key);
    REQUIRE(first.status == 201);
    CHECK(open(proof, key).body == first.body);
    checkRefused(open(proof), 409, "consent-challenge-used");
    auto renamed = proof;
    renamed.challengeId = talk().viewChallenge(fixture().doctor).challengeId; // yesterday's signature, today's nonce
    checkRefused(open(renamed), 401, "consent-signature-rejected");
    checkRefused(open(renamed), 409, "consent-challenge-used"); // spent by the attempt
}

TEST_CASE("certificates that do not count") {
    checkRefused(open(agreed(world().myNumberForged)), 403, "my-number-card-untrusted");
    checkRefused(open(agreed(world().renshu)), 403, "my-number-card-untrusted"); // a doctor's card
    checkRefused(open(agreed(world().myNumberLegal)), 403, "my-number-card-untrusted");
    checkRefused(open(agreed(world().myNumberExpired)), 403, "my-number-card-expired");
    checkRefused(open(agreed(world().myNumberUnlinked)), 404, "my-number-card-unknown");
    checkRefused(open(agreed(world().myNumberRevoked)), 409, "my-number-card-revoked");
    checkRefused(open(agreed(world().myNumberWithdrawn)), 409, "consent-withdrawn");
}

TEST_CASE("a certificate without its key is worth nothing, and is not told whether it is linked") {
    for (const Identity* shown : {&world().myNumber, &world().myNumberRevoked, &world().myNumberWithdrawn}) {
        auto swapped = agreed(world().myNumberUnlinked); // a good card, but another one's certificate
        swapped.certificate = shown->der();
        checkRefused(open(swapped), 401, "consent-signature-rejected");
    }
    auto changed = agreed(world().myNumber);
    changed.signature[20] ^= 1U;
    checkRefused(open(changed), 401, "consent-signature-rejected");
    changed = agreed(world().myNumber);
    changed.signedAt += std::chrono::milliseconds(1);
    checkRefused(open(changed), 401, "consent-signature-rejected");
}

TEST_CASE("a consent is given to one laptop and one sign-in") {
    // Signed for another laptop.
    const auto elsewhere = GatewayWorld::agree(talk().viewChallenge(fixture().doctor), world().myNumber,
                                               world().secondDevice, fixture().doctor);
    checkRefused(open(elsewhere), 401, "consent-signature-rejected");
    // Signed for another sign-in.
    const std::string later = talk().signIn(world().renshu, "renshu");
    const auto otherSession =
        GatewayWorld::agree(talk().viewChallenge(fixture().doctor), world().myNumber, world().device, later);
    checkRefused(open(otherSession), 401, "consent-signature-rejected");
    // A challenge of one sign-in answered in another, and from another laptop.
    const auto stolen = agreed(world().myNumber);
    checkRefused(talk().post("/v1/views", viewOf(stolen), later), 403, "consent-challenge-foreign");
    const std::string there =
        signInByCurl(world(), talk().gateway->port(), world().mihon, "mihon", "ca/second", world().secondDevice);
    const auto fromThere =
        GatewayWorld::agree(talk().viewChallenge(fixture().doctor), world().myNumber, world().secondDevice, there);
    checkRefused(curl(world(), talk().gateway->port(),
                      {.method = "POST",
                       .path = "/v1/views",
                       .body = viewOf(fromThere).dump(),
                       .session = there,
                       .certificate = "ca/second"}),
                 403, "consent-challenge-foreign");
    CHECK(open(stolen).status == 201); // none of the attempts spent it
}

TEST_CASE("a statement of another domain is no consent") {
    const auto challenge = talk().viewChallenge(fixture().doctor);
    const Instant now = SystemClock().now();
    const Bytes signIn = protocol::signInStatement(challenge.nonce, world().device.der(), now);
    checkRefused(open({challenge.challengeId, world().myNumber.der(), world().myNumber.sign(signIn), now}), 401,
                 "consent-signature-rejected");
    // Nor does the patient's card sign a doctor in, and a sign-in challenge is none for a view.
    checkRefused(talk().post("/v1/sessions", protocol::toJson(GatewayWorld::answer(talk().challenge(), world().myNumber,
                                                                                   world().device))),
                 403, "certificate-rejected");
    checkRefused(open(GatewayWorld::agree(talk().challenge(), world().myNumber, world().device, fixture().doctor)), 401,
                 "consent-challenge-expired");
}

TEST_CASE("who may ask for a challenge") {
    checkRefused(talk().post("/v1/view-challenges", Json::object()), 401, "session-expired");
    const std::string staff = talk().signIn(world().shiyou, "shiyou");
    checkRefused(talk().post("/v1/view-challenges", Json::object(), staff), 403, "not-permitted");
    const Talk without([](GatewayWorld& made) { made.settings.erase("my_number_ca_file"); });
    const std::string doctor = without.signIn(without.world.renshu, "renshu");
    checkRefused(without.post("/v1/view-challenges", Json::object(), doctor), 403, "not-permitted");
    checkRefused(without.post("/v1/views", viewOf(agreed(world().myNumber)), doctor), 403, "not-permitted");
}

TEST_CASE("a consent is recorded with its proof, a refused one is not; a card taken back is refused at once") {
    Talk fresh;
    const std::string doctor = fresh.signIn(fresh.world.renshu, "renshu");
    const auto agree = [&](const Identity& card) {
        return GatewayWorld::agree(fresh.viewChallenge(doctor), card, fresh.world.device, doctor);
    };
    const auto proof = agree(fresh.world.myNumber);
    REQUIRE(fresh.post("/v1/views", viewOf(proof), doctor).status == 201);
    static_cast<void>(fresh.post("/v1/views", viewOf(agree(fresh.world.myNumberUnlinked)), doctor));
    fresh.world.registry["patients"][0]["my_number_cards"][0]["state"] = "revoked";
    fresh.world.writeRegistry();
    fresh.gateway->signal(SIGHUP);
    REQUIRE(fresh.gateway->logSays("reloaded"));
    CHECK(fresh.post("/v1/views", viewOf(agree(fresh.world.myNumber)), doctor).problem() == "my-number-card-revoked");
    REQUIRE(fresh.gateway->stop() == 0);
    auto database = server::Database::open(fresh.world.file("gateway.db"), fresh.world.file("gateway.dbkey"));
    REQUIRE(database);
    int views = 0;
    REQUIRE(database->rows("SELECT views.basis, views.presented_by, people.label, certificate, statement, signature"
                           " FROM views JOIN people ON people.id = views.person"
                           " LEFT JOIN consent_proofs ON consent_proofs.view_id = views.view_id",
                           [&](const server::Row& row) {
                               ++views;
                               CHECK(row.text(0) == "my_number_card");
                               CHECK(row.text(1) == "patient");
                               CHECK(row.text(2) == "T01");
                               CHECK(row.blob(3) == proof.certificate);
                               CHECK(server::CardCheck::checkSignature(row.blob(3), row.blob(4), row.blob(5)));
                           }));
    CHECK(views == 1);
}

} // namespace kmixr::test
