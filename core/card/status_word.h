// The two status bytes every answer ends with, by their ISO/IEC 7816-4 names (cards.md §3).
#pragma once

#include "core/common/outcome.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace kmixr::card {

using StatusWord = std::uint16_t;

namespace sw {
inline constexpr StatusWord done = 0x9000;
inline constexpr StatusWord endOfFile = 0x6282; ///< fewer bytes than asked for; the data are good
inline constexpr StatusWord pinWrongUncounted = 0x6300;
inline constexpr StatusWord wrongLength = 0x6700;
inline constexpr StatusWord channelUnsupported = 0x6881;
inline constexpr StatusWord chainingUnsupported = 0x6884;
inline constexpr StatusWord securityNotSatisfied = 0x6982;
inline constexpr StatusWord pinBlocked = 0x6983;
inline constexpr StatusWord referenceUnusable = 0x6984;
inline constexpr StatusWord conditionsNotMet = 0x6985;
inline constexpr StatusWord wrongData = 0x6A80;
inline constexpr StatusWord functionUnsupported = 0x6A81;
inline constexpr StatusWord fileNotFound = 0x6A82;
inline constexpr StatusWord recordNotFound = 0x6A83;
inline constexpr StatusWord wrongParameters = 0x6A86;
inline constexpr StatusWord referenceNotFound = 0x6A88;
inline constexpr StatusWord wrongOffset = 0x6B00;
inline constexpr StatusWord instructionUnsupported = 0x6D00;
inline constexpr StatusWord classUnsupported = 0x6E00;

/// 61xx: how many bytes wait (0 = 256 or more).
constexpr std::optional<std::uint8_t> moreBytes(StatusWord word) {
    return (word >> 8) == 0x61 ? std::optional(static_cast<std::uint8_t>(word & 0xFF)) : std::nullopt;
}
/// 6Cxx: the Le the card wants.
constexpr std::optional<std::uint8_t> exactLength(StatusWord word) {
    return (word >> 8) == 0x6C ? std::optional(static_cast<std::uint8_t>(word & 0xFF)) : std::nullopt;
}
/// 63Cx: tries left.
constexpr std::optional<int> triesLeft(StatusWord word) {
    return (word & 0xFFF0) == 0x63C0 ? std::optional(word & 0x000F) : std::nullopt;
}
/// Nothing of that name here: what a card says that knows neither the application nor perhaps files at all (§1).
constexpr bool notHere(StatusWord word) {
    return word == fileNotFound || word == instructionUnsupported || word == classUnsupported ||
           word == wrongParameters || word == wrongData || word == wrongLength || word == functionUnsupported ||
           word == referenceNotFound || word == channelUnsupported;
}
} // namespace sw

/// The room's word for a status that ended a step; `step` says which, for the log.
[[nodiscard]] tl::unexpected<Problem> failStatus(StatusWord word, std::string_view step);

} // namespace kmixr::card
