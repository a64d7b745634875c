#include "core/card/hpki_application.h"

#include "core/card/card_file.h"
#include "core/card/signature_input.h"

#include <array>
#include <utility>

namespace kmixr::card {
namespace {

constexpr std::uint16_t certificateFile = 0x0016, keyFile = 0x000C, pinFile = 0x0002;
constexpr std::uint8_t pinReference = 0x88;
constexpr std::array<std::uint8_t, 2> keyReference{0x00, 0x0C};

/// The card does not speak this dialect. Not among them: 6982, which speaks of the PIN and not of the command.
bool speaksOtherwise(StatusWord word) {
    return sw::notHere(word) || word == sw::conditionsNotMet || word == sw::chainingUnsupported;
}

} // namespace

Outcome<Bytes> HpkiApplication::readCertificate() {
    selected_ = 0;
    return readObjectFile(*channel_, certificateFile, *known_);
}

Outcome<PinState> HpkiApplication::pinState() {
    return select(pinFile, "select PIN").and_then([this] { return queryPin(*channel_, pinReference); });
}

Outcome<std::uint8_t> HpkiApplication::preparePin() {
    keyNamed_ = false; // both files in the order that was seen, also after a wrong PIN
    return select(pinFile, "select PIN").and_then([this] { return settleDialect(); }).map([] { return pinReference; });
}

Outcome<WipedBytes> HpkiApplication::sign(const Certificate& certificate, const Sha256& digest) {
    const bool wasNamed = keyNamed_;
    auto answer = dialect_ == Dialect::CardPads ? signCardPadded(digest) : signHostPadded(certificate, digest);
    if (answer && wasNamed && speaksOtherwise(answer->status)) {
        keyNamed_ = false; // a card that forgets after each use, or with VERIFY, which key was named
        selected_ = 0;
        answer = signHostPadded(certificate, digest);
    }
    const bool mayTryOther = dialect_ != Dialect::CardPads && certificate.scheme() == SignatureScheme::RsaPkcs1Sha256;
    if (answer && mayTryOther && speaksOtherwise(answer->status)) {
        dialect_ = Dialect::CardPads;
        keyNamed_ = false;
        answer = signCardPadded(digest);
    }
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (!answer->done()) {
        return failStatus(answer->status, "sign");
    }
    return std::move(answer->data);
}

Outcome<void> HpkiApplication::select(std::uint16_t fileId, std::string_view step) {
    if (selected_ == fileId) {
        return {};
    }
    selected_ = 0;
    const auto answer = channel_->send(apdu::selectFile(fileId));
    if (!answer) {
        return fail(answer.error());
    }
    if (!answer->done()) {
        return failStatus(answer->status, step);
    }
    selected_ = fileId;
    return {};
}

/// Working programs name the key before VERIFY where the host pads, and go straight from the PIN's file to VERIFY where
/// the card pads; each order is kept as it was seen.
Outcome<void> HpkiApplication::settleDialect() {
    if (dialect_ == Dialect::CardPads) {
        return {};
    }
    const auto word = nameKey();
    if (!word) {
        return fail(word.error());
    }
    if (*word == sw::done) {
        dialect_ = Dialect::HostPads;
        return {};
    }
    if (!speaksOtherwise(*word)) {
        return failStatus(*word, "name key");
    }
    dialect_ = Dialect::CardPads;
    return select(pinFile, "select PIN");
}

Outcome<StatusWord> HpkiApplication::nameKey() {
    if (keyNamed_) {
        return sw::done;
    }
    return select(keyFile, "select key")
        .and_then([this] { return channel_->send(apdu::setSigningKey(keyReference)); })
        .map([this](const ResponseApdu& answer) {
            keyNamed_ = answer.done();
            return answer.status;
        });
}

Outcome<ResponseApdu> HpkiApplication::signHostPadded(const Certificate& certificate, const Sha256& digest) {
    const auto word = nameKey();
    if (!word) {
        return fail(word.error());
    }
    if (*word != sw::done) {
        return ResponseApdu{{}, *word};
    }
    if (certificate.scheme() == SignatureScheme::EcdsaP256Sha256) {
        return channel_->send(apdu::computeSignature(digest, CommandApdu::shortReply));
    }
    return channel_->send(
        apdu::computeSignature(paddedBlock(digest, certificate.signatureSize()), certificate.signatureSize()));
}

Outcome<ResponseApdu> HpkiApplication::signCardPadded(const Sha256& digest) {
    return select(keyFile, "select key").and_then([&] {
        return channel_->send(apdu::computeSignatureOfDigestInfo(digestInfo(digest)));
    });
}

} // namespace kmixr::card
