// What the commands share on their command lines.
#pragma once

#include "core/common/dates.h"
#include "core/common/outcome.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace kmixr::practice {

/// --resources DIR; default: the folder this program was built with.
void addResourcesOption(CLI::App& app, std::filesystem::path& resources);
/// --anchor YYYY-MM, checked.
void addAnchorOption(CLI::App& app, std::string& anchor);
std::optional<Month> anchorFrom(const std::string& text);

/// Prints the problem to standard error and returns 1.
int failed(const Problem& problem);

} // namespace kmixr::practice
