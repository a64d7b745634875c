#include "app/gateway/server/resources/router.h"

#include "app/gateway/server/trust/certificate.h"
#include "core/protocol/problems.h"

#include <optional>

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

constexpr std::string_view placeholder = "{id}";
constexpr std::size_t longestId = 128;

/// The {id} of the path, empty for a route without one; nullopt when the path is not this route's.
std::optional<std::string> match(std::string_view route, std::string_view path) {
    const std::size_t at = route.find(placeholder);
    if (at == std::string_view::npos) {
        return route == path ? std::optional<std::string>("") : std::nullopt;
    }
    const std::string_view head = route.substr(0, at);
    const std::string_view tail = route.substr(at + placeholder.size());
    if (!path.starts_with(head) || !path.ends_with(tail) || path.size() <= head.size() + tail.size()) {
        return std::nullopt;
    }
    const std::string_view id = path.substr(head.size(), path.size() - head.size() - tail.size());
    return id.size() <= longestId && id.find('/') == std::string_view::npos ? std::optional<std::string>(id)
                                                                            : std::nullopt;
}

Answer wrongMethod(const std::string& allowed) {
    Answer answer = problemAnswer(Problem{std::string(p::malformedRequest.text), "method", {}}, 405);
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

} // namespace

Answer Router::answer(const Request& request) const {
    Call call{request, registry_.current(), fingerprintOf(request.deviceCertificate), nullptr, {}, nullptr, {}};
    if (const auto known = knowDevice(call); !known) {
        return problemAnswer(known.error());
    }
    std::string allowed;
    for (const Route& route : routes_) {
        auto id = match(route.path, request.path);
        if (!id) {
            continue;
        }
        if (route.method != request.method) {
            allowed += (allowed.empty() ? "" : ", ") + route.method;
            continue;
        }
        call.id = std::move(*id);
        if (route.needs == Needs::Session) {
            if (const auto known = knowSession(call); !known) {
                return problemAnswer(known.error());
            }
        }
        const auto work = [&] { return route.handle(call); };
        const std::string scope = call.deviceFingerprint + "\n" + call.session.card + "\n" + route.path;
        return request.method == "POST" ? answers_.once(scope, request, work) : work();
    }
    return allowed.empty() ? problemAnswer(Problem{std::string(p::notFound.text), {}, {}}) : wrongMethod(allowed);
}

Outcome<void> Router::knowDevice(Call& call) const {
    const auto device = call.registry->devices.find(call.deviceFingerprint);
    if (device == call.registry->devices.end()) {
        return fail(p::deviceUnknown);
    }
    if (!device->second.active) {
        return fail(p::deviceRevoked);
    }
    call.device = &device->second;
    return {};
}

Outcome<void> Router::knowSession(Call& call) const {
    const auto session = sessions_.find(call.request.bearer, call.deviceFingerprint);
    if (!session) {
        return fail(session.error());
    }
    // Whoever is suspended or struck off while signed in is out with the next request.
    const auto doctor = call.registry->doctors.find(session->card);
    if (doctor == call.registry->doctors.end()) {
        return fail(p::sessionExpired);
    }
    if (!doctor->second.active) {
        return fail(p::accountSuspended);
    }
    call.session = *session;
    call.doctor = &doctor->second;
    return {};
}

std::string Router::nameOf(const std::string& path) const {
    for (const Route& route : routes_) {
        if (match(route.path, path)) {
            return route.path;
        }
    }
    return "-";
}

std::string Router::deviceName(const Bytes& certificate) const {
    const std::string fingerprint = fingerprintOf(certificate);
    const auto registry = registry_.current();
    const auto device = registry->devices.find(fingerprint);
    return device == registry->devices.end() ? fingerprint.substr(0, 16) : device->second.name;
}

} // namespace kmixr::server
