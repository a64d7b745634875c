// Any bytes as what a reader tells: the card's answer to reset, the table of features, the properties of a pad; and
// whatever pad they describe, the instructions it gets hold together.
#include "core/card/answer_to_reset.h"
#include "core/card/pin_pad.h"

#include <algorithm>
#include <cstdlib>

using namespace kmixr;
using namespace kmixr::card;

namespace {

void holdTogether(const Bytes& structure, const PinRule& rule) {
    constexpr std::size_t head = 19, header = 4;
    const std::size_t block = structure.size() > 3 ? structure[3] : 0;
    const std::size_t command = block == 0 ? header : header + 1 + block;
    if (structure.size() != head + command || structure[15] != command || structure[head + 1] != 0x20 ||
        (block > 0 && structure[head + header] != block) || !rule.digitsOnly || rule.minLength > rule.maxLength) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    static_cast<void>(announcesExtendedLength(bytes));
    const auto features = ReaderFeatures::parse(bytes);
    for (const auto feature : {ReaderFeature::VerifyPinDirect, ReaderFeature::TlvProperties}) {
        if (features.controlCode(feature) && size < 6) {
            std::abort(); // no code out of fewer bytes than an entry has
        }
    }
    for (const ByteView four : {bytes.first(std::min<std::size_t>(size, 4)), bytes}) {
        const auto pad = pinPadProperties(four, bytes);
        if (pad.minDigits < 0 || pad.maxDigits > 255) {
            std::abort();
        }
        for (const PinRule& rule : {PinRule{4, 4, true}, PinRule{4, 16, true}, PinRule{6, 8, true},
                                    PinRule{size > 0 ? data[0] : 0, size > 1 ? data[1] : 0, true}}) {
            for (const PinFormat& format : {PinFormat{}, PinFormat{.blockSize = 8}, PinFormat{true, 8, 0x00},
                                            PinFormat{true, size > 2 ? data[2] : 0U, 0xFF}}) {
                if (const auto structure = padVerify(pad, rule, format, 0x80)) {
                    holdTogether(*structure, rule);
                }
            }
        }
    }
    return 0;
}
