#include "core/history/duplicates.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace kmixr::history {
namespace {

/// Days both drugs are in supply, as runs that a gap of less than a chain's length holds together.
struct Overlap {
    Day from, to;
    int days = 0;
    bool prescribedTogether = false; ///< a fill of both on one day at one prescriber
};

bool counts(const Supply& supply) {
    return !supply.inpatient;
}

bool sameStay(const MedicationCourse& course) {
    return std::none_of(course.supplies.begin(), course.supplies.end(), counts);
}

class OverlapFinder {
public:
    OverlapFinder(const CaseFile& file)
        : rules_(file.rules), earliest_(firstOf(file.newest - std::chrono::months(file.rules.duplicates.months - 1))) {}

    /// The newest run of overlap of two courses; nullopt when they do not overlap lately.
    [[nodiscard]] std::optional<Overlap> newest(const MedicationCourse& a, const MedicationCourse& b) const {
        std::optional<Overlap> run;
        auto atA = a.supplies.begin();
        auto atB = b.supplies.begin();
        while (atA != a.supplies.end() && atB != b.supplies.end()) {
            const Day from = std::max(atA->start, atB->start), to = std::min(atA->end, atB->end);
            if (counts(*atA) && counts(*atB) && from <= to) {
                extend(run, from, to);
                run->prescribedTogether |= atA->prescriber == atB->prescriber && atA->start == atB->start;
            }
            (atA->end < atB->end ? atA : atB)++;
        }
        return run && run->to >= earliest_ ? run : std::nullopt;
    }

private:
    void extend(std::optional<Overlap>& run, Day from, Day to) const {
        if (!run || daysBetween(run->to, from) > rules_.medication.chainGapDays) {
            run = Overlap{from, to, daysBetween(from, to) + 1, false};
            return;
        }
        const Day fresh = std::max(from, addDays(run->to, 1)); // fills of one course may overlap themselves
        if (fresh <= to) {
            run->days += daysBetween(fresh, to) + 1;
            run->to = to;
        }
    }

    const Rules::Tables& rules_;
    Day earliest_;
};

/// The old supply runs out within a week of the new start: a change, not a duplicate.
bool isSwitch(const MedicationCourse& a, const MedicationCourse& b, const Overlap& overlap, int switchDays) {
    const auto& old = a.supplies.front().start <= b.supplies.front().start ? a : b;
    const auto& fresh = &old == &a ? b : a;
    return overlap.days <= switchDays && old.end < fresh.end && fresh.supplies.front().start == overlap.from;
}

class DuplicateFinder {
public:
    DuplicateFinder(std::vector<Course>& courses, const CaseFile& file)
        : courses_(courses), file_(file), overlaps_(file) {}

    std::vector<Duplicate> find() {
        const auto& rules = file_.rules.duplicates;
        Buckets byIngredient, byGroup, byClass;
        for (std::uint32_t i = 0; i < courses_.size(); ++i) {
            const auto& course = courses_[i];
            if (!considered(course.shown)) {
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

    /// Drugs a patient takes; what a clinic injects and what a ward gave is not the patient's own supply.
    [[nodiscard]] bool considered(const MedicationCourse& course) const {
        return course.use != DrugUse::Injection && course.use != DrugUse::DuringAct && !sameStay(course) &&
               monthsBetween(monthOf(course.end), file_.newest) < file_.rules.duplicates.months;
    }

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
        if (!overlap || (sameInstitution && overlap->prescribedTogether) ||
            isSwitch(a, b, *overlap, file_.rules.duplicates.switchDays)) {
            return;
        }
        known_.emplace(first, second);
        found_.push_back({'A', level, first, second, overlap->from, overlap->to, overlap->days,
                          overlap->days >= file_.rules.duplicates.summaryDays,
                          a.today != DrugState::Ended && b.today != DrugState::Ended});
    }

    std::vector<Duplicate> ranked() {
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
