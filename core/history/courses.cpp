#include "core/history/courses.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace kmixr::history {
namespace {

/// Fills of one code at one prescriber while the chain holds.
struct Chain {
    std::vector<const Fill*> fills; ///< ascending by start
    Day start, end;
    bool absorbed = false; ///< became part of another chain
};

InstitutionIndex prescriberOf(const Fill& fill) {
    return fill.supply.prescriber;
}

auto chainKey(const Fill& fill) {
    return std::tuple(prescriberOf(fill), fill.use, std::string_view(fill.supply.code));
}

class CourseBuilder {
public:
    CourseBuilder(const std::vector<Fill>& fills, const CaseFile& file) : file_(file), rules_(file.rules.medication) {
        for (const auto& fill : fills) {
            if (fill.use != DrugUse::DuringAct) {
                ordered_.push_back(&fill);
            }
        }
        std::sort(ordered_.begin(), ordered_.end(), [](const Fill* a, const Fill* b) {
            return std::tuple(chainKey(*a), a->supply.start, a->supply.evidence.front()) <
                   std::tuple(chainKey(*b), b->supply.start, b->supply.evidence.front());
        });
    }

    std::vector<Course> build() {
        chainSameCode();
        joinChanges();
        std::vector<Course> courses;
        for (auto& chain : chains_) {
            if (!chain.absorbed) {
                std::sort(chain.fills.begin(), chain.fills.end(), inTime); // joined chains may overlap by some days
                courses.push_back(describe(chain));
            }
        }
        std::sort(courses.begin(), courses.end(), shownBefore);
        return courses;
    }

private:
    /// A flat estimate ends long before a tube or a bottle does; an injection lasts its day.
    [[nodiscard]] int gapDays(const Fill& fill) const {
        if (fill.use == DrugUse::Injection) {
            return rules_.injectionGapDays;
        }
        return fill.use == DrugUse::Oral ? rules_.chainGapDays : rules_.estimateGapDays;
    }

    static bool inTime(const Fill* a, const Fill* b) {
        return std::pair(a->supply.start, a->supply.evidence.front()) <
               std::pair(b->supply.start, b->supply.evidence.front());
    }

    void chainSameCode() {
        const Fill* previous = nullptr;
        for (const auto* fill : ordered_) {
            const auto& supply = fill->supply;
            if (previous == nullptr || chainKey(*previous) != chainKey(*fill) ||
                daysBetween(chains_.back().end, supply.start) > gapDays(*fill)) {
                chains_.push_back({{}, supply.start, supply.end});
            }
            auto& chain = chains_.back();
            chain.fills.push_back(fill);
            chain.end = std::max(chain.end, supply.end);
            previous = fill;
        }
    }

