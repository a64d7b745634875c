#include "app/gateway/server/resources/request_body.h"

#include "core/protocol/problems.h"

namespace kmixr::server {

Outcome<Json> jsonBody(const Request& request) {
    if (!request.contentType.starts_with("application/json")) {
        return fail(protocol::problems::malformedRequest, "content type");
    }
    auto json = parseJson(request.body);
    if (!json) {
        return malformed(json.error());
    }
    return json;
}

tl::unexpected<Problem> malformed(const Problem& reason) {
    return fail(protocol::problems::malformedRequest, reason.detail);
}

} // namespace kmixr::server
