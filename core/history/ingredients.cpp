#include "core/history/ingredients.h"

#include "core/history/overlaps.h"

#include <algorithm>

namespace kmixr::history {
namespace {

bool isCounted(const MedicationCourse& course) {
    return course.use == DrugUse::Oral && course.longTerm && course.today != DrugState::Ended;
}

class SumFinder {
public:
    SumFinder(const std::vector<Course>& courses, const CaseFile& file)
        : courses_(courses), file_(file), overlaps_(file) {}

    [[nodiscard]] std::optional<IngredientSum> sumOf(RuleIndex index) const {
        std::vector<std::uint32_t> holders;
        for (std::uint32_t i = 0; i < courses_.size(); ++i) {
            if (shareOf(i, index) != nullptr && overlaps_.considered(courses_[i].shown)) {
                holders.push_back(i);
            }
        }
        const auto day = newestDayTogether(holders);
        return day ? std::optional(describe(index, holders, *day)) : std::nullopt;
    }

private:
    [[nodiscard]] const IngredientShare* shareOf(std::uint32_t course, RuleIndex sum) const {
        for (const auto& share : courses_[course].drug->shares) {
            if (share.sum == sum) {
                return &share;
            }
        }
        return nullptr;
    }

    /// Drugs given one after the other are no sum; given together by one prescriber they are.
    [[nodiscard]] std::optional<Day> newestDayTogether(const std::vector<std::uint32_t>& holders) const {
        constexpr std::size_t most = 200; // as for duplicates: malformed input must not cost time
        const auto count = std::min(holders.size(), most);
        std::optional<Day> newest;
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < count; ++b) {
                const auto& one = courses_[holders[a]].shown;
                const auto& other = courses_[holders[b]].shown;
                const auto overlap = overlaps_.newest(one, other);
                if (overlap && !overlaps_.isSwitch(one, other, *overlap) && (!newest || *newest < overlap->to)) {
                    newest = overlap->to;
                }
            }
        }
        return newest;
    }

    [[nodiscard]] IngredientSum describe(RuleIndex index, const std::vector<std::uint32_t>& holders, Day day) const {
        const auto& rule = file_.rules.duplicates.sums[index];
        IngredientSum sum;
        sum.id = rule.id;
        sum.name = rule.name;
        sum.unit = rule.unit;
        sum.source = rule.source;
        sum.day = day;
        int going = 0;
        for (const auto holder : holders) {
            const auto& course = courses_[holder].shown;
            const auto* supply = supplyOn(course, day);
            if (supply == nullptr) {
                continue;
            }
            auto& part = sum.parts.emplace_back();
            part.drug = holder;
            if (course.use == DrugUse::Oral) { // as needed, the amount is of one dose
                part.perDay = heldIn(*supply, *shareOf(holder, index));
            }
            sum.perDay.hundredThousandths += part.perDay.value_or(receipt::Quantity{}).hundredThousandths;
            going += course.today != DrugState::Ended ? 1 : 0;
            sum.evidence.insert(sum.evidence.end(), supply->evidence.begin(), supply->evidence.end());
        }
        sum.current = going >= 2;
        return sum;
    }

    static std::optional<receipt::Quantity> heldIn(const Supply& supply, const IngredientShare& share) {
        if (share.in.hundredThousandths <= 0 || supply.amount.hundredThousandths <= 0) {
            return std::nullopt;
        }
        // Amounts of malformed receipts are large: the product must not overflow.
        const double held = static_cast<double>(supply.amount.hundredThousandths) *
                            static_cast<double>(share.holds.hundredThousandths) /
                            static_cast<double>(share.in.hundredThousandths);
        constexpr double most = 1e14;
        return held < most ? std::optional(receipt::Quantity{static_cast<std::int64_t>(held + 0.5)}) : std::nullopt;
    }

    const std::vector<Course>& courses_;
    const CaseFile& file_;
    OverlapFinder overlaps_;
};

} // namespace

std::vector<CountedIngredient> countOralIngredients(const std::vector<Course>& courses, const CaseFile& file) {
    std::vector<CountedIngredient> counted;
    const auto count = [&counted](std::string_view key, std::string_view name, std::uint32_t drug) {
        const auto at = std::find_if(counted.begin(), counted.end(), [key](const auto& one) { return one.key == key; });
        auto& one = at == counted.end() ? counted.emplace_back(std::string(key), std::string(name)) : *at;
        one.drugs.push_back(drug);
    };
    for (std::uint32_t i = 0; i < courses.size(); ++i) {
        const auto& course = courses[i];
        if (!isCounted(course.shown)) {
            continue;
        }
        for (const auto ingredient : course.drug->ingredients) {
            const auto& rule = file.rules.duplicates.ingredients[ingredient];
            count(rule.id, rule.name, i);
        }
        if (course.drug->ingredients.empty()) {
            count(course.shown.ingredient.empty() ? course.shown.code : course.shown.ingredient,
                  ingredientWord(course, file.rules), i);
        }
    }
    return counted;
}

std::vector<IngredientSum> addUpIngredients(const std::vector<Course>& courses, const CaseFile& file) {
    const SumFinder finder(courses, file);
    std::vector<IngredientSum> sums;
    for (std::size_t i = 0; i < file.rules.duplicates.sums.size(); ++i) {
        if (auto sum = finder.sumOf(static_cast<RuleIndex>(i))) {
            sums.push_back(std::move(*sum));
        }
    }
    std::stable_partition(sums.begin(), sums.end(), [](const IngredientSum& sum) { return sum.current; });
    return sums;
}

} // namespace kmixr::history
