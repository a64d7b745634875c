// Short names of institutions for tight panels (UI.md §2): corporate form dropped, and the ending too while the name
// stays unique for this patient; at most six characters.
#pragma once

#include "core/history/rules/tables.h"

#include <string>
#include <vector>

namespace kmixr::history {

/// One short name for each full name, all different (also for equal full names).
std::vector<std::string> shortNames(const std::vector<std::string>& names, const InstitutionNameRules& rules);

} // namespace kmixr::history