    /// Strength, form or brand changed inside one ingredient and route at one prescriber: one course, with the change
    /// visible in its fills. Parallel strengths (1 mg + 0.5 mg) overlap for longer and stay apart.
    void joinChanges() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < chains_.size(); ++i) {
            if (!ingredientOf(chains_[i]).empty()) {
                order.push_back(i);
            }
        }
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return std::tuple(joinKey(chains_[a]), chains_[a].start, a) <
                   std::tuple(joinKey(chains_[b]), chains_[b].start, b);
        });
        std::vector<std::size_t> open; ///< chains of the same ingredient that may still be continued
        for (std::size_t n = 0; n < order.size(); ++n) {
            if (n > 0 && joinKey(chains_[order[n - 1]]) != joinKey(chains_[order[n]])) {
                open.clear();
            }
            auto& later = chains_[order[n]];
            std::erase_if(open, [&](std::size_t i) {
                return daysBetween(chains_[i].end, later.start) > gapDays(*later.fills.front());
            });
            auto best = open.end();
            for (auto at = open.begin(); at != open.end(); ++at) {
                const auto& earlier = chains_[*at];
                const bool changes = daysBetween(later.start, earlier.end) < rules_.switchDays &&
                                     earlier.end < later.end && earlier.start < later.start &&
                                     earlier.fills.back()->supply.code != later.fills.front()->supply.code;
                if (changes && (best == open.end() || chains_[*at].end > chains_[*best].end)) {
                    best = at;
                }
            }
            if (best != open.end()) {
                auto& earlier = chains_[*best];
                earlier.fills.insert(earlier.fills.end(), later.fills.begin(), later.fills.end());
                earlier.end = later.end;
                later.absorbed = true;
            } else {
                open.push_back(order[n]);
            }
        }
    }

    static std::string_view ingredientOf(const Chain& chain) { return chain.fills.front()->drug->ingredient(); }
    static std::tuple<InstitutionIndex, DrugUse, std::string_view> joinKey(const Chain& chain) {
        const auto& fill = *chain.fills.front();
        return {prescriberOf(fill), fill.use, fill.drug->ingredient()};
    }

    Course describe(const Chain& chain) const {
        const auto& newest = *chain.fills.back();
        Course course;
        course.drug = newest.drug;
        auto& shown = course.shown;
        shown.code = newest.supply.code;
        shown.name = newest.supply.name;
        shown.kana = newest.drug->kana;
        shown.sensitive = newest.drug->sensitive;
        shown.drugClass = newest.drug->drugClass;
        if (newest.use != DrugUse::External) { // the official headings are about drugs taken or injected
            shown.highRiskClass = newest.drug->highRisk;
        }
        shown.genericName = newest.drug->genericName;
        shown.ingredient = newest.drug->ingredient();
        shown.unit = newest.drug->unit;
        shown.use = newest.use;
        shown.unlisted = !newest.drug->listed;
        shown.end = chain.end;
        shown.prescriber = newest.supply.prescriber;
        shown.supplies.reserve(chain.fills.size());
        for (const auto* fill : chain.fills) {
            shown.supplies.push_back(fill->supply);
            shown.longTerm = shown.longTerm || isLongTerm(*fill);
        }
        for (auto at = chain.fills.rbegin(); at != chain.fills.rend(); ++at) {
            shown.evidence.insert(shown.evidence.end(), (*at)->supply.evidence.begin(), (*at)->supply.evidence.end());
        }
        shown.atDataEnd = stateOn(chain, lastOf(file_.newest));
        shown.today = stateOn(chain, file_.today);
        return course;
    }

    /// §3.4; the flat estimate says nothing about the length.
    [[nodiscard]] bool isLongTerm(const Fill& fill) const {
        const int days = daysOf(fill.supply);
        const bool known = !fill.supply.estimatedPeriod || fill.drug->intervalDays > 0 || days > rules_.flatDays;
        return fill.use == DrugUse::Oral && known && days >= rules_.longTermDays;
    }

    static int daysOf(const Supply& supply) {
        return supply.dayUnknown ? supply.quantity : daysBetween(supply.start, supply.end) + 1;
    }

    /// §3.3. A stay in hospital ends with discharge: such a supply is never carried on.
    [[nodiscard]] DrugState stateOn(const Chain& chain, Day day) const {
        if (chain.end >= day) {
            return DrugState::Taking;
        }
        const auto& newest = chain.fills.back()->supply;
        if (newest.inpatient || chain.end < addDays(lastOf(file_.newest), -rules_.graceDays)) {
            return DrugState::Ended;
        }
        std::set<Day> fillDays;
        for (const auto* fill : chain.fills) {
            if (monthsBetween(fill->month, file_.newest) < rules_.stateMonths) {
                fillDays.insert(fill->supply.start);
            }
        }
        const bool repeated = static_cast<int>(fillDays.size()) >= rules_.stateFills;
        return repeated || daysOf(newest) >= rules_.stateSupplyDays ? DrugState::UntilDataEnd : DrugState::Ended;
    }

    static bool shownBefore(const Course& a, const Course& b) {
        const auto rank = [](const MedicationCourse& c) {
            return std::tuple(c.today == DrugState::Ended, c.highRiskClass.empty(), !c.longTerm, c.use);
        };
        if (rank(a.shown) != rank(b.shown)) {
            return rank(a.shown) < rank(b.shown);
        }
        if (a.shown.today == DrugState::Ended && a.shown.end != b.shown.end) {
            return a.shown.end > b.shown.end;
        }
        return std::tie(a.shown.highRiskClass, a.shown.drugClass, a.shown.ingredient, a.shown.code, a.shown.prescriber,
                        b.shown.end) < std::tie(b.shown.highRiskClass, b.shown.drugClass, b.shown.ingredient,
                                                b.shown.code, b.shown.prescriber, a.shown.end);
    }

    const CaseFile& file_;
    const MedicationRules& rules_;
    std::vector<const Fill*> ordered_;
    std::vector<Chain> chains_;
};

} // namespace

std::vector<Course> buildCourses(const std::vector<Fill>& fills, const CaseFile& file) {
    return CourseBuilder(fills, file).build();
}

std::string_view ingredientWord(const Course& course, const Rules::Tables& rules) {
    if (!course.drug->ingredientWord.empty()) {
        return course.drug->ingredientWord;
    }
    const std::string_view name = course.shown.name;
    auto end = name.size();
    for (const auto& form : rules.drugGroups.nameEnds) {
        if (const auto at = name.find(form); at != std::string_view::npos && at > 0) {
            end = std::min(end, at);
        }
    }
    return name.substr(0, end);
}

} // namespace kmixr::history
