// Grades of problems and their order on the page (clinical-rules.md §2.3).
#pragma once

#include "core/history/episodes.h"
#include "core/history/treatment_calendar.h"

#include <vector>

namespace kmixr::history {

/// Sets grade, treatments and MonthMark::treated, and sorts: by grade, then rank, newest month, main, start, name.
void gradeAndRank(std::vector<Episode>& episodes, const TreatmentCalendar& calendar, const CaseFile& file);

} // namespace kmixr::history
