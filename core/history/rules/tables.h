// What resources/rules/*.json says, as values. One struct a file; the meaning of each field stands in the file's note
// and in clinical-rules.md. Immutable once opened.
#pragma once

#include "core/history/derive.h"
#include "core/history/history.h"
#include "core/history/rules/codes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kmixr::history {

using RuleIndex = std::uint16_t; ///< into one of the vectors below

/// The head every rule file has.
struct Provenance {
    std::string kind, title, source, edition;
    std::optional<Day> validFrom, validTo;
    [[nodiscard]] bool inForceOn(Day day) const;
};

enum class ModifierClass : std::uint8_t {
    Suspected,
    Past,
    Post,
    Sequela,
    Remission,
    Prevention,
    Preoperative,
    Management,
    Recurrence,
    Acute,
    Chronic
};

struct ModifierRules { ///< §2.1
    struct Meaning {
        ModifierClass modifierClass = ModifierClass::Chronic;
        std::string badge;
    };
    std::unordered_map<std::string, Meaning> meanings; ///< by modifier code
    CodeSet pastNames;                                 ///< diseases whose own name says の既往
    std::vector<std::string> suspicionWords;           ///< folded; looked for in free text
};

struct ProblemRules { ///< §2.3
    int windowMonths = 3, oldStartDays = 90, pastAfterMonths = 6, malignantPastAfterMonths = 12;
    IcdSet malignant, shortLived;
    std::vector<IcdSet> rank;
};

struct DrugClassRules {                                        ///< the word in front of a drug's name
    std::vector<std::pair<std::string, std::string>> prefixes; ///< code prefix -> word, sorted by prefix
    [[nodiscard]] std::string_view wordFor(std::string_view priceListCode) const; ///< longest prefix wins
};

struct DrugGroup { ///< §5
    std::string id, name, word, highRisk;
    PrefixSet codes;
    bool sensitive = false; ///< §12: hidden while the patient looks on
};

struct DrugGroupRules {
    std::vector<DrugGroup> groups;
    DrugClassRules ingredients;        ///< short ingredient words
    std::vector<std::string> nameEnds; ///< where a product's name turns from ingredient to form or strength
    [[nodiscard]] std::optional<RuleIndex> find(std::string_view id) const;
};

struct TreatmentRules { ///< §2.3: which acts and drugs count as treatment of which disease
    struct Treatment {
        std::string word;
        std::optional<RuleIndex> group; ///< a group of drugs …
        CodeSet acts;                   ///< … or acts
        SectionSet sections;
        PrefixSet prefixes;
    };
    struct Match {
        IcdSet icd;
        std::vector<RuleIndex> treatments;
    };
    std::vector<Treatment> treatments;
    std::vector<Match> matches;
};

struct MedicationRules { ///< §3
    int flatDays = 14, chainGapDays = 30, injectionGapDays = 62, estimateGapDays = 120, switchDays = 7,
        longTermDays = 14, longestSupplyDays = 366;
    int graceDays = 14, stateMonths = 4, stateFills = 2, stateSupplyDays = 28;
    int manyIngredients = 6;      ///< §11
    PrefixSet excludedPriceCodes; ///< contrast media, excipients, radiopharmaceuticals
    PrefixSet pseudoCodes;        ///< 薬剤料減点 and the like
    struct Interval {
        int days = 7, mostDoses = 13;
        PrefixSet codes;
    };
    std::vector<Interval> intervals; ///< drugs taken once in so many days
    std::vector<std::string> weeklyWords;
};

struct DuplicateRules { ///< §4
    int switchDays = 7, summaryDays = 7, months = 12;
    struct Ingredient {
        std::string id, name;
        PrefixSet codes;
    };
    std::vector<Ingredient> ingredients; ///< D2
    struct Sum {                         ///< added up over all drugs that hold it, never paired
        std::string id, name, unit, source;
        PrefixSet codes; ///< what holds it
        struct Content { ///< so much of it in so much of a product
            PrefixSet codes;
            receipt::Quantity holds, in;
        };
        std::vector<Content> contents;
    };
    std::vector<Sum> sums;
    std::vector<RuleIndex> sameClass; ///< D3: groups of DrugGroupRules
};

