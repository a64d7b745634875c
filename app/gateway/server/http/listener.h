// The door: accepts connections up to a limit, keeps them in sight, and closes in good order.
#pragma once

#include "app/gateway/server/http/asio.h"
#include "app/gateway/server/http/connection.h"
#include "core/common/outcome.h"

#include <memory>
#include <mutex>
#include <set>

namespace kmixr::server {

/// Thread: made and stopped from any; works on the io_context's threads.
class Listener {
public:
    Listener(net::io_context& io, std::unique_ptr<net::ssl::context> tls, const Router& router, const Limits& limits,
             Log& log);

    /// Binds and listens; `server.listening` when the address cannot be had.
    Outcome<void> bind(const std::string& host, std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const;
    void start();
    /// No new connection; open ones end as Connection::stop says.
    void stop();
    /// No connection is open.
    [[nodiscard]] bool idle();

private:
    net::awaitable<void> accept();
    net::awaitable<void> keep(std::shared_ptr<Connection> connection);

    net::io_context& io_;
    std::unique_ptr<net::ssl::context> tls_;
    const Router& router_;
    const Limits& limits_;
    Log& log_;
    Tcp::acceptor acceptor_;
    std::mutex mutex_;
    std::set<std::shared_ptr<Connection>> connections_;
    bool stopping_ = false;
};

} // namespace kmixr::server
