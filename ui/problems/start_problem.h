// A start that cannot go on: one window with the sentence, the code small, and a button to close. Asked for by
// app/client/main.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::ui {

/// Shows the problem in words and returns when it was read. GUI thread, before the main window exists.
void showStartProblem(const Problem& problem);

} // namespace kmixr::ui
