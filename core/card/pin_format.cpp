#include "core/card/pin_format.h"

#include <algorithm>

namespace kmixr::card {

SecretBytes pinBody(const PinFormat& format, const SecretBytes& typed) {
    const auto digits = typed.bytes();
    const std::size_t letters = format.bcd ? (digits.size() + 1) / 2 : digits.size();
    SecretBytes body(std::max(letters, format.blockSize));
    const auto bytes = body.bytes();
    std::ranges::fill(bytes, format.padding);
    if (!format.bcd) {
        std::ranges::copy(digits, bytes.begin());
        return body;
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::uint8_t>(digits[i] & 0x0FU);
        std::uint8_t& byte = bytes[i / 2];
        byte = static_cast<std::uint8_t>(i % 2 == 0 ? digit << 4U | (byte & 0x0FU) : (byte & 0xF0U) | digit);
    }
    return body;
}

} // namespace kmixr::card
