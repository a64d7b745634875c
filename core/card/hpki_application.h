// The authentication application of a HPKI card (保健医療福祉分野 PKI, 医師資格証), by its fixed file ids (cards.md
// §8).
#pragma once

#include "core/card/card_profile.h"

namespace kmixr::card {

/// Two ways of signing are in the field (§8.2): the host pads and names the key by MSE, or the card pads the
/// DigestInfo. Which one a card speaks shows at the first MSE; VERIFY is never repeated to find out.
class HpkiApplication final : public CardApplication {
public:
    explicit HpkiApplication(CardChannel& channel) : channel_(&channel) {}

    Outcome<Bytes> readCertificate() override;
    Outcome<PinState> pinState() override;
    Outcome<void> verifyPin(Pin&& pin) override;
    Outcome<WipedBytes> sign(SignatureScheme scheme, const Sha256& digest, std::size_t signatureSize) override;

private:
    enum class Dialect : std::uint8_t { Unknown, HostPads, CardPads };

    Outcome<void> select(std::uint16_t fileId, std::string_view step);
    Outcome<void> settleDialect();
    /// The status word of SELECT key + MSE.
    Outcome<StatusWord> nameKey();
    Outcome<ResponseApdu> signHostPadded(SignatureScheme scheme, const Sha256& digest, std::size_t signatureSize);
    Outcome<ResponseApdu> signCardPadded(const Sha256& digest);

    CardChannel* channel_;
    Dialect dialect_ = Dialect::Unknown;
};

} // namespace kmixr::card
