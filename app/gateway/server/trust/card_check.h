// Does a card's certificate come from the CA of its kind (doctors' cards, My Number cards), and did its key sign what
// we asked? DESIGN §4.
#pragma once

#include "app/gateway/server/trust/openssl.h"
#include "core/common/bytes.h"
#include "core/common/clock.h"
#include "core/common/outcome.h"

#include <filesystem>
#include <vector>

namespace kmixr::server {

/// Thread: any; the store is only read.
class CardCheck {
public:
    /// What is said of a certificate that does not count.
    struct Refusals {
        ProblemCode untrusted; ///< no certificate, not of this CA, or not for signing in
        ProblemCode expired;   ///< outside its days
    };
    static const Refusals doctors;
    static const Refusals myNumberCards;

    /// Every certificate of the PEM file is trusted as an issuer.
    static Outcome<CardCheck> open(const std::filesystem::path& cardCaFile, const Refusals& refusals = doctors);

    /// It is one certificate, chains to the card CA, may sign (key usage) and is in validity at `now`; else a refusal.
    [[nodiscard]] Outcome<void> checkCertificate(ByteView der, Instant now) const;
    /// SHA-256 with RSA PKCS#1 v1.5 (2048 bits or more) or ECDSA on P-256 (DER, or r ‖ s as cards give it);
    /// `gateway.signature-rejected` for anything else.
    [[nodiscard]] static Outcome<void> checkSignature(ByteView der, ByteView message, ByteView signature);

private:
    CardCheck(StorePtr store, const Refusals& refusals) : store_(std::move(store)), refusals_(refusals) {}
    StorePtr store_;
    Refusals refusals_;
};

} // namespace kmixr::server
