// Open challenges for cards to sign: each for one device, for one sign-in where there is one, good once and for a
// while. In memory: a restart only costs a new try.
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
    /// How long a challenge is good, and what is said when it is not.
    struct Rules {
        std::chrono::seconds lifetime;
        ProblemCode expired; ///< unknown or too old
        ProblemCode used;
        ProblemCode foreign; ///< another device's or another session's
    };
    ChallengeDesk(const Clock& clock, const Rules& rules) : clock_(clock), rules_(rules) {}
    static const Rules signIn;  ///< two minutes; one word for everything, whoever asks is not known yet
    static const Rules consent; ///< long enough for the doctor's card to come back

    /// `gateway.busy` when the device has 32 open ones.
    Outcome<protocol::Challenge> open(const std::string& device, const std::string& session = {});
    /// Takes the challenge away, whatever is done with it; who asks for another's does not spend it.
    Outcome<protocol::Challenge> take(const std::string& challengeId, const std::string& device,
                                      const std::string& session = {});

private:
    struct Open {
        protocol::Challenge challenge;
        std::string device, session;
        bool used = false; ///< kept until it expires, so that a replay is called one
    };

    void dropExpired();
    void forgetOldUsed(const std::string& device);

    const Clock& clock_;
    Rules rules_;
    std::mutex mutex_;
    std::map<std::string, Open> open_;
};

} // namespace kmixr::server
