#include "core/history/duplicates.h"

#include "core/history/overlaps.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace kmixr::history {
namespace {

class DuplicateFinder {
public:
    DuplicateFinder(std::vector<Course>& courses, const CaseFile& file)
        : courses_(courses), file_(file), overlaps_(file) {}

    std::vector<Duplicate> find() {
        const auto& rules = file_.rules.duplicates;
        Buckets byIngredient, byGroup, byClass;
        for (std::uint32_t i = 0; i < courses_.size(); ++i) {
            const auto& course = courses_[i];
            if (!overlaps_.considered(course.shown)) {
                continue;
            }
            if (!course.shown.ingredient.empty()) {
                byIngredient[course.shown.ingredient].push_back(i);
            }
            for (const auto ingredient : course.drug->ingredients) {
                byGroup[rules.ingredients[ingredient].id].push_back(i);
            }
            for (const auto group : course.drug->groups) {
                if (std::find(rules.sameClass.begin(), rules.sameClass.end(), group) != rules.sameClass.end()) {
                    byClass[file_.rules.drugGroups.groups[group].id].push_back(i);
                }
            }
        }
        pairUp(byIngredient, DuplicateLevel::SameIngredientRoute);
        pairUp(byGroup, DuplicateLevel::SameIngredient);
        pairUp(byClass, DuplicateLevel::SameClass);
        return ranked();
    }

private:
    using Buckets = std::map<std::string, std::vector<std::uint32_t>>;

    void pairUp(const Buckets& buckets, DuplicateLevel level) {
        // Courses come current ones first; a bucket larger than any patient's is malformed input and must not cost
        // time.
        constexpr std::size_t most = 200;
        for (const auto& [key, members] : buckets) {
            const auto count = std::min(members.size(), most);
            for (std::size_t a = 0; a < count; ++a) {
                for (std::size_t b = a + 1; b < count; ++b) {
                    consider(members[a], members[b], level);
                }
            }
        }
    }

    void consider(std::uint32_t first, std::uint32_t second, DuplicateLevel level) {
        const auto& a = courses_[first].shown;
        const auto& b = courses_[second].shown;
        const bool sameInstitution = a.prescriber == b.prescriber;
        if (known_.contains({first, second}) || (a.use == DrugUse::AsNeeded && b.use == DrugUse::AsNeeded) ||
            (level == DuplicateLevel::SameClass && sameInstitution)) {
            return;
        }
        const auto overlap = overlaps_.newest(a, b);
        if (!overlap || (sameInstitution && overlap->prescribedTogether)) {
            return;
        }
        if (overlaps_.isSwitch(a, b, *overlap)) {
            noteSwitch(first, second);
            return;
        }
        known_.emplace(first, second);
        found_.push_back({'A', level, first, second, overlap->from, overlap->to, overlap->days,
                          overlap->days >= file_.rules.duplicates.summaryDays,
                          a.today != DrugState::Ended && b.today != DrugState::Ended});
    }

    /// No alert, but the bar of the newer drug asks (§4).
    void noteSwitch(std::uint32_t first, std::uint32_t second) {
        auto& a = courses_[first].shown;
        auto& b = courses_[second].shown;
        const bool older = a.supplies.front().start <= b.supplies.front().start;
        auto& from = (older ? b : a).switchedFrom;
        from = from.value_or(older ? first : second);
    }

    /// Who gives which drug: broken courses of one drug make one pair with another, told by its newest overlap.
    [[nodiscard]] auto pairKey(const Duplicate& pair) const {
        const auto side = [this](std::uint32_t index) {
            const auto& course = courses_[index].shown;
            return std::pair(course.prescriber,
                             std::string_view(course.ingredient.empty() ? course.code : course.ingredient));
        };
        return std::minmax({side(pair.first), side(pair.second)}); // by value
    }

    void keepNewestOfEachPair() {
        std::sort(found_.begin(), found_.end(), [](const Duplicate& a, const Duplicate& b) {
            return std::tuple(b.to, a.first, a.second) < std::tuple(a.to, b.first, b.second);
        });
        using Side = std::pair<InstitutionIndex, std::string_view>;
        std::set<std::pair<Side, Side>> told;
        std::erase_if(found_, [&](const Duplicate& pair) { return !told.insert(pairKey(pair)).second; });
    }

    std::vector<Duplicate> ranked() {
        keepNewestOfEachPair();
        std::sort(found_.begin(), found_.end(), [](const Duplicate& a, const Duplicate& b) {
            return std::tuple(!a.current, a.level, -a.days, a.first, a.second) <
                   std::tuple(!b.current, b.level, -b.days, b.first, b.second);
        });
        for (std::size_t i = 0; i < found_.size(); ++i) {
            found_[i].letter = i < 26 ? static_cast<char>('A' + i) : '+';
            for (const auto course : {found_[i].first, found_[i].second}) {
                courses_[course].shown.duplicates.push_back(static_cast<std::uint32_t>(i));
            }
        }
        return std::move(found_);
    }

    std::vector<Course>& courses_;
    const CaseFile& file_;
    OverlapFinder overlaps_;
    std::set<std::pair<std::uint32_t, std::uint32_t>> known_;
    std::vector<Duplicate> found_;
};

} // namespace

std::vector<Duplicate> findDuplicates(std::vector<Course>& courses, const CaseFile& file) {
    return DuplicateFinder(courses, file).find();
}

} // namespace kmixr::history
