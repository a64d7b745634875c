// Rules of clinical-rules.md that stand as tables there, as tables here: each row is a case named by its section. What
// needs a story has one in problems_test, medication_test, acts_test and the traps.
#include "core/history/rules/tables.h"
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

const std::string hypertension = "8833421", amlodipine = "620007870", newerAmlodipine = "612170710";

bool hasBadge(const ClinicalProblem& problem, std::string_view badge) {
    return std::find(problem.badges.begin(), problem.badges.end(), badge) != problem.badges.end();
}

const ModifierRules::Meaning& meaning(const std::string& modifier) {
    const auto& meanings = shippedRules().tables().modifiers.meanings;
    const auto at = meanings.find(modifier);
    INFO("modifier " << modifier);
    REQUIRE(at != meanings.end());
    return at->second;
}

const DrugGroup& group(std::string_view id) {
    const auto& groups = shippedRules().tables().drugGroups;
    const auto at = groups.find(id);
    INFO("group " << id);
    REQUIRE(at);
    return groups.groups[*at];
}

/// Two data months with one act a month, the newer one in the newest data month.
std::shared_ptr<const History> billed(const std::string& code, const std::string& division, int months = 2) {
    std::vector<ReceiptInput> receipts;
    for (int back = 0; back < months; ++back) {
        receipts.push_back(
            Claim(hospital, isoMonth(newest - std::chrono::months(back))).visit({5}).si(division, code, {5}).input());
    }
    return derived(std::move(receipts));
}

std::shared_ptr<const History> named(const std::string& code, const std::string& modifiers = {}) {
    return derived({Claim(hospital, "2025-07").visit({5}).sy({code, "20240105", modifiers}).input(),
                    Claim(hospital, "2025-08").visit({5}).sy({code, "20240105", modifiers}).input()});
}

} // namespace

TEST_CASE("§0.2 absence keeps its month: nothing recorded is no item, and the newest data month is there to be said") {
    const auto history = derived({Claim(clinicA, "2025-08").visit({5}).sy({hypertension, "20140103"}).input()});
    CHECK(history->flags.empty());
    CHECK(history->newestMonth == newest);
    for (const auto& factor : history->riskPacks.front().factors) {
        INFO(factor.name);
        CHECK((factor.answer != RiskAnswer::NotRecorded || factor.evidence.empty()));
    }
}

TEST_CASE("§0.5 no numbers that receipts do not hold: the rules carry no score, weight or probability") {
    for (const auto& pack : shippedRules().tables().riskPacks) {
        for (const auto& factor : pack.factors) {
            INFO(factor.name);
            CHECK(factor.name.find('%') == std::string::npos);
            CHECK(factor.name.find("％") == std::string::npos);
            CHECK(factor.name.find("点") == std::string::npos);
        }
    }
}

TEST_CASE("§1 outcomes: continuing, cured, died, stopped; an empty one counts as continuing") {
    const std::map<std::string, receipt::DiseaseOutcome> codes{{"1", receipt::DiseaseOutcome::Continuing},
                                                               {"", receipt::DiseaseOutcome::Continuing},
                                                               {"2", receipt::DiseaseOutcome::Cured},
                                                               {"3", receipt::DiseaseOutcome::Died},
                                                               {"4", receipt::DiseaseOutcome::Stopped}};
    for (const auto& [code, outcome] : codes) {
        const auto history =
            derived({Claim(clinicA, "2025-08").visit({5}).sy({hypertension, "20140103", "", code}).input()});
        INFO("outcome " << code);
        CHECK(problem(*history, hypertension).outcome == outcome);
    }
}

