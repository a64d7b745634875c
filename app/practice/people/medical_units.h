// Planned groups of a 医科 receipt -> groups with points, counts and day columns. Rules: practice-patients.md §F 4, 5.
#pragma once

#include "app/practice/people/calendar.h"
#include "app/practice/people/plan.h"
#include "app/practice/people/points.h"

#include <vector>

namespace kmixr::practice {

/// What a receipt's lines are made from: the row's month, its days, and what they are reckoned with.
struct UnitContext {
    const Plans& plans;
    const PriceTable& table;
    int month = 0; ///< counted from the newest
    Month newest{};
    std::vector<Visit> visits;
    Day admitted{};               ///< in-patients: the first day of the stay
    Day discharged{};             ///< and the last
    char payers = '1';            ///< 負担区分
    std::int64_t donorPoints = 0; ///< what a donor's-cost line is worth
};

struct MedicalLines {
    std::vector<receipt::Group> groups; ///< by 診療識別, equal ones of several days merged
    std::vector<receipt::Comment> remarks;
    int meals = 0;
    std::int64_t mealsYen = 0;
};

/// What a code's first digit says it is.
receipt::LineKind lineKindOf(const std::string& code);

Outcome<MedicalLines> medicalLines(const std::vector<PlannedGroup>& planned, const UnitContext& context);

/// A planned comment as recorded: dates in 和暦 full-width digits where the pattern wants them (uke.md §8).
receipt::Comment recordedComment(const PlannedComment& planned, Month newest);

} // namespace kmixr::practice
