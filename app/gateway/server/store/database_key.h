// The key of the server's database: 32 random bytes, written as 64 hex digits in a file that only its owner reads.
#pragma once

#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <filesystem>

namespace kmixr::server {

/// The key in SQLCipher's raw form (x'…'). Made when neither file exists; `server.database-key` when the database is
/// there without its key, the key is malformed, or others may read it.
Outcome<SecretBytes> databaseKey(const std::filesystem::path& databaseFile, const std::filesystem::path& keyFile);

} // namespace kmixr::server
