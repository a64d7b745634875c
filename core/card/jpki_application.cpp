#include "core/card/jpki_application.h"

#include "core/card/card_file.h"
#include "core/card/signature_input.h"

namespace kmixr::card {
namespace {

constexpr std::uint16_t certificateFile = 0x000A, keyFile = 0x0017, pinFile = 0x0018;
constexpr std::uint8_t selectedPin = 0x80;

} // namespace

Outcome<Bytes> JpkiApplication::readCertificate() {
    return readObjectFile(*channel_, certificateFile, *known_);
}

Outcome<void> JpkiApplication::select(std::uint16_t fileId, std::string_view step) {
    const auto answer = channel_->send(apdu::selectFile(fileId));
    if (!answer) {
        return fail(answer.error());
    }
    return answer->done() ? Outcome<void>{} : failStatus(answer->status, step);
}

Outcome<PinState> JpkiApplication::pinState() {
    return select(pinFile, "select PIN").and_then([this] { return queryPin(*channel_, selectedPin); });
}

Outcome<std::uint8_t> JpkiApplication::preparePin() {
    return select(pinFile, "select PIN").map([] { return selectedPin; });
}

Outcome<WipedBytes> JpkiApplication::sign(const Certificate& /*certificate*/, const Sha256& digest) {
    auto answer = select(keyFile, "select key").and_then([&] {
        return channel_->send(apdu::computeSignatureOfDigestInfo(digestInfo(digest)));
    });
    if (!answer) {
        return fail(std::move(answer.error()));
    }
    if (!answer->done()) {
        return failStatus(answer->status, "sign");
    }
    return std::move(answer->data);
}

} // namespace kmixr::card
