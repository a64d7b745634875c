// SHA-256 of a file of any size.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <filesystem>

namespace kmixr::server {

/// `server.file-unreadable` when it cannot be read to its end.
Outcome<Sha256> hashOfFile(const std::filesystem::path& file);

} // namespace kmixr::server
