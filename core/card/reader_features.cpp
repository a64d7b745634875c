#include "core/card/reader_features.h"

#include <algorithm>
#include <cstddef>

namespace kmixr::card {
namespace {

/// Calls `take` with tag and value of each whole entry: one byte of tag, one of length. Stops where one is cut short.
template <class Take>
void eachEntry(ByteView rest, Take take) {
    constexpr std::size_t head = 2;
    while (rest.size() >= head && rest.size() - head >= rest[1]) {
        take(rest[0], rest.subspan(head, rest[1]));
        rest = rest.subspan(head + rest[1]);
    }
}

} // namespace

ReaderFeatures ReaderFeatures::parse(ByteView tlv) {
    ReaderFeatures features;
    eachEntry(tlv, [&](std::uint8_t tag, ByteView value) {
        if (value.size() == sizeof(std::uint32_t)) { // the one number of PC/SC that is big-endian everywhere
            std::uint32_t code = 0;
            for (const std::uint8_t byte : value) {
                code = code << 8U | byte;
            }
            features.codes_.emplace(tag, code);
        }
    });
    return features;
}

std::optional<std::uint32_t> ReaderFeatures::controlCode(ReaderFeature feature) const {
    const auto found = codes_.find(static_cast<std::uint8_t>(feature));
    return found == codes_.end() ? std::nullopt : std::optional(found->second);
}

PinPadProperties pinPadProperties(ByteView pinProperties, ByteView tlvProperties) {
    constexpr std::uint8_t layoutTag = 1, endTag = 2, secondTimeoutTag = 3, minTag = 6, maxTag = 7;
    constexpr std::size_t layoutSize = 2, wholeSize = 4;
    const auto hasDisplay = [](ByteView layout) { return layout[0] != 0 || layout[1] != 0; };
    PinPadProperties told;
    if (pinProperties.size() == wholeSize) {
        told.display = hasDisplay(pinProperties);
        told.endConditions = pinProperties[layoutSize];
        told.secondTimeout = pinProperties[layoutSize + 1] != 0;
    }
    eachEntry(tlvProperties, [&](std::uint8_t tag, ByteView value) {
        if (tag == layoutTag && value.size() == layoutSize) {
            told.display = hasDisplay(value);
        }
        if (value.size() != 1) {
            return;
        }
        switch (tag) {
        case endTag:
            told.endConditions = value[0];
            break;
        case secondTimeoutTag:
            told.secondTimeout = value[0] != 0;
            break;
        case minTag:
            told.minDigits = value[0];
            break;
        case maxTag:
            told.maxDigits = value[0];
            break;
        default:
            break;
        }
    });
    return told;
}

} // namespace kmixr::card
