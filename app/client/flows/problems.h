// Trouble of the journeys themselves.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::client::problems {
inline constexpr ProblemCode swapTimeOver{
    "client.swap-time-over"}; ///< the doctor's card did not come back in the time the policy sets
inline constexpr ProblemCode anotherDoctorsCard{
    "client.another-doctors-card"}; ///< a doctor's card came back, but not the one that signed in
} // namespace kmixr::client::problems
