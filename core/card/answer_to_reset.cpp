#include "core/card/answer_to_reset.h"

#include <algorithm>
#include <bit>

namespace kmixr::card {
namespace {

/// TS, T0, then TA TB TC TD as T0 and each TD announce them; the historical bytes follow. Empty when cut short.
ByteView historicalBytes(ByteView atr) {
    if (atr.size() < 2) {
        return {};
    }
    const std::size_t count = atr[1] & 0x0FU;
    std::size_t at = 2;
    for (unsigned present = atr[1] >> 4U; present != 0;) {
        const std::size_t here = static_cast<std::size_t>(std::popcount(present));
        const bool more = (present & 0x8U) != 0; // TD is the last of the group, and announces the next
        at += here;
        if (at > atr.size()) {
            return {};
        }
        present = more ? atr[at - 1] >> 4U : 0;
    }
    return atr.size() - at < count ? ByteView{} : atr.subspan(at, count);
}

} // namespace

bool announcesExtendedLength(ByteView answerToReset) {
    constexpr std::uint8_t withStatus = 0x00, withoutStatus = 0x80, capabilities = 0x7, extendedLength = 0x40;
    constexpr std::size_t statusSize = 3;
    ByteView rest = historicalBytes(answerToReset);
    if (rest.empty() || (rest[0] != withStatus && rest[0] != withoutStatus)) {
        return false;
    }
    if (rest[0] == withStatus) {
        rest = rest.first(rest.size() - std::min(rest.size() - 1, statusSize));
    }
    rest = rest.subspan(1);
    while (!rest.empty()) { // compact TLV: tag and length share a byte
        const std::size_t length = rest[0] & 0x0FU;
        if (rest.size() <= length) {
            return false;
        }
        if (rest[0] >> 4U == capabilities) {
            return length >= 3 && (rest[3] & extendedLength) != 0;
        }
        rest = rest.subspan(1 + length);
    }
    return false;
}

} // namespace kmixr::card
