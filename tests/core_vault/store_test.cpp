#include "core/vault/problems.h"
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

std::string codeOf(const Outcome<HeldPatient>& outcome) {
    return outcome ? "held" : outcome.error().code;
}

std::vector<std::string> idsOf(const HeldPatient& held) {
    std::vector<std::string> ids;
    for (const auto& receipt : held.receipts)
        ids.push_back(receipt.id);
    return ids;
}

} // namespace

TEST_CASE("everything that was stored comes back, also after locking") {
    const Folder folder;
    ConsentRecord proxy{"view-9", "my_number_card", "proxy", "長女", "本人は入院中", at(9)};
    {
        Vault vault = opened(placeIn(folder));
        REQUIRE(vault.store(patient(5), proxy, {add(5, 1), add(5, 2)}, "cursor-2", at(10)));
    }
    Vault vault = opened(placeIn(folder));
    for (const auto& held : {vault.find("person-5"), vault.findByToken(patient(5).tokenHash)}) {
        REQUIRE(held);
        CHECK(held->patient.patientKey == "person-5");
        CHECK(held->patient.person == patient(5).person);
        CHECK(held->patient.insurerNumber == "39370018");
        CHECK(held->patient.insurerName == "練習広域連合");
        CHECK(held->patient.tokenHash == patient(5).tokenHash);
        CHECK(held->patient.cardEnding == "K7Q2");
        CHECK(held->consent.viewId == "view-9");
        CHECK(held->consent.basis == "my_number_card");
        CHECK(held->consent.presentedBy == "proxy");
        CHECK(held->consent.proxyRelation == "長女");
        CHECK(held->consent.proxyReason == "本人は入院中");
        CHECK(held->consent.at == at(9));
        CHECK(held->cursor == "cursor-2");
        CHECK(held->fetched == at(10));
        REQUIRE(held->receipts.size() == 2);
        CHECK(held->receipts[0].text == receiptText(5, 1));
        CHECK(held->receipts[1].text == receiptText(5, 2));
    }
}

TEST_CASE("changes add, replace and withdraw; the latest consent counts") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1), add(1, 2), add(1, 3)}, "c3", at(1)));
    REQUIRE(vault.store(patient(1), consent(2),
                        {{Change::Replace, "receipt-2", "replaced\n"},
                         {Change::Withdraw, "receipt-1", ""},
                         {Change::Withdraw, "never-seen", ""},
                         add(1, 4),
                         add(1, 3)},
                        "c7", at(2)));
    const auto held = vault.find("person-1");
    REQUIRE(held);
    CHECK(idsOf(*held) == std::vector<std::string>{"receipt-2", "receipt-3", "receipt-4"});
    CHECK(held->receipts[0].text == "replaced\n");
    CHECK(held->consent.viewId == "view-2");
    CHECK(held->cursor == "c7");
    CHECK(vault.patientCount() == 1);
}

TEST_CASE("a held patient comes out again only with the consent written down, once for each view") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    const auto again = vault.reopen("person-1", consent(2));
    REQUIRE(again);
    CHECK(again->consent.viewId == consent(2).viewId);
    CHECK(again->receipts.size() == 1);
    CHECK(again->cursor == "c1");
    // The delta of the same view arrives: its consent is there already.
    REQUIRE(vault.store(patient(1), consent(2), {add(1, 2)}, "c2", at(2)));
    REQUIRE(vault.reopen("person-1", consent(1))); // an older view does not become the latest
    CHECK(vault.find("person-1")->consent.viewId == consent(2).viewId);
    CHECK(vault.reopen("person-7", consent(3)).error().is(problems::notHeld));
    CHECK(vault.find("person-7").error().is(problems::notHeld));
}

TEST_CASE("a long history and odd texts are kept to the byte") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    std::vector<ReceiptChange> changes;
    for (int receipt = 0; receipt < 400; ++receipt)
        changes.push_back(add(1, receipt));
    changes.push_back({Change::Add, "empty", ""});
    changes.push_back({Change::Add, "zeros", std::string(3, '\0') + "後"});
    changes.push_back({Change::Add, "large", std::string(3'000'000, 'x')});
    REQUIRE(vault.store(patient(1), consent(1), changes, "c", at(1)));
    const auto held = vault.find("person-1");
    REQUIRE(held);
    REQUIRE(held->receipts.size() == changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (held->receipts[i].id != changes[i].id || held->receipts[i].text != changes[i].text)
            FAIL_CHECK("receipt " << i << " differs");
}

