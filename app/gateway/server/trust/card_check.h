// Does a doctor's card certificate come from the card CA, and did its key sign what we asked? DESIGN §4.
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
    /// Every certificate of the PEM file is trusted as an issuer.
    static Outcome<CardCheck> open(const std::filesystem::path& cardCaFile);

    /// `gateway.certificate-rejected` when it does not parse, does not chain to the card CA or is not in validity at
    /// `now`.
    [[nodiscard]] Outcome<void> checkCertificate(ByteView der, Instant now) const;
    /// SHA-256 with RSA PKCS#1 v1.5 (2048 bits or more) or ECDSA on P-256 (DER, or r ‖ s as cards give it);
    /// `gateway.signature-rejected` for anything else.
    [[nodiscard]] static Outcome<void> checkSignature(ByteView der, ByteView message, ByteView signature);

private:
    explicit CardCheck(StorePtr store) : store_(std::move(store)) {}
    StorePtr store_;
};

} // namespace kmixr::server
