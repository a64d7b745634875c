// Procedures, examinations, visits, coverage, flags, risk factors, institutions (clinical-rules.md §6, §7, §9).
#include "core/history/short_names.h"
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

TEST_CASE("§7 monthly repeats are one row with a count; add-ons and materials fold under their act") {
    Claim claim(dialysisClinic, "2025-08");
    claim.visit({1, 4, 6})
        .siOpen("40", "140057910", {1, 4, 6})
        .si("", "140058970", {1, 4, 6})
        .to("", "710010935", "1", {1, 4, 6})
        .si("40", "140055970", {6});
    const auto history =
        derived({claim.input(), Claim(dialysisClinic, "2025-07").visit({2}).si("40", "140057910", {2}).input()});
    REQUIRE(history->procedures.size() == 2);
    const auto& august = history->procedures.front();
    CHECK(august.code == "140057910");
    CHECK(august.count == 3);
    CHECK(august.day == day("2025-08-06"));
    CHECK(august.dayNumbers == std::vector{1, 4, 6});
    CHECK(august.sectionNumber == "J038 1ロ");
    CHECK(august.group == ProcedureGroup::Treatment);
    REQUIRE(august.details.size() == 3);
    CHECK(august.details[0].find("透析液水質確保加算") != std::string::npos);
    CHECK(august.details[1].find("ダイアライザー") != std::string::npos);
    CHECK(august.details[2].find("下肢末梢動脈疾患指導管理加算") !=
          std::string::npos); // its own group, the same section
    CHECK(history->procedures.back().day == day("2025-07-02"));
}

TEST_CASE("§6 an operation keeps its day, its drugs, materials and comments") {
    Claim claim(hospital, "2025-08", {}, true);
    claim.visit({11, 12})
        .siOpen("50", "150140210", {11})
        .to("", "710010065", "1", {11})
        .co("", "810000001", "経静脈電極　右心耳　右室")
        .si("50", "150224910", {12}, "280")
        .iy("", "621772101", "1", 1, 12)
        .si("54", "150233410", {11}, "240");
    const auto history = derived({claim.input()});
    const auto* pacemaker = procedure(*history, "150140210");
    REQUIRE(pacemaker);
    CHECK(pacemaker->group == ProcedureGroup::Surgery);
    CHECK(pacemaker->kind == Kind::MedicalInpatient);
    CHECK(pacemaker->details.size() == 2);
    CHECK(pacemaker->evidence.size() == 2);
    const auto* transfusion = procedure(*history, "150224910");
    REQUIRE(transfusion);
    CHECK(transfusion->group == ProcedureGroup::Transfusion);
    CHECK(transfusion->details.front() == "280ｍＬ");
    CHECK(transfusion->details.back().find("照射赤血球液") != std::string::npos);
    CHECK(procedure(*history, "150233410")->group == ProcedureGroup::Anaesthesia);
    CHECK(procedure(*history, "150233410")->details.front() == "240分");
    CHECK(history->procedures.front().day == day("2025-08-12")); // newest first
    const auto* device = flag(*history, "pacemaker");
    REQUIRE(device);
    CHECK(device->detail == "MRI可否は不明");
}

TEST_CASE("§6 home care folds its material add-ons; CT stands under imaging") {
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .visit({10})
                                      .si("14", "114040810", {10})
                                      .si("14", "114041310", {10})
                                      .si("14", "114041710", {10})
                                      .siOpen("70", "170011810", {10})
                                      .siOpen("", "170028810", {10})
                                      .si("", "170015410", {10})
                                      .input()});
    CHECK(history->procedures.size() == 2);
    const auto* cpap = procedure(*history, "114040810");
    REQUIRE(cpap);
    CHECK(cpap->group == ProcedureGroup::Home);
    CHECK(cpap->details.size() == 2);
    CHECK(procedure(*history, "170011810")->group == ProcedureGroup::ImagingEndoscopy);
    CHECK(examination(*history, "170011810")->group == ExaminationGroup::Imaging);
    CHECK(examination(*history, "170015410")->feeOnly);
    CHECK(examination(*history, "170028810")->feeOnly);
    CHECK(flag(*history, "cpap"));
}

