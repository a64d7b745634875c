#include "app/gateway/server/resources/policy.h"

namespace kmixr::server {

Answer Policy::show(const Call& /*call*/) {
    return jsonAnswer(
        200, {{"lock_after_seconds", policy::lockAfterSeconds},
              {"card_swap_seconds", policy::cardSwapSeconds},
              {"sign_in", {{"account", "first_use"}}},
              {"offline", {{"default_hours", policy::offlineDefaultHours}, {"most_hours", policy::offlineMostHours}}}});
}

} // namespace kmixr::server
