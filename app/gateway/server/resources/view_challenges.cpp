#include "app/gateway/server/resources/view_challenges.h"

#include "core/protocol/problems.h"

namespace kmixr::server {

namespace p = protocol::problems;

Answer ViewChallenges::create(const Call& call) {
    if (call.doctor->role != protocol::Role::Doctor) {
        return problemAnswer(Problem{std::string(p::notPermitted.text), "Only doctors open views", {}});
    }
    if (!taken_) {
        return problemAnswer(
            Problem{std::string(p::notPermitted.text), "This gateway does not take My Number cards", {}});
    }
    const auto challenge = desk_.open(call.deviceFingerprint, sessionOf(call));
    return challenge ? jsonAnswer(201, protocol::toJson(*challenge)) : problemAnswer(challenge.error());
}

std::string sessionOf(const Call& call) {
    return toHex(protocol::sessionBinding(call.request.bearer));
}

} // namespace kmixr::server
