// Trouble of the server's own house, seen by whoever runs it: it stops the start or goes to the log. What a client is
// told is in core/protocol/problems.h.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::server::problems {
inline constexpr ProblemCode settings{
    "server.settings"}; ///< a settings file cannot be used; the detail names the field
inline constexpr ProblemCode fileUnreadable{"server.file-unreadable"};
inline constexpr ProblemCode registry{"server.registry"}; ///< the detail names the entry's kind and place, no person
inline constexpr ProblemCode certificate{"server.certificate"};      ///< not a certificate, or not one we can use
inline constexpr ProblemCode notEncrypting{"server.not-encrypting"}; ///< the library at hand is not SQLCipher 4
inline constexpr ProblemCode databaseKey{
    "server.database-key"}; ///< missing beside an existing database, malformed, or readable by others
inline constexpr ProblemCode database{"server.database"};
inline constexpr ProblemCode listening{"server.listening"};      ///< address in use, TLS material unusable
inline constexpr ProblemCode damagedText{"server.damaged-text"}; ///< a stored receipt does not unpack
} // namespace kmixr::server::problems
