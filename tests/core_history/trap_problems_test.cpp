// The traps of clinical-rules.md §13 that concern diseases, institutions and months.
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string gastricUlcer = "5319009", duodenalUlcer = "5329002", hypertension = "8833421",
                  renalAnaemia = "2858001";

bool anyNamed(const History& history, Grade grade, std::string_view part) {
    return std::any_of(history.problems.begin(), history.problems.end(), [&](const ClinicalProblem& p) {
        return p.grade == grade && p.name.find(part) != std::string::npos;
    });
}

} // namespace

TEST_CASE("trap 01 の疑い before or after another modifier is suspected in both orders") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .sy({gastricUlcer, "20250803", "40128002"})
                                      .sy({duodenalUlcer, "20250803", "80024012"})
                                      .input()});
    for (const auto& code : {gastricUlcer, duodenalUlcer}) {
        const auto& suspected = problem(*history, code);
        CHECK(suspected.grade == Grade::Suspected);
        CHECK(suspected.name.ends_with("の疑い"));
        CHECK(suspected.treatments.empty());
    }
    CHECK(problem(*history, gastricUlcer).name == "急性胃潰瘍の疑い");
    CHECK(problem(*history, duodenalUlcer).name == "急性十二指腸潰瘍の疑い");
    CHECK(std::all_of(history->problems.begin(), history->problems.end(),
                      [](const ClinicalProblem& p) { return p.grade == Grade::Suspected; }));
}

TEST_CASE("trap 02 の疑い in one month, gone in the next, healed in the third") {
    const auto history = derived({Claim(clinicA, "2025-06").sy({gastricUlcer, "20250603", "8002"}).input(),
                                  Claim(clinicA, "2025-07").sy({gastricUlcer, "20250603", "", "1", true}).input(),
                                  Claim(clinicA, "2025-08").sy({gastricUlcer, "20250603", "", "2", true}).input()});
    REQUIRE(history->problems.size() == 2);
    const auto suspected = std::find_if(history->problems.begin(), history->problems.end(),
                                        [](const ClinicalProblem& p) { return p.grade == Grade::Suspected; });
    const auto healed = std::find_if(history->problems.begin(), history->problems.end(),
                                     [](const ClinicalProblem& p) { return p.grade == Grade::Past; });
    REQUIRE(suspected != history->problems.end());
    REQUIRE(healed != history->problems.end());
    CHECK(suspected->suspicionGone == month("2025-07"));
    CHECK(suspected->lastMonth == month("2025-06"));
    CHECK(healed->outcome == receipt::DiseaseOutcome::Cured);
    CHECK(healed->firstMonth == month("2025-07"));
    CHECK(healed->lastMonth == month("2025-08"));
    CHECK(healed->evidence.size() == 2);
    CHECK_FALSE(healed->suspicionGone);
}

TEST_CASE("trap 03 a suspicion written into the free text of an uncoded name") {
    const auto uncoded = [](std::string text) {
        return derived(
            {Claim(clinicA, "2025-08").sy({"0000999", "20250803", "", "1", false, std::move(text)}).input()});
    };
    for (const auto* text :
         {"胃癌疑", "胃癌の疑い", "胃癌うたがい", "胃癌　ｓ／ｏ", "胃癌 S/O", "肺癌ｓｕｓｐ", "肺癌 Susp.", "胃癌？"}) {
        const auto history = uncoded(text);
        INFO(text);
        REQUIRE(history->problems.size() == 1);
        CHECK(history->problems.front().grade == Grade::Suspected);
        CHECK(history->problems.front().name.find(text) != std::string::npos);
        CHECK(history->problems.front().uncoded);
    }
    const auto plain = uncoded("胃瘻造設後状態");
    CHECK(plain->problems.front().grade != Grade::Suspected);
    CHECK(plain->problems.front().uncoded);
    CHECK(plain->problems.front().icd10.empty());
}

TEST_CASE("trap 03 a suspicion in the supplementary comment of a coded name") {
    const auto history =
        derived({Claim(clinicA, "2025-08").sy({"1539004", "20250803", "", "1", false, "", "疑い"}).input()});
    CHECK(problem(*history, "1539004").grade == Grade::Suspected);
    CHECK(problem(*history, "1539004").name == "大腸癌（疑い）");
    CHECK(factor(*history, "がん").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("trap 03 a suspicion in the free text beside a code, known or not") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .sy({"1539004", "20250803", "", "1", false, "大腸癌疑"})
                                      .sy({"9999998", "20250803", "", "1", false, "胃癌疑"})
                                      .input()});
    CHECK(problem(*history, "1539004").grade == Grade::Suspected);
    CHECK(problem(*history, "1539004").name == "大腸癌（大腸癌疑）");
    CHECK(problem(*history, "9999998").grade == Grade::Suspected);
    CHECK(problem(*history, "9999998").name.find("疑") != std::string::npos);
}

