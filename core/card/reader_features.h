// What a reader's driver says the reader can do (PC/SC part 10): the answer to CM_IOCTL_GET_FEATURE_REQUEST, and the
// properties of its PIN pad. Bytes in, values out; whatever is cut short or of another form says nothing.
#pragma once

#include "core/common/bytes.h"

#include <cstdint>
#include <map>
#include <optional>

namespace kmixr::card {

/// Tags of the table of features. All are read; these have a name because somebody asks for them.
enum class ReaderFeature : std::uint8_t {
    VerifyPinStart = 0x01,
    VerifyPinFinish = 0x02,
    VerifyPinDirect = 0x06, ///< the reader takes the PIN and sends VERIFY in one call: the one way that is used
    PinProperties = 0x0A,
    TlvProperties = 0x12,
};

/// Which control code reaches which feature.
class ReaderFeatures {
public:
    static ReaderFeatures parse(ByteView tlv);
    [[nodiscard]] std::optional<std::uint32_t> controlCode(ReaderFeature feature) const;

private:
    std::map<std::uint8_t, std::uint32_t> codes_;
};

/// How a pad wants to be spoken to.
struct PinPadProperties {
    std::optional<bool> display = std::nullopt; ///< nullopt: not told
    std::uint8_t endConditions = 0;   ///< how an entry may end, bits of bEntryValidationCondition; 0: not told
    bool secondTimeout = false;       ///< tells the first key from the following ones
    int minDigits = 0, maxDigits = 0; ///< 0: not told
};

/// From the answers to PinProperties (four bytes) and TlvProperties; the latter wins where both speak.
PinPadProperties pinPadProperties(ByteView pinProperties, ByteView tlvProperties);

/// A pad that can be used.
struct PinPad {
    std::uint32_t verifyCode = 0; ///< control code of VerifyPinDirect
    PinPadProperties properties;
};

} // namespace kmixr::card
