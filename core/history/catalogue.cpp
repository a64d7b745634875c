#include "core/history/catalogue.h"

#include <algorithm>

namespace kmixr::history {
namespace {

constexpr SectionNumber prescriptionFee{'F', 400, 0};

bool isAddOn(const ProcedureRules& rules, const receipt::ActEntry& entry, SectionNumber section) {
    if ((entry.noticeKind != '\0' && rules.addOnKinds.find(entry.noticeKind) != std::string::npos) ||
        rules.folded.contains(section)) {
        return true;
    }
    return std::any_of(rules.addOnWords.begin(), rules.addOnWords.end(),
                       [&entry](const std::string& word) { return entry.name.find(word) != std::string_view::npos; });
}

std::uint8_t flagRoles(const FlagRule& rule, std::string_view code) {
    std::uint8_t roles = 0;
    const auto add = [&](const CodeSet& set, FlagRole role) {
        if (set.contains(code)) {
            roles |= static_cast<std::uint8_t>(role);
        }
    };
    add(rule.acts, FlagRole::Act);
    add(rule.actsAny, FlagRole::Sufficient);
    add(rule.alsoActs, FlagRole::Also);
    add(rule.withActs, FlagRole::With);
    return roles;
}

/// The fifth character of the price-list code tells the route (masters.md §4); the master's own form stands in for it.
char routeOf(std::string_view priceCode, char form) {
    if (priceCode.size() >= 5 && priceCode[4] >= '0' && priceCode[4] <= '9') {
        return priceCode[4] <= '3' ? 'o' : priceCode[4] <= '6' ? 'i' : 'e';
    }
    switch (form) {
    case '1':
        return 'o';
    case '4':
        return 'i';
    case '6':
    case '8':
        return 'e';
    default:
        return '\0';
    }
}

std::string nameOr(std::string_view name, std::string_view code) {
    return std::string(name.empty() ? code : name);
}

} // namespace

const ActFacts& Catalogue::act(std::string_view code, Month month) {
    if (const auto at = actIndex_.find(code); at != actIndex_.end()) {
        return *at->second;
    }
    acts_.push_back(describeAct(code, month));
    actIndex_.emplace(std::string(code), &acts_.back());
    return acts_.back();
}

const DrugFacts& Catalogue::drug(std::string_view code, Month month) {
    if (const auto at = drugIndex_.find(code); at != drugIndex_.end()) {
        return *at->second;
    }
    drugs_.push_back(describeDrug(code, month));
    drugIndex_.emplace(std::string(code), &drugs_.back());
    return drugs_.back();
}

ActFacts Catalogue::describeAct(std::string_view code, Month month) const {
    ActFacts facts;
    facts.code = code;
    if (const auto entry = masters_.act(code, month)) {
        facts.listed = true;
        facts.section = parseSection(entry->sectionNumber);
        facts.sectionNumber = entry->sectionNumber;
        facts.kana = entry->kana;
        facts.addOn = isAddOn(rules_.procedures, *entry, facts.section);
    }
    facts.notAct = rules_.procedures.notActs.contains(code) || rules_.procedures.notActSections.contains(facts.section);
    facts.prescriptionFee =
        facts.section.letter == prescriptionFee.letter && facts.section.number == prescriptionFee.number;
    facts.procedure = rules_.procedures.grouping.of(code, facts.section);
    facts.examination = rules_.examinations.grouping.of(code, facts.section);
    facts.fee = rules_.examinations.fees.contains(facts.section);
    for (const auto& exclusion : rules_.procedures.exclusions) {
        if (exclusion.codes.contains(code)) {
            facts.exclusion = exclusion.reason;
        }
    }
    for (std::size_t i = 0; i < rules_.treatments.treatments.size(); ++i) {
        const auto& treatment = rules_.treatments.treatments[i];
        if (treatment.acts.contains(code) || treatment.sections.contains(facts.section) ||
            (facts.section.letter == '\0' && treatment.prefixes.contains(code))) {
            facts.treatments.push_back(static_cast<RuleIndex>(i));
        }
    }
    for (std::size_t i = 0; i < rules_.examinations.bundles.size(); ++i) {
        if (rules_.examinations.bundles[i].codes.contains(code)) {
            facts.bundles.push_back(static_cast<RuleIndex>(i));
        }
    }
    for (std::size_t i = 0; i < rules_.flags.size(); ++i) {
        if (const auto roles = flagRoles(rules_.flags[i], code)) {
            facts.flags.emplace_back(static_cast<RuleIndex>(i), roles);
        }
    }
    return facts;
}

DrugFacts Catalogue::describeDrug(std::string_view code, Month month) const {
    DrugFacts facts;
    facts.code = code;
    bool contrast = false;
    if (const auto entry = masters_.drug(code, month)) {
        facts.listed = true;
        facts.priceCode = entry->priceListCode;
        facts.route = routeOf(entry->priceListCode, entry->form);
        facts.genericName = entry->genericName;
        facts.unit = entry->unit;
        facts.kana = entry->kana;
        contrast = entry->contrast;
    }
    facts.excluded = contrast || rules_.medication.pseudoCodes.contains(code) ||
                     rules_.medication.excludedPriceCodes.contains(facts.priceCode);
    if (facts.priceCode.empty()) {
        return facts;
    }
    facts.drugClass = rules_.drugClasses.wordFor(facts.priceCode);
    facts.ingredientWord = rules_.drugGroups.ingredients.wordFor(facts.priceCode);
    for (std::size_t i = 0; i < rules_.drugGroups.groups.size(); ++i) {
        const auto& group = rules_.drugGroups.groups[i];
        if (group.codes.contains(facts.priceCode)) {
            facts.groups.push_back(static_cast<RuleIndex>(i));
            facts.sensitive |= group.sensitive;
            if (facts.highRisk.empty()) {
                facts.highRisk = group.highRisk;
            }
        }
    }
    for (std::size_t i = 0; i < rules_.treatments.treatments.size(); ++i) {
        const auto group = rules_.treatments.treatments[i].group;
        if (group && std::find(facts.groups.begin(), facts.groups.end(), *group) != facts.groups.end()) {
            facts.treatments.push_back(static_cast<RuleIndex>(i));
        }
    }
    for (std::size_t i = 0; i < rules_.duplicates.ingredients.size(); ++i) {
        if (rules_.duplicates.ingredients[i].codes.contains(facts.priceCode)) {
            facts.ingredients.push_back(static_cast<RuleIndex>(i));
        }
    }
    for (std::size_t i = 0; i < rules_.duplicates.sums.size(); ++i) {
        const auto& sum = rules_.duplicates.sums[i];
        if (!sum.codes.contains(facts.priceCode)) {
            continue;
        }
        auto& share = facts.shares.emplace_back(IngredientShare{static_cast<RuleIndex>(i)});
        for (const auto& content : sum.contents) {
            if (content.codes.contains(facts.priceCode)) {
                share.holds = content.holds;
                share.in = content.in;
            }
        }
    }
    for (const auto& interval : rules_.medication.intervals) {
        if (interval.codes.contains(facts.priceCode)) {
            facts.intervalDays = interval.days;
            facts.intervalDoses = interval.mostDoses;
        }
    }
    return facts;
}

std::string Catalogue::actName(std::string_view code, Month month) const {
    const auto entry = masters_.act(code, month);
    return nameOr(entry ? entry->name : std::string_view(), code);
}

std::string Catalogue::drugName(std::string_view code, Month month) const {
    const auto entry = masters_.drug(code, month);
    return nameOr(entry ? entry->name : std::string_view(), code);
}

std::string Catalogue::materialName(std::string_view code, Month month) const {
    const auto entry = masters_.material(code, month);
    return nameOr(entry ? entry->name : std::string_view(), code);
}

} // namespace kmixr::history
