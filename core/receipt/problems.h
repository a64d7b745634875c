// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::receipt::problems {
inline constexpr ProblemCode mastersUnreadable{"receipt.masters-unreadable"};
} // namespace kmixr::receipt::problems
