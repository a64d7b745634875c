#include "app/gateway/server/desk/account_guard.h"

namespace kmixr::server {

namespace {

constexpr int mostWrong = 10;
constexpr std::chrono::minutes window{15};

} // namespace

bool AccountGuard::mayTry(const std::string& card) {
    const std::lock_guard lock(mutex_);
    const auto found = tries_.find(card);
    if (found != tries_.end() && found->second.until <= clock_.now()) {
        tries_.erase(found);
        return true;
    }
    return found == tries_.end() || found->second.wrong < mostWrong;
}

void AccountGuard::wrong(const std::string& card) {
    const std::lock_guard lock(mutex_);
    Tries& tries = tries_[card];
    if (tries.wrong++ == 0) {
        tries.until = clock_.now() + window;
    }
}

void AccountGuard::right(const std::string& card) {
    const std::lock_guard lock(mutex_);
    tries_.erase(card);
}

} // namespace kmixr::server
