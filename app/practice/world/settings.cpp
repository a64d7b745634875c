#include "app/practice/world/settings.h"

#include "app/practice/files.h"
#include "app/practice/problems.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

namespace kmixr::practice {

namespace {

/// A port that nobody on loopback uses at this moment.
Outcome<std::uint16_t> freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool found = socket >= 0 && ::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    const int error = errno;
    if (socket >= 0) {
        ::close(socket);
    }
    if (!found) {
        return fail(problems::cannotWrite, std::string("loopback: ") + std::strerror(error));
    }
    return ntohs(address.sin_port);
}

} // namespace

Outcome<std::uint16_t> gatewayPort(const std::filesystem::path& world) {
    if (const auto before = readText(world / "gateway.json")) {
        if (const auto json = parseJson(*before)) {
            const std::string listen = jsonStringOr(*json, "listen");
            const auto colon = listen.rfind(':');
            std::uint16_t port = 0;
            if (colon != std::string::npos &&
                std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port).ec == std::errc{} &&
                port != 0) {
                return port;
            }
        }
    }
    return freePort();
}

Json gatewaySettings(const WorldSettings& settings) {
    Json json{{"listen", "127.0.0.1:" + std::to_string(settings.port)},
              {"ca_file", "ca/practice-ca.pem"},
              {"certificate_file", "ca/gateway.pem"},
              {"key_file", "ca/gateway.key"},
              {"card_ca_file", "ca/card-ca.pem"},
              {"my_number_ca_file", "ca/my-number-ca.pem"},
              {"database_file", "gateway/gateway.db"},
              {"database_key_file", "gateway/gateway.key"},
              {"registry_file", "registry.json"},
              {"receipts_folder", "receipts"},
              {"masters_file", "masters.kmt"}};
    for (const auto& [patient, milliseconds] : settings.delays) {
        json["delay"][patient] = milliseconds;
    }
    return json;
}

Json clientSettings(const WorldSettings& settings, const Laptop& laptop, const Plans& plans) {
    return {{"gateway", "https://127.0.0.1:" + std::to_string(settings.port)},
            {"ca_file", "ca/practice-ca.pem"},
            {"device_certificate_file", "ca/device-" + laptop.name + ".pem"},
            {"device_key_file", "ca/device-" + laptop.name + ".key"},
            {"data_folder", "data/" + laptop.name},
            {"masters_file", "masters.kmt"},
            {"rules_folder", settings.rulesFolder.string()},
            {"practice", true},
            {"institution_name", plans.institutions.at(laptop.institution).claim.name},
            {"terminal_name", laptop.place}};
}

} // namespace kmixr::practice
