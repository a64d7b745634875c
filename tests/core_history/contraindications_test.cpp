// §8: hints from package inserts. Quiet, sourced, never from a suspicion, never more than the insert says.
#include "core/history/rules/tables.h"
#include "derived.h"
#include "rule_copy.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string loxoprofen = "620099201", loxonin = "620098801", loxoprofenTape = "620007813";
const std::string aspirinAsthma = "8830247", asthma = "4939008", gastricUlcer = "5319009", kidneyFailure = "8842116",
                  heartFailure = "4289018";

Claim claim(Sy disease, std::string_view month = "2025-08") {
    Claim written(clinicA, month);
    written.visit({20}).sy(std::move(disease));
    return written;
}

/// 28 days of loxoprofen to the end of the data: データ最終月まで継続.
ReceiptInput drugAt(const Place& place = clinicB, const std::string& code = loxoprofen) {
    return Claim(place, "2025-08").visit({20}).iy("21", code, "3", 28, 20).input();
}

std::vector<ContraindicationHint> hintsFor(Sy disease) {
    return derived({claim(std::move(disease)).input(), drugAt()})->hints;
}

} // namespace

TEST_CASE("§8 aspirin asthma and loxoprofen by mouth: the insert is quoted with the name and its month") {
    const auto history = derived({claim({aspirinAsthma, "20240105"}).input(), drugAt()});
    REQUIRE(history->hints.size() == 1);
    const auto& hint = history->hints.front();
    CHECK(hint.level == HintLevel::Contraindicated);
    CHECK(hint.insertText == "アスピリン喘息又はその既往");
    CHECK_FALSE(hint.insert.empty());
    CHECK(history->medications.at(hint.drug).code == loxoprofen);
    CHECK(history->problems.at(hint.problem).name == "アスピリン喘息");
    CHECK(history->problems.at(hint.problem).lastMonth == month("2025-08"));
}

TEST_CASE("§8 the evidence of a hint opens the line of the name and the line of the drug") {
    const auto history = derived({claim({aspirinAsthma, "20240105"}).input(), drugAt()});
    const auto& evidence = history->hints.at(0).evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(lineOf(*history, evidence[0]).starts_with("SY," + aspirinAsthma));
    CHECK(lineOf(*history, evidence[1]).starts_with("IY,21,1," + loxoprofen));
}

TEST_CASE("§8 a suspected name raises no hint, by modifier or by words") {
    CHECK(hintsFor({aspirinAsthma, "20240105", "8002"}).empty());
    CHECK(hintsFor({aspirinAsthma, "20240105", "8008"}).empty());
    CHECK(hintsFor({.code = aspirinAsthma, .start = "20240105", .note = "疑い"}).empty());
}

TEST_CASE("§8 plain asthma is no aspirin asthma") {
    CHECK(hintsFor({asthma, "20240105"}).empty());
}

TEST_CASE("§8 external loxoprofen has an insert of its own") {
    const auto history = derived({claim({aspirinAsthma, "20240105"}).input(),
                                  Claim(clinicB, "2025-08").visit({20}).iy("23", loxoprofenTape, "14", 1, 20).input()});
    REQUIRE(course(*history, loxoprofenTape).use == DrugUse::External);
    CHECK(history->hints.empty());
}

TEST_CASE("§8 where the insert says 重篤 the hint is 注意 at most and says why") {
    for (const auto& code : {kidneyFailure, heartFailure}) {
        const auto hints = hintsFor({code, "20240105"});
        REQUIRE(hints.size() == 1);
        CHECK(hints[0].level == HintLevel::Caution);
        CHECK(hints[0].insertText.find("重篤") != std::string::npos);
        CHECK(hints[0].limit == "重篤かどうかは病名から分かりません");
    }
    for (const auto& pair : shippedRules().tables().contraindications.pairs) {
        INFO(pair.id);
        CHECK((pair.level == HintLevel::Caution || pair.insertText.find("重篤") == std::string::npos));
    }
    RuleCopy rules; // and no file can say otherwise
    rules.replace("contraindications.json", R"("level": "注意", "insert_text": "重篤な腎機能障害のある患者")",
                  R"("level": "禁忌", "insert_text": "重篤な腎機能障害のある患者")");
    CHECK(rules.trouble().find("注意 at most") != std::string::npos);
}

