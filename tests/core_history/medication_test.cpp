// Periods, states, chaining, what is no medication (clinical-rules.md §3, §4, §11).
#include "derived.h"
#include "rule_copy.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string amlodipine = "620007870", loxoprofen = "620099201", zolpidem = "622138301", humira = "622608801",
                  methotrexate = "610432016", prograf = "613990096";

ReceiptInput newestMonthReceipt() {
    return Claim(clinicA, "2025-08").visit({1}).si("12", "112007410", {1}).input();
}

} // namespace

TEST_CASE("§3.2 in-house 内服: the day column holds the days' supply on the prescribing day") {
    const auto history = derived({Claim(clinicB, "2025-08").visit({18}).iy("21", loxoprofen, "3", 14, 18).input()});
    const auto& drug = course(*history, loxoprofen);
    REQUIRE(drug.supplies.size() == 1);
    const auto& supply = drug.supplies.front();
    CHECK(supply.start == day("2025-08-18"));
    CHECK(supply.end == day("2025-08-31"));
    CHECK(supply.quantity == 14);
    CHECK(supply.amount.text() == "3");
    CHECK_FALSE(supply.estimatedPeriod);
    CHECK(drug.use == DrugUse::Oral);
    CHECK(drug.unit == "錠");
    CHECK(drug.longTerm);
    CHECK(supply.prescriber == supply.dispenser);
    CHECK(lineOf(*history, supply.evidence.front()).starts_with("IY,21,1," + loxoprofen));
}

TEST_CASE("§3.2 two prescriptions of one month are two fills") {
    auto line = std::string("IY,21,1,") + loxoprofen + ",3,1,21,,,,,,,,7,,,,,,,,,,,,,14";
    const auto history = derived({Claim(clinicB, "2025-08").line(line + std::string(17, ',')).input()});
    const auto& supplies = course(*history, loxoprofen).supplies;
    REQUIRE(supplies.size() == 2);
    CHECK(supplies[0].quantity == 7);
    CHECK(supplies[1].quantity == 14);
    CHECK(daysBetween(supplies[0].start, supplies[1].start) == 13);
}

TEST_CASE("§3.2 a day that is not recorded: from the first of the month, perhaps from its last") {
    const auto history = derived({Claim(clinicB, "2025-08").iy("21", loxoprofen, "3", 14, 0).input()});
    const auto& supply = course(*history, loxoprofen).supplies.front();
    CHECK(supply.dayUnknown);
    CHECK(supply.start == day("2025-08-01"));
    CHECK(supply.end == day("2025-09-13"));
}

TEST_CASE("§3.2 屯服, 外用 and home injections are fourteen days from the day given") {
    const auto history = derived({Claim(clinicB, "2025-08")
                                      .visit({20})
                                      .iy("22", loxoprofen, "1", 5, 20)
                                      .iy("23", "620007813", "14", 1, 20)
                                      .iy("14", humira, "2", 1, 20)
                                      .input()});
    CHECK(course(*history, loxoprofen).use == DrugUse::AsNeeded);
    CHECK(course(*history, "620007813").use == DrugUse::External);
    CHECK(course(*history, humira).use == DrugUse::HomeInjection);
    for (const auto& drug : history->medications) {
        CHECK(drug.supplies.front().end == day("2025-09-02"));
        CHECK(drug.supplies.front().estimatedPeriod);
        CHECK_FALSE(drug.longTerm);
    }
}

TEST_CASE("§3.2 a ward's daily doses are one supply that ends with the stay") {
    auto line = std::string("IY,21,1,") + prograf + ",8,1,5,,,,,,";
    for (int d = 1; d <= 31; ++d) {
        line += d >= 10 && d <= 14 ? ",1" : ",";
    }
    const auto history = derived({Claim(hospital, "2025-08", {}, true)
                                      .visit({10, 11, 12, 13, 14})
                                      .line(line)
                                      .iy("21", "620000694", "4", 28, 12)
                                      .input()});
    const auto& daily = course(*history, prograf);
    REQUIRE(daily.supplies.size() == 1);
    CHECK(daily.supplies.front().start == day("2025-08-10"));
    CHECK(daily.supplies.front().end == day("2025-08-14"));
    CHECK(daily.supplies.front().quantity == 5);
    CHECK(daily.supplies.front().inpatient);
    CHECK(daily.today == DrugState::Ended);
    CHECK(course(*history, "620000694").end == day("2025-08-14")); // never carried past discharge
}

