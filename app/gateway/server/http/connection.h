// One laptop's connection: TLS, then request after request until either side has enough. Every wait has an end.
#pragma once

#include "app/gateway/server/http/asio.h"
#include "app/gateway/server/log.h"
#include "app/gateway/server/resources/router.h"
#include "app/gateway/server/settings.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <memory>

namespace kmixr::server {

/// Lives as long as its coroutine. Thread: its strand; stop() from any.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Tcp::socket socket, net::ssl::context& tls, const Router& router, const Limits& limits, Log& log);

    net::awaitable<void> run();
    /// Ends at once when it waits for a request, else after the answer under way.
    void stop();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Reply = boost::beast::http::response<boost::beast::http::string_body>;
    using Token = net::redirect_error_t<net::use_awaitable_t<>>;

    net::awaitable<void> serve();
    net::awaitable<bool> serveOne();
    net::awaitable<void> readBody(Parser& parser);
    net::awaitable<void> refuse();
    net::awaitable<bool> send(const Request& request, Answer answer, bool keepAlive);
    net::awaitable<bool> sendWhole(const Answer& answer, bool keepAlive);
    net::awaitable<bool> sendStream(const Answer& answer, bool keepAlive);
    net::awaitable<void> drain();
    net::awaitable<void> close();
    Request requestOf(Parser& parser) const;
    Token token() { return net::redirect_error(net::use_awaitable, error_); }

    boost::beast::ssl_stream<boost::beast::tcp_stream> stream_;
    boost::beast::flat_buffer buffer_;
    boost::system::error_code error_; ///< of the last step
    const Router& router_;
    const Limits& limits_;
    Log& log_;
    Bytes deviceCertificate_;
    std::chrono::steady_clock::time_point begun_; ///< when the request under way was there
    bool waiting_ = false;                        ///< for a request
    bool stopping_ = false;
};

} // namespace kmixr::server
