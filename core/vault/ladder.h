// The shape of the database, one step for each version. A file newer than us is left untouched.
#pragma once

#include "core/vault/database.h"

namespace kmixr::vault {

/// The version this program writes.
int newestVersion();
/// Climbs from the file's version to ours, each step in a transaction; `vault.newer-version` when the file is ahead of
/// us.
Outcome<void> climb(Database& database);

} // namespace kmixr::vault
