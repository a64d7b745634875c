// What a resource is given: the request, who asks from which laptop, and the registry in force.
#pragma once

#include "app/gateway/server/desk/session_desk.h"
#include "app/gateway/server/http/message.h"
#include "app/gateway/server/registry/registry.h"

#include <memory>
#include <string>

namespace kmixr::server {

struct Call {
    const Request& request;
    std::shared_ptr<const Registry> registry;
    std::string deviceFingerprint;
    const Device* device = nullptr; ///< in `registry`
    Session session;                ///< set for routes that need one
    const Doctor* doctor = nullptr; ///< in `registry`, with the session
    std::string id;                 ///< the {id} of the path
};

} // namespace kmixr::server
