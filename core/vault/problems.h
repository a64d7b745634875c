// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::vault::problems {
inline constexpr ProblemCode notEncrypted{
    "vault.not-encrypted"};                               ///< the SQLite linked here is not SQLCipher: refuse to run
inline constexpr ProblemCode wrongKey{"vault.wrong-key"}; ///< this card (or this laptop) does not open it
inline constexpr ProblemCode damaged{"vault.damaged"};
inline constexpr ProblemCode newerVersion{"vault.newer-version"}; ///< written by a newer program; left untouched
inline constexpr ProblemCode diskFull{"vault.disk-full"};
inline constexpr ProblemCode notHeld{"vault.not-held"}; ///< no data of that card here
inline constexpr ProblemCode storage{"vault.storage"};  ///< any other failure of the file system or database
} // namespace kmixr::vault::problems
