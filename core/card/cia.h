// ISO/IEC 7816-15 (PKCS#15): what a card's directory files say of its keys, certificates and PINs (cards.md §4). Plain
// bytes in, values out; entries that are not understood are left out, nothing is assumed of them.
#pragma once

#include "core/common/bytes.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace kmixr::card::cia {

/// Where an object lies. `file` as it stands: two bytes are a file of the application, 3F00… is absolute, else relative
/// to the application. Index and length cut a piece out of the file.
struct Path {
    Bytes file;
    std::size_t index = 0;
    std::optional<std::size_t> length;

    friend bool operator==(const Path&, const Path&) = default;
};

/// The path begins at the master file.
inline bool isAbsolute(const Path& path) {
    return path.file.size() >= 2 && path.file[0] == 0x3F && path.file[1] == 0x00;
}

/// A row of EF.DIR.
struct Application {
    Bytes aid;
    std::optional<Path> path;    ///< of the application's folder
    std::optional<Path> objects; ///< of its EF.OD, when that is not 5031
};

/// Where EF.OD says that the three kinds of entries we need are listed.
struct ObjectDirectory {
    std::vector<Path> privateKeys, certificates, pins;
};

namespace usage { // bits of a key's usage, bit 0 first
inline constexpr std::uint16_t decrypt = 1U << 1U, sign = 1U << 2U, signRecover = 1U << 3U, derive = 1U << 8U,
                               nonRepudiation = 1U << 9U;
}

struct PrivateKey {
    bool ec = false;
    Bytes id, pinId; ///< iD; authId of the PIN that opens it, empty: none
    std::uint16_t usage = 0;
    std::optional<std::uint8_t> reference, algorithm; ///< keyReference; first algReference
    std::optional<std::uint8_t> algorithmReference;   ///< what MSE wants for it, from EF.CIAInfo
    bool consentEachTime = false;                     ///< userConsent: VERIFY before every use
    Path path;

    friend bool operator==(const PrivateKey&, const PrivateKey&) = default;
};

struct CertificateEntry {
    Bytes id;
    bool authority = false;
    Path path; ///< empty file: the certificate itself is `value`
    Bytes value;
};

struct Pin {
    Bytes id;
    std::uint8_t reference = 0;
    int minLength = 4, storedLength = 0, maxLength = 0; ///< 0: not told
    bool digitsOnly = true, needsPadding = false, bcd = false;
    std::uint8_t padding = 0xFF;
    std::optional<Path> path;

    friend bool operator==(const Pin&, const Pin&) = default;
};

std::vector<Application> applicationsOf(ByteView efDir);
ObjectDirectory objectDirectoryOf(ByteView efOd);
std::vector<PrivateKey> privateKeysOf(ByteView efPrkd);
std::vector<CertificateEntry> certificatesOf(ByteView efCd);
/// Without PINs that only unblock, and without the security officer's.
std::vector<Pin> pinsOf(ByteView efAod);

/// supportedAlgorithms of EF.CIAInfo (TokenInfo): the card's own number of an algorithm by the number keys refer to.
std::map<std::uint8_t, std::uint8_t> algorithmsOf(ByteView efCiaInfo);

/// An application of ISO/IEC 7816-15 or PKCS#15 by its name.
bool isCryptographic(ByteView aid);

} // namespace kmixr::card::cia
