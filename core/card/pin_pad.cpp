#include "core/card/pin_pad.h"

#include "core/card/problems.h"

#include <algorithm>
#include <bit>

namespace kmixr::card {
namespace {

constexpr std::uint8_t seconds = 30; ///< for the first key, and between keys
constexpr std::uint8_t whenFull = 0x01, byKey = 0x02;
constexpr std::size_t largestBlock = 15; ///< the structure has four bits for it
constexpr int largestDigits = 255;

/// Numbers of the structure are in the machine's own order, whatever the driver makes of them.
void append(Bytes& out, std::uint32_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t at = std::endian::native == std::endian::little ? i : size - 1 - i;
        out.push_back(static_cast<std::uint8_t>(value >> 8 * at));
    }
}

/// How an entry ends: by a key, so that what was typed can be thought over; by itself only where nothing else is
/// offered and the length is known.
std::optional<std::uint8_t> endOf(const PinPadProperties& pad, const PinRule& rule) {
    if (pad.endConditions == 0 || (pad.endConditions & byKey) != 0) {
        return byKey;
    }
    const bool fixed = rule.minLength == rule.maxLength;
    return fixed && (pad.endConditions & whenFull) != 0 ? std::optional(whenFull) : std::nullopt;
}

} // namespace

std::optional<Bytes> padVerify(const PinPadProperties& pad, const PinRule& rule, const PinFormat& format,
                               std::uint8_t reference) {
    constexpr std::uint8_t inBytes = 0x80, asBcd = 0x01, asAscii = 0x02;
    constexpr std::uint8_t verify = 0x20, noMessage = 0x00, ownMessage = 0xFF;
    const auto end = endOf(pad, rule);
    const bool tooFew = pad.maxDigits > 0 && rule.maxLength > pad.maxDigits;
    const bool tooMany = pad.minDigits > rule.minLength;
    if (!end || tooFew || tooMany || !rule.digitsOnly || rule.minLength < 1 || rule.minLength > rule.maxLength ||
        rule.maxLength > largestDigits) {
        return std::nullopt;
    }
    // A block is known beforehand where the card wants one, and where all PINs are as long as each other. Otherwise the
    // command has no body, and the reader adds one as long as what was typed.
    const auto bytesOf = [&](int digits) { return static_cast<std::size_t>(format.bcd ? (digits + 1) / 2 : digits); };
    std::size_t block = format.blockSize;
    if (block == 0 && rule.minLength == rule.maxLength) {
        block = bytesOf(rule.maxLength);
    }
    if (block > largestBlock || (block > 0 && bytesOf(rule.maxLength) > block)) {
        return std::nullopt;
    }
    Bytes command{0x00, verify, 0x00, reference};
    if (block > 0) {
        command.push_back(static_cast<std::uint8_t>(block));
        command.insert(command.end(), block, format.padding);
    }
    Bytes structure{seconds, pad.secondTimeout ? seconds : std::uint8_t{0},
                    static_cast<std::uint8_t>(inBytes | (format.bcd ? asBcd : asAscii)),
                    static_cast<std::uint8_t>(block), 0}; // the length stands nowhere else in the command
    append(structure, static_cast<std::uint32_t>(rule.minLength << 8 | rule.maxLength), 2);
    structure.push_back(*end);
    structure.push_back(pad.display.value_or(false) ? ownMessage : noMessage);
    append(structure, 0, 2);                     // language: the reader's own
    structure.insert(structure.end(), 1 + 3, 0); // message, T=1 prologue: the driver's business
    append(structure, static_cast<std::uint32_t>(command.size()), 4);
    structure.insert(structure.end(), command.begin(), command.end());
    return structure;
}

tl::unexpected<Problem> failPadStatus(StatusWord word) {
    switch (word) {
    case 0x6400:
        return fail(problems::pinPadTimeout, "PIN pad: SW 6400");
    case 0x6401:
        return fail(problems::pinPadCancelled, "PIN pad: SW 6401");
    case 0x6402: // the new PINs differ: not asked here, but nothing was sent either
    case 0x6403:
        return fail(problems::pinPadLength, "PIN pad: SW 640x");
    case 0x6B80:
        return fail(problems::pinPadRefused, "PIN pad: SW 6B80");
    default:
        return failStatus(word, "verify PIN on the pad");
    }
}

} // namespace kmixr::card
