// The kinds of card we know, as rows of a table, and what an application of such a card can do for us. A new kind of
// card is a row and, when it speaks differently, a small class. Probing is by SELECT, never by ATR (cards.md §1).
#pragma once

#include "core/card/card_channel.h"
#include "core/card/card_session.h"

#include <memory>
#include <span>
#include <string_view>

namespace kmixr::card {

/// An application of the card on the reader, selected. Lives inside one CardSession; the channel outlives it.
class CardApplication {
public:
    CardApplication() = default;
    CardApplication(const CardApplication&) = delete;
    CardApplication& operator=(const CardApplication&) = delete;
    virtual ~CardApplication() = default;

    /// DER of the authentication certificate; needs no PIN.
    virtual Outcome<Bytes> readCertificate() = 0;
    /// Spends no try.
    virtual Outcome<PinState> pinState() = 0;
    /// Sends exactly one VERIFY with a body.
    virtual Outcome<void> verifyPin(Pin&& pin) = 0;
    /// Signature over the digest, `signatureSize` bytes for RSA; not yet checked against the certificate.
    virtual Outcome<WipedBytes> sign(SignatureScheme scheme, const Sha256& digest, std::size_t signatureSize) = 0;
};

struct CardProfile {
    std::string_view cardName; ///< as shown to the holder
    std::span<const std::uint8_t> aid;
    PinRule pinRule;
    std::unique_ptr<CardApplication> (*application)(CardChannel& channel);
};

/// In the order of probing.
std::span<const CardProfile> cardProfiles();

/// An application that answered, together with the certificate that proves it.
struct FoundCard {
    const CardProfile* profile = nullptr;
    std::unique_ptr<CardApplication> application;
    Bytes certificate; ///< DER, not yet parsed
};

/// The first profile whose SELECT succeeds and whose certificate can be read; `card.unknown-card` when there is none.
Outcome<FoundCard> findCard(CardChannel& channel, std::span<const CardProfile> profiles);

/// The empty VERIFY and what its answers mean (§5), shared by the applications.
Outcome<PinState> queryPin(CardChannel& channel, std::uint8_t reference);

} // namespace kmixr::card
