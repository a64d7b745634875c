// A request's JSON body as the message it should be.
#pragma once

#include "app/gateway/server/http/message.h"

namespace kmixr::server {

/// The body as JSON; `gateway.malformed-request` when it is not, or not sent as application/json.
Outcome<Json> jsonBody(const Request& request);
/// The same problem with the name of the field, whatever the reader complained about.
tl::unexpected<Problem> malformed(const Problem& reason);

/// `read` is a readX of core/protocol.
template <class Read>
auto readBody(const Request& request, Read read) -> decltype(read(Json())) {
    const auto json = jsonBody(request);
    if (!json) {
        return fail(json.error());
    }
    auto message = read(*json);
    if (!message) {
        return malformed(message.error());
    }
    return message;
}

} // namespace kmixr::server
