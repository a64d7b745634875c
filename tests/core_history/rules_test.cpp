// The rule files: those shipped open, broken ones say where; sets of codes.
#include "core/history/problems.h"
#include "core/history/rules/codes.h"
#include "core/history/rules/tables.h"
#include "core/history/text.h"
#include "derived.h"
#include "rule_copy.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

TEST_CASE("§0.6 the shipped rules open and name their edition and source") {
    const auto& tables = shippedRules().tables();
    const auto files = jsonFilesOf(rulesFolder(), history::problems::rulesUnreadable);
    REQUIRE(files);
    CHECK(tables.files.size() == files->size()); // every file of the folder, a new one among them
    CHECK(files->size() >= 15);
    for (const auto& file : tables.files) {
        CHECK_FALSE(file.edition.empty());
        CHECK_FALSE(file.source.empty());
        CHECK(file.validFrom);
    }
    for (const auto* id : {"covid-19", "heat-stroke"}) {
        INFO(id);
        CHECK(std::any_of(tables.riskPacks.begin(), tables.riskPacks.end(),
                          [id](const RiskRules& pack) { return pack.id == id; }));
    }
    CHECK(tables.drugClasses.wordFor("3339950M1137") == "保湿");
    CHECK(tables.drugClasses.wordFor("3339002F5025") == "抗凝固");
    CHECK(tables.drugClasses.wordFor("").empty());
}

TEST_CASE("a broken rule file is told with its place") {
    RuleCopy rules;
    SECTION("no folder") {
        CHECK(Rules::open("/nowhere/at/all").error().is(history::problems::rulesUnreadable));
    }
    SECTION("not JSON") {
        rules.write("flags.json", "{ \"kind\": ");
        CHECK(rules.trouble().starts_with("flags.json: "));
    }
    SECTION("a file is missing") {
        rules.remove("flags.json");
        CHECK(rules.trouble().find("no file of the kind \"flags\"") != std::string::npos);
    }
    SECTION("two of a kind") {
        rules.write("zz.json", "{\"kind\": \"flags\"}");
        CHECK(rules.trouble().find("a second file of the kind") != std::string::npos);
    }
    SECTION("an unknown kind") {
        rules.write("zz.json", "{\"kind\": \"weather\"}");
        CHECK(rules.trouble() == "zz.json: unknown kind \"weather\"");
    }
    SECTION("a field of the wrong kind") {
        rules.replace("flags.json", "\"min_months\": 2", "\"min_months\": \"two\"");
        CHECK(rules.trouble() == "flags.json: flags[0].min_months: not a whole number of 0 to 100000");
    }
    SECTION("a group that is not there") {
        rules.replace("flags.json", "\"drugs\": [\"anticoagulant-oral\"]", "\"drugs\": [\"anticoagulants\"]");
        CHECK(rules.trouble().find("unknown group of drugs: anticoagulants") != std::string::npos);
    }
    SECTION("no words of suspicion") {
        rules.replace("modifiers.json", "\"suspicion_words\"", "\"suspicion_wards\"");
        CHECK(rules.trouble().starts_with("modifiers.json: suspicion_words: empty"));
    }
    SECTION("a range that is none") {
        rules.replace("problems.json", "C00-C97", "C97-C00");
        CHECK(rules.trouble().find("not an ICD-10 code or range: C97-C00") != std::string::npos);
    }
    SECTION("a code given twice") {
        rules.replace("drug-classes.json", "\"111\", \"121\"", "\"111\", \"111\"");
        CHECK(rules.trouble() == "drug-classes.json: classes: given twice: 111");
    }
}

TEST_CASE("§9 a second risk pack is one more file") {
    RuleCopy rules;
    CHECK(rules.trouble().empty());
    rules.write(
        "heat.json",
        R"({"kind": "risk", "id": "heat", "title": "熱中症", "source": "test", "edition": "1", "valid_to": "2025-09-30",
                               "factors": [{"name": "65歳以上", "age_at_least": 65}]})");
    CHECK(rules.trouble().empty());
}

