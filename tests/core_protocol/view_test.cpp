#include "core/protocol/messages.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::protocol {

namespace {

CardProof proof() {
    return {"c-1", Bytes{0x30, 0x01}, Bytes(256, 0x5A), *parseRfc3339("2025-10-08T12:00:00.125Z")};
}

const Instant noon = *parseRfc3339("2025-10-08T12:00:00Z");

OpenedView view() {
    OpenedView opened;
    opened.viewId = "v-1";
    opened.patientKey = "p-1";
    opened.patient = {"琴平 泰造", "コトヒラ タイゾウ", receipt::Sex::Male, *parseIsoDay("1941-02-11")};
    opened.insurerNumber = "39379995";
    opened.insurerName = "架空県後期高齢者医療広域連合";
    opened.cardEnding = "K7Q2";
    opened.newestMonth = *parseIsoMonth("2025-08");
    opened.receiptCount = 413;
    opened.openedAt = noon;
    opened.expiresAt = noon + std::chrono::minutes(30);
    return opened;
}

} // namespace

TEST_CASE("view request round trip for every basis and presenter") {
    for (const ViewBasis basis :
         {ViewBasis::QrCard, ViewBasis::MyNumberCard, ViewBasis::Emergency, ViewBasis::Disaster}) {
        for (const PresentedBy who : {PresentedBy::Patient, PresentedBy::Proxy}) {
            const ViewRequest sent{basis, "KMIXR1:TEXT", who, "長女", "本人が来院できないため", proof()};
            const auto read = readViewRequest(toJson(sent));
            REQUIRE(read);
            CHECK(read->basis == basis);
            CHECK(read->presentedBy == who);
            CHECK(read->cardToken == sent.cardToken);
            CHECK(read->proxyRelation == sent.proxyRelation);
            CHECK(read->proxyReason == sent.proxyReason);
            REQUIRE(read->cardProof);
            CHECK(read->cardProof->challengeId == "c-1");
            CHECK(read->cardProof->certificate == sent.cardProof->certificate);
            CHECK(read->cardProof->signature == sent.cardProof->signature);
            CHECK(read->cardProof->signedAt == sent.cardProof->signedAt);
        }
    }
    CHECK(wordOf(ViewBasis::QrCard) == "qr_card");
    CHECK(wordOf(PresentedBy::Proxy) == "proxy");
}

TEST_CASE("a card needs its token, a proxy a relation and a reason") {
    const Json byPatient = toJson(ViewRequest{ViewBasis::QrCard, "KMIXR1:TEXT", PresentedBy::Patient, "", ""});
    CHECK(readViewRequest(byPatient));
    Json without = byPatient;
    without.erase("card_token");
    CHECK_FALSE(readViewRequest(without));
    CHECK_FALSE(readViewRequest(toJson(ViewRequest{ViewBasis::QrCard, "T", PresentedBy::Proxy, "長女", ""})));
    CHECK_FALSE(readViewRequest(toJson(ViewRequest{ViewBasis::QrCard, "T", PresentedBy::Proxy, "", "理由"})));
    Json unknown = byPatient;
    unknown["basis"] = "curiosity";
    const auto read = readViewRequest(unknown);
    REQUIRE_FALSE(read);
    CHECK(read.error().detail == "basis: unknown word");
    unknown = byPatient;
    unknown["presented_by"] = "neighbour";
    CHECK_FALSE(readViewRequest(unknown));
}

TEST_CASE("a My Number card needs its whole proof, and a QR card none") {
    const Json whole = toJson(ViewRequest{ViewBasis::MyNumberCard, {}, PresentedBy::Patient, {}, {}, proof()});
    REQUIRE(readViewRequest(whole));
    CHECK_FALSE(whole.contains("card_token"));
    for (const char* field : {"challenge_id", "certificate", "signature", "signed_at"}) {
        Json part = whole;
        part["card_proof"].erase(field);
        const auto read = readViewRequest(part);
        REQUIRE_FALSE(read);
        CHECK(read.error().detail.find(field) != std::string::npos);
    }
    Json without = whole;
    without.erase("card_proof");
    CHECK_FALSE(readViewRequest(without));
    Json large = whole;
    large["card_proof"]["signature"] = toBase64(Bytes(1025, 1));
    CHECK_FALSE(readViewRequest(large));
    CHECK_FALSE(readViewRequest(toJson(ViewRequest{ViewBasis::QrCard, "T", PresentedBy::Patient, "", ""}))->cardProof);
}

TEST_CASE("what a patient's card signs is its own domain, bound to laptop, sign-in and time") {
    const Bytes nonce(32, 1), device(700, 2), other(700, 3);
    const Sha256 session = sessionBinding("token"), elsewhere = sessionBinding("token2");
    const Bytes statement = consentStatement(nonce, device, session, noon);
    CHECK(textOf(statement).starts_with("kmixr-consent-v1"));
    CHECK(textOf(statement).ends_with("2025-10-08T12:00:00.000Z"));
    CHECK(statement.size() == 16 + 32 + 32 + 32 + 24);
    CHECK(statement != consentStatement(Bytes(32, 9), device, session, noon));
    CHECK(statement != consentStatement(nonce, other, session, noon));
    CHECK(statement != consentStatement(nonce, device, elsewhere, noon));
    CHECK(statement != consentStatement(nonce, device, session, noon + std::chrono::milliseconds(1)));
    CHECK_FALSE(textOf(signInStatement(nonce, device, noon)).starts_with("kmixr-consent"));
    CHECK(sessionBinding("token") != sha256("token")); // not the hash under which a server may keep it
}

TEST_CASE("opened view round trip") {
    OpenedView sent = view();
    auto read = readOpenedView(toJson(sent));
    REQUIRE(read);
    CHECK(read->viewId == sent.viewId);
    CHECK(read->patientKey == sent.patientKey);
    CHECK(read->patient == sent.patient);
    CHECK(read->insurerNumber == sent.insurerNumber);
    CHECK(read->insurerName == sent.insurerName);
    CHECK(read->cardEnding == sent.cardEnding);
    CHECK(read->newestMonth == sent.newestMonth);
    CHECK(read->receiptCount == 413);
    CHECK(read->openedAt == sent.openedAt);
    CHECK(read->expiresAt == sent.expiresAt);

    sent.newestMonth.reset();
    sent.patient.birth.reset();
    sent.patient.sex = receipt::Sex::Unknown;
    read = readOpenedView(toJson(sent));
    REQUIRE(read);
    CHECK_FALSE(read->newestMonth);
    CHECK(read->patient == sent.patient);
}

TEST_CASE("a view whose patient cannot be read is a problem, not an empty banner") {
    Json json = toJson(view());
    json["patient"]["sex"] = "x";
    CHECK_FALSE(readOpenedView(json));
    json = toJson(view());
    json["patient"].erase("name");
    CHECK_FALSE(readOpenedView(json));
    json = toJson(view());
    json["patient"]["birth"] = "1941-02-30";
    CHECK_FALSE(readOpenedView(json));
    json = toJson(view());
    json.erase("patient");
    CHECK_FALSE(readOpenedView(json));
    json = toJson(view());
    json["receipt_count"] = -1;
    CHECK_FALSE(readOpenedView(json));
}

} // namespace kmixr::protocol
