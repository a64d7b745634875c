// GET /v1/policy: the rules laptops keep.
#pragma once

#include "app/gateway/server/resources/call.h"

namespace kmixr::server {

namespace policy {
inline constexpr int lockAfterSeconds = 300;
inline constexpr int cardSwapSeconds = 180;
inline constexpr int offlineDefaultHours = 72;
inline constexpr int offlineMostHours = 168;
} // namespace policy

class Policy {
public:
    static Answer show(const Call& call);
};

} // namespace kmixr::server
