// Who is signed in. A session belongs to one device certificate and dies there; the token itself is not kept, only its
// hash.
#pragma once

#include "core/common/bytes.h"
#include "core/common/clock.h"
#include "core/common/outcome.h"

#include <map>
#include <mutex>
#include <string>

namespace kmixr::server {

struct Session {
    std::string device; ///< fingerprint of the device certificate
    std::string card;   ///< fingerprint of the doctor's card certificate
    Instant expiresAt;
};

struct NewSession {
    std::string token; ///< 256 random bits as hex
    Instant expiresAt;
};

/// Thread: any.
class SessionDesk {
public:
    explicit SessionDesk(const Clock& clock) : clock_(clock) {}

    /// A device keeps its sixteen youngest sessions.
    NewSession open(const std::string& device, const std::string& card);
    /// `gateway.session-expired` when the token is unknown, too old, or another device's.
    Outcome<Session> find(const std::string& token, const std::string& device);
    void close(const std::string& token);

private:
    const Clock& clock_;
    std::mutex mutex_;
    std::map<Sha256, Session> sessions_;
};

} // namespace kmixr::server
