// A HPKI card: one authentication application with certificate, key and PIN in fixed files (cards.md §8).
#include "app/practice/cards/applet.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kmixr::practice {
namespace {

constexpr std::array<std::uint8_t, 16> applicationId{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xA0, 0x00, 0x00,
                                                     0x03, 0x91, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02};
constexpr std::array<std::uint8_t, 2> pinFileId{0x00, 0x02}, keyFileId{0x00, 0x0C}, certificateFileId{0x00, 0x16};
constexpr std::uint8_t pinReference = 0x88;

/// Chips give files a round size and fill what is left.
Bytes padded(Bytes content) {
    constexpr std::size_t block = 512;
    content.resize((content.size() / block + 1) * block, 0xFF);
    return content;
}

class HpkiApplet final : public Applet {
public:
    explicit HpkiApplet(Chip& chip)
        : Applet(chip),
          certificateFile_(chip.file.faults.certificateCutAt ? chip.certificate : padded(chip.certificate)) {}

    void reset() override {
        applicationSelected_ = verified_ = keyNamed_ = false;
        selected_ = Selected::Nothing;
    }
    Answer execute(const ReceivedCommand& command) override;

private:
    enum class Selected : std::uint8_t { Nothing, Certificate, Key, Pin };

    Answer select(const ReceivedCommand& command);
    Answer selectFile(ByteView fileId);
    Answer readFile(const ReceivedCommand& command) const;
    Answer verifyPin(const ReceivedCommand& command);
    Answer setSigningKey(const ReceivedCommand& command);
    Answer sign(const ReceivedCommand& command);
    Answer signPadded(const ReceivedCommand& command) const;
    Answer signDigestInfo(const ReceivedCommand& command) const;

    Bytes certificateFile_;
    bool applicationSelected_ = false, verified_ = false, keyNamed_ = false;
    Selected selected_ = Selected::Nothing;
};

Answer HpkiApplet::execute(const ReceivedCommand& command) {
    const bool jpkiWay = command.cla == 0x80 && command.ins == 0x2A && chip().file.cardPads;
    if (command.cla != 0x00 && !jpkiWay) {
        return statusOnly(0x6E00);
    }
    switch (command.ins) {
    case 0xA4:
        return select(command);
    case 0xB0:
        return readFile(command);
    case 0x20:
        return verifyPin(command);
    case 0x22:
        return chip().file.hostPads ? setSigningKey(command) : statusOnly(0x6D00);
    case 0x2A:
        return sign(command);
    default:
        return statusOnly(0x6D00);
    }
}

Answer HpkiApplet::select(const ReceivedCommand& command) {
    if (command.p2 != 0x0C && command.p2 != 0x00) {
        return statusOnly(0x6A86);
    }
    if (command.p1 == 0x04) {
        if (!sameBytes(command.data, applicationId)) {
            return statusOnly(0x6A82);
        }
        reset();
        applicationSelected_ = true;
        Answer answer;
        if (command.p2 == 0x00) { // FCI: the name the application was selected by
            answer.data = {0x6F, 0x12, 0x84, 0x10};
            answer.data.insert(answer.data.end(), applicationId.begin(), applicationId.end());
        }
        return answer;
    }
    return command.p1 == 0x02 ? selectFile(command.data) : statusOnly(0x6A86);
}

Answer HpkiApplet::selectFile(ByteView fileId) {
    if (!applicationSelected_) {
        return statusOnly(0x6A82);
    }
    for (const auto& [id, file] : {std::pair{certificateFileId, Selected::Certificate},
                                   std::pair{keyFileId, Selected::Key}, std::pair{pinFileId, Selected::Pin}}) {
        if (sameBytes(fileId, id)) {
            selected_ = file;
            return Answer{};
        }
    }
    return statusOnly(0x6A82);
}

Answer HpkiApplet::readFile(const ReceivedCommand& command) const {
    if (selected_ != Selected::Certificate) {
        return statusOnly(selected_ == Selected::Nothing ? 0x6986 : 0x6981);
    }
    return readBinary(certificateFile_, command);
}

Answer HpkiApplet::verifyPin(const ReceivedCommand& command) {
    if (!applicationSelected_ || command.p1 != 0 || command.p2 != pinReference) {
        return statusOnly(applicationSelected_ ? 0x6A88 : 0x6985);
    }
    return verify(command.data, verified_);
}

Answer HpkiApplet::setSigningKey(const ReceivedCommand& command) {
    constexpr std::array<std::uint8_t, 4> privateKeyReference{0x84, 0x02, 0x00, 0x0C};
    if (!applicationSelected_) {
        return statusOnly(0x6985);
    }
    if (command.p1p2() != 0x41B6) {
        return statusOnly(0x6A86);
    }
    keyNamed_ = sameBytes(command.data, privateKeyReference);
    return keyNamed_ ? Answer{} : statusOnly(0x6A88);
}

Answer HpkiApplet::sign(const ReceivedCommand& command) {
    if (command.cla == 0x80) {
        return command.p1p2() == 0x0080 ? signDigestInfo(command) : statusOnly(0x6A86);
    }
    return command.p1p2() == 0x9E9A && chip().file.hostPads ? signPadded(command) : statusOnly(0x6A86);
}

Answer HpkiApplet::signPadded(const ReceivedCommand& command) const {
    if (!keyNamed_) {
        return statusOnly(0x6985);
    }
    if (!verified_) {
        return statusOnly(0x6982);
    }
    const bool fits = chip().key.isRsa() ? command.data.size() == chip().key.blockSize() : command.data.size() == 32;
    if (!fits) {
        return statusOnly(0x6700);
    }
    auto signature = chip().key.isRsa() ? chip().key.rawRsa(command.data) : chip().key.ecdsa(command.data);
    return signature ? Answer{std::move(*signature), 0x9000} : statusOnly(0x6A80);
}

Answer HpkiApplet::signDigestInfo(const ReceivedCommand& command) const {
    if (selected_ != Selected::Key) {
        return statusOnly(0x6985);
    }
    if (!verified_) {
        return statusOnly(0x6982);
    }
    auto signature = chip().key.padAndSign(command.data);
    return signature ? Answer{std::move(*signature), 0x9000} : statusOnly(0x6A80);
}

} // namespace

std::unique_ptr<Applet> makeHpkiApplet(Chip& chip) {
    return std::make_unique<HpkiApplet>(chip);
}

} // namespace kmixr::practice
