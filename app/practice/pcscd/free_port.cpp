#include "app/practice/pcscd/free_port.h"

#include "core/common/bytes.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace kmixr::practice {
namespace {

bool isFree(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(fd);
    return bound;
}

} // namespace

std::optional<std::uint16_t> freePortPair() {
    constexpr unsigned first = 20'000, span = 12'000; // Linux hands out 32768 and up
    for (int i = 0; i < 200; ++i) {
        const Bytes chance = randomBytes(2);
        const auto port = static_cast<std::uint16_t>(first + (chance[0] << 8 | chance[1]) % span);
        if (isFree(port) && isFree(static_cast<std::uint16_t>(port + 1))) {
            return port;
        }
    }
    return std::nullopt;
}

bool listensOnLoopback(std::uint16_t port) {
    std::array<char, 32> wanted{};
    static_cast<void>(std::snprintf(wanted.data(), wanted.size(), "0100007F:%04X 00000000:0000 0A", port));
    std::ifstream table("/proc/net/tcp");
    for (std::string line; std::getline(table, line);) {
        if (line.find(wanted.data()) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace kmixr::practice
