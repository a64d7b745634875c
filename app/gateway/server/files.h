// Whole small files, and private ones.
#pragma once

#include "core/common/outcome.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace kmixr::server {

/// The bytes of a file of at most `most` bytes; `server.file-unreadable` names the file, not its content.
Outcome<std::string> readFile(const std::filesystem::path& file, std::size_t most = 64U << 20U);
/// Makes `file` with mode 0600; it must not exist yet.
Outcome<void> writePrivateFile(const std::filesystem::path& file, std::string_view bytes);
/// True when nobody but the owner may read or write it.
bool isPrivate(const std::filesystem::path& file);

} // namespace kmixr::server