TEST_CASE("§3.3 what a ward gave to the end of the data is ended today") {
    const auto history =
        derived({Claim(hospital, "2025-08", {}, true).visit({1, 30, 31}).iy("21", prograf, "8", 31, 1).input()});
    CHECK(course(*history, prograf).end == day("2025-08-31"));
    CHECK(course(*history, prograf).atDataEnd == DrugState::Taking);
    CHECK(course(*history, prograf).today == DrugState::Ended);
}

TEST_CASE("§3.2 drugs taken weekly are billed by dose and last for weeks") {
    const auto history = derived({Dispensed(pharmacy, hospital, "2025-08")
                                      .drug('1', methotrexate, "3", 4, "2025-08-11")
                                      .drug('1', "613130585", "1", 4, "2025-08-11", "週１回　リウマトレックスの翌日")
                                      .input()});
    CHECK(course(*history, methotrexate).end == day("2025-09-07"));
    CHECK(course(*history, methotrexate).supplies.front().estimatedPeriod);
    CHECK(course(*history, methotrexate).longTerm);
    CHECK(course(*history, "613130585").end == day("2025-09-07")); // told by the words of use
}

TEST_CASE("§3.3 states at the end of the data and today") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', zolpidem, "1", 28, "2025-07-22").input(),
                 Dispensed(pharmacy, clinicA, "2025-08")
                     .drug('1', amlodipine, "1", 28, "2025-08-20")
                     .drug('1', loxoprofen, "3", 5, "2025-08-20")
                     .input()});
    CHECK(course(*history, amlodipine).atDataEnd == DrugState::Taking);
    CHECK(course(*history, amlodipine).today == DrugState::UntilDataEnd);
    CHECK(course(*history, zolpidem).end == day("2025-08-18"));
    CHECK(course(*history, zolpidem).atDataEnd ==
          DrugState::UntilDataEnd); // 28 days, ended within 14 days of the data's end
    CHECK(course(*history, loxoprofen).today == DrugState::Ended);
    CHECK_FALSE(course(*history, loxoprofen).longTerm);
}

TEST_CASE("§3.3 two short fills in four data months continue, one does not") {
    const auto history = derived({Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', zolpidem, "1", 14, "2025-08-01")
                                      .drug('1', zolpidem, "1", 14, "2025-08-15")
                                      .drug('1', loxoprofen, "3", 14, "2025-08-15")
                                      .input()});
    CHECK(course(*history, zolpidem).today == DrugState::UntilDataEnd);
    CHECK(course(*history, loxoprofen).today == DrugState::Ended);
}

TEST_CASE("§3.5 fills chain over a gap of thirty days and no more") {
    const auto chained =
        derived({Dispensed(pharmacy, clinicA, "2025-06").drug('1', amlodipine, "1", 14, "2025-06-01").input(),
                 Dispensed(pharmacy, clinicA, "2025-07").drug('1', amlodipine, "1", 28, "2025-07-14").input(),
                 newestMonthReceipt()});
    CHECK(courses(*chained, amlodipine).size() == 1); // ended 6/14, next 7/14
    const auto broken =
        derived({Dispensed(pharmacy, clinicA, "2025-06").drug('1', amlodipine, "1", 14, "2025-06-01").input(),
                 Dispensed(pharmacy, clinicA, "2025-07").drug('1', amlodipine, "1", 28, "2025-07-15").input(),
                 newestMonthReceipt()});
    CHECK(courses(*broken, amlodipine).size() == 2);
}

TEST_CASE("§3.1 drugs used in acts, contrast media and pseudo-drugs are no medication") {
    const auto history = derived({Claim(hospital, "2025-08")
                                      .visit({4})
                                      .si("50", "150164850", {4})
                                      .iy("", "620006725", "1", 1, 4)
                                      .iy("60", "620003852", "5", 1, 4)
                                      .iy("40", "620005701", "1", 1, 4)
                                      .iy("21", "630010001", "", 1, 4)
                                      .input()});
    CHECK(history->medications.empty());
}

