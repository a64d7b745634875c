// gateway.json: where the server listens, what it trusts, where its data lie. Relative paths count from the file's
// folder.
#pragma once

#include "core/common/json.h"
#include "core/common/outcome.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace kmixr::server {

/// What a connection may cost. The defaults suit a clinic's laptop; gateway.json may change them under "limits".
struct Limits {
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds idle{75'000};    ///< from one request's end to the next one's header
    std::chrono::milliseconds message{20'000}; ///< for a request's body, and for each piece of an answer
    std::size_t connections = 512;             ///< more are closed at once
    std::size_t header = 16U << 10U;           ///< bytes
    std::size_t body = 64U << 10U;             ///< bytes
};

struct Settings {
    std::string host;
    std::uint16_t port = 0; ///< 0: any free one
    std::filesystem::path caFile, certificateFile, keyFile, cardCaFile;
    std::filesystem::path databaseFile, databaseKeyFile, registryFile, receiptsFolder;
    std::filesystem::path myNumberCaFile; ///< issuers of My Number cards' user authentication; empty: none are taken
    std::map<std::string, std::chrono::milliseconds>
        delay; ///< practice: label of a patient -> wait before the receipts
    Limits limits;
};

/// `server.settings`, with the name of the field that is missing or wrong.
Outcome<Settings> readSettings(const std::filesystem::path& file);

} // namespace kmixr::server
