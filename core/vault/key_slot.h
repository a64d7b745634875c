// The slot beside a vault: its id and salt, and the random database key wrapped (AES-256-GCM) under HKDF-SHA256(card
// secret ‖ device secret). A slot alone opens nothing; a checksum tells a damaged slot from a wrong card.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <filesystem>

namespace kmixr::vault {

struct SlotId {
    Bytes vaultId; ///< 16 bytes
    Bytes salt;    ///< 32 bytes
    static SlotId random();
};

struct KeySlot {
    SlotId id;
    Bytes nonce;   ///< 12 bytes
    Bytes wrapped; ///< 32 bytes
    Bytes tag;     ///< 16 bytes

    /// `vault.damaged` when it is there but does not hold together, `vault.newer-version`, `vault.not-held` when there
    /// is none.
    static Outcome<KeySlot> read(const std::filesystem::path& file);
    /// Beside and renamed, 0600: a power cut leaves the old slot or the new one.
    Outcome<void> write(const std::filesystem::path& file) const;

    static Outcome<KeySlot> wrap(const SlotId& id, const SecretBytes& key, const SecretBytes& cardSecret,
                                 const SecretBytes& deviceSecret);
    /// `vault.wrong-key` when card or laptop are others.
    Outcome<SecretBytes> unwrap(const SecretBytes& cardSecret, const SecretBytes& deviceSecret) const;
};

} // namespace kmixr::vault