TEST_CASE(
    "§5 §11 an injection at the clinic lasts its day; the class word and the high-risk heading come from the rules") {
    const auto history = derived({Claim(hospital, "2025-08").visit({3}).iy("33", "622371901", "2", 1, 3).input(),
                                  Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', "613330003", "2", 28, "2025-08-06")
                                      .drug('1', amlodipine, "1", 28, "2025-08-06")
                                      .drug('4', "620007536", "2", 1, "2025-08-06")
                                      .input()});
    const auto& infusion = course(*history, "622371901");
    CHECK(infusion.use == DrugUse::Injection);
    CHECK(infusion.end == day("2025-08-03"));
    CHECK(infusion.highRiskClass == "抗悪性腫瘍剤");
    CHECK(course(*history, "613330003").drugClass == "抗凝固");
    CHECK(course(*history, "613330003").highRiskClass == "血液凝固阻止剤");
    CHECK(course(*history, amlodipine).drugClass == "高血圧");
    CHECK(course(*history, amlodipine).highRiskClass.empty());
    CHECK(course(*history, "620007536").highRiskClass == "膵臓ホルモン剤");
    CHECK(course(*history, "620007536").use == DrugUse::HomeInjection);
    CHECK(history->medications.front().highRiskClass != ""); // high-risk ones come first
}

TEST_CASE("§4 D1: the same drug from two institutions, and what is suppressed") {
    const auto both =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', loxoprofen, "3", 14, "2025-08-06").input(),
                 Claim(clinicB, "2025-08").visit({10}).iy("21", loxoprofen, "3", 14, 10).input()});
    REQUIRE(both->duplicates.size() == 1);
    CHECK(both->duplicates.front().level == DuplicateLevel::SameIngredientRoute);
    CHECK(both->duplicates.front().days == 10);
    const auto asNeeded =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('3', loxoprofen, "1", 10, "2025-08-06").input(),
                 Claim(clinicB, "2025-08").visit({10}).iy("22", loxoprofen, "1", 5, 10).input()});
    CHECK(asNeeded->duplicates.empty());
    const auto ward =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', loxoprofen, "3", 28, "2025-08-01").input(),
                 Claim(hospital, "2025-08", {}, true).visit({10, 11}).iy("21", loxoprofen, "3", 2, 10).input()});
    CHECK(ward->duplicates.empty());
    const auto topical =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', loxoprofen, "3", 28, "2025-08-01").input(),
                 Claim(clinicB, "2025-08").visit({10}).iy("23", "620007813", "14", 1, 10).input()});
    CHECK(topical->duplicates.empty());
}

TEST_CASE("§4 D3: one class from two institutions, never from one, and never by the first four digits") {
    const auto two =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', zolpidem, "1", 28, "2025-08-06").input(),
                 Dispensed(otherPharmacy, hospital, "2025-08").drug('1', "620148601", "3", 28, "2025-08-08").input()});
    REQUIRE(two->duplicates.size() == 1);
    CHECK(two->duplicates.front().level == DuplicateLevel::SameClass);
    CHECK(two->duplicates.front().current);
    const auto one = derived({Dispensed(pharmacy, clinicA, "2025-08")
                                  .drug('1', zolpidem, "1", 28, "2025-08-06")
                                  .drug('1', "620148601", "3", 28, "2025-08-06")
                                  .input()});
    CHECK(one->duplicates.empty());
    const auto four = derived({Dispensed(pharmacy, clinicA, "2025-08")
                                   .drug('1', "622355601", "2", 28, "2025-08-06")
                                   .input(), // 2149032 carvedilol
                               Dispensed(otherPharmacy, hospital, "2025-08")
                                   .drug('1', "622365601", "1", 28, "2025-08-08")
                                   .input()}); // 2149040 candesartan
    CHECK(four->duplicates.empty());
}

TEST_CASE("§4 D2: metformin inside a combination is metformin") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', "621974701", "3", 28, "2025-08-09").input(),
                 Dispensed(pharmacy, hospital, "2025-08").drug('1', "622450401", "2", 84, "2025-08-22").input()});
    REQUIRE(history->duplicates.size() == 1);
    CHECK(history->duplicates.front().level == DuplicateLevel::SameIngredient);
}

