#include "core/vault/vault.h"

#include "core/vault/compression.h"
#include "core/vault/database.h"
#include "core/vault/key_slot.h"
#include "core/vault/ladder.h"
#include "core/vault/problems.h"

#include <sqlcipher/sqlite3.h>

#include <system_error>

namespace kmixr::vault {

namespace {

constexpr std::string_view asideSuffix = ".set-aside";
constexpr std::string_view patientColumns =
    "key, name, kana, sex, birth, insurer_number, insurer_name, token_hash, card_ending, "
    "cursor, fetched_at";

std::int64_t stamp(Instant at) {
    return at.time_since_epoch().count();
}
Instant instantOf(std::int64_t stamp) {
    return Instant{std::chrono::milliseconds(stamp)};
}

/// Renames what is there, over an older one set aside before: there is nothing in it that cannot be fetched again.
void moveAside(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::rename(file, file.string() + std::string(asideSuffix), ignored);
}

void moveAsideAll(const std::filesystem::path& database) {
    std::error_code ignored;
    moveAside(database);
    std::filesystem::remove(database.string() + "-wal", ignored);
    std::filesystem::remove(database.string() + "-shm", ignored);
}

void removeAll(const std::filesystem::path& database) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(database.string() + suffix, ignored);
    }
}

Outcome<Database> openDatabase(const std::filesystem::path& file, const SecretBytes& key) {
    auto database = Database::open(file, key);
    if (!database) {
        return database;
    }
    if (auto climbed = climb(*database); !climbed) {
        return fail(climbed.error());
    }
    return database;
}

} // namespace

Outcome<void> assertEncrypting() {
    sqlite3* memory = nullptr;
    sqlite3_open(":memory:", &memory);
    std::string version;
    {
        Statement asked(memory, "PRAGMA cipher_version");
        const auto row = asked.step();
        version = row && *row ? asked.text(0) : std::string{};
    }
    sqlite3_close(memory);
    if (!version.starts_with("4.")) {
        return fail(problems::notEncrypted, version.empty() ? "plain SQLite" : version);
    }
    return {};
}

struct Vault::State {
    std::filesystem::path file;
    SecretBytes key;
    Database database;
    bool nameless = false; ///< of one session: the file is open and has no name any more

    /// A page that cannot be read makes the whole cache worthless: it is set aside, an empty one begins, and the caller
    /// hears `vault.damaged` so that nothing partial is taken for everything.
    template <class T>
    Outcome<T> checked(Outcome<T> outcome) {
        if (!outcome && outcome.error().is(problems::damaged)) {
            auto fresh = beginAnew();
            if (!fresh) {
                return fail(fresh.error());
            }
        }
        return outcome;
    }

    Outcome<void> beginAnew() {
        {
            const Database closing = std::move(database);
        }
        moveAsideAll(file);
        auto fresh = openDatabase(file, key);
        if (!fresh) {
            return fail(fresh.error());
        }
        database = std::move(*fresh);
        if (nameless) {
            removeAll(file);
        }
        return {};
    }

    Outcome<void> write(const PatientRecord& patient, const ConsentRecord& consent,
                        const std::vector<ReceiptChange>& changes, const std::string& cursor, Instant at);
    Outcome<void> writeConsent(const std::string& patientKey, const ConsentRecord& consent);
    Outcome<void> releaseCard(const PatientRecord& presented);
    Outcome<HeldPatient> read(Statement& byPatient);
    Outcome<void> readConsent(HeldPatient& held);
    Outcome<void> readReceipts(HeldPatient& held);
};

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;
Vault::~Vault() = default;

Outcome<Vault::Opened> Vault::open(const VaultPlace& place, const SecretBytes& cardSecret,
                                   const SecretBytes& deviceSecret) {
    const SlotId id{place.vaultId_, place.salt_};
    bool setAside = false;
    bool created = false;
    auto slot = KeySlot::read(place.slot_);
    if (!slot && slot.error().is(problems::newerVersion)) {
        return fail(slot.error());
    }
    SecretBytes key;
    if (slot) {
        auto unwrapped = slot->unwrap(cardSecret, deviceSecret);
        if (!unwrapped) {
            return fail(unwrapped.error());
        }
        key = std::move(*unwrapped);
    } else {
        // No slot, or one that does not hold together: whatever database lies there can never be opened again.
        std::error_code ignored;
        setAside = slot.error().is(problems::damaged) || std::filesystem::exists(place.database_, ignored);
        created = true;
        moveAside(place.slot_);
        moveAsideAll(place.database_);
        key = SecretBytes::random(32);
        const auto fresh = KeySlot::wrap(id, key, cardSecret, deviceSecret);
        if (!fresh) {
            return fail(fresh.error());
        }
        if (auto written = fresh->write(place.slot_); !written) {
            return fail(written.error());
        }
    }
    auto database = openDatabase(place.database_, key);
    if (!database && database.error().is(problems::damaged)) {
        setAside = true;
        moveAsideAll(place.database_);
        database = openDatabase(place.database_, key);
    }
    if (!database) {
        return fail(database.error());
    }
    auto state = std::make_unique<State>(State{place.database_, std::move(key), std::move(*database)});
    return Opened{Vault(std::move(state)), created, setAside};
}

