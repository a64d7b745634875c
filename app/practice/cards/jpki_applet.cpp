// A My Number card's user-authentication application (cards.md §7.2): the certificate is free to read, "the PIN object
// selected just now" is what VERIFY speaks of, and the card pads the DigestInfo itself.
#include "app/practice/cards/applet.h"

#include <array>

namespace kmixr::practice {
namespace {

constexpr std::array<std::uint8_t, 10> applicationId{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
constexpr std::uint16_t tokenName = 0x0006, certificateFile = 0x000A, signatureCertificate = 0x0001, keyFile = 0x0017,
                        pinFile = 0x0018, signaturePasswordFile = 0x001B;
constexpr std::uint8_t selectedPin = 0x80;

class JpkiApplet final : public Applet {
public:
    explicit JpkiApplet(Chip& chip) : Applet(chip) {
        certificate_ = chip.certificate;
        constexpr std::size_t fileSize = 2048;
        if (!chip.file.faults.certificateCutAt) {
            certificate_.resize(std::max(certificate_.size(), fileSize), 0x00);
        }
    }

    void reset() override {
        applicationSelected_ = verified_ = false;
        selected_ = 0;
    }

    Answer execute(const ReceivedCommand& command) override {
        if (command.cla != 0x00 && !(command.cla == 0x80 && command.ins == 0x2A)) {
            return statusOnly(0x6E00);
        }
        switch (command.ins) {
        case 0xA4:
            return select(command);
        case 0xB0:
            return read(command);
        case 0x20:
            return verifyPin(command);
        case 0x2A:
            return sign(command);
        default:
            return statusOnly(0x6D00);
        }
    }

private:
    Answer select(const ReceivedCommand& command) {
        if (command.p1 == 0x04) {
            if (!sameBytes(command.data, applicationId)) {
                return statusOnly(0x6A82);
            }
            reset();
            applicationSelected_ = true;
            return {};
        }
        if (command.p1 != 0x02 || command.data.size() != 2 || !applicationSelected_) {
            return statusOnly(applicationSelected_ ? 0x6A86 : 0x6A82);
        }
        const auto file = static_cast<std::uint16_t>(command.data[0] << 8 | command.data[1]);
        for (const std::uint16_t known :
             {tokenName, certificateFile, signatureCertificate, keyFile, pinFile, signaturePasswordFile}) {
            if (file == known) {
                selected_ = file;
                return {};
            }
        }
        return statusOnly(0x6A82);
    }

    Answer read(const ReceivedCommand& command) const {
        switch (selected_) {
        case tokenName: {
            std::string name = "JPKIAPICCTOKEN2";
            name.resize(32, ' ');
            return readBinary(bytesOf(name), command);
        }
        case certificateFile:
            return readBinary(certificate_, command);
        case signatureCertificate:
            return statusOnly(0x6982); // holds name and address: only with the other password
        default:
            return statusOnly(selected_ == 0 ? 0x6986 : 0x6981);
        }
    }

    Answer verifyPin(const ReceivedCommand& command) {
        if (selected_ == signaturePasswordFile) { // has its own counter of five; nobody in this program knows it
            return statusOnly(command.data.empty() ? 0x63C5 : 0x6984);
        }
        if (selected_ != pinFile || command.p1 != 0 || command.p2 != selectedPin) {
            return statusOnly(selected_ == pinFile ? 0x6A88 : 0x6985);
        }
        return verify(command.data, verified_, false); // the question is always answered with the counter
    }

    Answer sign(const ReceivedCommand& command) const {
        if (command.cla != 0x80 || command.p1p2() != 0x0080) {
            return statusOnly(0x6A86);
        }
        if (selected_ != keyFile) {
            return statusOnly(0x6985);
        }
        if (!verified_) {
            return statusOnly(0x6982);
        }
        auto signature = chip().key.padAndSign(command.data);
        return signature ? Answer{std::move(*signature), 0x9000} : statusOnly(0x6A80);
    }

    Bytes certificate_;
    bool applicationSelected_ = false, verified_ = false;
    std::uint16_t selected_ = 0;
};

} // namespace

std::unique_ptr<Applet> makeJpkiApplet(Chip& chip) {
    return std::make_unique<JpkiApplet>(chip);
}

} // namespace kmixr::practice
