// Foreign codes become our words here and nowhere else (cards.md §2.2).
#pragma once

#include "core/common/outcome.h"

#include <string_view>

namespace kmixr::card {

/// A PC/SC result (SCARD_S_SUCCESS, SCARD_E_…) as an Outcome; `call` names the function for the log.
Outcome<void> pcscOutcome(long result, std::string_view call);

} // namespace kmixr::card
