// A PIV card (SP 800-73-4, cards.md §6): key 9A signs in, key 9D gives the vault's secret, one application PIN for
// both.
#pragma once

#include "core/card/card_profile.h"

namespace kmixr::card {

class PivApplication final : public CardApplication {
public:
    PivApplication(CardChannel& channel, KnownCards& known) : channel_(&channel), known_(&known) {}

    Outcome<Bytes> readCertificate() override;
    [[nodiscard]] PinRule pinRule() const override { return {.minLength = 6, .maxLength = 8, .digitsOnly = true}; }
    Outcome<PinState> pinState() override;
    [[nodiscard]] PinFormat pinFormat() const override { return {.blockSize = 8}; }
    Outcome<std::uint8_t> preparePin() override;
    Outcome<WipedBytes> sign(const Certificate& certificate, const Sha256& digest) override;
    /// P-256: key agreement with the vault's own point. RSA: the private operation on a block padded for signing, whose
    /// result is checked against the key's certificate.
    Outcome<SecretBytes> vaultSecret(ByteView constant) override;

private:
    /// The certificate of a key's data object. `card.refused` when the card has none.
    Outcome<Bytes> readCertificateObject(std::uint8_t tag);
    Outcome<WipedBytes> signWith(std::uint8_t key, const Certificate& certificate, const Sha256& digest);
    Outcome<WipedBytes> agree(ByteView point);
    /// GENERAL AUTHENTICATE with one input: tag 81 what is to be signed, 85 a point. The content of tag 82.
    Outcome<WipedBytes> authenticate(std::uint8_t algorithm, std::uint8_t key, std::uint8_t inputTag, ByteView input);

    CardChannel* channel_;
    KnownCards* known_;
};

} // namespace kmixr::card