TEST_CASE("§7 tests by section; judgement and sampling are fees") {
    const auto history = derived({Claim(clinicA, "2024-08").visit({9}).si("60", "160019210", {9}).input(),
                                  Claim(clinicA, "2024-09").visit({9}).si("60", "160019210", {9}).input(),
                                  Claim(clinicA, "2025-08")
                                      .visit({9, 23})
                                      .siOpen("60", "160008010", {9})
                                      .siOpen("", "160019210", {9})
                                      .si("", "160012010", {9})
                                      .si("60", "160061810", {9})
                                      .si("60", "160095710", {9})
                                      .si("60", "160054710", {23})
                                      .si("60", "160068410", {9})
                                      .si("60", "160093810", {9})
                                      .si("60", "160060010", {9})
                                      .si("60", "160000310", {9})
                                      .si("60", "160031710", {9})
                                      .si("60", "160172550", {9})
                                      .input()});
    const auto group = [&](std::string_view code) { return examination(*history, code)->group; };
    CHECK(group("160008010") == ExaminationGroup::Blood);
    CHECK(group("160019210") == ExaminationGroup::Chemistry);
    CHECK(group("160012010") == ExaminationGroup::Blood);
    CHECK(group("160054710") == ExaminationGroup::Immunology);
    CHECK(group("160068410") == ExaminationGroup::Physiology);
    CHECK(group("160093810") == ExaminationGroup::Endoscopy);
    CHECK(group("160060010") == ExaminationGroup::Pathology);
    CHECK(group("160000310") == ExaminationGroup::UrineStool);
    CHECK(group("160031710") == ExaminationGroup::Hormone);
    CHECK(group("160172550") == ExaminationGroup::Infection);
    CHECK(examination(*history, "160061810")->feeOnly);
    CHECK(examination(*history, "160095710")->feeOnly);
    CHECK_FALSE(examination(*history, "160019210")->feeOnly);
    const auto& creatinine = *examination(*history, "160019210");
    CHECK(creatinine.done.size() == 3);
    CHECK(creatinine.inTwelveMonths == 2); // September 2024 to August 2025
    CHECK(creatinine.done.front().day == day("2024-08-09"));
}

TEST_CASE("§7 a bundling fee is named, so that absence proves nothing") {
    const auto history = derived({Claim(dialysisClinic, "2025-07").visit({1}).si("13", "113002510", {1}).input(),
                                  Claim(dialysisClinic, "2025-08").visit({1}).si("13", "113002510", {1}).input()});
    REQUIRE(history->bundledFees.size() == 1);
    CHECK(history->bundledFees.front().words.find("透析") != std::string::npos);
    CHECK(history->bundledFees.front().firstMonth == month("2025-07"));
    CHECK(history->bundledFees.front().lastMonth == newest);
}

TEST_CASE("§1 visits: JD, else the days of the lines, else the stated number") {
    const auto history = derived({Claim(clinicA, "2025-08").visit({3, 17}).input("a"),
                                  Claim(clinicB, "2025-08").si("12", "112007410", {5, 9, 21}).input("b"),
                                  Dispensed(pharmacy, clinicA, "2025-08")
                                      .drug('1', "620007870", "1", 14, "2025-08-03")
                                      .drug('1', "620007870", "1", 14, "2025-08-17")
                                      .input("c")});
    const auto days = [&](const Place& place) {
        for (const auto& visit : history->visits) {
            if (history->institutions[visit.institution].id.code == place.code) {
                return visit.dayNumbers;
            }
        }
        return std::vector<int>();
    };
    CHECK(days(clinicA) == std::vector{3, 17});
    CHECK(days(clinicB) == std::vector{5, 9, 21});
    CHECK(days(pharmacy) == std::vector{3, 17});
    CHECK(history->institutions.back().id.code == pharmacy.code); // pharmacies last
}

TEST_CASE("§1 visits: days as an out-patient before an admission are no days of the stay") {
    const auto history = derived({Claim(hospital, "2025-08").visit({3}).sy({"8833421", "20140103"}).input(),
                                  Claim(hospital, "2025-08", {}, true).visit({10, 11, 12}).input()});
    REQUIRE(history->visits.size() == 1);
    const auto& visit = history->visits.front();
    CHECK(visit.inpatient);
    CHECK(visit.days == 4);
    CHECK(visit.dayNumbers == std::vector{3, 10, 11, 12});
    CHECK(visit.inpatientDayNumbers == std::vector{10, 11, 12});
    const auto alone = derived({Claim(hospital, "2025-08", {}, true).visit({10, 11, 12}).input()});
    CHECK(alone->visits.front().inpatientDayNumbers.empty()); // all of them are
}

