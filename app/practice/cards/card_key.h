// The private key inside a software card and what a chip does with it.
#pragma once

#include "core/common/bytes.h"

#include <memory>
#include <optional>
#include <string>

struct evp_pkey_st;

namespace kmixr::practice {

class CardKey {
public:
    /// nullopt for anything but an RSA or P-256 private key.
    static std::optional<CardKey> parse(const std::string& pem);

    [[nodiscard]] bool isRsa() const;
    [[nodiscard]] std::size_t blockSize() const; ///< bytes of the modulus
    /// The RSA private operation on a whole block; nullopt when it is not smaller than the modulus.
    [[nodiscard]] std::optional<Bytes> rawRsa(ByteView block) const;
    /// PKCS#1 v1.5 type-1 padding and the private operation.
    [[nodiscard]] std::optional<Bytes> padAndSign(ByteView digestInfo) const;
    /// ECDSA over a hash, DER.
    [[nodiscard]] std::optional<Bytes> ecdsa(ByteView hash) const;
    /// ECDH with a point 04 ‖ X ‖ Y: X of the result.
    [[nodiscard]] std::optional<Bytes> agree(ByteView point) const;
    /// PKCS#1 v1.5 decryption.
    [[nodiscard]] std::optional<Bytes> decipher(ByteView cryptogram) const;

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    [[nodiscard]] std::optional<Bytes> sign(ByteView input, int padding) const;

    std::unique_ptr<evp_pkey_st, Free> key_;
};

/// DER of a PEM certificate; nullopt when it does not parse.
std::optional<Bytes> certificateDer(const std::string& pem);

} // namespace kmixr::practice
