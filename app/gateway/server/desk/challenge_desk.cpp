#include "app/gateway/server/desk/challenge_desk.h"

#include "core/protocol/problems.h"

#include <algorithm>
#include <utility>

namespace kmixr::server {

namespace {

constexpr std::size_t nonceSize = 32;
constexpr std::size_t idSize = 16;
constexpr std::ptrdiff_t mostForOneDevice = 32;
constexpr std::ptrdiff_t mostUsedOfOneDevice = 64; // remembered, so that a replay is called one

namespace p = protocol::problems;

} // namespace

const ChallengeDesk::Rules ChallengeDesk::signIn{std::chrono::minutes(2), p::challengeExpired, p::challengeExpired,
                                                 p::challengeExpired};
const ChallengeDesk::Rules ChallengeDesk::consent{std::chrono::minutes(5), p::consentChallengeExpired,
                                                  p::consentChallengeUsed, p::consentChallengeForeign};

void ChallengeDesk::dropExpired() {
    std::erase_if(open_, [now = clock_.now()](const auto& each) { return each.second.challenge.expiresAt <= now; });
}

Outcome<protocol::Challenge> ChallengeDesk::open(const std::string& device, const std::string& session) {
    const std::lock_guard lock(mutex_);
    dropExpired();
    const auto waits = [&](const auto& each) { return each.second.device == device && !each.second.used; };
    if (std::ranges::count_if(open_, waits) >= mostForOneDevice) {
        return fail(p::busy, "too many open challenges");
    }
    const Instant now = clock_.now();
    protocol::Challenge challenge{toHex(randomBytes(idSize)), randomBytes(nonceSize), now + rules_.lifetime, now};
    open_[challenge.challengeId] = {challenge, device, session};
    return challenge;
}

Outcome<protocol::Challenge> ChallengeDesk::take(const std::string& challengeId, const std::string& device,
                                                 const std::string& session) {
    const std::lock_guard lock(mutex_);
    dropExpired();
    const auto found = open_.find(challengeId);
    if (found == open_.end()) {
        return fail(rules_.expired);
    }
    Open& open = found->second;
    if (open.device != device || open.session != session) {
        return fail(rules_.foreign);
    }
    if (std::exchange(open.used, true)) {
        return fail(rules_.used);
    }
    auto challenge = open.challenge;
    forgetOldUsed(device);
    return challenge;
}

void ChallengeDesk::forgetOldUsed(const std::string& device) {
    const auto used = [&](const auto& each) { return each.second.device == device && each.second.used; };
    if (std::ranges::count_if(open_, used) > mostUsedOfOneDevice) {
        open_.erase(std::ranges::min_element(open_, {}, [&](const auto& each) {
            return used(each) ? each.second.challenge.expiresAt : Instant::max();
        }));
    }
}

} // namespace kmixr::server