TEST_CASE("§9 the second shipped pack answers by age, names and drugs from its file alone") {
    const auto history =
        derived({Claim(clinicA, "2025-08").sy({"8833421", "20140103"}).sy({"4289018", "20200609"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', "620004042", "1", 28, "2025-08-09").input()});
    const auto pack = std::find_if(history->riskPacks.begin(), history->riskPacks.end(),
                                   [](const RiskPack& each) { return each.title == "熱中症になりやすい要因"; });
    REQUIRE(pack != history->riskPacks.end());
    const auto& heat = *pack;
    CHECK(heat.edition == "予防指針 Ver.3");
    const auto answer = [&](std::string_view name) {
        const auto at = std::find_if(heat.factors.begin(), heat.factors.end(),
                                     [name](const RiskFactor& factor) { return factor.name == name; });
        REQUIRE(at != heat.factors.end());
        return std::pair(at->answer, at->basis);
    };
    CHECK(answer("65歳以上") == std::pair(RiskAnswer::Recorded, std::string("70歳")));
    CHECK(answer("乳幼児・学童") == std::pair(RiskAnswer::NotRecorded, std::string("70歳")));
    CHECK(answer("利尿薬") == std::pair(RiskAnswer::Recorded, std::string("投薬")));
    CHECK(answer("心疾患") == std::pair(RiskAnswer::Recorded, std::string("病名")));
    CHECK(answer("抗精神病薬").first == RiskAnswer::NotRecorded);
    CHECK(answer("肥満").first == RiskAnswer::CannotKnow);
}

TEST_CASE("§9 a risk pack out of force is not shown") {
    const auto history = derived({Claim(clinicA, "2020-08").sy({"8833421", "20140103"}).input()}, day("2020-10-08"));
    for (const auto& pack : history->riskPacks) { // 手引き 第10.1版 is of 2024
        CHECK(pack.title.find("COVID") == std::string::npos);
    }
    const auto now = derived({Claim(clinicA, "2025-08").sy({"8833421", "20140103"}).input()});
    REQUIRE(now->riskPacks.size() >= 2);
    CHECK(now->riskPacks.front().title.find("COVID") != std::string::npos);
}

TEST_CASE("§0.6 codes count in the months in which they were in force") {
    const CodeSet codes({{"150303210", std::nullopt, month("2023-03")}, {"150140110", std::nullopt, std::nullopt}});
    CHECK(codes.contains("150303210", month("2019-06")));
    CHECK_FALSE(codes.contains("150303210", month("2024-06")));
    CHECK(codes.contains("150140110", month("2030-01")));
    CHECK_FALSE(codes.contains("150140111"));
}

TEST_CASE("sets of ICD-10 codes and of fee-schedule sections") {
    const IcdSet icd({"I10-I15", "E785", "K920-K922", "N18"});
    CHECK(icd.contains("I10"));
    CHECK(icd.contains("I159"));
    CHECK_FALSE(icd.contains("I16"));
    CHECK(icd.contains("E785"));
    CHECK_FALSE(icd.contains("E78"));
    CHECK(icd.contains("N185"));
    CHECK(icd.contains("K921"));
    CHECK_FALSE(icd.contains("K929"));
    CHECK_FALSE(icd.contains(""));
    const SectionSet sections({"K920-K924", "C107-0", "J038", "H"});
    CHECK(sections.contains(parseSection("K922")));
    CHECK_FALSE(sections.contains(parseSection("K919")));
    CHECK(sections.contains(parseSection("C107")));
    CHECK_FALSE(sections.contains(parseSection("C107-2")));
    CHECK(sections.contains(parseSection("J038-2")));
    CHECK(sections.contains(parseSection("H002")));
    CHECK_FALSE(sections.contains(parseSection("")));
    CHECK_FALSE(SectionSet::wellFormed("K924-K920"));
    CHECK_FALSE(SectionSet::wellFormed("038"));
}

TEST_CASE("text is folded, counted and cut by character") {
    CHECK(foldWidthAndCase("Ｓ／Ｏ　胃癌Ｘ") == "s/o　胃癌x");
    CHECK(characterCount("青波 A") == 4);
    CHECK(firstCharacters("青波内科", 2) == "青波");
    CHECK(firstCharacters("青", 5) == "青");
    CHECK(foldWidthAndCase("\xEF\xBC").size() == 2); // a cut sequence stays as it is
}
