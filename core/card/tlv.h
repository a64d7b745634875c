// BER/DER tag-length-value, read without copying and never past the end. For card files and for the certificate
// extensions that OpenSSL has no structure for.
#pragma once

#include "core/common/bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace kmixr::card {

struct Tlv {
    std::uint32_t tag = 0; ///< the tag bytes as a number: 0x30, 0x7F49, …
    ByteView value;
    ByteView whole; ///< with tag and length

    [[nodiscard]] Tlv inside() const; ///< the first object within; tag 0 when there is none
};

/// Walks a row of objects. `nullopt` from next() means the end, or — see `broken()` — bytes that are not TLV.
/// Tags of up to three bytes, definite lengths of up to four; indefinite lengths do not occur on cards.
class TlvReader {
public:
    explicit TlvReader(ByteView bytes) : rest_(bytes) {}

    std::optional<Tlv> next();
    [[nodiscard]] bool broken() const { return broken_; }

private:
    ByteView rest_;
    bool broken_ = false;
};

/// First object with this tag in a row.
std::optional<Tlv> findTlv(ByteView row, std::uint32_t tag);
/// Bytes that the object at the start takes with tag and length, told from its first bytes alone; files are often
/// longer than their content. nullopt when these are not the start of an object.
std::optional<std::size_t> outerSize(ByteView start);
/// "1.2.840.113549" from the content of an OBJECT IDENTIFIER; empty when it is not one.
std::string oidText(ByteView content);

} // namespace kmixr::card
