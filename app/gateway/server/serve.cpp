#include "app/gateway/server/serve.h"

#include "app/gateway/server/gateway.h"
#include "app/gateway/server/http/listener.h"
#include "app/gateway/server/http/tls_context.h"
#include "app/gateway/server/private_process.h"
#include "app/gateway/server/problems.h"

#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <fstream>
#include <iostream>
#include <thread>

namespace kmixr::server {

namespace {

constexpr int threads = 4; // a password check or a batch from the disk holds one
constexpr std::chrono::seconds grace{10};

int refuse(Log& log, const Problem& problem) {
    log.line("cannot serve: " + problem.logLine());
    return 1;
}

Outcome<void> writePort(const std::filesystem::path& file, std::uint16_t port) {
    // Written aside and renamed, so that whoever waits for the file finds a whole number in it.
    const std::filesystem::path fresh = file.string() + ".new";
    {
        std::ofstream out(fresh, std::ios::trunc);
        out << port << '\n';
        if (!out.flush()) {
            return fail(problems::listening, "port file");
        }
    }
    std::error_code error;
    std::filesystem::rename(fresh, file, error);
    return error ? Outcome<void>(fail(problems::listening, "port file")) : Outcome<void>();
}

/// Signals turned into the server's acts.
class Signals {
public:
    Signals(net::io_context& io, Gateway& gateway, Listener& listener, Log& log)
        : io_(io), gateway_(gateway), listener_(listener), log_(log), stop_(io, SIGTERM, SIGINT), hangUp_(io, SIGHUP),
          grace_(io) {}

    void start() {
        stop_.async_wait([this](const boost::system::error_code& error, int) {
            if (!error) {
                stop();
            }
        });
        awaitHangUp();
    }

private:
    void stop() {
        log_.line("stopping");
        hangUp_.cancel();
        listener_.stop();
        grace_.expires_after(grace);
        grace_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                io_.stop();
            }
        });
        watchEnd();
    }

    /// The timer alone must not keep the program: look every now and then whether the last connection has gone.
    void watchEnd() {
        if (listener_.idle()) {
            grace_.cancel();
            return;
        }
        watch_.expires_after(std::chrono::milliseconds(20));
        watch_.async_wait([this](const boost::system::error_code& error) {
            if (!error) {
                watchEnd();
            }
        });
    }

    void awaitHangUp() {
        hangUp_.async_wait([this](const boost::system::error_code& error, int) {
            if (error) {
                return;
            }
            const auto report = gateway_.reload();
            log_.line(report ? "reloaded " + toJson(*report).dump() : "reload refused: " + report.error().logLine());
            awaitHangUp();
        });
    }

    net::io_context& io_;
    Gateway& gateway_;
    Listener& listener_;
    Log& log_;
    net::signal_set stop_, hangUp_;
    net::steady_timer grace_;
    net::steady_timer watch_{io_};
};

} // namespace

int serve(const ServeOptions& options) {
    keepPrivate();
    const SystemClock clock;
    Log log(clock);
    const auto settings = readSettings(options.config);
    if (!settings) {
        return refuse(log, settings.error());
    }
    const auto gateway = Gateway::open(*settings, clock);
    if (!gateway) {
        return refuse(log, gateway.error());
    }
    const auto report = (*gateway)->takeIn();
    if (!report) {
        return refuse(log, report.error());
    }
    log.line("taken in " + toJson(*report).dump());
    auto tls = tlsContext(*settings);
    if (!tls) {
        return refuse(log, tls.error());
    }
    net::io_context io(threads);
    Listener listener(io, std::move(*tls), (*gateway)->router(), settings->limits, log);
    if (const auto bound = listener.bind(settings->host, settings->port); !bound) {
        return refuse(log, bound.error());
    }
    Signals signals(io, **gateway, listener, log);
    signals.start();
    listener.start();
    if (options.portFile) {
        if (const auto written = writePort(*options.portFile, listener.port()); !written) {
            return refuse(log, written.error());
        }
    }
    std::cout << "listening on " << settings->host << ':' << listener.port() << std::endl;
    std::vector<std::jthread> workers;
    for (int i = 1; i < threads; ++i) {
        workers.emplace_back([&io] { io.run(); });
    }
    io.run();
    workers.clear();
    log.line("stopped");
    return 0;
}

} // namespace kmixr::server
