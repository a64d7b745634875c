#include "app/gateway/server/http/connection.h"

#include "app/gateway/server/http/http_text.h"
#include "app/gateway/server/trust/openssl.h"
#include "core/protocol/problems.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <openssl/ssl.h>

namespace kmixr::server {

namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace p = protocol::problems;

namespace {

constexpr unsigned httpVersion = 11; ///< 1.1: older ones know no chunks
constexpr int versionNotSupported = 505;
constexpr std::size_t largestDrain = 4U << 20U;
constexpr std::chrono::seconds drainTime{2};

std::string textOf(beast::string_view text) {
    return {text.data(), text.size()};
}

Bytes peerCertificate(SSL* tls) {
    const CertificatePtr certificate(SSL_get1_peer_certificate(tls));
    if (certificate == nullptr) {
        return {};
    }
    Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    unsigned char* out = der.data();
    i2d_X509(certificate.get(), &out);
    return der;
}

/// Header fields every answer carries.
template <class Message>
void dress(Message& message, const Answer& answer, bool keepAlive) {
    message.set(http::field::date, httpDate(SystemClock().now()));
    message.set(http::field::cache_control, "no-store");
    if (!answer.contentType.empty()) {
        message.set(http::field::content_type, answer.contentType);
    }
    for (const auto& [name, value] : answer.headers) {
        message.set(name, value);
    }
    message.keep_alive(keepAlive);
}

} // namespace

// co_await stands in statements of its own here: inside &&, ?: and conditions GCC 12 destroys the awaited twice.

Connection::Connection(Tcp::socket socket, net::ssl::context& tls, const Router& router, const Limits& limits, Log& log)
    : stream_(beast::tcp_stream(std::move(socket)), tls), buffer_(limits.header + limits.body), router_(router),
      limits_(limits), log_(log) {}

void Connection::stop() {
    net::dispatch(stream_.get_executor(), [self = shared_from_this()] {
        self->stopping_ = true;
        if (self->waiting_) {
            beast::get_lowest_layer(self->stream_).cancel();
        }
    });
}

net::awaitable<void> Connection::run() {
    auto& tcp = beast::get_lowest_layer(stream_);
    tcp.expires_after(limits_.handshake);
    co_await stream_.async_handshake(net::ssl::stream_base::server, token());
    if (error_) {
        log_.line("tls refused: " + error_.message());
        co_return;
    }
    deviceCertificate_ = peerCertificate(stream_.native_handle());
    co_await serve();
    co_await close();
}

net::awaitable<void> Connection::serve() {
    bool more = true;
    while (more && !stopping_) {
        more = co_await serveOne();
    }
}

/// One request and its answer; false when the connection is over.
net::awaitable<bool> Connection::serveOne() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header));
    parser.body_limit(limits_.body);
    beast::get_lowest_layer(stream_).expires_after(limits_.idle);
    waiting_ = true;
    co_await http::async_read_header(stream_, buffer_, parser, token());
    waiting_ = false;
    if (!error_) {
        co_await readBody(parser);
    }
    if (error_) {
        co_await refuse();
        co_return false;
    }
    const bool keepAlive = parser.get().keep_alive() && !stopping_;
    if (parser.get().version() != httpVersion) {
        const Problem older{std::string(p::malformedRequest.text), "HTTP version", {}};
        co_await sendWhole(problemAnswer(older, versionNotSupported), false);
        co_return false;
    }
    const Request request = requestOf(parser);
    begun_ = std::chrono::steady_clock::now();
    Answer answer = router_.answer(request);
    const bool more = co_await send(request, std::move(answer), keepAlive);
    co_return more;
}

net::awaitable<void> Connection::readBody(Parser& parser) {
    beast::get_lowest_layer(stream_).expires_after(limits_.message);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> goOn(http::status::continue_, httpVersion);
        co_await http::async_write(stream_, goOn, token());
        if (error_) {
            co_return;
        }
    }
    co_await http::async_read(stream_, buffer_, parser, token());
}

