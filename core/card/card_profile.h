// The kinds of card we know, as rows of a table, and what an application of such a card can do for us. A new kind of
// card is a row and, when it speaks differently, a small class. Probing is by SELECT, never by ATR (cards.md §1).
#pragma once

#include "core/card/card_channel.h"
#include "core/card/card_session.h"
#include "core/card/certificate.h"
#include "core/card/known_cards.h"
#include "core/card/pin_format.h"

#include <memory>
#include <optional>
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
    [[nodiscard]] virtual PinRule pinRule() const = 0;
    /// Spends no try.
    virtual Outcome<PinState> pinState() = 0;
    [[nodiscard]] virtual PinFormat pinFormat() const { return {}; }
    /// Everything this card needs before a VERIFY with a PIN; spends no try. The reference that VERIFY names; it must
    /// be the next command.
    virtual Outcome<std::uint8_t> preparePin() = 0;
    /// Signature over the digest with the key of this certificate; whether it fits is checked by the caller.
    virtual Outcome<WipedBytes> sign(const Certificate& certificate, const Sha256& digest) = 0;
    /// The card wants a PIN for each signature: with one PIN there is one, and no second one for the vault.
    [[nodiscard]] virtual bool signsOnce() const { return false; }
    /// The same bytes for the same constant, by a key of the card made for that (key agreement, deciphering);
    /// `card.no-vault-means` when the card has none: then only a deterministic signature is left.
    virtual Outcome<SecretBytes> vaultSecret(ByteView constant);
};

/// An application that answered, together with the certificate that proves it.
struct FoundCard {
    std::unique_ptr<CardApplication> application; ///< nullptr: not a card of this kind
    Bytes certificate;                            ///< DER, not yet parsed
};

struct CardProfile {
    std::string_view cardName; ///< as shown to the holder
    CardUse use;
    PinOffice pinOffice;
    Outcome<FoundCard> (*find)(CardChannel& channel, KnownCards& known);
};

/// In the order of probing for a doctor's card; for a patient's, their own kind comes first.
std::span<const CardProfile> cardProfiles();

/// A card of a row.
struct ProfiledCard {
    const CardProfile* profile = nullptr;
    FoundCard found;
};

/// The first profile for this use whose application and certificate are there. `card.unknown-card` when there is none;
/// `card.my-number-card`, `card.not-my-number-card` when it is a card for the other use.
Outcome<ProfiledCard> findCard(CardChannel& channel, CardUse use, KnownCards& known);

/// Exactly one VERIFY with a body.
Outcome<void> verifyPin(CardChannel& channel, CardApplication& application, Pin&& pin);

/// The empty VERIFY and what its answers mean (§5), shared by the applications.
Outcome<PinState> queryPin(CardChannel& channel, std::uint8_t reference);

} // namespace kmixr::card
