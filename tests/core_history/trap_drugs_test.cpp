// The traps of clinical-rules.md §13 that concern drugs and acts.
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string norvasc = "612170710", amlodipine = "620007870", micardis = "620002430", telmisartan = "622535601",
                  crestor = "620002477", rosuvastatin = "622571801", warfarin1 = "613330003",
                  warfarinHalf = "620002332", bayaspirin = "610443053", takelda = "622341601", hirudoid = "620009048",
                  baqsimi = "622796401", dialysisHeparin = "620005701";

/// A receipt in the newest month, so that the clock of the cases stands.
ReceiptInput newestMonthReceipt() {
    return Claim(clinicA, "2025-08").visit({1}).si("12", "112007410", {1}).input();
}

} // namespace

TEST_CASE("trap 06 a block whose count stands on its last line gives days to every line") {
    const auto history = derived({Claim(clinicB, "2025-08")
                                      .visit({18})
                                      .siOpen("70", "170000410", {18}, "2")
                                      .siOpen("", "170027910", {18}, "2")
                                      .si("", "170000210", {18})
                                      .input()});
    for (const auto* code : {"170000410", "170027910"}) {
        const auto* test = examination(*history, code);
        INFO(code);
        REQUIRE(test);
        REQUIRE(test->done.size() == 1);
        CHECK(test->done.front().day == day("2025-08-18"));
        CHECK_FALSE(test->done.front().dayUnknown);
        CHECK(lineOf(*history, test->done.front().evidence).find(code) != std::string::npos);
    }
    CHECK(examination(*history, "170027910")->group == ExaminationGroup::Imaging);
    CHECK_FALSE(examination(*history, "170027910")->feeOnly);
    CHECK(examination(*history, "170000410")->feeOnly); // reading the film is a fee
}

TEST_CASE("trap 07 two strengths of one drug on one day are two rows and no duplicate") {
    std::vector<ReceiptInput> receipts;
    for (const auto* when : {"2025-06-06", "2025-07-04", "2025-08-01"}) {
        receipts.push_back(Dispensed(pharmacy, clinicA, std::string_view(when).substr(0, 7))
                               .drug('1', warfarin1, "2", 28, when)
                               .drug('1', warfarinHalf, "1", 28, when)
                               .input());
    }
    const auto history = derived(std::move(receipts));
    CHECK(course(*history, warfarin1).supplies.size() == 3);
    CHECK(course(*history, warfarinHalf).supplies.size() == 3);
    CHECK(history->duplicates.empty());
    REQUIRE(history->oralIngredients.size() == 1);
    CHECK(history->oralIngredients.front().drugs.size() == 2);
}

TEST_CASE("trap 07 two strengths on one day that were refilled early are still no duplicate") {
    const auto history = derived({Dispensed(pharmacy, clinicA, "2025-07")
                                      .drug('1', warfarin1, "2", 28, "2025-07-20")
                                      .drug('1', warfarinHalf, "1", 28, "2025-07-20")
                                      .input(),
                                  Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', warfarin1, "2", 28, "2025-08-12")
                                      .drug('1', warfarinHalf, "1", 28, "2025-08-12")
                                      .input()});
    CHECK(history->medications.size() == 2);
    CHECK(history->duplicates.empty());
}

TEST_CASE("trap 08 brand to generic without overlap is one course with the change in it") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', norvasc, "1", 28, "2025-07-07").input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1", 28, "2025-08-04").input()});
    REQUIRE(history->medications.size() == 1);
    const auto& drug = history->medications.front();
    CHECK(drug.code == amlodipine);
    REQUIRE(drug.supplies.size() == 2);
    CHECK(drug.supplies[0].code == norvasc);
    CHECK(drug.supplies[1].code == amlodipine);
    CHECK(history->duplicates.empty());
}

TEST_CASE("trap 08 brand to generic with three days of overlap is a switch, no alert") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', micardis, "1", 28, "2025-07-18").input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', telmisartan, "1", 28, "2025-08-12").input()});
    REQUIRE(history->medications.size() == 1);
    CHECK(history->medications.front().supplies.size() == 2);
    CHECK(history->duplicates.empty());
}

