// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::history::problems {
inline constexpr ProblemCode rulesUnreadable{"history.rules-unreadable"};
// A delivered edition of the rules was refused; those that came with the program stay in use.
inline constexpr ProblemCode packUnsigned{"history.pack-unsigned"};     ///< no signature, or none that can be read
inline constexpr ProblemCode packForeign{"history.pack-foreign"};       ///< signed with a key that is not trusted
inline constexpr ProblemCode packChanged{"history.pack-changed"};       ///< not what was signed
inline constexpr ProblemCode packOlder{"history.pack-older"};           ///< its number is less than the program's own
inline constexpr ProblemCode packUnreadable{"history.pack-unreadable"}; ///< signed, but this program cannot read it
} // namespace kmixr::history::problems
