// The tables of the server's database, and the ladder on which an older file climbs to this version.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::server {

class Database;

/// Raises the file to the newest shape in one transaction; `server.database` when it is newer than this program.
Outcome<void> raiseSchema(Database& database);

} // namespace kmixr::server
