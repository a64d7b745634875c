// Rule files about names: modifiers, problem grades, institutions.
#include "core/history/rules/read_tables.h"
#include "core/history/text.h"

namespace kmixr::history {

bool Provenance::inForceOn(Day day) const {
    return (!validFrom || *validFrom <= day) && (!validTo || day <= *validTo);
}

Provenance readProvenance(const RuleNode& file) {
    Provenance provenance{file.text("kind"),    file.text("title"), file.text("source"),
                          file.text("edition"), std::nullopt,       std::nullopt};
    const auto day = [&file](const char* name, std::optional<Day>& into) {
        if (file.has(name)) {
            into = parseIsoDay(file.text(name));
            if (!into) {
                file.complain(name, "not a day like 2024-06-01");
            }
        }
    };
    day("valid_from", provenance.validFrom);
    day("valid_to", provenance.validTo);
    return provenance;
}

ModifierRules readModifiers(const RuleNode& file) {
    static const std::vector<std::string_view> words{"suspected",  "past",       "post",         "sequela",
                                                     "remission",  "prevention", "preoperative", "management",
                                                     "recurrence", "acute",      "chronic"};
    ModifierRules rules;
    for (const auto& row : file.children("classes")) {
        const auto modifierClass = static_cast<ModifierClass>(row.choice("class", words));
        for (const auto& code : row.texts("codes")) {
            if (!rules.meanings.try_emplace(code, ModifierRules::Meaning{modifierClass, row.textOr("badge")}).second) {
                row.complain("codes", "given twice: " + code);
            }
        }
    }
    rules.pastNames = file.codes("past_names");
    for (const auto& word : file.texts("suspicion_words")) {
        rules.suspicionWords.push_back(foldWidthAndCase(word));
    }
    if (rules.suspicionWords.empty()) {
        file.complain("suspicion_words", "empty: a suspected name in free text would pass as a diagnosis");
    }
    return rules;
}

ProblemRules readProblems(const RuleNode& file) {
    ProblemRules rules;
    rules.windowMonths = file.number("window_months");
    rules.oldStartDays = file.number("old_start_days");
    rules.pastAfterMonths = file.number("past_after_months");
    rules.malignantPastAfterMonths = file.number("malignant_past_after_months");
    rules.malignant = file.icd("malignant");
    rules.shortLived = file.icd("short_lived");
    rules.rank = file.icdLists("rank");
    return rules;
}

InstitutionNameRules readInstitutionNames(const RuleNode& file) {
    return {file.number("longest"), file.texts("corporate_forms"), file.texts("endings"), file.texts("long_endings")};
}

} // namespace kmixr::history
