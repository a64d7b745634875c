// The same drug twice (clinical-rules.md §4): same ingredient and route, same ingredient in another preparation, same
// class from two institutions; with the suppressions that keep it quiet.
#pragma once

#include "core/history/courses.h"

#include <vector>

namespace kmixr::history {

/// Current pairs first, then the longest. Fills MedicationCourse::duplicates of both.
std::vector<Duplicate> findDuplicates(std::vector<Course>& courses, const CaseFile& file);

} // namespace kmixr::history
