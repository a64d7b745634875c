#include "app/gateway/server/resources/sign_in_challenges.h"

namespace kmixr::server {

Answer SignInChallenges::create(const Call& call) {
    const auto challenge = desk_.open(call.deviceFingerprint);
    return challenge ? jsonAnswer(201, protocol::toJson(*challenge)) : problemAnswer(challenge.error());
}

} // namespace kmixr::server
