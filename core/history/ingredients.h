// What is told of ingredients over all drugs: which are counted (clinical-rules.md §11), which are added up (§4).
#pragma once

#include "core/history/courses.h"

#include <vector>

namespace kmixr::history {

/// Distinct oral ingredients of 14 days and more that are not 終了と推定 today. A drug counts with each of its curated
/// ingredients; one that the rules do not know counts by its first 7 characters.
std::vector<CountedIngredient> countOralIngredients(const std::vector<Course>& courses, const CaseFile& file);

/// Ingredients of the rules' `sums` that two drugs or more held on one day.
std::vector<IngredientSum> addUpIngredients(const std::vector<Course>& courses, const CaseFile& file);

} // namespace kmixr::history
