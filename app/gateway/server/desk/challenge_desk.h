// Open sign-in challenges: each for one device, good once and for two minutes. In memory: a restart only costs a new
// try.
#pragma once

#include "core/common/clock.h"
#include "core/common/outcome.h"
#include "core/protocol/messages.h"

#include <map>
#include <mutex>
#include <string>

namespace kmixr::server {

/// Thread: any.
class ChallengeDesk {
public:
    explicit ChallengeDesk(const Clock& clock) : clock_(clock) {}

    /// `gateway.busy` when the device has 32 open ones.
    Outcome<protocol::SignInChallenge> open(const std::string& device);
    /// Takes the challenge away, whatever is done with it: `gateway.challenge-expired` when it is unknown, used, too
    /// old or another device's.
    Outcome<protocol::SignInChallenge> take(const std::string& challengeId, const std::string& device);

private:
    struct Open {
        protocol::SignInChallenge challenge;
        std::string device;
    };

    void dropExpired();

    const Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Open> open_;
};

} // namespace kmixr::server