TEST_CASE("trap 08 brand to generic with twenty days of overlap is a duplicate") {
    const auto history = derived({Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', crestor, "1", 28, "2025-08-18")
                                      .drug('1', rosuvastatin, "1", 28, "2025-08-26")
                                      .input()});
    REQUIRE(history->duplicates.size() == 1);
    const auto& pair = history->duplicates.front();
    CHECK(pair.level == DuplicateLevel::SameIngredientRoute);
    CHECK(pair.letter == 'A');
    CHECK(pair.from == day("2025-08-26"));
    CHECK(pair.to == day("2025-09-14"));
    CHECK(pair.days == 20);
    CHECK(pair.prominent);
    CHECK(history->medications[pair.first].duplicates == std::vector<std::uint32_t>{0});
    CHECK(history->medications[pair.second].duplicates == std::vector<std::uint32_t>{0});
}

TEST_CASE("trap 08 a switch from one institution to another within a week raises nothing") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', norvasc, "1", 28, "2025-07-07").input(),
                 Dispensed(otherPharmacy, hospital, "2025-08").drug('1', amlodipine, "1", 28, "2025-08-01").input()});
    REQUIRE(history->medications.size() == 2); // two prescribers: two rows
    CHECK(history->duplicates.empty());
    // §4: no alert, but the bar of the newer one asks 「切替?」
    const auto& fresh = course(*history, amlodipine);
    REQUIRE(fresh.switchedFrom);
    CHECK(history->medications[*fresh.switchedFrom].code == norvasc);
    CHECK_FALSE(course(*history, norvasc).switchedFrom);
}

TEST_CASE("trap 09 plain aspirin and a combination that holds aspirin are one ingredient") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', bayaspirin, "1", 28, "2025-08-06").input(),
                 Dispensed(pharmacy, hospital, "2025-08").drug('1', takelda, "1", 56, "2025-08-13").input()});
    REQUIRE(history->duplicates.size() == 1);
    CHECK(history->duplicates.front().level == DuplicateLevel::SameIngredient);
    CHECK(history->duplicates.front().days == 21);
    const auto* antiplatelet = flag(*history, "antiplatelet");
    REQUIRE(antiplatelet);
    CHECK(antiplatelet->basis == FlagBasis::Drug);
    CHECK(antiplatelet->detail.find("アスピリン") != std::string::npos);
    // Aspirin counts once though two drugs hold it; what the combination holds besides counts as well.
    REQUIRE(history->oralIngredients.size() == 2);
    CHECK(history->oralIngredients[0].key == "aspirin");
    CHECK(history->oralIngredients[0].drugs == std::vector<std::uint32_t>{0, 1});
    CHECK(history->oralIngredients[1].key == "lansoprazole");
}

TEST_CASE("trap 10 heparinoid ointment is no anticoagulant") {
    const auto history =
        derived({Dispensed(otherPharmacy, clinicA, "2025-08").drug('5', hirudoid, "50", 1, "2025-08-08").input()});
    CHECK_FALSE(flag(*history, "anticoagulant"));
    CHECK(course(*history, hirudoid).drugClass == "保湿");
    CHECK(course(*history, hirudoid).highRiskClass.empty());
    CHECK(course(*history, hirudoid).use == DrugUse::External);
}

