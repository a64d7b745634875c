// Base32 of RFC 4648 §6, upper case, without padding: the letters of a patient card's token.
#pragma once

#include "core/common/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace kmixr::qr {

/// 5 bits a character, the last one filled up with zero bits.
std::string toBase32(ByteView bytes);
/// nullopt for a character outside A–Z 2–7, for an impossible length, or when the filling bits are not zero: every
/// value has one spelling only.
std::optional<Bytes> fromBase32(std::string_view text);
/// The character of a 5-bit value.
char base32Digit(unsigned fiveBits);

} // namespace kmixr::qr
