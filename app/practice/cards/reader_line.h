// The line to the virtual reader: TCP, every message a 2-byte big-endian length and its bytes (cards.md §2.3).
#pragma once

#include "core/common/bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace kmixr::practice {

class ReaderLine {
public:
    /// Connects to the reader's port on loopback; nullopt when nobody listens.
    static std::optional<ReaderLine> connect(std::uint16_t port);
    ReaderLine(ReaderLine&& other) noexcept;
    ReaderLine& operator=(ReaderLine&& other) noexcept;
    ReaderLine(const ReaderLine&) = delete;
    ReaderLine& operator=(const ReaderLine&) = delete;
    ~ReaderLine();

    /// The next message; nullopt when the reader closed the line or `wakeFd` became readable.
    std::optional<Bytes> receive(int wakeFd);
    /// false when the line is broken.
    bool send(ByteView message);

private:
    explicit ReaderLine(int fd) : fd_(fd) {}
    bool receiveExactly(std::span<std::uint8_t> bytes, int wakeFd);

    int fd_ = -1;
};

} // namespace kmixr::practice
