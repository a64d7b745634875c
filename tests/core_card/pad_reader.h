// A reader with keys of its own for the scripted PC/SC: what its driver tells, and what it does with a PIN verification
// structure, written from PC/SC part 10 and not from the code under test.
#pragma once

#include "app/practice/cards/soft_card.h"
#include "tests/core_card/scripted_pcsc.h"

#include <reader.h>
#include <winscard.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <thread>

namespace kmixr::testing {

/// On each VERIFY the next of `typed` is entered; # and four hex digits are the reader's own word, "broken" is a line
/// that breaks. When nothing is left, nobody types.
class PadReader {
public:
    static constexpr unsigned long verifyCode = 0x42330006, pinPropertiesCode = 0x4233000A,
                                   tlvPropertiesCode = 0x42330012;
    static constexpr const char* features = "0604423300060a044233000a120442330012";

    explicit PadReader(std::vector<std::string> typed, int longest = 16)
        : typed_(std::move(typed)), longest_(longest) {}

    long operator()(unsigned long code, ByteView sent, ScriptedCard& card, Bytes& answer) {
        switch (code) {
        case CM_IOCTL_GET_FEATURE_REQUEST:
            answer = *fromHex(features);
            return SCARD_S_SUCCESS;
        case pinPropertiesCode:
            answer = {0x02, 0x10, 0x07, 0x01};
            return SCARD_S_SUCCESS;
        case tlvPropertiesCode:
            answer = {0x06, 0x01, 0x04, 0x07, 0x01, static_cast<std::uint8_t>(longest_)};
            return SCARD_S_SUCCESS;
        case verifyCode:
            return verify(sent, card, answer);
        default:
            return SCARD_E_UNSUPPORTED_FEATURE;
        }
    }

private:
    long verify(ByteView sent, ScriptedCard& card, Bytes& answer) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // nobody types in no time
        const std::string entered = next_ < typed_.size() ? typed_[next_++] : "#6400";
        if (entered == "broken") {
            return SCARD_E_NOT_TRANSACTED;
        }
        answer = entered.starts_with('#') ? *fromHex(entered.substr(1)) : answerTo(sent, card, entered);
        return SCARD_S_SUCCESS;
    }

    static Bytes answerTo(ByteView sent, ScriptedCard& card, const std::string& digits) {
        PIN_VERIFY_STRUCTURE told{};
        constexpr std::size_t head = offsetof(PIN_VERIFY_STRUCTURE, abData);
        if (sent.size() < head + 4) {
            return {0x6B, 0x80};
        }
        std::memcpy(static_cast<void*>(&told), sent.data(), head);
        const int least = told.wPINMaxExtraDigit >> 8, most = told.wPINMaxExtraDigit & 0xFF;
        const auto count = static_cast<int>(digits.size());
        if (told.ulDataLength != sent.size() - head || told.bEntryValidationCondition != 0x02) {
            return {0x6B, 0x80};
        }
        if (count < least || count > most) {
            return {0x64, 0x03};
        }
        Bytes pin;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            const auto digit = static_cast<std::uint8_t>(digits[i] - '0');
            if ((told.bmFormatString & 0x03) == 0x02) {
                pin.push_back(static_cast<std::uint8_t>(0x30 + digit));
            } else if (i % 2 == 0) {
                pin.push_back(static_cast<std::uint8_t>(digit << 4 | 0x0F));
            } else {
                pin.back() = static_cast<std::uint8_t>((pin.back() & 0xF0) | digit);
            }
        }
        Bytes command(sent.begin() + head, sent.end());
        if (command.size() == 4) { // no body: as long as the PIN
            command.push_back(static_cast<std::uint8_t>(pin.size()));
            command.insert(command.end(), pin.begin(), pin.end());
        } else {
            std::ranges::copy(pin, command.begin() + 5); // position 0, to the left; the rest is the block's filling
        }
        return card.answer(command);
    }

    std::vector<std::string> typed_;
    int longest_;
    std::size_t next_ = 0;
};

/// A software card in such a reader; counts its VERIFYs with a body.
inline std::shared_ptr<ActingCard> layOnPadReader(const std::string& reader, practice::CardFile file, PadReader pad) {
    pcsc::reset();
    auto made = practice::SoftCard::insert(std::move(file), [](const practice::CardFile&) {});
    if (!made) {
        return nullptr;
    }
    auto card = std::make_shared<practice::SoftCard>(std::move(*made));
    auto acting = std::make_shared<ActingCard>([card](ByteView command) { return card->answer(command); });
    pcsc::insert(reader, acting);
    pcsc::installDriver(reader, std::move(pad));
    return acting;
}

inline int verifiesOf(const ActingCard& card) {
    return static_cast<int>(std::ranges::count_if(
        card.commands, [](const Bytes& command) { return command.size() > 5 && command[1] == 0x20; }));
}

} // namespace kmixr::testing
