// Rule files about drugs: class words, groups, periods, duplicates, treatments.
#include "core/history/rules/read_tables.h"

#include <algorithm>

namespace kmixr::history {
namespace {

std::vector<RuleIndex> groupIndices(const RuleNode& node, const char* name, const DrugGroupRules& groups) {
    std::vector<RuleIndex> indices;
    for (const auto& id : node.texts(name)) {
        if (const auto index = groups.find(id)) {
            indices.push_back(*index);
        } else {
            node.complain(name, "unknown group of drugs: " + id);
        }
    }
    return indices;
}

receipt::Quantity amount(const RuleNode& node, const char* name) {
    const auto quantity = receipt::parseQuantity(node.text(name));
    if (!quantity || quantity->hundredThousandths <= 0) {
        node.complain(name, "not an amount such as \"7.5\"");
        return {};
    }
    return *quantity;
}

DuplicateRules::Sum readSum(const RuleNode& row) {
    DuplicateRules::Sum sum{row.text("id"),     row.text("name"),      row.text("unit"),
                            row.text("source"), row.prefixes("codes"), {}};
    for (const auto& content : row.children("contents")) {
        sum.contents.push_back({content.prefixes("codes"), amount(content, "holds"), amount(content, "in")});
    }
    return sum;
}

} // namespace

std::string_view DrugClassRules::wordFor(std::string_view priceListCode) const {
    for (auto length = std::min<std::size_t>(priceListCode.size(), 12); length >= 3; --length) {
        const auto head = priceListCode.substr(0, length);
        const auto at = std::lower_bound(prefixes.begin(), prefixes.end(), head,
                                         [](const auto& row, std::string_view wanted) { return row.first < wanted; });
        if (at != prefixes.end() && at->first == head) {
            return at->second;
        }
    }
    return {};
}

std::optional<RuleIndex> DrugGroupRules::find(std::string_view id) const {
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].id == id) {
            return static_cast<RuleIndex>(i);
        }
    }
    return std::nullopt;
}

DrugClassRules readDrugClasses(const RuleNode& file, const char* list) {
    DrugClassRules rules;
    for (const auto& row : file.children(list)) {
        const auto word = row.text("word");
        for (const auto& code : row.texts("codes")) {
            if (code.size() < 3) {
                row.complain("codes", "shorter than three characters: " + code);
            }
            rules.prefixes.emplace_back(code, word);
        }
    }
    std::sort(rules.prefixes.begin(), rules.prefixes.end());
    const auto twice = std::adjacent_find(rules.prefixes.begin(), rules.prefixes.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != rules.prefixes.end()) {
        file.complain(list, "given twice: " + twice->first);
    }
    return rules;
}

DrugGroupRules readDrugGroups(const RuleNode& file) {
    DrugGroupRules rules;
    for (const auto& row : file.children("groups")) {
        DrugGroup group{row.text("id"),          row.text("name"),      row.text("word"),
                        row.textOr("high_risk"), row.prefixes("codes"), row.flag("sensitive")};
        if (rules.find(group.id)) {
            row.complain("id", "given twice: " + group.id);
        }
        if (group.codes.empty()) {
            row.complain("codes", "empty");
        }
        rules.groups.push_back(std::move(group));
    }
    rules.ingredients = readDrugClasses(file, "ingredients");
    rules.nameEnds = file.texts("name_ends");
    return rules;
}

MedicationRules readMedication(const RuleNode& file) {
    MedicationRules rules;
    rules.flatDays = file.number("flat_days");
    rules.chainGapDays = file.number("chain_gap_days");
    rules.injectionGapDays = file.number("injection_gap_days");
    rules.estimateGapDays = file.number("estimate_gap_days");
    rules.switchDays = file.number("switch_days");
    rules.longTermDays = file.number("long_term_days");
    rules.longestSupplyDays = file.number("longest_supply_days");
    rules.manyIngredients = file.numberOr("many_ingredients", rules.manyIngredients);
    const auto state = file.child("until_data_end");
    rules.graceDays = state.number("grace_days");
    rules.stateMonths = state.number("months");
    rules.stateFills = state.number("fills");
    rules.stateSupplyDays = state.number("supply_days");
    rules.excludedPriceCodes = file.prefixes("excluded_price_codes");
    rules.pseudoCodes = file.prefixes("pseudo_codes");
    for (const auto& row : file.children("intervals")) {
        rules.intervals.push_back({row.number("days"), row.number("most_doses"), row.prefixes("codes")});
    }
    rules.weeklyWords = file.texts("weekly_words");
    return rules;
}

