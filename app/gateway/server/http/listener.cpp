#include "app/gateway/server/http/listener.h"

#include "app/gateway/server/problems.h"

#include <boost/asio/post.hpp>

namespace kmixr::server {

namespace {

constexpr int backlog = 1024;

} // namespace

Listener::Listener(net::io_context& io, std::unique_ptr<net::ssl::context> tls, const Router& router,
                   const Limits& limits, Log& log)
    : io_(io), tls_(std::move(tls)), router_(router), limits_(limits), log_(log), acceptor_(net::make_strand(io)) {}

Outcome<void> Listener::bind(const std::string& host, std::uint16_t port) {
    boost::system::error_code error;
    const auto address = net::ip::make_address(host, error);
    const Tcp::endpoint endpoint(address, port);
    if (!error) {
        acceptor_.open(endpoint.protocol(), error);
    }
    if (!error) {
        acceptor_.set_option(net::socket_base::reuse_address(true), error);
    }
    if (!error) {
        acceptor_.bind(endpoint, error);
    }
    if (!error) {
        acceptor_.listen(backlog, error);
    }
    return error ? Outcome<void>(fail(problems::listening, error.message())) : Outcome<void>();
}

std::uint16_t Listener::port() const {
    boost::system::error_code error;
    return acceptor_.local_endpoint(error).port();
}

void Listener::start() {
    net::co_spawn(acceptor_.get_executor(), accept(), net::detached);
}

net::awaitable<void> Listener::accept() {
    while (acceptor_.is_open()) {
        Tcp::socket socket(net::make_strand(io_));
        boost::system::error_code error;
        co_await acceptor_.async_accept(socket, net::redirect_error(net::use_awaitable, error));
        if (error) {
            if (error != net::error::operation_aborted) {
                log_.line("accept: " + error.message());
                net::steady_timer pause(acceptor_.get_executor(), std::chrono::milliseconds(100)); // out of descriptors
                co_await pause.async_wait(net::redirect_error(net::use_awaitable, error));
            }
            continue;
        }
        socket.set_option(Tcp::no_delay(true), error);
        const auto executor = socket.get_executor();
        auto connection = std::make_shared<Connection>(std::move(socket), *tls_, router_, limits_, log_);
        const std::lock_guard lock(mutex_);
        if (stopping_ || connections_.size() >= limits_.connections) {
            log_.line("connection refused: too many");
            continue;
        }
        connections_.insert(connection);
        net::co_spawn(executor, keep(std::move(connection)), net::detached);
    }
}

net::awaitable<void> Listener::keep(std::shared_ptr<Connection> connection) {
    try {
        co_await connection->run();
    } catch (const std::exception& trouble) {
        log_.line(std::string("connection failed: ") + trouble.what()); // costs this connection, not the server
    }
    const std::lock_guard lock(mutex_);
    connections_.erase(connection);
}

bool Listener::idle() {
    const std::lock_guard lock(mutex_);
    return connections_.empty();
}

void Listener::stop() {
    net::post(acceptor_.get_executor(), [this] {
        boost::system::error_code ignored;
        acceptor_.close(ignored);
    });
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const auto& connection : connections_) {
        connection->stop();
    }
}

} // namespace kmixr::server