TEST_CASE("§4 broken courses of one drug make one pair with another") {
    std::vector<ReceiptInput> receipts;
    for (const auto* when : {"2025-04-01", "2025-06-01", "2025-08-01"}) { // gaps of more than thirty days
        receipts.push_back(Dispensed(pharmacy, clinicA, std::string_view(when).substr(0, 7))
                               .drug('1', zolpidem, "1", 28, when)
                               .input());
    }
    for (const auto* when : {"2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01", "2025-08-01"}) {
        receipts.push_back(Dispensed(otherPharmacy, hospital, std::string_view(when).substr(0, 7))
                               .drug('1', "620148601", "3", 30, when)
                               .input());
    }
    const auto history = derived(std::move(receipts));
    CHECK(courses(*history, zolpidem).size() == 3);
    REQUIRE(history->duplicates.size() == 1);
    CHECK(history->duplicates.front().from == day("2025-08-01"));
    CHECK(history->duplicates.front().days == 28);
}

TEST_CASE("§4 a second strength prescribed with the first is no duplicate, however the fills overlap") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', "622404501", "1", 28, "2025-07-24").input(),
                 Dispensed(pharmacy, clinicA, "2025-08")
                     .drug('1', "622404501", "1", 28, "2025-08-14")
                     .drug('1', "622404401", "2", 7, "2025-08-14")
                     .input()});
    CHECK(history->duplicates.empty());
}

TEST_CASE("§3.5 what is estimated at fourteen days chains over months: a bottle lasts longer than its estimate") {
    const auto history = derived({Claim(clinicB, "2025-05").visit({27}).iy("23", "621972901", "2.5", 1, 27).input(),
                                  Claim(clinicB, "2025-08").visit({27}).iy("23", "621972901", "2.5", 1, 27).input()});
    REQUIRE(courses(*history, "621972901").size() == 1);
    const auto& drops = course(*history, "621972901");
    CHECK(drops.drugClass == "緑内障");
    CHECK(drops.supplies.size() == 2);
    CHECK(drops.atDataEnd == DrugState::Taking);
    CHECK(drops.today == DrugState::UntilDataEnd);
}

TEST_CASE("§11 oral ingredients of fourteen days and more are counted once") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-08")
                     .drug('1', amlodipine, "1", 28, "2025-08-20")
                     .drug('1', "620002477", "1", 28, "2025-08-20")
                     .drug('1', loxoprofen, "3", 5, "2025-08-20")
                     .drug('5', "620007813", "14", 1, "2025-08-20")
                     .input(),
                 Dispensed(pharmacy, hospital, "2025-08").drug('1', "612170710", "1", 28, "2025-08-22").input()});
    REQUIRE(history->oralIngredients.size() == 2);
    std::vector<std::string> listed;
    for (const auto& one : history->oralIngredients) {
        listed.push_back(one.name);
        for (const auto drug : one.drugs) {
            listed.push_back("- " + history->medications[drug].name);
        }
    }
    // Ingredients by their curated names in the order of the medications, each with the drugs that hold it.
    CHECK(listed == std::vector<std::string>{"ロスバスタチン", "- クレストール錠２．５ｍｇ", "アムロジピン",
                                             "- ノルバスク錠５ｍｇ", "- アムロジピン錠５ｍｇ「サワイ」"});
}

TEST_CASE("§11 a combination counts with each of its curated ingredients, whatever else is taken") {
    const std::string takelda = "622341601";
    const auto counted = [](const std::vector<std::string>& codes) {
        Dispensed dispensed(pharmacy, clinicA, "2025-08");
        for (const auto& code : codes) {
            dispensed.drug('1', code, "1", 28, "2025-08-20");
        }
        std::vector<std::string> keys;
        const auto history = derived({dispensed.input()});
        for (const auto& one : history->oralIngredients) {
            keys.push_back(one.key);
        }
        std::sort(keys.begin(), keys.end());
        return keys;
    };
    const std::vector<std::string> both{"aspirin", "lansoprazole"};
    CHECK(counted({takelda}) == both);
    CHECK(counted({takelda, "610443053"}) == both); // with aspirin beside it
}