TEST_CASE("§8 an ulcer is often written to cover a drug for the stomach: the hint says so") {
    const auto hints = hintsFor({gastricUlcer, "20240105"});
    REQUIRE(hints.size() == 1);
    CHECK(hints[0].level == HintLevel::Contraindicated);
    CHECK_FALSE(hints[0].limit.empty());
}

TEST_CASE(
    "§8 only names of the grades treated and continuing: none of one month, past, after surgery, to be prevented") {
    CHECK(hintsFor({aspirinAsthma, "20250805"}).empty());            // one month
    CHECK(hintsFor({aspirinAsthma, "20240105", "", "2"}).empty());   // cured
    CHECK(hintsFor({aspirinAsthma, "20240105", "8142"}).empty());    // の既往
    CHECK(hintsFor({gastricUlcer, "20240105", "8048"}).empty());     // の術後
    CHECK(hintsFor({gastricUlcer, "20240105", "8076"}).empty());     // の予防
    CHECK(hintsFor({gastricUlcer, "20240105", "4024"}).size() == 1); // 再発
}

TEST_CASE("§8 a drug that has ended raises no hint") {
    const auto history = derived({claim({aspirinAsthma, "20240105"}).input(),
                                  Claim(clinicB, "2025-05").visit({1}).iy("21", loxoprofen, "3", 7, 1).input()});
    REQUIRE(course(*history, loxoprofen).today == DrugState::Ended);
    CHECK(history->hints.empty());
}

TEST_CASE("§8 two prescribers of one ingredient and a name at two institutions are one quiet line") {
    const auto history = derived({claim({aspirinAsthma, "20240105"}).input(),
                                  Claim(hospital, "2025-07").visit({3}).sy({aspirinAsthma, "20230110"}).input(),
                                  Claim(hospital, "2025-06").visit({3}).sy({aspirinAsthma, "20230110"}).input(),
                                  drugAt(), drugAt(hospital, loxonin)});
    REQUIRE(history->hints.size() == 1);
    CHECK(history->problems.at(history->hints[0].problem).lastMonth == month("2025-08"));
}

TEST_CASE("§8 what the insert forbids stands before what it warns of") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .visit({20})
                                      .sy({heartFailure, "20240105"})
                                      .sy({gastricUlcer, "20240105"})
                                      .sy({aspirinAsthma, "20240105"})
                                      .input(),
                                  drugAt()});
    REQUIRE(history->hints.size() == 3);
    CHECK(history->hints[0].insertText == "アスピリン喘息又はその既往");
    CHECK(history->hints[1].level == HintLevel::Contraindicated);
    CHECK(history->hints[2].level == HintLevel::Caution);
}

TEST_CASE("§8 only pairs read from an insert are shipped: each quotes it and names it") {
    const auto& rules = shippedRules().tables().contraindications;
    REQUIRE_FALSE(rules.pairs.empty());
    for (const auto& pair : rules.pairs) {
        INFO(pair.id);
        CHECK(pair.insert.find("1149019F1625") != std::string::npos); // the one that was read; others need their own
        CHECK(pair.validFrom);
        for (const auto group : pair.drugs) {
            CHECK(shippedRules().tables().drugGroups.groups.at(group).id == "loxoprofen");
        }
    }
    RuleCopy rulesWithout;
    rulesWithout.replace("contraindications.json", "\"insert_text\": \"消化性潰瘍のある患者\"",
                         "\"insert_text\": \"\"");
    CHECK(rulesWithout.trouble().find("insert's words") != std::string::npos);
}

TEST_CASE("§8 a pair is used from its day on") {
    RuleCopy rules;
    rules.replace("contraindications.json", "\"valid_from\": \"2024-06-01\", \"diseases\": [\"8830247\"]",
                  "\"valid_from\": \"2025-10-09\", \"diseases\": [\"8830247\"]");
    const auto opened = Rules::open(rules.folder());
    REQUIRE(opened);
    const auto on = [&](Day day) {
        return derive({claim({aspirinAsthma, "20240105"}).input(), drugAt()}, practiceMasters(), **opened, day)
            ->hints.size();
    };
    CHECK(on(today) == 0);
    CHECK(on(addDays(today, 1)) == 1);
}
