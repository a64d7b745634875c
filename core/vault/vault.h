// Keeps fetched receipts under lock, and forgets them when asked. One SQLCipher file for each doctor on a laptop; its
// random key lies in a slot beside it, wrapped (AES-256-GCM) under HKDF(card secret ‖ device secret). DESIGN §4.
#pragma once

#include "core/common/bytes.h"
#include "core/common/clock.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"
#include "core/receipt/receipt.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::vault {

/// Once at program start, before any vault is opened: asserts that the library is SQLCipher 4 (PRAGMA cipher_version).
Outcome<void> assertEncrypting();

/// Where one doctor's vault lies and what must be asked of the card to open it. Made from the certificate, so that no
/// name stands in a file name.
class VaultPlace {
public:
    /// `folder` is made (0700) when missing; a new place gets a random vault id and salt.
    static Outcome<VaultPlace> of(const std::filesystem::path& folder, ByteView doctorCertificate);
    /// SHA-256 input for CardSession::vaultSecret: our own prefix, vault id and salt.
    [[nodiscard]] const Bytes& cardConstant() const { return constant_; }
    [[nodiscard]] bool exists() const; ///< a slot and a database are there
    [[nodiscard]] const std::filesystem::path& databaseFile() const { return database_; }
    [[nodiscard]] const std::filesystem::path& slotFile() const { return slot_; }

private:
    std::filesystem::path database_, slot_;
    Bytes vaultId_, salt_, constant_;
    bool slotUnusable_ = false; ///< a slot is there but does not hold together
    friend class Vault;
};

/// Makes the folder of vaults (0700) when it is missing; `vault.storage`.
Outcome<void> makeFolder(const std::filesystem::path& folder);

struct PatientRecord {
    std::string patientKey; ///< the gateway's opaque id of the person
    receipt::Person person;
    std::string insurerNumber, insurerName;
    Sha256 tokenHash{};     ///< of the QR card that was presented; all zero: none was, a known one is kept
    std::string cardEnding; ///< of that card, 4 characters
};

/// Why these data may be here: recorded in the same transaction as the data.
struct ConsentRecord {
    std::string viewId;
    std::string basis;       ///< "qr_card", "my_number_card"
    std::string presentedBy; ///< "patient" or "proxy"
    std::string proxyRelation, proxyReason;
    Instant at;
};

enum class Change : std::uint8_t { Add, Replace, Withdraw };

struct ReceiptChange {
    Change change = Change::Add;
    std::string id;   ///< the gateway's receipt id
    std::string text; ///< UTF-8; empty for Withdraw
};

struct StoredReceipt {
    std::string id;
    std::string text;
};

struct HeldPatient {
    PatientRecord patient;
    ConsentRecord consent; ///< the latest one
    std::string cursor;    ///< where the next fetch goes on
    Instant fetched;
    std::vector<StoredReceipt> receipts;
};

/// An unlocked vault; the lock returns when it is destroyed. Blocking; one worker thread. A call that meets a page it
/// cannot read sets the file aside, begins an empty one under the same key and says `vault.damaged`: fetch again from
/// the beginning.
class Vault {
public:
    struct Opened;
    /// Opens or, the first time, creates. A damaged file is set aside (renamed) and a new one begun: `setAside` tells
    /// so.
    static Outcome<Opened> open(const VaultPlace& place, const SecretBytes& cardSecret,
                                const SecretBytes& deviceSecret);
    /// For a card that can keep no secret (`card.no-vault-means`): a vault under a random key that exists in this
    /// process's locked memory only. Its file has lost its name before the first receipt comes, so that the disk gives
    /// it back with the process, however that ends; there is no slot, and nothing of it can ever be opened again.
    static Outcome<Vault> openForSession(const std::filesystem::path& folder);
    /// Renames slot and database, so that the next VaultPlace::of begins anew: for a slot this card cannot open
    /// although the card is proven (the device secret was lost). What was in it is fetched again.
    static void setAside(const VaultPlace& place);
    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;
    ~Vault();

    /// Consent, patient, changes and cursor in one transaction: all or nothing.
    Outcome<void> store(const PatientRecord& patient, const ConsentRecord& consent,
                        const std::vector<ReceiptChange>& changes, const std::string& cursor, Instant at);
    /// What is held of a patient whose consent was just given anew. The consent is written first: where it cannot be,
    /// no data come out. `vault.not-held` when there is nothing. A view's consent is written once, here or by store().
    Outcome<HeldPatient> reopen(const std::string& patientKey, const ConsentRecord& consent);
    /// By the presented card; `vault.not-held` when there is nothing.
    Outcome<HeldPatient> findByToken(const Sha256& tokenHash);
    Outcome<HeldPatient> find(const std::string& patientKey);
    /// Number of patients held.
    Outcome<std::int64_t> patientCount();
    /// Destroys everything of one patient (secure_delete).
    Outcome<void> forget(const std::string& patientKey);

private:
    struct State;
    explicit Vault(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

struct Vault::Opened {
    Vault vault;
    bool created = false;
    bool setAside = false; ///< an unreadable file was renamed; its data will be fetched again
};

} // namespace kmixr::vault
