// From a request to the resource that answers it: device, session, idempotency, in this order, the same for every
// route.
#pragma once

#include "app/gateway/server/desk/answer_book.h"
#include "app/gateway/server/desk/session_desk.h"
#include "app/gateway/server/registry/registry_book.h"
#include "app/gateway/server/resources/call.h"

#include <functional>
#include <string>
#include <vector>

namespace kmixr::server {

enum class Needs : std::uint8_t { Device, Session };

struct Route {
    std::string method;
    std::string path; ///< "/v1/views/{id}/receipts"; one {id} at most
    Needs needs = Needs::Session;
    std::function<Answer(const Call&)> handle;
};

/// Thread: any, once all routes are there.
class Router {
public:
    Router(const RegistryBook& registry, SessionDesk& sessions, AnswerBook& answers)
        : registry_(registry), sessions_(sessions), answers_(answers) {}

    void add(Route route) { routes_.push_back(std::move(route)); }
    Answer answer(const Request& request) const;
    /// The route's path for the log (ids are not logged with paths); "-" when there is none.
    [[nodiscard]] std::string nameOf(const std::string& path) const;
    /// The device's name for the log, or its fingerprint's beginning.
    [[nodiscard]] std::string deviceName(const Bytes& certificate) const;

private:
    Outcome<void> knowDevice(Call& call) const;
    Outcome<void> knowSession(Call& call) const;

    const RegistryBook& registry_;
    SessionDesk& sessions_;
    AnswerBook& answers_;
    std::vector<Route> routes_;
};

} // namespace kmixr::server
