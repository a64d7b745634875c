#include "app/gateway/server/desk/session_desk.h"

#include "core/protocol/problems.h"

#include <algorithm>

namespace kmixr::server {

namespace {

constexpr std::chrono::hours lifetime{12};
constexpr std::size_t tokenSize = 32;
constexpr std::ptrdiff_t mostForOneDevice = 16;

} // namespace

NewSession SessionDesk::open(const std::string& device, const std::string& card) {
    const std::lock_guard lock(mutex_);
    const Instant now = clock_.now();
    std::erase_if(sessions_, [&](const auto& each) { return each.second.expiresAt <= now; });
    const auto ofDevice = [&](const auto& each) { return each.second.device == device; };
    if (std::ranges::count_if(sessions_, ofDevice) >= mostForOneDevice) {
        const auto oldest = std::ranges::min_element(
            sessions_, {}, [&](const auto& each) { return ofDevice(each) ? each.second.expiresAt : Instant::max(); });
        sessions_.erase(oldest);
    }
    NewSession fresh{toHex(randomBytes(tokenSize)), now + lifetime};
    sessions_[sha256(fresh.token)] = {device, card, fresh.expiresAt};
    return fresh;
}

Outcome<Session> SessionDesk::find(const std::string& token, const std::string& device) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(sha256(token));
    if (found == sessions_.end() || found->second.expiresAt <= clock_.now() || found->second.device != device) {
        return fail(protocol::problems::sessionExpired);
    }
    return found->second;
}

void SessionDesk::close(const std::string& token) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(sha256(token));
}

} // namespace kmixr::server