TEST_CASE("trap 11 nasal glucagon is no insulin") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('9', baqsimi, "1", 1, "2025-08-15").input()});
    CHECK_FALSE(flag(*history, "insulin"));
    CHECK_FALSE(flag(*history, "self-injection"));
    CHECK(course(*history, baqsimi).drugClass == "低血糖");
    CHECK(course(*history, baqsimi).highRiskClass.empty());
    CHECK(factor(*history, "糖尿病").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("trap 12 dialysis heparin is neither a medication nor an oral anticoagulant") {
    Claim claim(dialysisClinic, "2025-08");
    claim.visit({1, 4, 6})
        .si("40", "140057910", {1, 4, 6})
        .iy("", dialysisHeparin, "1", 3, 1)
        .to("", "710010935", "1", {1, 4, 6});
    const auto history = derived({claim.input()});
    CHECK_FALSE(flag(*history, "anticoagulant"));
    CHECK(history->medications.empty());
    const auto* dialysis = procedure(*history, "140057910");
    REQUIRE(dialysis);
    CHECK(std::any_of(dialysis->details.begin(), dialysis->details.end(),
                      [](const std::string& detail) { return detail.find("ヘパリン") != std::string::npos; }));
}

TEST_CASE("trap 13 人工腎臓(その他) once in intensive care is no maintenance dialysis") {
    const auto history =
        derived({Claim(hospital, "2025-08", {}, true).visit({3, 4, 5, 6}).si("40", "140007710", {5}).input()});
    CHECK_FALSE(flag(*history, "dialysis"));
    const auto* other = flag(*history, "haemodialysis-other");
    REQUIRE(other);
    CHECK(other->words.find("維持") == std::string::npos);
    CHECK(factor(*history, "慢性腎臓病・透析").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("trap 13 maintenance dialysis needs two months or the management fee") {
    const auto one = derived({Claim(dialysisClinic, "2025-08").visit({1}).si("40", "140057910", {1}).input()});
    CHECK_FALSE(flag(*one, "dialysis"));
    const auto two = derived({Claim(dialysisClinic, "2025-07").visit({1}).si("40", "140057910", {1}).input(),
                              Claim(dialysisClinic, "2025-08").visit({1}).si("40", "140057910", {1}).input()});
    REQUIRE(flag(*two, "dialysis"));
    CHECK(flag(*two, "dialysis")->words == "維持透析の算定あり");
    CHECK(flag(*two, "dialysis")->lastMonth == newest);
    CHECK(flag(*two, "dialysis")->evidence.size() == 2);
    const auto fee = derived({Claim(dialysisClinic, "2025-08").visit({1}).si("13", "113002510", {1}).input()});
    REQUIRE(flag(*fee, "dialysis"));
    CHECK(factor(*fee, "慢性腎臓病・透析").answer == RiskAnswer::Recorded);
    CHECK(factor(*fee, "慢性腎臓病・透析").basis == "算定");
}

TEST_CASE("trap 14 a donor's costs raise no transplant flag and stand with their reason") {
    const auto history = derived({Claim(hospital, "2025-08").visit({14}).si("50", "150196410", {14}).input()});
    for (const auto& raised : history->flags) {
        CHECK_FALSE(raised.id.starts_with("transplant"));
    }
    const auto* donor = procedure(*history, "150196410");
    REQUIRE(donor);
    CHECK(donor->exclusion.find("提供者") != std::string::npos);
    CHECK(factor(*history, "臓器・造血幹細胞移植").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("trap 14 a transplant with the donor's costs beside it rests on the operation alone") {
    const auto history = derived(
        {Claim(hospital, "2025-07", {}, true).visit({5}).si("50", "150338610", {5}).si("", "150196410", {5}).input(),
         Claim(hospital, "2025-08").visit({14}).si("13", "113013210", {14}).input()});
    const auto* kidney = flag(*history, "transplant-kidney");
    REQUIRE(kidney);
    CHECK(kidney->basis == FlagBasis::Act);
    CHECK(kidney->lastMonth == newest); // aftercare goes on
    CHECK_FALSE(flag(*history, "transplant-organ"));
    for (const auto& evidence : kidney->evidence) {
        CHECK(lineOf(*history, evidence).find("150196410") == std::string::npos);
    }
    REQUIRE(procedure(*history, "150338610"));
    CHECK(procedure(*history, "150338610")->exclusion.empty());
    CHECK_FALSE(procedure(*history, "150196410")->exclusion.empty());
}

TEST_CASE("trap 15 an HbA1c test is no diabetes") {
    const auto history = derived(
        {Claim(clinicA, "2025-08").visit({10}).sy({"8833421", "20240810"}).si("60", "160010010", {10}).input()});
    CHECK(factor(*history, "糖尿病").answer == RiskAnswer::NotRecorded);
    REQUIRE(examination(*history, "160010010"));
    CHECK(examination(*history, "160010010")->group == ExaminationGroup::Chemistry);
    CHECK(history->problems.size() == 1);
}

TEST_CASE("trap 16 a supply of 90 days from three months ago still lasts today") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', amlodipine, "1", 90, "2025-07-25").input(),
                 newestMonthReceipt()});
    const auto& drug = course(*history, amlodipine);
    CHECK(drug.end == day("2025-10-22"));
    CHECK(drug.today == DrugState::Taking);
    CHECK(drug.atDataEnd == DrugState::Taking);
    CHECK(drug.longTerm);
}

TEST_CASE("trap 17 an ointment is estimated at fourteen days") {
    const auto history =
        derived({Dispensed(otherPharmacy, clinicA, "2025-08").drug('5', "662640423", "5", 1, "2025-08-20").input()});
    const auto& drug = course(*history, "662640423");
    REQUIRE(drug.supplies.size() == 1);
    CHECK(drug.supplies.front().start == day("2025-08-20"));
    CHECK(drug.supplies.front().end == day("2025-09-02"));
    CHECK(drug.supplies.front().estimatedPeriod);
    CHECK_FALSE(drug.longTerm);
    CHECK(drug.today == DrugState::Ended); // one fill, less than 28 days: nothing says it goes on
}
