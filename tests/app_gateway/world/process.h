// Programs run by a test: a gateway that serves, a curl that asks.
#pragma once

#include "tests/app_gateway/world/gateway_world.h"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace kmixr::test {

struct Finished {
    int status = -1;    ///< exit status, or 128 + signal
    std::string output; ///< standard output
};
/// Runs a program to its end; standard error goes to `errorFile` when one is given.
Finished run(const std::vector<std::string>& command, const std::filesystem::path& errorFile = {});

/// A `kmixr-gateway serve` on a port of its own; killed when it goes.
class GatewayProcess {
public:
    /// Starts it and waits until it says that it listens.
    explicit GatewayProcess(const GatewayWorld& world);
    ~GatewayProcess();
    GatewayProcess(const GatewayProcess&) = delete;
    GatewayProcess& operator=(const GatewayProcess&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] bool running();
    [[nodiscard]] std::string log() const; ///< its standard error so far
    /// Waits until the log says so; false when it does not within half a minute.
    [[nodiscard]] bool logSays(const std::string& text) const;
    void signal(int number) const;
    /// Stands still from when this returns (a stop signal alone lets threads run on for a moment) until resume().
    void pause() const;
    void resume() const;
    /// SIGTERM, then its exit status.
    int stop();

private:
    const GatewayWorld& world_;
    pid_t pid_ = -1;
    int port_ = 0;
};

/// One HTTPS request by curl.
struct CurlRequest {
    std::string method = "GET";
    std::string path{};
    std::string body{};                    ///< sent as application/json when not empty
    std::string session{};                 ///< bearer token
    std::string certificate = "ca/device"; ///< NAME of NAME.pem and NAME.key; empty for none
    std::string ca = "ca/practice-ca.pem";
    std::vector<std::string> options{}; ///< any more
};
struct CurlAnswer {
    int exit = -1;                              ///< curl's own
    int status = 0;                             ///< HTTP
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;
    [[nodiscard]] Json json() const;
    [[nodiscard]] std::string problem() const; ///< the end of a problem document's type
};
CurlAnswer curl(const GatewayWorld& world, int port, const CurlRequest& request);

/// Signs in by curl; the first time with the account. The session token.
std::string signInByCurl(const GatewayWorld& world, int port, const Identity& card, const std::string& account,
                         const std::string& deviceName, const Identity& device);

} // namespace kmixr::test
