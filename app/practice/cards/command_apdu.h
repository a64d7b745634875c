// A command as the card receives it: ISO/IEC 7816-4 cases 1–4, short and extended (cards.md §3).
#pragma once

#include "core/common/bytes.h"

#include <optional>

namespace kmixr::practice {

struct ReceivedCommand {
    std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
    Bytes data;
    std::optional<std::size_t> expected; ///< Le as a number of bytes; 256 or 65,536 for "all"
    bool extended = false;

    [[nodiscard]] bool chained() const { return (cla & 0x10) != 0; }
    [[nodiscard]] std::uint16_t p1p2() const { return static_cast<std::uint16_t>(p1 << 8 | p2); }

    /// nullopt when lengths do not add up.
    static std::optional<ReceivedCommand> parse(ByteView wire);
};

} // namespace kmixr::practice