TEST_CASE("trap 02 の疑い in the comment of one month and gone from it in the next are two episodes") {
    const auto history =
        derived({Claim(clinicA, "2025-07").sy({"1539004", "20250703", "", "1", false, "", "疑い"}).input(),
                 Claim(clinicA, "2025-08").sy({"1539004", "20250703"}).input()});
    REQUIRE(history->problems.size() == 2);
    CHECK(history->problems.front().grade == Grade::SingleMonth);
    CHECK(history->problems.front().firstMonth == newest);
    CHECK(history->problems.back().grade == Grade::Suspected);
    CHECK(history->problems.back().suspicionGone == newest);
}

TEST_CASE("trap 04 stopped at one institution while another continues") {
    const auto history = derived({Claim(hospital, "2025-06").sy({renalAnaemia, "20230120", "", "1"}).input(),
                                  Claim(hospital, "2025-07").sy({renalAnaemia, "20230120", "", "4"}).input(),
                                  Claim(dialysisClinic, "2025-07").sy({renalAnaemia, "20250702"}).input(),
                                  Claim(dialysisClinic, "2025-08").sy({renalAnaemia, "20250702"}).input()});
    const auto& stopped = problem(*history, renalAnaemia, hospital.code);
    const auto& continued = problem(*history, renalAnaemia, dialysisClinic.code);
    CHECK(stopped.grade == Grade::Past);
    CHECK(stopped.outcome == receipt::DiseaseOutcome::Stopped);
    CHECK(continued.grade == Grade::Continuing);
    CHECK(continued.outcome == receipt::DiseaseOutcome::Continuing);
}

TEST_CASE("trap 05 the same disease at two institutions keeps both start dates") {
    const auto history = derived({Claim(clinicA, "2025-08").sy({hypertension, "20140103"}).input(),
                                  Claim(dialysisClinic, "2025-08").sy({hypertension, "20220502"}).input()});
    CHECK(problem(*history, hypertension, clinicA.code).start == day("2014-01-03"));
    CHECK(problem(*history, hypertension, dialysisClinic.code).start == day("2022-05-02"));
    CHECK(history->problems.size() == 2);
}

TEST_CASE("trap 18 a month without data where the insurer changed is missing, not arrived") {
    Who before, after;
    after.insurer = "06379994";
    const auto history = derived({Claim(clinicA, "2025-03", before).sy({hypertension, "20200101"}).input(),
                                  Claim(clinicA, "2025-05", before).sy({hypertension, "20200101"}).input(),
                                  Claim(clinicA, "2025-07", after).sy({hypertension, "20200101"}).input(),
                                  Claim(clinicA, "2025-08", after).sy({hypertension, "20200101"}).input()});
    REQUIRE(history->coverage.size() == 8); // March to October
    const auto state = [&](std::string_view iso) {
        return std::find_if(history->coverage.begin(), history->coverage.end(),
                            [&](const CoverageMonth& c) { return c.month == month(iso); })
            ->state;
    };
    CHECK(state("2025-03") == CoverageState::Arrived);
    CHECK(state("2025-04") == CoverageState::Arrived); // nothing happened, at one and the same insurer
    CHECK(state("2025-06") == CoverageState::Missing);
    CHECK(state("2025-08") == CoverageState::Arrived);
    CHECK(state("2025-09") == CoverageState::NotYet);
    CHECK(state("2025-10") == CoverageState::NotYet);
    CHECK(history->newestMonth == newest);
    CHECK(problem(*history, hypertension).months.size() == 4);
}

TEST_CASE("trap 19 two insurers in one month are one visit month and one disease") {
    Who left, joined;
    left.insurer = "01379999";
    const auto history = derived(
        {Claim(hospital, "2025-08", left).visit({10}).sy({"0798002", "20220810"}).si("60", "160008010", {10}).input(),
         Claim(hospital, "2025-08", joined)
             .visit({24})
             .sy({"0798002", "20220810"})
             .si("60", "160054710", {24})
             .co("99", "820000244", "")
             .input()});
    REQUIRE(history->visits.size() == 1);
    CHECK(history->visits.front().days == 2);
    CHECK(history->visits.front().dayNumbers == std::vector{10, 24});
    CHECK(history->visits.front().receipts.size() == 2);
    CHECK(history->coverage.front().insurers == std::vector<std::string>{"01379999", "379990"});
    CHECK(problem(*history, "0798002").evidence.size() == 2);
    CHECK(problem(*history, "0798002").months.size() == 1);
    CHECK(history->receipts.size() == 2);
    for (const auto& source : history->receipts) {
        CHECK(source.use == ReceiptUse::Used);
    }
}

