// Fills -> courses: one drug taken over time at one prescriber, with its state at the end of the data and today
// (clinical-rules.md §3.3-3.5).
#pragma once

#include "core/history/fills.h"

#include <vector>

namespace kmixr::history {

/// A course and what the rules say about its drug; `shown` goes to the pages.
struct Course {
    MedicationCourse shown;
    const DrugFacts* drug = nullptr;
};

/// In the order of History::medications. Takes no fill that was used during an act.
std::vector<Course> buildCourses(const std::vector<Fill>& fills, const CaseFile& file);

/// The short word for what a drug holds: of the rules, else the head of the product's name.
std::string_view ingredientWord(const Course& course, const Rules::Tables& rules);

} // namespace kmixr::history
