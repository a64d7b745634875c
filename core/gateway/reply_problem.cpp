#include "core/gateway/reply_problem.h"

#include "core/common/json.h"
#include "core/gateway/problems.h"
#include "core/protocol/messages.h"

namespace kmixr::gateway {

namespace {

constexpr int firstSuccess = 200;
constexpr int firstRedirect = 300;
constexpr int firstError = 400;

Problem problemFrom(ProblemCode code, const QNetworkReply& reply) {
    return {std::string(code.text), "network error " + std::to_string(reply.error()), {}};
}

/// No answer at all: what kept us from it.
Problem withoutAnswer(const QNetworkReply& reply) {
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return problemFrom(problems::serverUntrusted, reply);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // what a transfer timeout looks like
        return problemFrom(problems::timedOut, reply);
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return problemFrom(problems::interrupted, reply);
    case QNetworkReply::UnknownNetworkError:
        // TLS 1.3 tells of a rejected client certificate only after the handshake, as an alert in words.
        if (reply.errorString().contains(QLatin1String("alert"))) {
            return problemFrom(problems::deviceRejected, reply);
        }
        [[fallthrough]];
    default:
        return problemFrom(problems::offline, reply);
    }
}

} // namespace

std::optional<Problem> problemOf(const QNetworkReply& reply, const QByteArray& body) {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        return withoutAnswer(reply);
    }
    if (status >= firstSuccess && status < firstRedirect) {
        if (reply.error() == QNetworkReply::NoError) {
            return std::nullopt;
        }
        // The answer began well and broke off.
        return reply.error() == QNetworkReply::OperationCanceledError ? problemFrom(problems::timedOut, reply)
                                                                      : problemFrom(problems::interrupted, reply);
    }
    if (status >= firstError) {
        const auto json = parseJson(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
        const auto document = json ? protocol::readProblemDocument(*json) : fail(json.error());
        if (document) {
            return protocol::problemOf(*document);
        }
    }
    return Problem{std::string(problems::unreadable.text), "status " + std::to_string(status), {{"status", status}}};
}

bool reached(const std::optional<Problem>& problem) {
    return !problem ||
           (!problem->is(problems::offline) && !problem->is(problems::timedOut) && !problem->is(problems::interrupted));
}

} // namespace kmixr::gateway