TEST_CASE("§1 a disease repeated month by month is one episode, its months kept; the main mark is of the newest") {
    const auto history =
        derived({Claim(clinicA, "2025-06").visit({5}).sy({hypertension, "20140103", "", "1", true}).input(),
                 Claim(clinicA, "2025-07").visit({5}).sy({hypertension, "20140103", "", "1", true}).input(),
                 Claim(clinicA, "2025-08").visit({5}).sy({hypertension, "20140103"}).input()});
    const auto& one = problem(*history, hypertension);
    CHECK(one.months.size() == 3);
    CHECK(one.evidence.size() == 3);
    CHECK_FALSE(one.main);
    CHECK(one.start == day("2014-01-03"));
}

TEST_CASE("§2.1 each modifier of the clinical file has its meaning") {
    const std::map<ModifierClass, std::vector<std::string>> table{
        {ModifierClass::Suspected, {"8002", "8008"}},
        {ModifierClass::Past, {"8142"}},
        {ModifierClass::Post, {"8048", "3088", "8015", "8075", "7537", "8150"}},
        {ModifierClass::Sequela, {"8058", "8009", "3050"}},
        {ModifierClass::Remission, {"8003", "8060", "8276", "8277"}},
        {ModifierClass::Prevention, {"8076", "8274"}},
        {ModifierClass::Preoperative, {"8064"}},
        {ModifierClass::Management, {"8004"}},
        {ModifierClass::Recurrence, {"4024", "8065", "8016", "4025"}},
        {ModifierClass::Acute, {"4012", "7311", "8202", "8007", "8061", "4018"}},
        {ModifierClass::Chronic, {"4043", "7249", "8203"}}};
    for (const auto& [wanted, modifiers] : table) {
        for (const auto& modifier : modifiers) {
            INFO(modifier);
            CHECK(meaning(modifier).modifierClass == wanted);
        }
    }
}

TEST_CASE("§2.1 labels of modifiers stand beside the name, wherever the modifier stands in the list") {
    const std::map<std::string, std::string> table{{"8142", "既往"},   {"8048", "術後"}, {"8075", "治療後"},
                                                   {"8058", "後遺症"}, {"8003", "寛解"}, {"8076", "予防"},
                                                   {"8064", "術前"},   {"8004", "管理"}, {"4024", "再発"}};
    for (const auto& [modifier, badge] : table) {
        for (const auto& modifiers : {modifier + "2056", "2056" + modifier}) {
            const auto history = named("1539004", modifiers);
            INFO(modifiers);
            CHECK(hasBadge(problem(*history, "1539004"), badge));
            CHECK(problem(*history, "1539004").grade != Grade::Suspected);
        }
    }
}

TEST_CASE("§2.1 疑い inside a base name of the master is no suspicion; the code decides") {
    // 8832230 carries the word in its own name: not in the practice table, so shown by its code, and not suspected.
    const auto history = named("8832230");
    CHECK(problem(*history, "8832230").grade != Grade::Suspected);
    CHECK(problem(*history, "8832230").unlisted);
}