DuplicateRules readDuplicates(const RuleNode& file, const DrugGroupRules& groups) {
    DuplicateRules rules;
    rules.switchDays = file.number("switch_days");
    rules.summaryDays = file.number("summary_days");
    rules.months = file.number("months");
    for (const auto& row : file.children("ingredients")) {
        rules.ingredients.push_back({row.text("id"), row.text("name"), row.prefixes("codes")});
    }
    for (const auto& row : file.has("sums") ? file.children("sums") : std::vector<RuleNode>{}) {
        rules.sums.push_back(readSum(row));
    }
    rules.sameClass = groupIndices(file, "same_class", groups);
    return rules;
}

TreatmentRules readTreatments(const RuleNode& file, const DrugGroupRules& groups) {
    TreatmentRules rules;
    std::vector<std::pair<std::string, RuleIndex>> ids;
    for (const auto& group : groups.groups) {
        ids.emplace_back(group.id, static_cast<RuleIndex>(rules.treatments.size()));
        rules.treatments.push_back({group.word, static_cast<RuleIndex>(ids.size() - 1), {}, {}, {}});
    }
    for (const auto& row : file.children("treatments")) {
        ids.emplace_back(row.text("id"), static_cast<RuleIndex>(rules.treatments.size()));
        rules.treatments.push_back(
            {row.text("word"), std::nullopt, row.codes("acts"), row.sections("sections"), row.prefixes("prefixes")});
    }
    std::sort(ids.begin(), ids.end());
    for (const auto& row : file.children("matches")) {
        TreatmentRules::Match match{row.icd("icd10"), {}};
        for (const auto& id : row.texts("treatments")) {
            const auto at =
                std::lower_bound(ids.begin(), ids.end(), id,
                                 [](const auto& pair, const std::string& wanted) { return pair.first < wanted; });
            if (at != ids.end() && at->first == id) {
                match.treatments.push_back(at->second);
            } else {
                row.complain("treatments", "unknown treatment: " + id);
            }
        }
        rules.matches.push_back(std::move(match));
    }
    return rules;
}

ContraindicationRules readContraindications(const RuleNode& file, const DrugGroupRules& groups) {
    static const std::vector<std::string_view> levels{"禁忌", "注意"};
    ContraindicationRules rules;
    rules.provenance = readProvenance(file);
    for (const auto& row : file.children("pairs")) {
        ContraindicationRules::Pair pair;
        pair.id = row.text("id");
        pair.insertText = row.text("insert_text");
        pair.insert = row.text("insert");
        pair.revision = row.text("revision");
        pair.limit = row.textOr("limit");
        pair.level = static_cast<HintLevel>(row.choice("level", levels));
        pair.validFrom = parseIsoDay(row.text("valid_from"));
        pair.drugs = groupIndices(row, "drugs", groups);
        pair.diseases = row.codes("diseases");
        pair.icd = row.icd("icd10");
        if (!pair.validFrom) {
            row.complain("valid_from", "not a day like 2024-06-01");
        }
        if (pair.drugs.empty() || (pair.diseases.empty() && pair.icd.empty()) || pair.insert.empty() ||
            pair.insertText.empty()) {
            row.complain("id", "lacks drugs, diseases or the insert's words: " + pair.id);
        }
        if (pair.level == HintLevel::Contraindicated && pair.insertText.find("重篤") != std::string::npos) {
            row.complain("level", "no name tells that something is 重篤: 注意 at most");
        }
        rules.pairs.push_back(std::move(pair));
    }
    return rules;
}

} // namespace kmixr::history
