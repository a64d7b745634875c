// Trouble this room can name.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::history::problems {
inline constexpr ProblemCode rulesUnreadable{"history.rules-unreadable"};
} // namespace kmixr::history::problems
