// Files of the practice world: private to the user who made them (0600, folders 0700), replaced in one step.
#pragma once

#include "core/common/outcome.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kmixr::practice {

/// The whole file; `practice.world-unreadable` when it cannot be read.
Outcome<std::string> readText(const std::filesystem::path& file);
/// Writes beside and renames, mode 0600: a reader sees the old file or the new one, never half of it.
Outcome<void> writePrivate(const std::filesystem::path& file, std::string_view text);
/// Makes the folder and its parents where missing, and sets its mode to 0700.
Outcome<void> makePrivateFolder(const std::filesystem::path& folder);

} // namespace kmixr::practice
