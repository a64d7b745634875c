// What the payer's review (査定, JY) did to the lines behind the history. A line that was cut stands for something that
// happened and was not paid: it counts like any other and says so (uke.md §11).
#pragma once

#include "core/history/history.h"

namespace kmixr::history {

/// Marks every item of which a line was deleted or reduced by the review: `cutByPayer`.
void markPayerCuts(History& history);

} // namespace kmixr::history
