// Slows down whoever tries passwords: ten wrong ones within a quarter of an hour close an account for the rest of it.
#pragma once

#include "core/common/clock.h"

#include <map>
#include <mutex>
#include <string>

namespace kmixr::server {

/// Thread: any.
class AccountGuard {
public:
    explicit AccountGuard(const Clock& clock) : clock_(clock) {}

    [[nodiscard]] bool mayTry(const std::string& card);
    void wrong(const std::string& card);
    void right(const std::string& card);

private:
    struct Tries {
        int wrong = 0;
        Instant until;
    };
    const Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Tries> tries_; ///< by card; only registered cards come this far
};

} // namespace kmixr::server
