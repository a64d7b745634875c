// Grades, treatments, badges, order of problems (clinical-rules.md §2).
#include "core/history/episodes.h"
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

ReceiptInput newestMonthReceipt() {
    return Claim(clinicB, "2025-08").visit({1}).sy({"8839792", "20240101"}).input();
}

} // namespace

TEST_CASE("§2.3 A: a name with its treatment in the last three months is 治療あり") {
    const auto history =
        derived({Claim(clinicA, "2025-08").sy({"8833421", "20140103"}).sy({"8846694", "20200608"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08")
                     .drug('1', "620007870", "1", 28, "2025-08-06")
                     .drug('1', "613330003", "2", 28, "2025-08-06")
                     .input()});
    const auto& hypertension = problem(*history, "8833421");
    CHECK(hypertension.grade == Grade::Treated);
    CHECK(hypertension.treatments == std::vector<std::string>{"Ca拮抗"});
    CHECK(hypertension.icd10 == "I10");
    REQUIRE(hypertension.months.size() == 1);
    CHECK(hypertension.months.front().treated);
    CHECK(problem(*history, "8846694").treatments == std::vector<std::string>{"ワルファリン"});
}

TEST_CASE("§2.3 A: the treatment may come from another institution, and from an act") {
    const auto history =
        derived({Claim(dialysisClinic, "2025-08")
                     .visit({1})
                     .sy({"8851366", "20220502", "", "1", true})
                     .sy({"8833421", "20220502"})
                     .si("13", "113002510", {1})
                     .input(),
                 Dispensed(pharmacy, clinicA, "2025-07").drug('1', "620007870", "1", 28, "2025-07-06").input()});
    CHECK(problem(*history, "8851366").grade == Grade::Treated);
    CHECK(problem(*history, "8851366").treatments == std::vector<std::string>{"維持透析"});
    CHECK(problem(*history, "8851366").main);
    CHECK(problem(*history, "8851366").icd10 == "N18.5/Z99.2");
    CHECK(problem(*history, "8833421").grade == Grade::Treated); // supply of July reaches into August
}

TEST_CASE("§2.3 a manifestation with its own rule is treated by that rule alone") {
    const auto history = derived(
        {Claim(dialysisClinic, "2025-07").visit({1}).sy({"2858001", "20220502"}).si("13", "113002510", {1}).input(),
         Claim(dialysisClinic, "2025-08").visit({1}).sy({"2858001", "20220502"}).si("13", "113002510", {1}).input()});
    CHECK(problem(*history, "2858001").grade == Grade::Continuing); // 腎性貧血 N19/D638: dialysis is not its treatment
    const auto treated = derived(
        {Claim(hospital, "2025-08").visit({1}).sy({"2858001", "20220502"}).iy("31", "622682001", "1", 1, 1).input()});
    CHECK(problem(*treated, "2858001").treatments == std::vector<std::string>{"ESA/HIF-PH"});
}

TEST_CASE("§2.3 a supply that ended before the window treats nothing now but marks its own months") {
    const auto history =
        derived({Claim(clinicA, "2025-03").sy({"8833421", "20140103"}).input(),
                 Claim(clinicA, "2025-08").sy({"8833421", "20140103"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-03").drug('1', "620007870", "1", 28, "2025-03-06").input()});
    const auto& hypertension = problem(*history, "8833421");
    CHECK(hypertension.grade == Grade::Continuing);
    CHECK(hypertension.treatments.empty());
    REQUIRE(hypertension.months.size() == 2);
    CHECK(hypertension.months[0].treated);
    CHECK_FALSE(hypertension.months[1].treated);
}

TEST_CASE("§2.3 B: named in two months, or begun long ago, is 記載継続") {
    const auto history =
        derived({Claim(clinicA, "2025-07").sy({"7330006", "20250701"}).input(), Claim(clinicA, "2025-08")
                                                                                    .sy({"7330006", "20250701"})
                                                                                    .sy({"3669004", "20240101"})
                                                                                    .sy({"7872003", "20250801"})
                                                                                    .input()});
    CHECK(problem(*history, "7330006").grade == Grade::Continuing);
    CHECK(problem(*history, "3669004").grade == Grade::Continuing); // one month, but begun more than 90 days before
    CHECK(problem(*history, "7872003").grade == Grade::SingleMonth);
}

TEST_CASE("§2.3 C: acute modifiers and short-lived names are 単月 however treated") {
    const auto history =
        derived({Claim(clinicA, "2025-08")
                     .visit({9})
                     .sy({"4659007", "20250809"})
                     .sy({"5319009", "20250709", "4012"})
                     .sy({"8450012", "20250809", "2056"})
                     .input(),
                 Claim(clinicA, "2025-07").sy({"5319009", "20250709", "4012"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', "622404501", "1", 28, "2025-08-09").input()});
    for (const auto* code : {"4659007", "5319009", "8450012"}) {
        INFO(code);
        CHECK(problem(*history, code).grade == Grade::SingleMonth);
    }
    CHECK(problem(*history, "8450012").name == "右足関節捻挫");
}

TEST_CASE("§2.3 S: a suspected name keeps its own grade, whatever treatment, months or outcome stand beside it") {
    for (const auto* modifiers : {"8002", "8008", "40438002"}) {
        Sy asthma{"4939008", "20200105", modifiers};
        const auto treated = [&](std::string_view month) {
            return Claim(clinicA, month).visit({5}).sy(asthma).iy("23", "620007813", "14", 1, 5).input();
        };
        const auto history = derived({treated("2025-06"), treated("2025-07"), treated("2025-08")});
        INFO(modifiers);
        const auto& suspected = problem(*history, "4939008");
        CHECK(suspected.grade == Grade::Suspected);
        CHECK(suspected.name.find("疑") != std::string::npos);
        CHECK(factor(*history, "喘息").answer != RiskAnswer::Recorded);
    }
    const auto ended = derived({Claim(clinicA, "2025-08").visit({5}).sy({"4939008", "20200105", "8002", "2"}).input()});
    CHECK(problem(*ended, "4939008").grade == Grade::Suspected);
}

TEST_CASE("§2.3 P: not seen for more than six data months is 過去, for malignant names more than twelve") {
    const auto history =
        derived({Claim(clinicA, "2025-01").sy({"8833421", "20140103"}).sy({"1533003", "20230101"}).input(),
                 Claim(clinicA, "2025-02").sy({"8844446", "20140103"}).input(),
                 Claim(clinicA, "2024-07").sy({"1977005", "20230101"}).input(), newestMonthReceipt()});
    CHECK(problem(*history, "8833421").grade == Grade::Past);
    CHECK(problem(*history, "8844446").grade != Grade::Past); // exactly six months ago
    CHECK(problem(*history, "1533003").grade != Grade::Past);
    CHECK(problem(*history, "1977005").grade == Grade::Past); // thirteen
}

TEST_CASE("§2.1 past, post, remission and sequela carry their badge") {
    const auto history = derived({Claim(hospital, "2025-07")
                                      .sy({"1533003", "20240508", "8048"})
                                      .sy({"2050003", "20220802", "8003"})
                                      .sy({"8838708", "20180811", "8058"})
                                      .sy({"8850619", "20250110"})
                                      .input(),
                                  Claim(hospital, "2025-08")
                                      .visit({1})
                                      .sy({"1533003", "20240508", "8048"})
                                      .sy({"2050003", "20220802", "8003"})
                                      .sy({"8838708", "20180811", "8058"})
                                      .sy({"8850619", "20250110"})
                                      .si("13", "113704510", {1})
                                      .input()});
    const auto badge = [&](std::string_view code) { return problem(*history, code).badges; };
    CHECK(badge("1533003") == std::vector<std::string>{"術後"});
    CHECK(problem(*history, "1533003").name == "Ｓ状結腸癌の術後");
    CHECK(problem(*history, "1533003").grade == Grade::Continuing); // not active, even beside chemotherapy
    CHECK(badge("2050003") == std::vector<std::string>{"寛解"});
    CHECK(badge("8838708") == std::vector<std::string>{"後遺症"});
    CHECK(badge("8850619") == std::vector<std::string>{"既往"});
    CHECK(problem(*history, "8850619").grade == Grade::Past);
}

TEST_CASE("§2.1 a name under の予防 counts as no disease") {
    const auto history = derived({Claim(hospital, "2025-07").sy({"8840399", "20240101", "8076"}).input(),
                                  Claim(hospital, "2025-08").sy({"8840399", "20240101", "8076"}).input()});
    CHECK(problem(*history, "8840399").grade == Grade::SingleMonth);
    CHECK(factor(*history, "COPD").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("§1 suspicion gone is told only by a later receipt of the same institution") {
    const auto history =
        derived({Claim(clinicA, "2025-06").sy({"1539004", "20250604", "8002"}).input(), newestMonthReceipt()});
    CHECK_FALSE(problem(*history, "1539004").suspicionGone); // clinic A has not written since
    const auto later = derived({Claim(clinicA, "2025-05").sy({"1539004", "20250604", "8002"}).input(),
                                Claim(clinicA, "2025-07").sy({"8833421", "20250604"}).input(), newestMonthReceipt()});
    CHECK(problem(*later, "1539004").suspicionGone == month("2025-07"));
}

TEST_CASE("§2.3 problems stand by grade, then by weight; suspected ones behind every diagnosis that is current") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .visit({6})
                                      .sy({"8840042", "20211106"})
                                      .sy({"8844446", "20141010"})
                                      .sy({"8846694", "20200608"})
                                      .sy({"1539004", "20250806", "8002"})
                                      .sy({"2500015", "20200609"})
                                      .input(),
                                  Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', "610463198", "3", 28, "2025-08-06")
                                      .drug('1', "620002477", "1", 28, "2025-08-06")
                                      .drug('1', "613330003", "2", 28, "2025-08-06")
                                      .drug('1', "621974701", "3", 28, "2025-08-06")
                                      .input()});
    std::vector<std::string> order;
    for (const auto& p : history->problems) {
        order.push_back(p.code);
    }
    CHECK(order == std::vector<std::string>{"8846694", "2500015", "8844446", "8840042", "1539004"});
    CHECK(history->problems.back().grade == Grade::Suspected);
}

TEST_CASE("§0.4 every problem opens the lines it rests on") {
    const auto history =
        derived({Claim(clinicA, "2025-07").sy({"8833421", "20140103"}).input(),
                 Claim(clinicA, "2025-08").sy({"8844446", "20140103"}).sy({"8833421", "20140103"}).input()});
    const auto& hypertension = problem(*history, "8833421");
    REQUIRE(hypertension.evidence.size() == 2);
    for (const auto& evidence : hypertension.evidence) {
        CHECK(lineOf(*history, evidence).starts_with("SY,8833421,"));
    }
    CHECK(history->receipts[hypertension.evidence.front().receipt].value.month == newest); // newest first
}

TEST_CASE("§2.1 words of suspicion are found in any width and case") {
    ModifierRules rules;
    rules.suspicionWords = {"疑", "s/o"};
    CHECK(saysSuspected("Ｓ／Ｏ　胃癌", rules));
    CHECK(saysSuspected("胃癌（疑）", rules));
    CHECK_FALSE(saysSuspected("胃癌", rules));
    CHECK_FALSE(saysSuspected("", rules));
}
