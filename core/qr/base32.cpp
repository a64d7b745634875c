#include "core/qr/base32.h"

namespace kmixr::qr {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

} // namespace

char base32Digit(unsigned fiveBits) {
    return alphabet[fiveBits & 31U];
}

std::string toBase32(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() * 8 + 4) / 5);
    unsigned held = 0; // the low `bits` bits wait to be written
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8U) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text += base32Digit(held >> static_cast<unsigned>(bits));
        }
        held &= (1U << static_cast<unsigned>(bits)) - 1U;
    }
    if (bits > 0)
        text += base32Digit(held << static_cast<unsigned>(5 - bits));
    return text;
}

std::optional<Bytes> fromBase32(std::string_view text) {
    Bytes bytes;
    bytes.reserve(text.size() * 5 / 8);
    unsigned held = 0;
    int bits = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos)
            return std::nullopt;
        held = (held << 5U) | static_cast<unsigned>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(held >> static_cast<unsigned>(bits)));
            held &= (1U << static_cast<unsigned>(bits)) - 1U;
        }
    }
    if (bits >= 5 || held != 0)
        return std::nullopt;
    return bytes;
}

} // namespace kmixr::qr
