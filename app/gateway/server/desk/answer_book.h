// Idempotency-Key: the same write sent twice gets the first answer again. In memory, for ten minutes: answers hold
// session tokens and are not written to disk.
#pragma once

#include "app/gateway/server/http/message.h"
#include "core/common/clock.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace kmixr::server {

/// Thread: any.
class AnswerBook {
public:
    explicit AnswerBook(const Clock& clock) : clock_(clock) {}

    /// Runs `work` unless `scope` (who and where) has this key already: then the kept answer. The same key with another
    /// body is 422 malformed-request; while the first is still under way, 429 busy. Faults of the server are not kept.
    Answer once(const std::string& scope, const Request& request, const std::function<Answer()>& work);

private:
    struct Kept {
        Sha256 body{};
        Answer answer;
        bool done = false;
        Instant until;
    };

    const Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Kept> kept_;
};

} // namespace kmixr::server