Outcome<Vault> Vault::openForSession(const std::filesystem::path& folder) {
    constexpr std::size_t nameBytes = 16;
    if (auto made = makeFolder(folder); !made) {
        return fail(made.error());
    }
    const auto file = folder / ("session-" + toHex(randomBytes(nameBytes)) + ".db");
    SecretBytes key = SecretBytes::random(32);
    auto database = openDatabase(file, key); // writes the tables: journal and index are open from here on
    removeAll(file);
    if (!database) {
        return fail(database.error());
    }
    return Vault(std::make_unique<State>(State{file, std::move(key), std::move(*database), true}));
}

void Vault::setAside(const VaultPlace& place) {
    moveAside(place.slot_);
    moveAsideAll(place.database_);
}

Outcome<void> Vault::store(const PatientRecord& patient, const ConsentRecord& consent,
                           const std::vector<ReceiptChange>& changes, const std::string& cursor, Instant at) {
    return state_->checked(state_->write(patient, consent, changes, cursor, at));
}

Outcome<void> Vault::State::write(const PatientRecord& patient, const ConsentRecord& consent,
                                  const std::vector<ReceiptChange>& changes, const std::string& cursor, Instant at) {
    Transaction transaction(database);
    if (auto begun = transaction.begin(); !begun) {
        return begun;
    }
    if (auto released = releaseCard(patient); !released) {
        return released;
    }
    Statement person = database.prepare(
        "INSERT INTO patient (key, name, kana, sex, birth, insurer_number, insurer_name, token_hash, card_ending, "
        "cursor, "
        "fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET name = excluded.name, "
        "kana = "
        "excluded.kana, sex = excluded.sex, birth = excluded.birth, insurer_number = excluded.insurer_number, "
        "insurer_name = "
        "excluded.insurer_name, "
        // Opened by a My Number card this time: the QR card shown before still leads here.
        "token_hash = CASE excluded.token_hash WHEN zeroblob(32) THEN token_hash ELSE excluded.token_hash END, "
        "card_ending = CASE excluded.token_hash WHEN zeroblob(32) THEN card_ending ELSE excluded.card_ending END, "
        "cursor = excluded.cursor, fetched_at = excluded.fetched_at");
    person.bind(1, patient.patientKey)
        .bind(2, patient.person.name)
        .bind(3, patient.person.kana)
        .bind(4, static_cast<std::int64_t>(patient.person.sex))
        .bind(5, patient.person.birth ? isoDay(*patient.person.birth) : std::string{})
        .bind(6, patient.insurerNumber)
        .bind(7, patient.insurerName)
        .bind(8, ByteView(patient.tokenHash))
        .bind(9, patient.cardEnding)
        .bind(10, cursor)
        .bind(11, stamp(at));
    if (auto written = person.run(); !written) {
        return written;
    }
    if (auto written = writeConsent(patient.patientKey, consent); !written) {
        return written;
    }
    Statement put =
        database.prepare("INSERT INTO receipt (patient_key, id, text) VALUES (?, ?, ?) ON CONFLICT (patient_key, id) "
                         "DO UPDATE SET text = excluded.text");
    Statement take = database.prepare("DELETE FROM receipt WHERE patient_key = ? AND id = ?");
    for (const ReceiptChange& change : changes) {
        Statement& statement = change.change == Change::Withdraw ? take : put;
        statement.again();
        statement.bind(1, patient.patientKey).bind(2, change.id);
        if (change.change != Change::Withdraw) {
            statement.bind(3, ByteView(compress(change.text)));
        }
        if (auto written = statement.run(); !written) {
            return written;
        }
    }
    return transaction.commit();
}

Outcome<void> Vault::State::writeConsent(const std::string& patientKey, const ConsentRecord& consent) {
    Statement why = database.prepare(
        "INSERT INTO consent (patient_key, view_id, basis, presented_by, proxy_relation, proxy_reason, at) "
        "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM patient WHERE key = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM consent WHERE patient_key = ?1 AND view_id = ?2)");
    why.bind(1, patientKey)
        .bind(2, consent.viewId)
        .bind(3, consent.basis)
        .bind(4, consent.presentedBy)
        .bind(5, consent.proxyRelation)
        .bind(6, consent.proxyReason)
        .bind(7, stamp(consent.at));
    return why.run();
}