/// Something arrived that is no request, or nothing did. Answers where an answer can be heard; the connection is over.
net::awaitable<void> Connection::refuse() {
    const auto error = error_;
    if (error.category() != http::make_error_code(http::error::bad_method).category() ||
        error == http::error::end_of_stream || error == http::error::partial_message) {
        co_return;
    }
    const bool large =
        error == http::error::body_limit || error == http::error::header_limit || error == http::error::buffer_overflow;
    const int status = error == http::error::header_limit ? 431 : 0;
    const Answer answer = problemAnswer(large ? Problem{std::string(p::tooLarge.text), {}, {}}
                                              : Problem{std::string(p::malformedRequest.text), "not HTTP", {}},
                                        status);
    log_.line("unreadable request from " + router_.deviceName(deviceCertificate_) + ": " + error.message());
    const bool sent = co_await sendWhole(answer, false);
    if (sent) {
        co_await drain();
    }
}

Request Connection::requestOf(Parser& parser) const {
    auto& message = parser.get();
    const std::string target = textOf(message.target());
    const std::size_t question = target.find('?');
    Request request;
    request.method = textOf(message.method_string());
    request.path = target.substr(0, question);
    request.query =
        parseQuery(question == std::string::npos ? std::string_view() : std::string_view(target).substr(question + 1));
    request.bearer = bearerToken(textOf(message[http::field::authorization]));
    request.idempotencyKey = textOf(message["Idempotency-Key"]);
    request.acceptEncoding = textOf(message[http::field::accept_encoding]);
    request.contentType = textOf(message[http::field::content_type]);
    request.body = std::move(message.body());
    request.deviceCertificate = deviceCertificate_;
    return request;
}

net::awaitable<bool> Connection::send(const Request& request, Answer answer, bool keepAlive) {
    if (answer.delay.count() > 0) {
        net::steady_timer timer(stream_.get_executor(), answer.delay);
        co_await timer.async_wait(token());
    }
    bool sent = false;
    if (answer.stream) {
        sent = co_await sendStream(answer, keepAlive);
    } else {
        sent = co_await sendWhole(answer, keepAlive);
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun_);
    log_.line(request.method + " " + router_.nameOf(request.path) + " " + std::to_string(answer.status) + " " +
              router_.deviceName(deviceCertificate_) + " " + std::to_string(took.count()) + "ms" +
              (sent ? "" : " broken off") + (answer.problem.empty() ? "" : " " + answer.problem));
    co_return sent&& keepAlive;
}

net::awaitable<bool> Connection::sendWhole(const Answer& answer, bool keepAlive) {
    Reply reply;
    reply.result(static_cast<unsigned>(answer.status));
    reply.version(httpVersion);
    dress(reply, answer, keepAlive);
    reply.body() = answer.body;
    if (answer.status != 204) {
        reply.prepare_payload();
    }
    beast::get_lowest_layer(stream_).expires_after(limits_.message);
    co_await http::async_write(stream_, reply, token());
    co_return !error_;
}

net::awaitable<bool> Connection::sendStream(const Answer& answer, bool keepAlive) {
    http::response<http::empty_body> head(static_cast<http::status>(answer.status), httpVersion);
    dress(head, answer, keepAlive);
    head.chunked(true);
    http::response_serializer<http::empty_body> serializer(head);
    beast::get_lowest_layer(stream_).expires_after(limits_.message);
    co_await http::async_write_header(stream_, serializer, token());
    while (!error_) {
        const auto piece = answer.stream->next();
        if (!piece) {
            log_.line("stream broken: " + piece.error().logLine());
            co_return false; // no last chunk: the client sees that the rest is missing
        }
        beast::get_lowest_layer(stream_).expires_after(limits_.message);
        if (!*piece) {
            co_await net::async_write(stream_, http::make_chunk_last(), token());
            co_return !error_;
        }
        if (!(*piece)->empty()) {
            co_await net::async_write(stream_, http::make_chunk(net::const_buffer((*piece)->data(), (*piece)->size())),
                                      token());
        }
    }
    co_return false;
}

/// Reads what the client is still sending, or the reset would swallow our answer.
net::awaitable<void> Connection::drain() {
    std::array<char, 16384> rest{};
    std::size_t read = 0;
    beast::get_lowest_layer(stream_).expires_after(drainTime);
    while (!error_ && read < largestDrain) {
        const std::size_t piece = co_await stream_.async_read_some(net::buffer(rest), token());
        read += piece;
    }
}

net::awaitable<void> Connection::close() {
    beast::get_lowest_layer(stream_).expires_after(drainTime);
    co_await stream_.async_shutdown(token());
}

} // namespace kmixr::server
