// The authentication application of a HPKI card (保健医療福祉分野 PKI, 医師資格証), by its fixed file ids (cards.md
// §8).
#pragma once

#include "core/card/card_profile.h"

namespace kmixr::card {

/// Two ways of signing are in the field (§8.2): the host pads and names the key by MSE, or the card pads the
/// DigestInfo. Which one a card speaks shows at the first MSE; VERIFY is never repeated to find out.
class HpkiApplication final : public CardApplication {
public:
    HpkiApplication(CardChannel& channel, const KnownCards& known) : channel_(&channel), known_(&known) {}

    Outcome<Bytes> readCertificate() override;
    [[nodiscard]] PinRule pinRule() const override { return {.minLength = 4, .maxLength = 16, .digitsOnly = true}; }
    Outcome<PinState> pinState() override;
    Outcome<std::uint8_t> preparePin() override;
    Outcome<WipedBytes> sign(const Certificate& certificate, const Sha256& digest) override;

private:
    enum class Dialect : std::uint8_t { Unknown, HostPads, CardPads };

    /// Nothing is sent when the file is the selected one already.
    Outcome<void> select(std::uint16_t fileId, std::string_view step);
    Outcome<void> settleDialect();
    /// The status word of SELECT key + MSE; 9000 at once when the key is named already.
    Outcome<StatusWord> nameKey();
    Outcome<ResponseApdu> signHostPadded(const Certificate& certificate, const Sha256& digest);
    Outcome<ResponseApdu> signCardPadded(const Sha256& digest);

    CardChannel* channel_;
    const KnownCards* known_;
    Dialect dialect_ = Dialect::Unknown;
    std::uint16_t selected_ = 0; ///< file id, 0: not known
    bool keyNamed_ = false;
};

} // namespace kmixr::card
