// What masters and rules say about a code, looked up once per code of a patient and then shared by every subject.
#pragma once

#include "core/history/rules/tables.h"
#include "core/receipt/masters.h"

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kmixr::history {

/// Where in a flag rule a code stands; bits, as one code may stand in several places.
enum class FlagRole : std::uint8_t { Act = 1, Sufficient = 2, Also = 4, With = 8 };

struct ActFacts {
    std::string code;
    bool listed = false;          ///< the master knows it
    bool notAct = false;          ///< ward codes, specimen labels: no act at all
    bool addOn = false;           ///< belongs under another act
    bool fee = false;             ///< judgement, sampling, reading fee
    bool prescriptionFee = false; ///< 処方箋料: a pharmacy's receipt is to be expected
    SectionNumber section;
    std::string sectionNumber; ///< for display
    std::string kana;          ///< the master's reading
    std::optional<ProcedureGroup> procedure;
    std::optional<ExaminationGroup> examination;
    std::string_view exclusion; ///< reason, empty = none
    std::vector<RuleIndex> treatments;
    std::vector<RuleIndex> bundles;
    std::vector<std::pair<RuleIndex, std::uint8_t>> flags; ///< flag rule, FlagRole bits
};

/// What the rules know of an ingredient that is added up: the drug holds it, and how much where that is known.
struct IngredientShare {
    RuleIndex sum = 0;               ///< of DuplicateRules
    receipt::Quantity holds{}, in{}; ///< `in` is 0 where no content is known
};

struct DrugFacts {
    std::string code;
    bool listed = false;
    bool excluded = false; ///< contrast medium, pseudo-drug, excipient: no medication
    std::string priceCode; ///< 薬価基準収載医薬品コード, may be empty
    char route = '\0';     ///< 'o' oral, 'i' injection, 'e' external, '\0' unknown
    std::string genericName, unit, kana;
    std::string_view drugClass, highRisk, ingredientWord;
    std::vector<RuleIndex> groups;      ///< of DrugGroupRules
    std::vector<RuleIndex> ingredients; ///< of DuplicateRules (D2)
    std::vector<IngredientShare> shares;
    std::vector<RuleIndex> treatments;
    bool sensitive = false;                  ///< a group of §12
    int intervalDays = 0, intervalDoses = 0; ///< taken once in so many days, up to so many doses
    [[nodiscard]] std::string_view ingredient() const { return std::string_view(priceCode).substr(0, 7); }
};

/// Caches by code; references stay valid. Thread: one.
class Catalogue {
public:
    Catalogue(const receipt::Masters& masters, const Rules::Tables& rules) : masters_(masters), rules_(rules) {}

    const ActFacts& act(std::string_view code, Month month);
    const DrugFacts& drug(std::string_view code, Month month);
    /// Names of that month; the code itself when the master does not know it.
    [[nodiscard]] std::string actName(std::string_view code, Month month) const;
    [[nodiscard]] std::string drugName(std::string_view code, Month month) const;
    [[nodiscard]] std::string materialName(std::string_view code, Month month) const;
    [[nodiscard]] const receipt::Masters& masters() const { return masters_; }
    [[nodiscard]] const Rules::Tables& rules() const { return rules_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Facts>
    using Index = std::unordered_map<std::string, const Facts*, Hash, std::equal_to<>>;

    ActFacts describeAct(std::string_view code, Month month) const;
    DrugFacts describeDrug(std::string_view code, Month month) const;

    const receipt::Masters& masters_;
    const Rules::Tables& rules_;
    std::deque<ActFacts> acts_;
    std::deque<DrugFacts> drugs_;
    Index<ActFacts> actIndex_;
    Index<DrugFacts> drugIndex_;
};

} // namespace kmixr::history