TEST_CASE("§2.1 8008 疑似症 is suspected like 8002") {
    const auto history = named("8850104", "8008");
    CHECK(problem(*history, "8850104").grade == Grade::Suspected);
    CHECK(factor(*history, "がん").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("§2.1 prevention, past and suspicion never make a risk factor; recurrence and chronic do") {
    for (const auto* modifier : {"8002", "8008", "8076", "8274", "8142"}) {
        INFO(modifier);
        CHECK(factor(*named("1539004", modifier), "がん").answer == RiskAnswer::NotRecorded);
    }
    for (const auto* modifier : {"4024", "4043"}) {
        INFO(modifier);
        CHECK(factor(*named("1539004", modifier), "がん").answer == RiskAnswer::Recorded);
    }
}

TEST_CASE("§2.3 the window of treatment is three data months, the memory six, of malignant names twelve") {
    const auto& rules = shippedRules().tables().problems;
    CHECK(rules.windowMonths == 3);
    CHECK(rules.oldStartDays == 90);
    CHECK(rules.pastAfterMonths == 6);
    CHECK(rules.malignantPastAfterMonths == 12);
    for (const auto* icd : {"J00", "J069", "A09", "J101", "J22", "S000", "T149"}) {
        INFO(icd);
        CHECK(rules.shortLived.contains(icd));
    }
    for (const auto* icd : {"J30", "J45", "A150", "J180", "U071"}) {
        INFO(icd);
        CHECK_FALSE(rules.shortLived.contains(icd));
    }
}

TEST_CASE("§2.3 an uncoded name is graded like any other and says that it has no code") {
    const auto history =
        derived({Claim(clinicA, "2025-07").visit({5}).sy({"0000999", "20240105", "", "1", false, "変な痛み"}).input(),
                 Claim(clinicA, "2025-08").visit({5}).sy({"0000999", "20240105", "", "1", false, "変な痛み"}).input()});
    const auto& one = problem(*history, "0000999");
    CHECK(one.grade == Grade::Continuing);
    CHECK(one.uncoded);
    CHECK(one.icd10.empty());
    CHECK(one.months.size() == 2);
}

TEST_CASE("§3.1 in-house and dispensed are different supplies of one drug, both kept") {
    const auto history =
        derived({Claim(clinicB, "2025-08").visit({4}).iy("21", amlodipine, "1", 14, 4).input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1", 28, "2025-08-20").input()});
    const auto both = courses(*history, amlodipine);
    REQUIRE(both.size() == 2);
    std::set<std::string> from;
    for (const auto* one : both) {
        REQUIRE(one->supplies.size() == 1);
        from.insert(history->institutions[one->supplies.front().dispenser].id.code);
    }
    CHECK(from == std::set<std::string>{clinicB.code, pharmacy.code});
}

TEST_CASE("§3.2 the flat period is fourteen days, whatever the amount") {
    CHECK(shippedRules().tables().medication.flatDays == 14);
    for (const auto* amount : {"5", "50", "500"}) {
        const auto history =
            derived({Dispensed(pharmacy, clinicA, "2025-08").drug('5', "662640423", amount, 1, "2025-08-01").input()});
        CHECK(daysBetween(day("2025-08-01"), course(*history, "662640423").end) == 13);
    }
}

TEST_CASE("§3.3 ended is told with its date, and at the data's end a supply of 28 days goes on by itself") {
    const auto on = [](int days) {
        return derived(
            {Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1", days, "2025-08-01").input()});
    };
    CHECK(course(*on(28), amlodipine).today == DrugState::UntilDataEnd);
    CHECK(course(*on(27), amlodipine).today == DrugState::Ended);
    CHECK(course(*on(27), amlodipine).end == day("2025-08-27"));
    CHECK(course(*on(90), amlodipine).today == DrugState::Taking);
}

TEST_CASE("§3.4 fourteen days and more are long-term, thirteen are not") {
    const auto on = [](int days) {
        return derived(
            {Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1", days, "2025-08-01").input()});
    };
    CHECK(course(*on(14), amlodipine).longTerm);
    CHECK_FALSE(course(*on(13), amlodipine).longTerm);
}

TEST_CASE("§3.5 another code inside the same ingredient and route continues the course, the change seen in its fills") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-07").drug('1', newerAmlodipine, "1", 28, "2025-07-04").input(),
                 Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1", 28, "2025-08-01").input()});
    const auto& one = course(*history, amlodipine);
    REQUIRE(one.supplies.size() == 2);
    CHECK(one.supplies[0].code == newerAmlodipine);
    CHECK(one.supplies[1].code == amlodipine);
    CHECK(one.supplies[0].name != one.supplies[1].name);
    CHECK(history->duplicates.empty());
}

TEST_CASE("§3.6 the dose is what was billed: amount a day and unit, never converted") {
    const auto history =
        derived({Dispensed(pharmacy, clinicA, "2025-08").drug('1', amlodipine, "1.5", 28, "2025-08-01").input()});
    const auto& one = course(*history, amlodipine);
    CHECK(one.supplies.front().amount.text() == "1.5");
    CHECK(one.unit == "錠");
    CHECK(one.supplies.front().quantity == 28);
}

TEST_CASE("§4 curated ingredients: what the first seven characters alone would miss") {
    const std::map<std::string, std::vector<std::string>> table{
        {"aspirin", {"1143001", "1143010", "3399007", "3399100", "3399101", "3399102", "3399103"}},
        {"insulin-glargine", {"2492416", "2492420", "2492421"}},
        {"acetaminophen", {"1141001", "1141007", "1141700", "1149117", "1180107", "1180108"}},
        {"magnesium-oxide", {"2344002", "2344009"}},
        {"metformin", {"3962002", "3969100", "3969104", "3969105", "3969109"}},
        {"tacrolimus", {"3999014", "3999416"}}};
    const auto& ingredients = shippedRules().tables().duplicates.ingredients;
    for (const auto& [id, codes] : table) {
        const auto at =
            std::find_if(ingredients.begin(), ingredients.end(), [&](const auto& one) { return one.id == id; });
        INFO(id);
        REQUIRE(at != ingredients.end());
        for (const auto& code : codes) {
            INFO(code);
            CHECK(at->codes.contains(code + "F1020"));
        }
    }
    const auto tacrolimus =
        std::find_if(ingredients.begin(), ingredients.end(), [](const auto& one) { return one.id == "tacrolimus"; });
    CHECK_FALSE(tacrolimus->codes.contains("2699709M1020")); // the ointment
}

TEST_CASE("§4 overlaps of seven days stand on the summary, shorter ones only in the tab") {
    const auto within = [](int days) { // the second drug's days lie inside the first one's
        return derived(
            {Dispensed(pharmacy, clinicA, "2025-08").drug('1', "620099201", "3", 28, "2025-08-01").input(),
             Dispensed(otherPharmacy, clinicB, "2025-08").drug('1', "620099201", "3", days, "2025-08-08").input()});
    };
    for (const int days : {6, 7}) {
        const auto history = within(days);
        INFO(days);
        REQUIRE(history->duplicates.size() == 1);
        CHECK(history->duplicates.front().days == days);
        CHECK(history->duplicates.front().prominent == (days >= 7));
    }
}

TEST_CASE("§4 a class is never read from the first four digits") {
    // What shares four digits and is something else; the class words come from curated rows.
    const std::vector<std::pair<std::string, std::string>> apart{
        {"3339950", "anticoagulant-oral"}, {"2492700", "insulin"},
        {"3339400", "anticoagulant-oral"}, {"3399003", "antiplatelet"},
        {"3399004", "antiplatelet"},       {"2329021", "acid-suppressant"},
        {"2149032", "arb-acei"},           {"1149023", "nsaid-systemic"},
        {"1149038", "nsaid-systemic"},     {"1179017", "hypnotic-anxiolytic"},
        {"1190012", "hypnotic-anxiolytic"}};
    for (const auto& [code, id] : apart) {
        INFO(code << " in " << id);
        CHECK_FALSE(group(id).codes.contains(code + "F1020"));
    }
}

TEST_CASE("§5 the groups of the clinical file hold their codes, and not the neighbours") {
    struct Row {
        std::string id;
        std::vector<std::string> in, out;
    };
    const std::vector<Row> table{
        {"anticoagulant-oral", {"3332001", "3339001", "3339002", "3339003", "3339004"}, {"3334402", "3339950"}},
        {"anticoagulant-injection", {"3334400", "3334402", "3334406", "3339400", "3339600"}, {"3332001"}},
        {"antiplatelet",
         {"3399001", "3399002", "3399006", "3399007", "3399008", "3399009", "3399011", "3399100", "3399103"},
         {"3399003", "3399405"}},
        {"insulin", {"2492403", "2492416", "2492423", "2492500", "3969500", "3969501"}, {"2492700"}},
        {"sulfonylurea", {"3961001", "3961008", "3969101"}, {"3962002"}},
        {"biguanide", {"3962001", "3962002", "3969100", "3969104"}, {"3969010"}},
        {"glp1", {"2499410", "2499411", "2499415", "2499416", "2499418", "2499014"}, {"2492416"}},
        {"sglt2", {"3969018", "3969023", "3969106", "3969108"}, {"3969010", "3969026"}},
        {"steroid-oral",
         {"2452001", "2452002", "2454002", "2454003", "2454004", "2456001", "2456002", "2456003"},
         {"2452003"}},
        {"digitalis", {"2113003", "2113004", "2113005", "2113400", "2113401"}, {"2119001"}},
        {"antiarrhythmic", {"2129002", "2129013", "2129401", "2129410"}, {"2123016"}},
        {"theophylline", {"2251001"}, {"2259004"}},
        {"antiepileptic", {"1139002", "1139004", "1139010"}, {"1124001"}},
        {"lithium", {"1179017"}, {"1179025"}},
        {"dpp4",
         {"3969010", "3969011", "3969012", "3969014", "3969015", "3969016", "3969017", "3969024", "3969025", "3969104"},
         {"3969018", "3969023", "3969007", "3969026", "3969500"}},
        {"antidiabetic-other", {"3969003", "3969007", "3969008", "3969026"}, {"3969010", "3969018", "3969500"}},
        {"psychotropic", {"1174006", "1179017", "1179042"}, {"1124001", "1190012"}},
        {"hiv", {"6250001", "6250100"}, {"6250021"}},
        {"potassium-injection", {"3229400", "3319402"}, {"3229001"}},
        {"hypnotic-anxiolytic",
         {"1124001", "1124030", "1179025", "1129007", "1129009", "1129010", "1190023", "1190027", "1190016"},
         {"1179017", "1190012"}},
        {"opioid", {"8114001", "8119002", "8219400", "1149038", "1149117", "1149704"}, {"1149019"}},
        {"nsaid-systemic",
         {"1145003", "1145700", "1147002", "1147700", "1149019", "1149700"},
         {"1149013", "1149020", "1149023", "1149034", "1149038"}}};
    for (const auto& row : table) {
        for (const auto& code : row.in) {
            INFO(code << " in " << row.id);
            CHECK(group(row.id).codes.contains(code + "F1020"));
        }
        for (const auto& code : row.out) {
            INFO(code << " not in " << row.id);
            CHECK_FALSE(group(row.id).codes.contains(code + "F1020"));
        }
    }
    const std::vector<std::string> suppressing{
        "3999002", "3999004", "3999005", "3999014", "3999016", "3999017", "3999020", "3999022", "3999034", "3999043",
        "3999046", "3999048", "3999053", "3999416", "3999424", "3999426", "3999429", "2399402", "6399421"};
    for (const auto& code : suppressing) { // one flag over four groups
        INFO(code);
        const bool any = group("immunosuppressant").codes.contains(code + "F1020") ||
                         group("methotrexate-low").codes.contains(code + "F1020") ||
                         group("jak").codes.contains(code + "F1020") ||
                         group("biologic").codes.contains(code + "F1020");
        CHECK(any);
    }
}

TEST_CASE("§5 the headings of drugs needing care are the twelve official words and no others") {
    const std::set<std::string> official{"抗悪性腫瘍剤",   "免疫抑制剤",     "不整脈用剤",       "抗てんかん剤",
                                         "血液凝固阻止剤", "ジギタリス製剤", "テオフィリン製剤", "カリウム製剤(注射)",
                                         "精神神経用剤",   "糖尿病用剤",     "膵臓ホルモン剤",   "抗HIV薬"};
    std::set<std::string> used;
    for (const auto& one : shippedRules().tables().drugGroups.groups) {
        if (!one.highRisk.empty()) {
            used.insert(one.highRisk);
        }
    }
    for (const auto& word : used) {
        INFO(word);
        CHECK(official.contains(word));
    }
    CHECK(used.size() == official.size());
}

TEST_CASE("§6 each flag is raised by its acts, with month, institution and the code behind it") {
    struct Row {
        std::string flag;
        std::vector<std::string> codes;
        std::string division;
    };
    const std::vector<Row> table{{"dialysis",
                                  {"140057810", "140057910", "140058010", "140058110", "140058210", "140058310",
                                   "140058410", "140058510", "140058610", "113002510", "114009310"},
                                  "40"},
                                 {"haemodialysis-other", {"140007710"}, "40"},
                                 {"peritoneal-dialysis", {"114003510", "140008510", "140008810"}, "40"},
                                 {"transplant-kidney", {"150196310", "150338610"}, "50"},
                                 {"transplant-liver", {"150284810", "150324410"}, "50"},
                                 {"transplant-heart", {"150322410", "150322610"}, "50"},
                                 {"transplant-lung", {"150317510", "150336610"}, "50"},
                                 {"transplant-pancreas", {"150324810"}, "50"},
                                 {"transplant-organ", {"113013210"}, "13"},
                                 {"transplant-stem-cell", {"150225910", "150297810", "150349810"}, "50"},
                                 {"transplant-stem-cell-own", {"150266310", "150266410"}, "50"},
                                 {"transplant-stem-cell-care", {"113013310"}, "13"},
                                 {"pacemaker", {"150140110", "150140210", "150395350", "150140410", "113030210"}, "50"},
                                 {"icd-crt", {"150383250", "150387410", "113030310"}, "50"},
                                 {"valve", {"150141410", "150141610", "150141710"}, "50"},
                                 {"coronary-stent", {"150375210", "150375310", "150375410"}, "50"},
                                 {"home-oxygen", {"114003710", "114004110"}, "14"},
                                 {"home-ventilator", {"114005410"}, "14"},
                                 {"cpap", {"114040710", "114040810"}, "14"},
                                 {"tracheostomy", {"114011110"}, "14"},
                                 {"home-tpn", {"114004210"}, "14"},
                                 {"self-injection", {"114021010", "114028410", "114040610"}, "14"},
                                 {"home-visit", {"114001110", "114030310"}, "14"},
                                 {"smoking-cessation", {"113008310", "113008410", "113008510"}, "13"}};
    for (const auto& row : table) {
        for (const auto& code : row.codes) {
            INFO(row.flag << " by " << code);
            const auto history = billed(code, row.division);
            const auto* raised = flag(*history, row.flag);
            CHECK(raised != nullptr);
            if (raised == nullptr) {
                continue;
            }
            CHECK(raised->basis == FlagBasis::Act);
            CHECK(raised->lastMonth == newest);
            CHECK(history->institutions[raised->institution].id.code == hospital.code);
            REQUIRE_FALSE(raised->evidence.empty());
            CHECK(lineOf(*history, raised->evidence.front()).find(code) != std::string::npos);
            CHECK_FALSE(raised->words.empty());
            CHECK_FALSE(raised->icon.empty());
        }
    }
}

TEST_CASE("§6 names support where acts are missing, and say so; suspected ones never") {
    const std::vector<std::pair<std::string, std::string>> table{{"transplant-kidney", "9968003"},
                                                                 {"transplant-liver", "8844845"},
                                                                 {"transplant-heart", "8844882"},
                                                                 {"pacemaker", "8844607"},
                                                                 {"icd-crt", "8842462"},
                                                                 {"valve", "8842927"},
                                                                 {"valve", "8844545"},
                                                                 {"valve", "8842956"},
                                                                 {"coronary-stent", "8844391"},
                                                                 {"smoking-cessation", "8843091"},
                                                                 {"allergy", "9958001"},
                                                                 {"allergy", "8850496"},
                                                                 {"allergy", "8844775"},
                                                                 {"allergy", "8830247"},
                                                                 {"allergy", "9952037"},
                                                                 {"allergy", "6923006"}};
    for (const auto& [id, code] : table) {
        INFO(id << " by " << code);
        const auto history = named(code);
        const auto* raised = flag(*history, id);
        CHECK(raised != nullptr);
        CHECK((raised == nullptr || raised->basis == FlagBasis::Name));
        CHECK(flag(*named(code, "8002"), id) == nullptr);
    }
}

TEST_CASE("§6 what ages: home therapies within three data months, home visits within two") {
    for (const auto* code : {"114003710", "114005410", "114040710", "114011110", "114004210", "114021010"}) {
        INFO(code);
        const auto old = derived({Claim(hospital, "2025-05").visit({5}).si("14", code, {5}).input(),
                                  Claim(hospital, "2025-08").visit({5}).sy({hypertension, "20140103"}).input()});
        CHECK(old->flags.empty());
        const auto recent = derived({Claim(hospital, "2025-06").visit({5}).si("14", code, {5}).input(),
                                     Claim(hospital, "2025-08").visit({5}).sy({hypertension, "20140103"}).input()});
        CHECK(recent->flags.size() == 1);
    }
}

TEST_CASE("§6 flags stand in the national order") {
    std::vector<std::string> order;
    for (const auto& rule : shippedRules().tables().flags) {
        order.push_back(rule.id);
    }
    const auto place = [&](std::string_view id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
    const std::vector<std::string> wanted{
        "dialysis",     "transplant-kidney", "pacemaker",   "coronary-stent", "anticoagulant",
        "antiplatelet", "insulin",           "home-oxygen", "home-visit",     "allergy"};
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        INFO(wanted[i - 1] << " before " << wanted[i]);
        CHECK(place(wanted[i - 1]) < place(wanted[i]));
    }
    CHECK(order.back() == "allergy");
}

TEST_CASE("§7 a test is its name and its day; counts are of twelve months; fees are told apart") {
    const auto history =
        derived({Claim(clinicA, "2024-08").visit({5}).si("60", "160010010", {5}).input(),
                 Claim(clinicA, "2024-09").visit({5}).si("60", "160010010", {5}).input(),
                 Claim(clinicA, "2025-08").visit({5}).si("60", "160010010", {5}).si("60", "160061910", {5}).input()});
    const auto* test = examination(*history, "160010010");
    REQUIRE(test);
    CHECK(test->done.size() == 3);
    CHECK(test->inTwelveMonths == 2); // August 2024 is the thirteenth
    CHECK_FALSE(test->feeOnly);
    REQUIRE(examination(*history, "160061910"));
    CHECK(examination(*history, "160061910")->feeOnly);
}

TEST_CASE("§9 each factor by its names, in three answers") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"がん", "1533003"},       {"COPD", "8840399"},   {"慢性腎臓病・透析", "8847583"}, {"高血圧症", "8833421"},
        {"脂質異常症", "8844446"}, {"心疾患", "4289018"}, {"BMI 30以上", "8839404"},       {"喘息", "4939008"}};
    for (const auto& [name, code] : table) {
        INFO(name << " by " << code);
        CHECK(factor(*named(code), name).answer == RiskAnswer::Recorded);
        CHECK(factor(*named(code), name).basis == "病名");
        CHECK(factor(*named(code, "8002"), name).answer != RiskAnswer::Recorded);
    }
    const auto healthy = named("8840042");
    for (const auto* name : {"BMI 30以上", "喫煙", "妊娠後期", "免疫不全の程度"}) {
        INFO(name);
        CHECK(factor(*healthy, name).answer == RiskAnswer::CannotKnow);
    }
}

TEST_CASE("§9 each factor holds its ICD-10 range and drugs, and not its neighbours") {
    struct Row {
        std::string factor;
        std::vector<std::string> in, out;
        std::vector<std::string> drugs;
    };
    const std::vector<Row> table{{"がん", {"C000", "C97", "D459", "D473"}, {"D120", "D500"}, {}},
                                 {"COPD", {"J41", "J438", "J449"}, {"J40", "J459"}, {}},
                                 {"慢性腎臓病・透析", {"N180", "N189", "Z992"}, {"N17", "N20"}, {}},
                                 {"心疾患", {"I209", "I259", "I500", "I420"}, {"I10", "I480"}, {}},
                                 {"脳血管疾患", {"I600", "I639", "I694"}, {"I700", "G459"}, {}},
                                 {"高血圧症", {"I10", "I159"}, {"I209", "R030"}, {}},
                                 {"脂質異常症", {"E780", "E785"}, {"E790"}, {}},
                                 {"喘息", {"J450", "J46"}, {"J449", "J47"}, {}},
                                 {"間質性肺疾患", {"J841", "J849"}, {"J80", "J90"}, {}},
                                 {"肺塞栓症・肺高血圧症", {"I269", "I270"}, {"I259", "I280"}, {}},
                                 {"気管支拡張症", {"J47"}, {"J449"}, {}},
                                 {"臓器・造血幹細胞移植", {"Z940", "T861"}, {"Z950"}, {}},
                                 {"糖尿病", {"E10", "E119", "E149"}, {"E160", "R739"}, {"insulin", "dpp4"}},
                                 {"免疫不全・免疫抑制",
                                  {"D800", "D899", "B20", "B24"},
                                  {"D500", "B25"},
                                  {"immunosuppressant", "jak", "biologic", "steroid-oral"}},
                                 {"BMI 30以上", {"E660", "E669"}, {"E650"}, {}}};
    const auto& tables = shippedRules().tables();
    const auto& packs = tables.riskPacks;
    const auto covid = std::find_if(packs.begin(), packs.end(), [](const RiskRules& p) { return p.id == "covid-19"; });
    REQUIRE(covid != packs.end());
    for (const auto& row : table) {
        INFO(row.factor);
        const auto rule = std::find_if(covid->factors.begin(), covid->factors.end(),
                                       [&row](const RiskRules::Factor& one) { return one.name == row.factor; });
        REQUIRE(rule != covid->factors.end());
        for (const auto& code : row.in) {
            INFO(code);
            CHECK(rule->icd.contains(code));
        }
        for (const auto& code : row.out) {
            INFO(code);
            CHECK_FALSE(rule->icd.contains(code));
        }
        for (const auto& id : row.drugs) {
            INFO(id);
            const auto index = tables.drugGroups.find(id);
            REQUIRE(index);
            CHECK(std::find(rule->drugs.begin(), rule->drugs.end(), *index) != rule->drugs.end());
        }
        CHECK(std::none_of(rule->grades.begin(), rule->grades.end(),
                           [](Grade grade) { return grade == Grade::Suspected || grade == Grade::Past; }));
    }
}

TEST_CASE("§9 dialysis and transplant acts answer without a name; diabetes needs treatment or a drug") {
    CHECK(factor(*billed("113002510", "13"), "慢性腎臓病・透析").answer == RiskAnswer::Recorded);
    CHECK(factor(*billed("150338610", "50"), "臓器・造血幹細胞移植").answer == RiskAnswer::Recorded);
    CHECK(factor(*named("2500015"), "糖尿病").answer == RiskAnswer::NotRecorded);
}

TEST_CASE("§10 no case-fatality figure is part of the rules") {
    for (const auto& file : shippedRules().tables().files) {
        INFO(file.title);
        CHECK(file.title.find("致死") == std::string::npos);
        CHECK(file.title.find("死亡") == std::string::npos);
    }
}