TEST_CASE("§1 the newest month is partly there while a prescription waits for its pharmacy") {
    const auto pharmacyOf = [](std::string_view when) {
        return Dispensed(pharmacy, clinicA, when.substr(0, 7)).drug('1', "620007870", "1", 28, when).input();
    };
    const auto clinicOf = [](std::string_view iso) {
        return Claim(clinicA, iso).visit({6}).si("80", "120002910", {6}).input();
    };
    const auto partly = derived({clinicOf("2025-07"), pharmacyOf("2025-07-06"), clinicOf("2025-08")});
    REQUIRE(partly->coverage.size() == 4);
    CHECK(partly->coverage[0].state == CoverageState::Arrived);
    CHECK(partly->coverage[1].state == CoverageState::Partly);
    CHECK(partly->coverage[1].absent == std::vector{Kind::Dispensing});
    CHECK(partly->coverage[2].state == CoverageState::NotYet);
    const auto whole =
        derived({clinicOf("2025-07"), pharmacyOf("2025-07-06"), clinicOf("2025-08"), pharmacyOf("2025-08-06")});
    CHECK(whole->coverage[1].state == CoverageState::Arrived);
}

TEST_CASE("§6 windows: home oxygen within three data months, home visits within two") {
    const auto with = [](std::string_view iso, std::string_view code) {
        return derived({Claim(clinicA, iso).visit({5}).si("14", code, {5}).input(),
                        Claim(clinicB, "2025-08").visit({1}).si("12", "112007410", {1}).input()});
    };
    CHECK(flag(*with("2025-06", "114003710"), "home-oxygen"));
    CHECK_FALSE(flag(*with("2025-05", "114003710"), "home-oxygen"));
    CHECK(flag(*with("2025-07", "114030310"), "home-visit"));
    CHECK_FALSE(flag(*with("2025-06", "114030310"), "home-visit"));
}

TEST_CASE("§6 acts beat names; a suspected name raises nothing; the stent tells how long ago") {
    const auto act = derived({Claim(hospital, "2023-06", {}, true).visit({2}).si("50", "150375210", {2}).input(),
                              Claim(hospital, "2025-08").visit({1}).sy({"8844391", "20230602"}).input()});
    REQUIRE(flag(*act, "coronary-stent"));
    CHECK(flag(*act, "coronary-stent")->basis == FlagBasis::Act);
    CHECK(flag(*act, "coronary-stent")->words == "冠動脈ステント 2年4か月");
    CHECK(flag(*act, "coronary-stent")->lastMonth == month("2023-06"));
    const auto name =
        derived({Claim(hospital, "2025-08").sy({"8844391", "20230602"}).sy({"8850496", "20250801", "8002"}).input()});
    REQUIRE(flag(*name, "coronary-stent"));
    CHECK(flag(*name, "coronary-stent")->basis == FlagBasis::Name);
    CHECK_FALSE(flag(*name, "allergy"));
}

