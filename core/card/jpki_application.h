// The user-authentication application of the My Number card (公的個人認証, cards.md §7): a patient proves to be the
// person of the certificate. Neither the signature certificate with its personal data nor the My Number is ever read.
#pragma once

#include "core/card/card_profile.h"

namespace kmixr::card {

class JpkiApplication final : public CardApplication {
public:
    JpkiApplication(CardChannel& channel, const KnownCards& known) : channel_(&channel), known_(&known) {}

    Outcome<Bytes> readCertificate() override;
    [[nodiscard]] PinRule pinRule() const override { return {.minLength = 4, .maxLength = 4, .digitsOnly = true}; }
    Outcome<PinState> pinState() override;
    Outcome<std::uint8_t> preparePin() override;
    Outcome<WipedBytes> sign(const Certificate& certificate, const Sha256& digest) override;

private:
    /// VERIFY speaks of the PIN object selected just now: SELECT is part of each question.
    Outcome<void> select(std::uint16_t fileId, std::string_view step);

    CardChannel* channel_;
    const KnownCards* known_;
};

} // namespace kmixr::card
