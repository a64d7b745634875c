// Any card of ISO/IEC 7816-15 (PKCS#15): what it can do is read from its own directory (cards.md §4, §5).
#pragma once

#include "core/card/card_profile.h"
#include "core/card/cia_dialects.h"
#include "core/card/cia_files.h"
#include "core/card/cia_layout.h"
#include "core/card/key_agreement.h"

namespace kmixr::card {

class CiaApplication final : public CardApplication {
public:
    /// Reads the directory of the selected application and chooses the key that signs in: usage *sign*, never
    /// *nonRepudiation*, with a certificate of its own that allows digital signatures, and a PIN we can ask for.
    /// nullptr when there is no such directory or no such key.
    static Outcome<std::unique_ptr<CiaApplication>> discover(CardChannel& channel, const Bytes& aid,
                                                             const std::optional<cia::Path>& folder,
                                                             const std::optional<cia::Path>& objects,
                                                             KnownCards& known);
    /// A card whose layout is known: only the beginning of its certificate is read. nullptr when it is another card.
    static Outcome<std::unique_ptr<CiaApplication>> recognize(CardChannel& channel, const CiaLayout& layout,
                                                              KnownCards& known);

    Outcome<Bytes> readCertificate() override { return layout_.certificate; }
    [[nodiscard]] PinRule pinRule() const override;
    Outcome<PinState> pinState() override;
    [[nodiscard]] PinFormat pinFormat() const override;
    Outcome<std::uint8_t> preparePin() override;
    Outcome<WipedBytes> sign(const Certificate& certificate, const Sha256& digest) override;
    [[nodiscard]] bool signsOnce() const override { return layout_.key.consentEachTime; }
    /// Key agreement with the vault's own point.
    Outcome<SecretBytes> vaultSecret(ByteView constant) override;

private:
    CiaApplication(CardChannel& channel, CiaFiles files, CiaLayout layout, KnownCards& known)
        : channel_(&channel), files_(std::move(files)), layout_(std::move(layout)), known_(&known) {}

    Outcome<void> selectPinPlace();
    /// Back from the PIN's place to the folder the key is in, where its path tells it.
    Outcome<void> selectKeyPlace();
    /// One attempt; nullopt when the card does not take this dialect.
    Outcome<std::optional<WipedBytes>> attempt(const cia::Dialect& dialect, const cia::PrivateKey& key,
                                               ByteView prepared, std::size_t replyLength);
    Outcome<std::optional<WipedBytes>> signIn(const cia::Dialect& dialect, const Certificate& certificate,
                                              const Sha256& digest);
    Outcome<std::optional<WipedBytes>> agree(const cia::Dialect& dialect, const CurvePoint& point);
    /// Reads what discovery left for later; `card.no-vault-means` when it does not fit the key.
    Outcome<void> readAgreementCertificate();
    Outcome<std::size_t> findAgreementDialect(const Certificate& certificate);
    Outcome<std::optional<WipedBytes>> searchSignature(const Certificate& certificate, const Sha256& digest);

    CardChannel* channel_;
    CiaFiles files_;
    CiaLayout layout_;
    KnownCards* known_;
    std::optional<WipedBytes> namedBy_; ///< the MSE that stands
};

} // namespace kmixr::card