TEST_CASE("§11 a drug that no rule knows counts by its own code and is listed by the head of its name") {
    const auto history = derived({Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', "629999999", "1", 28, "2025-08-20") // not in the table
                                      .drug('1', "622622500", "1", 28, "2025-08-20")
                                      .input()});
    REQUIRE_FALSE(history->oralIngredients.empty());
    for (const auto& one : history->oralIngredients) {
        CHECK_FALSE(one.name.empty());
        CHECK(one.drugs.size() == 1);
    }
    CHECK(history->oralIngredients.size() == 2);
}

namespace {

const std::string shakuyaku = "615101446", yokukan = "615101510", hochu = "615101503", kami = "615101409",
                  daikenchu = "615101469";

/// Kampo products that no practice person takes, with their codes of the official table.
const receipt::Masters& kampoMasters() {
    static const auto masters = practiceMastersAnd(
        "# edition\tkampo\n"
        "kind\tcode\tname\tunit\tprice\tprice_list_code\tkana\tgeneric_name\tform\tgeneric\tcontrast\n"
        "y\t615101446\tツムラ芍薬甘草湯エキス顆粒（医療用）\tｇ\t10\t5200067D1049\t\t\t1\t0\t0\n"
        "y\t615101503\tツムラ補中益気湯エキス顆粒（医療用）\tｇ\t10\t5200131D1065\t\t\t1\t0\t0\n"
        "y\t615101409\tツムラ加味逍遙散エキス顆粒（医療用）\tｇ\t10\t5200017D1083\t\t\t1\t0\t0\n");
    return *masters;
}

std::shared_ptr<const History> kampo(std::vector<ReceiptInput> receipts, const Rules& rules = shippedRules()) {
    return derive(std::move(receipts), kampoMasters(), rules, today);
}

} // namespace

TEST_CASE("§4 licorice of several kampo products is added up, by day and as billed, and never paired") {
    const auto receipts = [] {
        return std::vector<ReceiptInput>{
            Dispensed(pharmacy, clinicA, "2025-08").drug('1', yokukan, "7.5", 28, "2025-08-06").input(),
            Dispensed(pharmacy, hospital, "2025-08")
                .drug('1', shakuyaku, "7.5", 14, "2025-08-13")
                .drug('1', daikenchu, "15", 28, "2025-08-13") // holds none
                .drug('1', hochu, "5", 28, "2025-08-13")      // two thirds of the usual amount
                .input()};
    };
    const auto history = kampo(receipts());
    CHECK(history->duplicates.empty());
    REQUIRE(history->sums.size() == 1);
    const auto& sum = history->sums.front();
    CHECK(sum.name == "甘草");
    CHECK(sum.unit == "g");
    CHECK_FALSE(sum.source.empty());
    CHECK(sum.day == day("2025-09-02")); // the licorice of shakuyaku ended on 26 August
    REQUIRE(sum.parts.size() == 2);
    CHECK(sum.perDay.text() == "2.5"); // 1.5 + 1.0
    CHECK(sum.current);
    for (const auto& place : sum.evidence) {
        const auto line = lineOf(*history, place);
        INFO(line);
        CHECK((line.find(yokukan) != std::string::npos || line.find(hochu) != std::string::npos ||
               line.starts_with("CZ")));
    }

    // The sum is the rule's: without it nothing is told.
    RuleCopy without;
    without.replace("duplicates.json", "\"sums\": [", "\"nothing\": [");
    const auto opened = Rules::open(without.folder());
    REQUIRE(opened);
    CHECK(kampo(receipts(), **opened)->sums.empty());
}

TEST_CASE("§4 licorice: all that is in supply on the newest common day, together from one prescriber as well") {
    const auto history = kampo({Dispensed(pharmacy, clinicA, "2025-08")
                                    .drug('1', yokukan, "7.5", 28, "2025-08-06")
                                    .drug('1', shakuyaku, "7.5", 28, "2025-08-06")
                                    .drug('1', hochu, "7.5", 28, "2025-08-06")
                                    .input()});
    REQUIRE(history->sums.size() == 1);
    CHECK(history->sums.front().parts.size() == 3);
    CHECK(history->sums.front().perDay.text() == "9"); // 1.5 + 6 + 1.5
}

