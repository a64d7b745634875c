// Drug and disease that a package insert speaks of together (clinical-rules.md §8), from resources/rules/
// contraindications.json. A hint to read the insert, never a finding about the patient.
#pragma once

#include "core/history/courses.h"
#include "core/history/episodes.h"

#include <vector>

namespace kmixr::history {

/// For each pair of the rules in force today: the newest diagnosed name of grade treated or continuing, and each
/// ingredient that is not 終了と推定. Indices are those of `episodes` and `courses`.
std::vector<ContraindicationHint> findContraindications(const CaseFile& file, const std::vector<Episode>& episodes,
                                                        const std::vector<Course>& courses);

} // namespace kmixr::history
