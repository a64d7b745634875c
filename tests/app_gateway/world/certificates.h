// A test's own certificate authorities and what they issue, made with OpenSSL in memory.
#pragma once

#include "core/common/bytes.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <chrono>
#include <memory>
#include <string>

namespace kmixr::test {

enum class KeyKind : std::uint8_t { P256, P384, Rsa2048 };
enum class Purpose : std::uint8_t { Authority, Server, Device, Card, LegalSignature };

/// A certificate with its key.
class Identity {
public:
    struct Wish {
        std::string commonName;
        Purpose purpose = Purpose::Device;
        KeyKind key = KeyKind::P256;
        std::string subjectAltName{}; ///< as in OpenSSL's configuration: "IP:127.0.0.1,DNS:localhost"
        std::chrono::hours begins{-1};
        std::chrono::hours ends{24};
    };
    /// Issued by `issuer`, or by itself.
    static Identity issue(const Wish& wish, const Identity* issuer = nullptr);

    [[nodiscard]] const Bytes& der() const { return der_; }
    [[nodiscard]] std::string certificatePem() const;
    [[nodiscard]] std::string keyPem() const;
    /// SHA-256 signature: PKCS#1 v1.5 or ECDSA (DER).
    [[nodiscard]] Bytes sign(ByteView message) const;
    /// The same ECDSA signature as r ‖ s.
    static Bytes plainOf(ByteView derSignature);

private:
    std::shared_ptr<EVP_PKEY> key_;
    std::shared_ptr<X509> certificate_;
    Bytes der_;
};

} // namespace kmixr::test
