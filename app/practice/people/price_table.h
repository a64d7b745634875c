// Points and prices of the codes that the plans use: resources/masters/practice.tsv, and the rules that are more than a
// look-up (resources/practice/pricing.json). Rules: practice-patients.md §F 5.
#pragma once

#include "core/common/json.h"
#include "core/common/outcome.h"
#include "core/receipt/receipt.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::practice {

/// What the master says about one code.
struct PriceEntry {
    std::string name;
    std::string unit;
    std::optional<std::int64_t> cents; ///< points or yen, in hundredths; nullopt = the master gives none
    std::string icd10;                 ///< of diseases
};

/// Fee for making up one 剤 of a form; only the first `most` of a prescription are charged.
struct PreparationFee {
    std::string code;
    std::int64_t points = 0;
    int most = 1;
};

struct DispensingBaseFee {
    std::string code;
    std::int64_t points = 0;
};

/// DPC: points per day from that day of the stay on.
struct PerDiemStep {
    int from = 1;
    std::int64_t points = 0;
};

/// The rules of pricing.json.
struct PricingRules {
    std::vector<std::string> panelCodes;                  ///< D007 chemistry
    std::vector<std::pair<int, std::int64_t>> panelSteps; ///< from so many items: points
    std::string pictureUnit;                              ///< acts charged per picture
    int mostPictures = 5;                                 ///< later ones are free
    std::vector<std::string> multipliedUnits;             ///< points × amount
    int mealsPerDay = 3, mealsFirstDay = 1, mealsLastDay = 2;
    DispensingBaseFee dispensingBase, dispensingHistory;
    std::map<char, PreparationFee> preparation;        ///< by 剤形
    int mealCopaymentYen = 0;                          ///< 標準負担額 of a meal
    std::map<std::string, std::int64_t> dentalFurther; ///< by code: points of the second and each later piece
    std::string dpcCoefficient;                        ///< 医療機関別係数, four places
    std::vector<PerDiemStep> dpcPerDay;                ///< by day of the stay
};

class PriceTable {
public:
    /// `practice.master-unreadable` / `practice.plan-unreadable`.
    static Outcome<PriceTable> open(const std::filesystem::path& masterTable, const std::filesystem::path& rulesFile);

    [[nodiscard]] const PriceEntry* find(std::string_view code) const;
    [[nodiscard]] const PricingRules& rules() const { return rules_; }
    [[nodiscard]] bool inPanel(std::string_view code) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    std::map<std::string, PriceEntry, std::less<>> entries_;
    PricingRules rules_;
};

} // namespace kmixr::practice
