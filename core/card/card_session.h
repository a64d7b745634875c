// A conversation with the card on the reader: who it is, how its PIN stands, one VERIFY for one typed PIN, signatures
// that are checked against the certificate before anyone uses them. Specification: cards.md §1–§10.
#pragma once

#include "core/common/bytes.h"
#include "core/common/dates.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kmixr::card {

using Pin = SecretBytes; ///< the digits as typed, ASCII; travels as &&

struct PinState {
    std::optional<int> triesLeft; ///< nullopt: the card does not tell
    bool blocked = false;
};

struct PinRule {
    int minLength = 4;
    int maxLength = 16;
    bool digitsOnly = true;
};

/// `card.pin-malformed` (numbers: min_length, max_length) for a PIN the card would only count as a wrong try.
Outcome<void> checkPin(const PinRule& rule, const Pin& pin);

/// Where a locked card is unlocked (cards.md §10), by the kind of card.
enum class PinOffice : std::uint8_t { Issuer, IssuingAssociation, MunicipalOffice };

/// What the certificate says of its holder. Shown before the PIN.
struct CardHolder {
    std::string name;     ///< subjectAltName directoryName CN (Japanese) if there, else subject CN
    std::string cardName; ///< 医師資格証 (HPKI), … from the profile row
    PinOffice pinOffice = PinOffice::Issuer;
    std::string role; ///< hcRole text such as "Medical Doctor"; empty when the certificate has none
    Day validFrom, validUntil;
    Bytes certificate; ///< DER
};

enum class SignatureScheme : std::uint8_t { RsaPkcs1Sha256, EcdsaP256Sha256 };

/// How a card keeps the secret of a vault (cards.md §9).
enum class VaultMeans : std::uint8_t {
    None,
    OwnKey,    ///< a key made for it: key agreement, or the private operation of a key management key
    Signature, ///< the deterministic signature of the key that signs in
};

/// Whose card is asked for: a doctor signs in with theirs, a patient consents with the My Number card.
enum class CardUse : std::uint8_t { Doctor, Patient };

class KnownCards;

/// Any trouble but a PIN that was wrong, malformed or not entered on the pad, and a card without means for a vault.
[[nodiscard]] bool endsSession(const Problem& problem);

/// Open = a transaction on the card; closing resets it so that no PIN state outlives the session. Blocking; keep it on
/// the card's worker thread. After a Problem that endsSession() it is over: open a new one.
class CardSession {
public:
    /// Connects exclusively, finds the profile by SELECT, reads the certificate. `known` spares reading what was read
    /// before; it outlives the session and belongs to the same thread.
    static Outcome<CardSession> open(const std::string& reader, CardUse use = CardUse::Doctor,
                                     KnownCards* known = nullptr);
    CardSession(CardSession&&) noexcept;
    CardSession& operator=(CardSession&&) noexcept;
    ~CardSession();

    [[nodiscard]] const CardHolder& holder() const;
    [[nodiscard]] PinRule pinRule() const;
    [[nodiscard]] SignatureScheme scheme() const;
    /// Asks the card; no try is spent.
    Outcome<PinState> pinState();
    /// One typed PIN, one VERIFY. pinWrong carries tries_left.
    Outcome<void> verifyPin(Pin&& pin);
    /// The reader has a pad that can take this card's PIN. Asks the reader's driver the first time, never the card.
    [[nodiscard]] bool offersPinPad();
    /// The holder types the PIN on the reader: one VERIFY, made there. Blocks until it is typed, cancelled or the
    /// reader's time is over; card.pin-pad-… then tell that nothing was sent, and the session stays open.
    Outcome<void> verifyPinOnPad();
    /// Signs SHA-256(message) with the authentication key; needs a verified PIN. Verified with the certificate's key.
    /// ECDSA signatures are DER. A message that begins with vaultConstantPrefix is refused: no one may have the card
    /// sign what opens a vault.
    Outcome<Bytes> sign(ByteView message);
    /// The card's secret for one vault: same card and same constant give the same bytes (cards.md §9). `constant` is
    /// the vault's own (VaultPlace::cardConstant), never anything a server sent.
    Outcome<SecretBytes> vaultSecret(ByteView constant);
    /// What vaultSecret() last used; None before it, and for cards that have no means.
    [[nodiscard]] VaultMeans vaultMeans() const;
    /// Commands exchanged with the card so far, pieces counted one by one.
    [[nodiscard]] int exchanges() const;

private:
    struct State;
    explicit CardSession(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Every constant given to vaultSecret begins so, and nothing given to sign does (domain separation, cards.md §9).
inline constexpr std::string_view vaultConstantPrefix = "kmixr-vault";

/// Facts of a certificate as CardHolder shows them; `card.malformed` when it does not parse.
Outcome<CardHolder> holderOf(ByteView certificateDer);

/// `card.certificate-expired` when `today` lies outside the certificate's days (also before them).
Outcome<void> checkValidity(const CardHolder& holder, Day today);

} // namespace kmixr::card
