#include "core/card/signature_input.h"

#include <algorithm>

namespace kmixr::card {
namespace {

constexpr std::array<std::uint8_t, 19> sha256Prefix{0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                    0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};

/// INTEGER without needless zeros, with one when the top bit would make it negative.
void appendInteger(Bytes& out, ByteView number) {
    const auto start = std::ranges::find_if(number, [](std::uint8_t byte) { return byte != 0; });
    Bytes digits(start, number.end());
    if (digits.empty() || (digits.front() & 0x80) != 0) {
        digits.insert(digits.begin(), 0);
    }
    out.push_back(0x02);
    out.push_back(static_cast<std::uint8_t>(digits.size()));
    out.insert(out.end(), digits.begin(), digits.end());
}

} // namespace

Bytes digestInfo(const Sha256& digest) {
    Bytes info(sha256Prefix.size() + digest.size());
    std::ranges::copy(digest, std::ranges::copy(sha256Prefix, info.begin()).out);
    return info;
}

Bytes paddedBlock(const Sha256& digest, std::size_t modulusSize) {
    const Bytes info = digestInfo(digest);
    Bytes block(modulusSize, 0xFF);
    block[0] = 0x00;
    block[1] = 0x01;
    block[modulusSize - info.size() - 1] = 0x00;
    std::ranges::copy(info, block.end() - static_cast<std::ptrdiff_t>(info.size()));
    return block;
}

Bytes ecdsaAsDer(ByteView signature) {
    constexpr std::size_t field = 32;
    const bool isDer = signature.size() > 2 && signature[0] == 0x30 && signature[1] == signature.size() - 2;
    if (signature.size() != 2 * field || isDer) {
        return {signature.begin(), signature.end()};
    }
    Bytes content;
    appendInteger(content, signature.first(field));
    appendInteger(content, signature.last(field));
    Bytes der{0x30, static_cast<std::uint8_t>(content.size())};
    der.insert(der.end(), content.begin(), content.end());
    return der;
}

} // namespace kmixr::card
