// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::receipt::problems {
inline constexpr ProblemCode mastersUnreadable{"receipt.masters-unreadable"};
inline constexpr ProblemCode mastersSource{"receipt.masters-source"};         ///< no code master in a form we know
inline constexpr ProblemCode mastersUnwritable{"receipt.masters-unwritable"}; ///< the compiled table has no place
} // namespace kmixr::receipt::problems
