// The file a software card lives in. Its PIN counter is written back at every change, so that it survives power-off and
// restart as a chip's does. Holds a private key and a PIN of a practice person: 0600, never a real one.
#pragma once

#include "app/practice/cards/card_faults.h"

#include <filesystem>
#include <string>

namespace kmixr::practice {

namespace problems {
inline constexpr ProblemCode cardFile{"practice.card-file"}; ///< missing, not writable, or a field of it is wrong
} // namespace problems

/// {"profile":"hpki", "key":PEM, "certificate":PEM, "pin":"1234", "tries_left":5, "tries_max":5,
///  "dialects":["host-pads","card-pads"], "vault_key":PEM, "vault_certificate":PEM, "compressed":true, "faults":{…}}
/// Profiles: hpki, hpki-directory (the same under ISO/IEC 7816-15 directory files), jpki, piv, pkcs15.
struct CardFile {
    std::string profile = "hpki";
    std::string keyPem;         ///< RSA or P-256 private key
    std::string certificatePem; ///< fits the key, unless a fault is wanted
    /// PIV 9D, or the key of a 7816-15 card that agrees (P-256) or deciphers (RSA); empty: the card has none.
    std::string vaultKeyPem, vaultCertificatePem;
    bool compressedCertificates = false; ///< PIV: gzip
    std::string pin;                     ///< 4–16 characters
    int triesLeft = 5;
    int triesMax = 5;
    bool hostPads = true; ///< knows MSE and signs a whole padded block (cards.md §8.2, dialect B)
    bool cardPads = true; ///< signs a DigestInfo in the JPKI way (dialect A)
    CardFaults faults;

    friend bool operator==(const CardFile&, const CardFile&) = default;
};

/// A sound HPKI card with full tries and both dialects.
CardFile makeHpkiCard(std::string keyPem, std::string certificatePem, std::string pin, int tries = 5);
/// A sound card of any profile.
CardFile makeCard(std::string profile, std::string keyPem, std::string certificatePem, std::string pin, int tries = 3);

Outcome<CardFile> readCardFile(const std::filesystem::path& file);
/// Replaces the file in one step, readable by its owner only.
Outcome<void> writeCardFile(const std::filesystem::path& file, const CardFile& card);

} // namespace kmixr::practice
