// One request and its answer, apart from how they travel: resources see these and nothing of sockets.
#pragma once

#include "core/common/bytes.h"
#include "core/common/json.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::server {

struct Request {
    std::string method;
    std::string path; ///< without the query
    std::map<std::string, std::string> query;
    std::string bearer; ///< session token, empty when none was sent
    std::string idempotencyKey;
    std::string acceptEncoding;
    std::string contentType;
    std::string body;
    Bytes deviceCertificate; ///< DER of the laptop's certificate, verified by TLS

    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    Request(Request&&) = default;
    Request& operator=(Request&&) = default;
    /// Passwords and tokens pass through here.
    ~Request() {
        wipe(std::span<char>(body));
        wipe(std::span<char>(bearer));
    }
};

/// The rest of an answer that is too large to be made at once.
class BodySource {
public:
    virtual ~BodySource() = default;
    /// The next bytes to send; nullopt when all is said. A problem breaks the answer off.
    virtual Outcome<std::optional<std::string>> next() = 0;
};

struct Answer {
    int status = 200;
    std::string contentType; ///< empty: no body
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<BodySource> stream; ///< instead of `body`
    std::chrono::milliseconds delay{0}; ///< practice: wait before answering
    std::string problem;                ///< code, for the log
};

Answer jsonAnswer(int status, const Json& json);
Answer emptyAnswer(int status);
/// application/problem+json for a problem of core/protocol/problems.h, with the status and the title that go with it;
/// anything else is a server fault, whose cause goes to the log only. `status` other than 0 overrides.
Answer problemAnswer(const Problem& problem, int status = 0);

} // namespace kmixr::server
