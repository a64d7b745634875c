#include "core/history/overlaps.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace kmixr::history {
namespace {

bool counts(const Supply& supply) {
    return !supply.inpatient;
}

/// The days a course was in supply outside hospital, as disjoint spans.
std::vector<std::pair<Day, Day>> spansOf(const MedicationCourse& course) {
    std::vector<std::pair<Day, Day>> spans;
    for (const auto& supply : course.supplies) { // ascending by start
        if (!counts(supply)) {
            continue;
        }
        if (spans.empty() || addDays(spans.back().second, 1) < supply.start) {
            spans.emplace_back(supply.start, supply.end);
        } else {
            spans.back().second = std::max(spans.back().second, supply.end);
        }
    }
    return spans;
}

/// Is a fill of both begun on one day between `from` and `to`?
bool begunTogether(const MedicationCourse& a, const MedicationCourse& b, Day from, Day to) {
    auto atA = a.supplies.begin();
    auto atB = b.supplies.begin();
    while (atA != a.supplies.end() && atB != b.supplies.end()) {
        if (atA->start == atB->start && atA->start >= from && atA->start <= to) {
            return true;
        }
        (atA->start < atB->start ? atA : atB)++;
    }
    return false;
}

} // namespace

OverlapFinder::OverlapFinder(const CaseFile& file)
    : file_(file), earliest_(firstOf(file.newest - std::chrono::months(file.rules.duplicates.months - 1))) {}

bool OverlapFinder::considered(const MedicationCourse& course) const {
    return course.use != DrugUse::Injection && course.use != DrugUse::DuringAct && !spansOf(course).empty() &&
           monthsBetween(monthOf(course.end), file_.newest) < file_.rules.duplicates.months;
}

std::optional<Overlap> OverlapFinder::newest(const MedicationCourse& a, const MedicationCourse& b) const {
    const auto spansA = spansOf(a), spansB = spansOf(b);
    std::optional<Overlap> run;
    auto atA = spansA.begin();
    auto atB = spansB.begin();
    while (atA != spansA.end() && atB != spansB.end()) {
        const Day from = std::max(atA->first, atB->first), to = std::min(atA->second, atB->second);
        if (from <= to) {
            const bool goesOn = run && daysBetween(run->to, from) <= file_.rules.medication.chainGapDays;
            run = Overlap{goesOn ? run->from : from, to, (goesOn ? run->days : 0) + daysBetween(from, to) + 1, false};
        }
        (atA->second < atB->second ? atA : atB)++;
    }
    if (!run || run->to < earliest_) {
        return std::nullopt;
    }
    run->prescribedTogether = a.prescriber == b.prescriber && begunTogether(a, b, run->from, run->to);
    return run;
}

bool OverlapFinder::isSwitch(const MedicationCourse& a, const MedicationCourse& b, const Overlap& overlap) const {
    const auto& old = a.supplies.front().start <= b.supplies.front().start ? a : b;
    const auto& fresh = &old == &a ? b : a;
    return overlap.days <= file_.rules.duplicates.switchDays && old.end < fresh.end &&
           fresh.supplies.front().start == overlap.from;
}

const Supply* supplyOn(const MedicationCourse& course, Day day) {
    const Supply* found = nullptr; // the newest of several
    for (const auto& supply : course.supplies) {
        if (counts(supply) && supply.start <= day && day <= supply.end) {
            found = &supply;
        }
    }
    return found;
}

} // namespace kmixr::history