TEST_CASE("§4 licorice: one product alone, one after the other, on a ward, or long ago is no sum") {
    const auto at = [](std::string_view month, const std::string& code, int days, std::string_view when) {
        return Dispensed(pharmacy, clinicA, month).drug('1', code, "7.5", days, when).input();
    };
    CHECK(kampo({at("2025-08", shakuyaku, 28, "2025-08-06")})->sums.empty());
    CHECK(kampo({at("2025-07", shakuyaku, 28, "2025-07-01"), at("2025-08", yokukan, 28, "2025-08-01")})->sums.empty());
    CHECK(kampo({at("2025-07", shakuyaku, 28, "2025-07-08"), at("2025-08", yokukan, 28, "2025-08-01")})
              ->sums.empty()); // four days of overlap: a change
    CHECK(kampo({at("2024-06", shakuyaku, 28, "2024-06-01"), at("2024-06", yokukan, 28, "2024-06-01"),
                 newestMonthReceipt()})
              ->sums.empty());
    const auto ward = kampo({Claim(hospital, "2025-08", {}, true)
                                 .visit({3, 4, 5})
                                 .iy("21", shakuyaku, "7.5", 3, 3)
                                 .iy("21", yokukan, "7.5", 3, 3)
                                 .input()});
    CHECK(ward->sums.empty());
}

TEST_CASE("§4 licorice: what a product holds is only said where it was read, and never of doses taken as needed") {
    const auto history =
        kampo({Dispensed(pharmacy, clinicA, "2025-08").drug('1', yokukan, "7.5", 28, "2025-08-06").input(),
               Dispensed(pharmacy, hospital, "2025-08")
                   .drug('1', kami, "7.5", 28, "2025-08-06")
                   .drug('3', shakuyaku, "2.5", 10, "2025-08-25")
                   .input()});
    REQUIRE(history->sums.size() == 1);
    const auto& sum = history->sums.front();
    REQUIRE(sum.parts.size() == 3);
    CHECK(sum.perDay.text() == "1.5");
    for (const auto& part : sum.parts) {
        const auto& drug = history->medications[part.drug];
        INFO(drug.name);
        CHECK(part.perDay.has_value() == (drug.code == yokukan));
    }
}

TEST_CASE("§4 only a change asks 「切替?」: neither a duplicate, nor drugs given together, nor one after the other") {
    const auto asks = [](std::vector<ReceiptInput> receipts) {
        const auto history = derived(std::move(receipts));
        return std::any_of(history->medications.begin(), history->medications.end(),
                           [](const auto& drug) { return drug.switchedFrom.has_value(); });
    };
    const auto at = [](const Place& by, std::string_view month, std::string_view when) {
        return Dispensed(pharmacy, by, month).drug('1', amlodipine, "1", 28, when).input();
    };
    CHECK(asks({at(clinicA, "2025-07", "2025-07-10"), at(hospital, "2025-08", "2025-08-01")}));       // six days
    CHECK_FALSE(asks({at(clinicA, "2025-08", "2025-08-06"), at(hospital, "2025-08", "2025-08-08")})); // 26 days
    CHECK_FALSE(asks({at(clinicA, "2025-07", "2025-07-01"), at(hospital, "2025-08", "2025-08-06")})); // none
    CHECK_FALSE(asks({at(clinicA, "2025-08", "2025-08-06"), at(clinicA, "2025-08", "2025-08-06")}));
}

TEST_CASE("§11 six and more are many, as the rules say") {
    const auto of = [](std::size_t drugs) {
        const std::vector<std::string> codes{amlodipine,  "620002477", "613330003",
                                             "610443053", "620009115", "622535601"};
        Dispensed dispensed(pharmacy, clinicA, "2025-08");
        for (std::size_t i = 0; i < drugs; ++i) {
            dispensed.drug('1', codes[i], "1", 28, "2025-08-20");
        }
        return derived({dispensed.input()});
    };
    REQUIRE(of(6)->oralIngredients.size() == 6);
    CHECK(of(6)->manyOralIngredients);
    CHECK_FALSE(of(5)->manyOralIngredients);
}

TEST_CASE("§11 kampo products that share licorice are counted apart") {
    const auto history = kampo({Dispensed(pharmacy, clinicA, "2025-08")
                                    .drug('1', yokukan, "7.5", 28, "2025-08-20")
                                    .drug('1', shakuyaku, "7.5", 28, "2025-08-20")
                                    .input()});
    CHECK(history->oralIngredients.size() == 2);
}
