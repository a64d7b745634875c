// Risk packs (clinical-rules.md §9): factors with what the receipts say. No score, no percentage.
#pragma once

#include "core/history/courses.h"
#include "core/history/episodes.h"

#include <vector>

namespace kmixr::history {

/// The packs in force today, factors in the order of the rules.
std::vector<RiskPack> assessRisk(const CaseFile& file, const std::vector<Episode>& episodes,
                                 const std::vector<Course>& courses, const std::vector<Flag>& flags);

} // namespace kmixr::history
