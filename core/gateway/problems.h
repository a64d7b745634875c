// Trouble of the way to the gateway; what the gateway itself says is in core/protocol/problems.h.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::gateway::problems {
inline constexpr ProblemCode offline{"gateway.offline"}; ///< refused, unknown host, no route
inline constexpr ProblemCode timedOut{"gateway.timed-out"};
inline constexpr ProblemCode serverUntrusted{
    "gateway.server-untrusted"}; ///< another CA, wrong name, certificate not in validity
inline constexpr ProblemCode deviceRejected{"gateway.device-rejected"}; ///< TLS alert on our certificate
inline constexpr ProblemCode interrupted{"gateway.interrupted"};        ///< closed in the middle; numbers: received
inline constexpr ProblemCode cancelled{"gateway.cancelled"};
inline constexpr ProblemCode unreadable{"gateway.unreadable"}; ///< answer is not what the interface says
inline constexpr ProblemCode settings{"gateway.settings"};     ///< certificate or key file missing or unreadable
} // namespace kmixr::gateway::problems
