// `kmixr-gateway serve`: from a settings file to a running server, until it is asked to stop.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kmixr::server {

struct ServeOptions {
    std::filesystem::path config;
    std::optional<std::filesystem::path> portFile; ///< gets the port number once the server listens
};

/// Blocks until SIGTERM or SIGINT; SIGHUP reads registry and receipts' folder again. Prints "listening on HOST:PORT" to
/// standard output when it does. Exit status.
int serve(const ServeOptions& options);

} // namespace kmixr::server
