// Keys and certificates of the practice world, made with OpenSSL. Practice names only: nothing here looks like a
// certificate of the ministry's or the council's own authorities.
#pragma once

#include "core/common/clock.h"
#include "core/common/outcome.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;
struct x509_st;

namespace kmixr::practice {

enum class KeyKind : std::uint8_t { Rsa2048, P256 };

/// A private key. Moves, is not copied.
class PrivateKey {
public:
    static Outcome<PrivateKey> make(KeyKind kind);
    static Outcome<PrivateKey> parse(std::string_view pem);
    [[nodiscard]] Outcome<std::string> pem() const; ///< PKCS#8, unencrypted
    [[nodiscard]] evp_pkey_st* handle() const { return key_.get(); }

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> key_;
};

class Certificate {
public:
    explicit Certificate(x509_st* owned) : certificate_(owned) {}
    static Outcome<Certificate> parse(std::string_view pem);
    [[nodiscard]] Outcome<std::string> pem() const;
    [[nodiscard]] x509_st* handle() const { return certificate_.get(); }

    /// Hex of SHA-256 over the public key (SubjectPublicKeyInfo, DER): how a gateway knows a My Number card.
    [[nodiscard]] Outcome<std::string> publicKeySha256() const;

    /// Signed by that issuer's key, belonging to `key`, and still valid at that time.
    [[nodiscard]] bool serves(const PrivateKey& key, const Certificate& issuer, Instant until) const;

private:
    struct Free {
        void operator()(x509_st* certificate) const;
    };
    std::unique_ptr<x509_st, Free> certificate_;
};

/// A name as directories have it; empty parts are left out.
struct DirectoryName {
    std::string organization, unit, commonName, serialNumber;
};

struct CertificatePlan {
    DirectoryName subject; ///< country JP is added
    bool authority = false;
    std::string keyUsage;                         ///< OpenSSL's words: "critical,digitalSignature"
    std::string extendedKeyUsage;                 ///< "serverAuth"; empty = none
    std::string alternativeNames;                 ///< "IP:127.0.0.1,DNS:localhost"
    std::optional<DirectoryName> alternativeName; ///< subjectAltName directoryName, the holder in Japanese
    std::string hcRole;                           ///< ISO 17090 role, such as "Medical Doctor" (cards.md §8.3)
    int years = 5;
    std::optional<Instant> from, until; ///< in place of the usual days
};

struct KeyAndCertificate {
    PrivateKey key;
    Certificate certificate;
};

/// Issues a certificate for `key`. Without `issuer` it signs itself. Valid from 2025-04-01, so that the fixed practice
/// clock lies inside, until `now` + years, unless the plan says otherwise. `practice.certificate-failed`.
Outcome<Certificate> issueCertificate(const CertificatePlan& plan, const PrivateKey& key,
                                      const KeyAndCertificate* issuer, Instant now);

/// DER of the subjectDirectoryAttributes extension that states one healthcare role.
std::string hcRoleAttributes(std::string_view role);

} // namespace kmixr::practice
