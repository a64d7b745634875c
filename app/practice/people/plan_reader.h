// Reads resources/practice into Plans.
#pragma once

#include "app/practice/people/plan.h"
#include "core/common/outcome.h"

#include <filesystem>

namespace kmixr::practice {

/// Reads institutions.json, insurers.json, bundles.json and people/K*.json. `practice.plan-unreadable` names the file
/// and the field.
Outcome<Plans> readPlans(const std::filesystem::path& folder);

} // namespace kmixr::practice