TEST_CASE("§6 allergy names stand as written, one chip each, last in the order") {
    const auto history =
        derived({Claim(hospital, "2025-08").visit({3}).sy({"8850496", "20240603"}).sy({"9958001", "20240603"}).input(),
                 Claim(clinicA, "2025-08").sy({"9958001", "20250103"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', "613330003", "2", 28, "2025-08-06").input()});
    std::vector<std::string> words;
    for (const auto& raised : history->flags) {
        words.push_back(raised.words);
    }
    REQUIRE(words.size() == 3);
    CHECK(words.front() == "抗凝固薬 該当あり");
    CHECK(std::count(words.begin(), words.end(), "造影剤アレルギー") == 1);
    CHECK(std::count(words.begin(), words.end(), "ペニシリンアレルギー") == 1);
    CHECK(history->flags.front().detail == "ワルファリン");
}

TEST_CASE("§6 insulin with the fee for self-injection is one chip") {
    const auto history =
        derived({Claim(clinicA, "2025-08").visit({9}).si("14", "114028410", {9}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('4', "620007536", "2", 1, "2025-08-20").input(),
                 Dispensed(pharmacy, clinicA, "2025-07").drug('4', "620007536", "2", 1, "2025-07-20").input()});
    REQUIRE(flag(*history, "insulin"));
    CHECK(flag(*history, "insulin")->words == "インスリン自己注射");
    CHECK(flag(*history, "insulin")->basis == FlagBasis::Act);
    CHECK_FALSE(flag(*history, "self-injection"));
    const auto other = derived(
        {Claim(hospital, "2025-08").visit({11}).si("14", "114040610", {11}).iy("14", "622608801", "2", 1, 20).input(),
         Claim(hospital, "2025-07").visit({11}).iy("14", "622608801", "2", 1, 20).input()});
    REQUIRE(flag(*other, "self-injection"));
    CHECK(flag(*other, "self-injection")->detail == "アダリムマブ");
}

TEST_CASE("§9 three answers, age exact, never a score, the third never empty") {
    Who unborn;
    unborn.birth = "";
    const auto history = derived({Claim(clinicA, "2025-08")
                                      .sy({"8833421", "20140103"})
                                      .sy({"2500015", "20250803", "8002"})
                                      .sy({"8839404", "20240101"})
                                      .input()});
    CHECK(factor(*history, "65歳以上").answer == RiskAnswer::Recorded);
    CHECK(factor(*history, "65歳以上").basis == "70歳");
    CHECK(factor(*history, "高血圧症").answer == RiskAnswer::Recorded);
    CHECK(factor(*history, "糖尿病").answer == RiskAnswer::NotRecorded);
    CHECK(factor(*history, "BMI 30以上").answer == RiskAnswer::Recorded);
    CHECK(factor(*history, "妊娠後期").answer == RiskAnswer::CannotKnow);
    CHECK(factor(*history, "喫煙").answer == RiskAnswer::CannotKnow);
    CHECK(history->riskPacks.front().edition.find("10.1") != std::string::npos);
    const auto ageless = derived({Claim(clinicA, "2025-08", unborn).sy({"8833421", "20140103"}).input()});
    CHECK(factor(*ageless, "65歳以上").answer == RiskAnswer::CannotKnow);
}

TEST_CASE("§9 diabetes by its drugs, and name and drug together") {
    const auto history =
        derived({Claim(clinicA, "2025-08").sy({"2500015", "20200609"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', "621974701", "3", 28, "2025-08-09").input()});
    CHECK(factor(*history, "糖尿病").basis == "病名+投薬");
    const auto heart =
        derived({Claim(clinicA, "2025-08").sy({"4289018", "20200609"}).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', "622342001", "1", 28, "2025-08-09").input()});
    CHECK(factor(*heart, "糖尿病").answer == RiskAnswer::NotRecorded); // SGLT2 is given for the heart too
}

TEST_CASE("short names: corporate form and ending dropped, six characters, unique") {
    const auto& rules = shippedRules().tables().institutionNames;
    CHECK(shortNames({"みどり橋透析クリニック", "オリーブ丘内科", "瀬戸見総合病院", "栗見整形外科医院", "しおかぜ眼科",
                      "ひうち歯科"},
                     rules) ==
          std::vector<std::string>{"みどり橋透析", "オリーブ丘", "瀬戸見", "栗見整形", "しおかぜ眼科", "ひうち歯科"});
    CHECK(shortNames({"医療法人社団　青波会　青波内科", "青波病院"}, rules) ==
          std::vector<std::string>{"青波内科", "青波病院"}); // 青波 would be both
    CHECK(shortNames({"青波総合病院", "青波駅前内科クリニック"}, rules) ==
          std::vector<std::string>{"青波総合病院", "青波駅前"}); // 青波 would begin both
    const auto same = shortNames({"青波医院", "青波医院", "青波医院"}, rules);
    CHECK(same[0] != same[1]);
    CHECK(same[1] != same[2]);
    CHECK(shortNames({"9910030"}, rules) == std::vector<std::string>{"991003"});
    CHECK(shortNames({}, rules).empty());
}

TEST_CASE("§0.2 no receipts at all, and text that is no receipt") {
    const auto nothing = derived({});
    CHECK_FALSE(nothing->newestMonth);
    CHECK(nothing->coverage.empty());
    CHECK(nothing->flags.empty());
    CHECK(nothing->today == today);
    const auto noise = derived({{"x", "this is,no\nreceipt,at all\n"}, {"y", ""}});
    CHECK(noise->receipts.empty());
    CHECK(noise->unreadLines > 0);
}

TEST_CASE("§1 a claim made again replaces the earlier one; a month that cannot be is kept aside") {
    const auto history =
        derived({Claim(clinicA, "2025-06").claimedIn("2025-07").visit({12}).si("60", "160054710", {12}).input("first"),
                 Claim(clinicA, "2025-06")
                     .claimedIn("2025-09", "99991234567890123456")
                     .visit({12})
                     .si("60", "160054710", {12})
                     .si("60", "160162350", {12})
                     .input("again"),
                 Claim(clinicA, "2025-08").visit({1}).si("12", "112007410", {1}).input(),
                 Claim(clinicA, "2205-08").visit({1}).si("60", "160019210", {1}).input("future")});
    CHECK(history->receipts.size() == 4);
    CHECK(examination(*history, "160054710")->done.size() == 1);
    CHECK(examination(*history, "160162350"));
    CHECK_FALSE(examination(*history, "160019210"));
    CHECK(history->newestMonth == newest);
    const auto use = [&](std::string_view id) {
        return std::find_if(history->receipts.begin(), history->receipts.end(),
                            [&](const SourceReceipt& s) { return s.id == id; })
            ->use;
    };
    CHECK(use("first") == ReceiptUse::Superseded);
    CHECK(use("again") == ReceiptUse::Used);
    CHECK(use("future") == ReceiptUse::Implausible);
}
