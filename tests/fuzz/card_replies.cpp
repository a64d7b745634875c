// A card that answers anything: the whole conversation of a sign-in, each answer taken from the fuzzer's bytes.
#include "core/card/card_profile.h"
#include "core/card/certificate.h"
#include "core/card/hpki_application.h"
#include "core/card/jpki_application.h"
#include "core/card/piv_application.h"
#include "tests/core_card/practice_identity.h"

#include <algorithm>
#include <cstdlib>

using namespace kmixr;
using namespace kmixr::card;

namespace {

/// Answers are one length byte and so many bytes; 0xFF means a long one. When the bytes run out, the card is gone.
class AnyAnswers final : public Transmitter {
public:
    AnyAnswers(ByteView bytes, TransportProtocol protocol) : rest_(bytes), protocol_(protocol) {}

    Outcome<WipedBytes> transmit(ByteView command) override {
        if (command.size() < 4 || ++commands > 2000) {
            std::abort(); // no such command may be sent, and no card may keep us for ever
        }
        if (rest_.empty()) {
            return WipedBytes{};
        }
        const std::size_t wanted = rest_[0] == 0xFF ? 258 : rest_[0];
        rest_ = rest_.subspan(1);
        const auto answer = rest_.first(std::min(wanted, rest_.size()));
        rest_ = rest_.subspan(answer.size());
        return WipedBytes(answer.begin(), answer.end());
    }
    [[nodiscard]] TransportProtocol protocol() const override { return protocol_; }

    int commands = 0;

private:
    ByteView rest_;
    TransportProtocol protocol_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    AnyAnswers card(ByteView(data + 1, size - 1), (data[0] & 1) != 0 ? TransportProtocol::T0 : TransportProtocol::T1);
    CardChannel channel(card);
    KnownCards known;
    const auto found = findCard(channel, (data[0] & 2) != 0 ? CardUse::Patient : CardUse::Doctor, known);
    if (found) {
        static_cast<void>(found->found.application->pinRule());
        static_cast<void>(found->found.application->pinState());
    }
    // Whatever came of that, the later steps of every kind of card are held against the rest of the bytes as well.
    static const Bytes rsa = testing::certificateDer(testing::privateKey(testing::KeyKind::Rsa2048), {}),
                       ec = testing::certificateDer(testing::privateKey(testing::KeyKind::P256), {});
    const auto certificate = Certificate::parse((data[0] & 4) != 0 ? rsa : ec).value();
    HpkiApplication hpki(channel, known);
    JpkiApplication jpki(channel, known);
    PivApplication piv(channel, known);
    for (CardApplication* application : {static_cast<CardApplication*>(&hpki), static_cast<CardApplication*>(&jpki),
                                         static_cast<CardApplication*>(&piv)}) {
        static_cast<void>(application->readCertificate());
        static_cast<void>(application->pinState());
        static_cast<void>(verifyPin(channel, *application, Pin("123456")));
        static_cast<void>(application->sign(certificate, sha256("x")));
        static_cast<void>(application->vaultSecret(bytesOf("kmixr-vault")));
    }
    return 0;
}