TEST_CASE("who is not held is not held") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    CHECK(codeOf(vault.find("person-1")) == "vault.not-held");
    CHECK(codeOf(vault.findByToken(patient(1).tokenHash)) == "vault.not-held");
    CHECK(codeOf(vault.findByToken({})) == "vault.not-held");
    CHECK(vault.patientCount() == 0);
}

TEST_CASE("a reissued card finds its patient, the old one nobody") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    PatientRecord reissued = patient(1);
    reissued.tokenHash = sha256("the second card");
    REQUIRE(vault.store(reissued, consent(2), {}, "c1", at(2)));
    CHECK(codeOf(vault.findByToken(reissued.tokenHash)) == "held");
    CHECK(codeOf(vault.findByToken(patient(1).tokenHash)) == "vault.not-held");
}

TEST_CASE("opened by a My Number card, the patient is still found by the QR card shown before") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    for (const int number : {1, 2, 3}) { // of several people no card is known at all
        PatientRecord byMyNumber = patient(number);
        byMyNumber.tokenHash = {};
        byMyNumber.cardEnding.clear();
        ConsentRecord agreed = consent(10 + number);
        agreed.basis = "my_number_card";
        REQUIRE(vault.store(byMyNumber, agreed, {}, "c2", at(2)));
    }
    const auto held = vault.findByToken(patient(1).tokenHash);
    REQUIRE(held);
    CHECK(held->patient.patientKey == "person-1");
    CHECK(held->patient.cardEnding == patient(1).cardEnding);
    CHECK(held->consent.basis == "my_number_card");
    CHECK(held->cursor == "c2");
    CHECK(codeOf(vault.findByToken({})) == "vault.not-held");
    CHECK(vault.find("person-2")->patient.tokenHash == Sha256{});
    REQUIRE(vault.store(patient(2), consent(20), {}, "c3", at(3)));
    CHECK(vault.findByToken(patient(2).tokenHash)->patient.patientKey == "person-2");
}

TEST_CASE("a card finds the patient it was last presented for, never somebody else") {
    // A card registered to the wrong person was put right at the counter: the gateway now answers with another patient.
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    for (const auto& [wrong, right] : {std::pair{1, 2}, {4, 3}}) {
        PatientRecord corrected = patient(right);
        corrected.tokenHash = patient(wrong).tokenHash;
        REQUIRE(vault.store(patient(wrong), consent(wrong), {add(wrong, 1)}, "c1", at(1)));
        REQUIRE(vault.store(corrected, consent(right), {add(right, 1)}, "c1", at(2)));
        const auto held = vault.findByToken(patient(wrong).tokenHash);
        REQUIRE(held);
        CHECK(held->patient.patientKey == corrected.patientKey);
        CHECK(codeOf(vault.find(patient(wrong).patientKey)) == "held");
    }
}

TEST_CASE("patients kept without a QR card are found by their key only") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    for (const int number : {1, 2}) {
        PatientRecord byOtherMeans = patient(number);
        byOtherMeans.tokenHash = {};
        REQUIRE(vault.store(byOtherMeans, consent(number), {add(number, 1)}, "c1", at(1)));
    }
    CHECK(codeOf(vault.findByToken({})) == "vault.not-held");
    CHECK(vault.find("person-1")->patient.patientKey == "person-1");
    CHECK(vault.find("person-2")->patient.patientKey == "person-2");
}

TEST_CASE("forgetting takes everything of one patient and nothing of another") {
    const Folder folder;
    Vault vault = opened(placeIn(folder));
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    REQUIRE(vault.store(patient(2), consent(2), {add(2, 1)}, "c1", at(1)));
    REQUIRE(vault.forget("person-1"));
    REQUIRE(vault.forget("nobody"));
    CHECK(codeOf(vault.find("person-1")) == "vault.not-held");
    CHECK(codeOf(vault.find("person-2")) == "held");
    REQUIRE(vault.store(patient(1), consent(3), {}, "c0", at(3)));
    const auto again = vault.find("person-1");
    REQUIRE(again);
    CHECK(again->receipts.empty());
}
