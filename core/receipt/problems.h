// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::receipt::problems {
inline constexpr ProblemCode mastersUnreadable{"receipt.masters-unreadable"};
inline constexpr ProblemCode mastersSource{"receipt.masters-source"};         ///< no code master in a form we know
inline constexpr ProblemCode mastersUnwritable{"receipt.masters-unwritable"}; ///< the compiled table has no place
// A delivered table is there and is not used; the program's own is.
inline constexpr ProblemCode mastersUnsigned{"receipt.masters-unsigned"};
inline constexpr ProblemCode mastersForeign{"receipt.masters-foreign"};     ///< signed with a key that is not trusted
inline constexpr ProblemCode mastersChanged{"receipt.masters-changed"};     ///< not the bytes that were signed
inline constexpr ProblemCode mastersOlder{"receipt.masters-older"};         ///< numbers: issued, own
inline constexpr ProblemCode mastersDelivered{"receipt.masters-delivered"}; ///< signed well, but not readable
} // namespace kmixr::receipt::problems