TEST_CASE("trap 20 a code the master lacks is shown as the code and never dropped") {
    const auto history =
        derived({Claim(clinicB, "2025-08").visit({11}).sy({"9999999", "20250811"}).si("60", "160999910", {11}).input(),
                 Claim(hospital, "2025-08").visit({25}).si("50", "150999910", {25}).input(),
                 Dispensed(pharmacy, hospital, "2025-08").drug('1', "629999999", "1", 56, "2025-08-25").input()});
    CHECK(problem(*history, "9999999").unlisted);
    CHECK(problem(*history, "9999999").name.find("9999999") != std::string::npos);
    const auto* test = examination(*history, "160999910");
    REQUIRE(test);
    CHECK(test->unlisted);
    CHECK(test->name == "160999910");
    const auto* act = procedure(*history, "150999910");
    REQUIRE(act);
    CHECK(act->unlisted);
    CHECK(act->group == ProcedureGroup::Surgery);
    const auto& drug = course(*history, "629999999");
    CHECK(drug.unlisted);
    CHECK(drug.name == "629999999");
    CHECK(drug.drugClass.empty());
}

TEST_CASE("trap 20 a ward code is no unknown act") {
    const auto history =
        derived({Claim(hospital, "2025-08", {}, true).visit({1, 2, 3}).si("92", "190620001", {1, 2, 3}).input()});
    CHECK(history->procedures.empty());
    CHECK(history->examinations.empty());
}

TEST_CASE("trap 21 start dates on both sides of a change of era") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .sy({"8840107", "3640106"}) // 昭和64年1月6日, old form
                                      .sy({"8844446", "4010110"}) // 平成元年1月10日
                                      .sy({"8842106", "20190425"})
                                      .sy({"7330006", "5010507"}) // 令和元年5月7日
                                      .input()});
    CHECK(problem(*history, "8840107").start == day("1989-01-06"));
    CHECK(problem(*history, "8844446").start == day("1989-01-10"));
    CHECK(problem(*history, "8842106").start == day("2019-04-25"));
    CHECK(problem(*history, "7330006").start == day("2019-05-07"));
}

TEST_CASE("trap 22 two people of one name and birthday are two histories") {
    Who one{"屋島　花子", "ヤシマハナコ", "2", "19550303", "379990", "練習国", "００２５"};
    Who two{"屋島　花子", "ヤシマハナコ", "2", "19550303", "01379999", "９９９９００２６", "２６"};
    const auto first = derived({Claim(clinicA, "2025-08", one).sy({"4770002", "20250810"}).input()});
    const auto second = derived({Claim(hospital, "2025-08", two).sy({"4273014", "20200827"}).input()});
    CHECK(first->problems.size() == 1);
    CHECK(second->problems.size() == 1);
    CHECK(first->problems.front().code != second->problems.front().code);
}

TEST_CASE("trap 22 a receipt with another birth date or sex never enters a history") {
    Who other;
    other.birth = "19600101";
    Who woman;
    woman.sex = "2";
    const auto history = derived({Claim(clinicA, "2025-07").sy({hypertension, "20200101"}).input(),
                                  Claim(clinicA, "2025-08").sy({hypertension, "20200101"}).input(),
                                  Claim(hospital, "2025-08", other).sy({"1533003", "20250801"}).input(),
                                  Claim(clinicB, "2025-08", woman).sy({"6489003", "20250801"}).input()});
    CHECK(history->problems.size() == 1);
    CHECK(history->receipts.size() == 4); // kept and told, not thrown away
    CHECK(std::count_if(history->receipts.begin(), history->receipts.end(),
                        [](const SourceReceipt& s) { return s.use == ReceiptUse::OtherPerson; }) == 2);
    CHECK(history->patient.birth == day("1955-02-10"));
}

TEST_CASE("trap 24 two institutions on one day stay two rows everywhere") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .visit({6})
                                      .sy({hypertension, "20140103"})
                                      .si("60", "160054710", {6})
                                      .si("40", "140000610", {6})
                                      .input(),
                                  Claim(clinicB, "2025-08")
                                      .visit({6})
                                      .sy({hypertension, "20140103"})
                                      .si("60", "160054710", {6})
                                      .si("40", "140000610", {6})
                                      .input()});
    CHECK(history->visits.size() == 2);
    CHECK(history->problems.size() == 2);
    CHECK(history->procedures.size() == 2);
    const auto* test = examination(*history, "160054710");
    REQUIRE(test);
    REQUIRE(test->done.size() == 2);
    CHECK(test->done[0].day == test->done[1].day);
    CHECK(test->done[0].institution != test->done[1].institution);
    CHECK_FALSE(anyNamed(*history, Grade::Suspected, ""));
}
