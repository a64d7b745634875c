// The X.509 certificate on a card: who holds it, and whether a signature fits its key. Parsing is OpenSSL's.
#pragma once

#include "core/card/card_session.h"

#include <memory>

struct x509_st;
struct evp_pkey_st;

namespace kmixr::card {

class Certificate {
public:
    /// `card.malformed` for anything but exactly one DER certificate with an RSA (2,048–4,096 bits) or P-256 key.
    static Outcome<Certificate> parse(ByteView der);

    [[nodiscard]] const CardHolder& holder() const { return holder_; }
    [[nodiscard]] SignatureScheme scheme() const { return scheme_; }
    /// Length of a signature block in bytes: the RSA modulus; for P-256 the longest DER signature.
    [[nodiscard]] std::size_t signatureSize() const { return signatureSize_; }
    /// 0: its key usage forbids digital signatures; else the larger the better: in validity now, made for signing in.
    [[nodiscard]] int signInFitness() const;
    [[nodiscard]] evp_pkey_st* publicKey() const;
    /// `card.signature-wrong` unless `signature` (RSA PKCS#1 v1.5, or ECDSA as DER) over this digest fits the key.
    [[nodiscard]] Outcome<void> verify(const Sha256& digest, ByteView signature) const;

private:
    struct Free {
        void operator()(x509_st* certificate) const;
    };
    std::unique_ptr<x509_st, Free> x509_;
    CardHolder holder_;
    SignatureScheme scheme_ = SignatureScheme::RsaPkcs1Sha256;
    std::size_t signatureSize_ = 0;
};

} // namespace kmixr::card