Outcome<HeldPatient> Vault::reopen(const std::string& patientKey, const ConsentRecord& consent) {
    if (auto written = state_->checked(state_->writeConsent(patientKey, consent)); !written) {
        return fail(written.error());
    }
    return find(patientKey);
}

/// A card belongs to the patient it was last presented for. When a wrong registration was put right, the copy of the
/// person it was wrongly given to stays, but that card no longer leads there.
Outcome<void> Vault::State::releaseCard(const PatientRecord& presented) {
    if (presented.tokenHash == Sha256{}) {
        return {};
    }
    Statement others = database.prepare("UPDATE patient SET token_hash = x'' WHERE token_hash = ? AND key <> ?");
    others.bind(1, ByteView(presented.tokenHash)).bind(2, presented.patientKey);
    return others.run();
}

Outcome<HeldPatient> Vault::findByToken(const Sha256& tokenHash) {
    if (tokenHash == Sha256{}) { // no QR card was presented: several patients may be kept so
        return fail(problems::notHeld);
    }
    Statement asked =
        state_->database.prepare("SELECT " + std::string(patientColumns) + " FROM patient WHERE token_hash = ?");
    asked.bind(1, ByteView(tokenHash));
    return state_->checked(state_->read(asked));
}

Outcome<HeldPatient> Vault::find(const std::string& patientKey) {
    Statement asked = state_->database.prepare("SELECT " + std::string(patientColumns) + " FROM patient WHERE key = ?");
    asked.bind(1, patientKey);
    return state_->checked(state_->read(asked));
}

Outcome<HeldPatient> Vault::State::read(Statement& byPatient) {
    const auto row = byPatient.step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(problems::notHeld);
    }
    HeldPatient held;
    PatientRecord& patient = held.patient;
    patient.patientKey = byPatient.text(0);
    patient.person.name = byPatient.text(1);
    patient.person.kana = byPatient.text(2);
    patient.person.sex = static_cast<receipt::Sex>(byPatient.number(3));
    patient.person.birth = parseIsoDay(byPatient.text(4));
    patient.insurerNumber = byPatient.text(5);
    patient.insurerName = byPatient.text(6);
    const ByteView hash = byPatient.blob(7);
    std::copy_n(hash.begin(), std::min(hash.size(), patient.tokenHash.size()), patient.tokenHash.begin());
    patient.cardEnding = byPatient.text(8);
    held.cursor = byPatient.text(9);
    held.fetched = instantOf(byPatient.number(10));
    if (auto consent = readConsent(held); !consent) {
        return fail(consent.error());
    }
    if (auto receipts = readReceipts(held); !receipts) {
        return fail(receipts.error());
    }
    return held;
}

Outcome<void> Vault::State::readConsent(HeldPatient& held) {
    Statement asked =
        database.prepare("SELECT view_id, basis, presented_by, proxy_relation, proxy_reason, at FROM consent WHERE "
                         "patient_key = ? ORDER BY number DESC LIMIT 1");
    asked.bind(1, held.patient.patientKey);
    const auto row = asked.step();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(problems::damaged, "data without consent"); // never shown
    }
    held.consent = {asked.text(0), asked.text(1), asked.text(2),
                    asked.text(3), asked.text(4), instantOf(asked.number(5))};
    return {};
}

Outcome<void> Vault::State::readReceipts(HeldPatient& held) {
    Statement asked = database.prepare("SELECT id, text FROM receipt WHERE patient_key = ? ORDER BY number");
    asked.bind(1, held.patient.patientKey);
    for (;;) {
        const auto row = asked.step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return {};
        }
        auto text = decompress(asked.blob(1));
        if (!text) {
            return fail(problems::damaged, "receipt frame");
        }
        held.receipts.push_back({asked.text(0), std::move(*text)});
    }
}

Outcome<std::int64_t> Vault::patientCount() {
    Statement asked = state_->database.prepare("SELECT count(*) FROM patient");
    const auto row = asked.step();
    if (!row) {
        return fail(row.error());
    }
    return asked.number(0);
}

Outcome<void> Vault::forget(const std::string& patientKey) {
    Statement statement = state_->database.prepare("DELETE FROM patient WHERE key = ?");
    statement.bind(1, patientKey);
    if (auto gone = statement.run(); !gone) {
        return state_->checked(std::move(gone));
    }
    // The journal still holds the old pages until it is folded back into the file.
    return state_->database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace kmixr::vault
