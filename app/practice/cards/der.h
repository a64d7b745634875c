// The few words of DER that software cards write their directories and data objects with.
#pragma once

#include "core/common/bytes.h"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace kmixr::practice::der {

/// tag, length, content; tags of one or two bytes.
Bytes object(std::uint16_t tag, ByteView content);
Bytes object(std::uint16_t tag, std::initializer_list<Bytes> parts);
Bytes text(std::string_view utf8);
Bytes number(std::uint8_t value);
/// BIT STRING whose bit 0 is the top bit of the first byte.
Bytes bits(std::initializer_list<unsigned> set);
/// Path of files such as {0x3F00, 0x5015, 0x4301}.
Bytes path(std::initializer_list<std::uint16_t> files);
/// The value of the first object with this tag in a row.
std::optional<Bytes> find(ByteView row, std::uint16_t tag);

} // namespace kmixr::practice::der
