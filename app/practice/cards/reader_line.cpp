#include "app/practice/cards/reader_line.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace kmixr::practice {
namespace {

void setOption(int fd, int option) {
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, option, &on, sizeof on);
}

} // namespace

std::optional<ReaderLine> ReaderLine::connect(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return std::nullopt;
    }
    ReaderLine line(fd);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return std::nullopt;
    }
    setOption(fd, TCP_NODELAY);
    return line;
}

ReaderLine::ReaderLine(ReaderLine&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

ReaderLine& ReaderLine::operator=(ReaderLine&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
}

ReaderLine::~ReaderLine() {
    if (fd_ >= 0) {
        ::close(fd_);
    }
}

bool ReaderLine::receiveExactly(std::span<std::uint8_t> bytes, int wakeFd) {
    while (!bytes.empty()) {
        std::array<pollfd, 2> waits{pollfd{fd_, POLLIN, 0}, pollfd{wakeFd, POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        if (waits[1].revents != 0) {
            return false;
        }
        // The driver sends length and body apart; without this each exchange waits 40 ms for a delayed acknowledgement.
        setOption(fd_, TCP_QUICKACK);
        const auto got = ::recv(fd_, bytes.data(), bytes.size(), 0);
        if (got <= 0) {
            return false;
        }
        setOption(fd_, TCP_QUICKACK);
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

std::optional<Bytes> ReaderLine::receive(int wakeFd) {
    std::array<std::uint8_t, 2> length{};
    if (!receiveExactly(length, wakeFd)) {
        return std::nullopt;
    }
    Bytes message(static_cast<std::size_t>(length[0] << 8 | length[1]));
    if (!receiveExactly(message, wakeFd)) {
        return std::nullopt;
    }
    return message;
}

bool ReaderLine::send(ByteView message) {
    Bytes wire{static_cast<std::uint8_t>(message.size() >> 8), static_cast<std::uint8_t>(message.size() & 0xFF)};
    wire.insert(wire.end(), message.begin(), message.end());
    for (ByteView rest = wire; !rest.empty();) {
        const auto sent = ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        rest = rest.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace kmixr::practice
