// Rule files about acts and what follows from them: procedures, examinations, flags, risk factors.
#include "core/history/rules/read_tables.h"

#include <algorithm>

namespace kmixr::history {
namespace {

template <class Group>
ActGrouping<Group> readGrouping(const RuleNode& file, const std::vector<std::string_view>& words) {
    ActGrouping<Group> grouping;
    for (const auto& row : file.children("groups")) {
        grouping.rows.push_back({static_cast<Group>(row.choice("group", words)), row.codes("codes"),
                                 row.sections("sections"), row.prefixes("prefixes")});
    }
    for (const auto& row : file.children("dental_divisions")) {
        const auto group = static_cast<Group>(row.choice("group", words));
        for (const auto& division : row.texts("divisions")) {
            grouping.dentalDivisions.emplace_back(division, group);
        }
    }
    return grouping;
}

std::vector<RuleIndex> drugGroups(const RuleNode& row, const DrugGroupRules& groups) {
    std::vector<RuleIndex> indices;
    for (const auto& id : row.texts("drugs")) {
        if (const auto index = groups.find(id)) {
            indices.push_back(*index);
        } else {
            row.complain("drugs", "unknown group of drugs: " + id);
        }
    }
    return indices;
}

} // namespace

ProcedureRules readProcedures(const RuleNode& file) {
    ProcedureRules rules;
    rules.grouping = readGrouping<ProcedureGroup>(file, {"surgery", "anaesthesia", "treatment", "home",
                                                         "imaging-endoscopy", "transfusion", "management", "other"});
    for (const auto& kind : file.texts("add_on_kinds")) {
        rules.addOnKinds += kind;
    }
    rules.addOnWords = file.texts("add_on_words");
    rules.sensitiveWords = file.texts("sensitive_words");
    rules.folded = file.sections("folded");
    rules.notActSections = file.sections("not_act_sections");
    rules.notActs = file.prefixes("not_acts");
    for (const auto& row : file.children("exclusions")) {
        rules.exclusions.push_back({row.text("reason"), row.codes("codes")});
    }
    return rules;
}

ExaminationRules readExaminations(const RuleNode& file) {
    ExaminationRules rules;
    rules.grouping =
        readGrouping<ExaminationGroup>(file, {"urine-stool", "blood", "chemistry", "hormone", "immunology", "infection",
                                              "pathology", "physiology", "endoscopy", "imaging", "other"});
    rules.fees = file.sections("fees");
    for (const auto& row : file.children("bundles")) {
        const auto kinds = row.texts("kinds");
        rules.bundles.push_back(
            {row.text("words"), row.codes("codes"), std::find(kinds.begin(), kinds.end(), "dpc") != kinds.end()});
    }
    return rules;
}

std::vector<FlagRule> readFlags(const RuleNode& file, const DrugGroupRules& groups) {
    std::vector<FlagRule> rules;
    for (const auto& row : file.children("flags")) {
        FlagRule rule;
        rule.id = row.text("id");
        rule.words = row.text("words");
        rule.nameWords = row.textOr("name_words");
        rule.wordsWithAct = row.textOr("words_with_act");
        rule.icon = row.text("icon");
        rule.detail = row.textOr("detail");
        rule.caution = row.flag("caution");
        rule.eachName = row.flag("each_name");
        rule.detailHomeInjections = row.textOr("detail_drugs") == "home-injection";
        rule.minMonths = row.numberOr("min_months", 1);
        rule.withinMonths = row.numberOr("within_months", 0);
        rule.acts = row.codes("acts");
        rule.actsAny = row.codes("acts_any");
        rule.alsoActs = row.codes("also_acts");
        rule.withActs = row.codes("with_acts");
        rule.names = row.codes("names");
        rule.drugs = drugGroups(row, groups);
        rule.unless = row.texts("unless");
        if (rule.acts.empty() && rule.names.empty() && rule.drugs.empty()) {
            row.complain("id", "has neither acts nor names nor drugs: " + rule.id);
        }
        for (const auto& id : rule.unless) {
            if (std::none_of(rules.begin(), rules.end(), [&id](const FlagRule& other) { return other.id == id; })) {
                row.complain("unless", "no earlier flag of that id: " + id);
            }
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

RiskRules readRisk(const RuleNode& file, const DrugGroupRules& groups, const std::vector<FlagRule>& flags) {
    static const std::vector<std::string_view> grades{"treated", "continuing", "single-month"};
    static const std::vector<std::string_view> absence{"not-recorded", "cannot-know"};
    RiskRules rules;
    rules.provenance = readProvenance(file);
    rules.id = file.text("id");
    for (const auto& row : file.children("factors")) {
        RiskRules::Factor factor;
        factor.name = row.text("name");
        if (row.has("age_at_least")) {
            factor.ageAtLeast = row.number("age_at_least");
        }
        if (row.has("age_below")) {
            factor.ageBelow = row.number("age_below");
        }
        factor.icd = row.icd("icd10");
        for (const auto& word : row.texts("grades")) {
            const auto at = std::find(grades.begin(), grades.end(), word);
            if (at == grades.end()) {
                row.complain("grades", "unknown word: " + word);
            } else {
                factor.grades.push_back(static_cast<Grade>(at - grades.begin()));
            }
        }
        factor.drugs = drugGroups(row, groups);
        factor.flags = row.texts("flags");
        for (const auto& id : factor.flags) {
            if (std::none_of(flags.begin(), flags.end(), [&id](const FlagRule& flag) { return flag.id == id; })) {
                row.complain("flags", "no flag of that id: " + id);
            }
        }
        factor.absenceUnknown = row.has("unknown") && row.choice("unknown", absence) == 1;
        rules.factors.push_back(std::move(factor));
    }
    return rules;
}

} // namespace kmixr::history
