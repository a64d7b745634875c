// Keys and certificates of invented people, made while the test runs.
#pragma once

#include "core/common/bytes.h"

#include <string>
#include <vector>

namespace kmixr::testing {

enum class KeyKind { Rsa2048, P256 };

/// A private key in PEM. RSA keys of one number are made once in a program and then handed out again.
std::string privateKey(KeyKind kind, int number = 0);

struct CertificateWish {
    std::string latinName = "TEST Taro";
    std::string japaneseName = "試験 太郎"; ///< subjectAltName directoryName CN; empty: no such extension
    /// DER content of subjectDirectoryAttributes in hex; empty: no such extension.
    std::string roleExtension = {};
    std::string keyUsage = {};        ///< "critical,digitalSignature" and the like; empty: no such extension
    int firstDay = -1, lastDay = 365; ///< relative to today
};

/// The extension with "Medical Doctor" byte for byte as decoded from published certificates (cards.md §8.3).
inline constexpr const char* doctorRoleHex = "303430320606288185420001312831263024A022"
                                             "3120A00C060A2A830886910F01060101A2100C0E4D65646963616C20446F63746F72";

/// subjectDirectoryAttributes with these role texts under the Japanese scheme, DER in hex.
std::string roleExtension(const std::vector<std::string>& roles);

/// Self-signed, which is enough for a card's own certificate in a test.
std::string certificatePem(const std::string& keyPem, const CertificateWish& wish);
Bytes certificateDer(const std::string& keyPem, const CertificateWish& wish);

} // namespace kmixr::testing
