// What may change what a doctor does (clinical-rules.md §5, §6), driven by resources/rules/flags.json.
#pragma once

#include "core/history/courses.h"
#include "core/history/episodes.h"

#include <vector>

namespace kmixr::history {

/// In the order of the rules. A suspected name raises no flag.
std::vector<Flag> raiseFlags(const CaseFile& file, const std::vector<Episode>& episodes,
                             const std::vector<Course>& courses);

} // namespace kmixr::history
