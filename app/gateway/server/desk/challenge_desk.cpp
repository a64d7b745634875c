#include "app/gateway/server/desk/challenge_desk.h"

#include "core/protocol/problems.h"

#include <algorithm>

namespace kmixr::server {

namespace {

constexpr std::chrono::minutes lifetime{2};
constexpr std::size_t nonceSize = 32;
constexpr std::size_t idSize = 16;
constexpr std::ptrdiff_t mostForOneDevice = 32;

} // namespace

void ChallengeDesk::dropExpired() {
    std::erase_if(open_, [now = clock_.now()](const auto& each) { return each.second.challenge.expiresAt <= now; });
}

Outcome<protocol::SignInChallenge> ChallengeDesk::open(const std::string& device) {
    const std::lock_guard lock(mutex_);
    dropExpired();
    if (std::ranges::count_if(open_, [&](const auto& each) { return each.second.device == device; }) >=
        mostForOneDevice) {
        return fail(protocol::problems::busy, "too many open challenges");
    }
    const Instant now = clock_.now();
    protocol::SignInChallenge challenge{toHex(randomBytes(idSize)), randomBytes(nonceSize), now + lifetime, now};
    open_[challenge.challengeId] = {challenge, device};
    return challenge;
}

Outcome<protocol::SignInChallenge> ChallengeDesk::take(const std::string& challengeId, const std::string& device) {
    const std::lock_guard lock(mutex_);
    dropExpired();
    const auto found = open_.find(challengeId);
    if (found == open_.end() || found->second.device != device) {
        return fail(protocol::problems::challengeExpired);
    }
    auto challenge = std::move(found->second.challenge);
    open_.erase(found);
    return challenge;
}

} // namespace kmixr::server
