// Plain bytes and the few public transforms every room needs. Secrets have their own type (secret_bytes.h).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Sha256 = std::array<std::uint8_t, 32>;

ByteView bytesOf(std::string_view text);
std::string_view textOf(ByteView bytes);

std::string toHex(ByteView bytes); ///< lower case, no separators
std::optional<Bytes> fromHex(std::string_view hex);
std::string toBase64(ByteView bytes); ///< RFC 4648 §4, padded
std::optional<Bytes> fromBase64(std::string_view text);

Sha256 sha256(ByteView bytes);
Sha256 sha256(std::string_view text);
/// Public randomness (nonces, ids) from the system's generator.
Bytes randomBytes(std::size_t size);

} // namespace kmixr