/// Acts sorted into groups by code, section, or (when the master has no section) code prefix; first match wins.
template <class Group>
struct ActGrouping {
    struct Row {
        Group group{};
        CodeSet codes;
        SectionSet sections;
        PrefixSet prefixes;
    };
    std::vector<Row> rows;
    std::vector<std::pair<std::string, Group>> dentalDivisions;

    [[nodiscard]] std::optional<Group> of(std::string_view code, SectionNumber section) const {
        for (const auto& row : rows) {
            if (row.codes.contains(code) || row.sections.contains(section) ||
                (section.letter == '\0' && row.prefixes.contains(code))) {
                return row.group;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Group> ofDental(std::string_view division) const {
        for (const auto& [code, group] : dentalDivisions) {
            if (code == division) {
                return group;
            }
        }
        return std::nullopt;
    }
};

struct ProcedureRules {
    ActGrouping<ProcedureGroup> grouping;
    std::string addOnKinds; ///< 告示等識別区分(1)
    std::vector<std::string> addOnWords;
    std::vector<std::string> sensitiveWords; ///< §12: names of acts that tell a disease to be hidden
    SectionSet folded, notActSections;
    PrefixSet notActs;
    struct Exclusion {
        std::string reason;
        CodeSet codes;
    };
    std::vector<Exclusion> exclusions;
};

struct ExaminationRules { ///< §7
    ActGrouping<ExaminationGroup> grouping;
    SectionSet fees;
    struct Bundle {
        std::string words;
        CodeSet codes;
        bool dpc = false;
    };
    std::vector<Bundle> bundles;
};

struct FlagRule { ///< §6
    std::string id, words, nameWords, wordsWithAct, icon, detail;
    bool caution = false, eachName = false, detailHomeInjections = false;
    int minMonths = 1;
    int withinMonths = 0; ///< 0 = whenever
    CodeSet acts, actsAny, alsoActs, withActs, names;
    std::vector<RuleIndex> drugs;
    std::vector<std::string> unless;
};

struct ContraindicationRules { ///< §8
    Provenance provenance;
    struct Pair {
        std::string id, insertText, insert, revision, limit;
        HintLevel level = HintLevel::Caution;
        std::optional<Day> validFrom;
        std::vector<RuleIndex> drugs;
        CodeSet diseases;
        IcdSet icd;
    };
    std::vector<Pair> pairs;
};

struct RiskRules { ///< §9
    Provenance provenance;
    std::string id;
    struct Factor {
        std::string name;
        std::optional<int> ageAtLeast, ageBelow; ///< one of them makes the factor one of age alone
        IcdSet icd;
        std::vector<Grade> grades;
        std::vector<RuleIndex> drugs;
        std::vector<std::string> flags;
        bool absenceUnknown = false;
    };
    std::vector<Factor> factors;
};

struct InstitutionNameRules {
    int longest = 6;
    std::vector<std::string> corporateForms, endings, longEndings;
};

struct Rules::Tables {
    std::vector<Provenance> files;
    int number = 0; ///< of the edition (pack.json)
    ModifierRules modifiers;
    ProblemRules problems;
    DrugClassRules drugClasses;
    DrugGroupRules drugGroups;
    TreatmentRules treatments;
    MedicationRules medication;
    DuplicateRules duplicates;
    ProcedureRules procedures;
    ExaminationRules examinations;
    std::vector<FlagRule> flags;
    ContraindicationRules contraindications;
    std::vector<RiskRules> riskPacks; ///< by file name
    InstitutionNameRules institutionNames;
};

} // namespace kmixr::history
