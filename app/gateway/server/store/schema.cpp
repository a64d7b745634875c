#include "app/gateway/server/store/schema.h"

#include "app/gateway/server/problems.h"
#include "app/gateway/server/store/database.h"

#include <array>
#include <span>
#include <string>

namespace kmixr::server {

namespace {

// A person of the registry has a label; people who only appear on receipts have none and are never served.
// A receipt's place is what a later claim of the same treatment supersedes (institution, person, payer, month, kind;
// for dispensing also the prescriber); `ordinal` tells several receipts of one claim that share it.
constexpr std::array firstShape{
    "CREATE TABLE counter (value INTEGER NOT NULL)",
    "INSERT INTO counter (value) VALUES (0)",
    "CREATE TABLE people (id INTEGER PRIMARY KEY, patient_key TEXT NOT NULL UNIQUE, label TEXT UNIQUE)",
    "CREATE TABLE strangers (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people, trace BLOB NOT NULL "
    "UNIQUE,"
    " payer TEXT NOT NULL, symbol TEXT NOT NULL, number TEXT NOT NULL, branch TEXT NOT NULL, birth TEXT NOT NULL,"
    " sex INTEGER NOT NULL, name TEXT NOT NULL, kana TEXT NOT NULL)",
    "CREATE TABLE receipts (id INTEGER PRIMARY KEY, receipt_id TEXT NOT NULL UNIQUE, person INTEGER NOT NULL "
    "REFERENCES people,"
    " institution TEXT NOT NULL, payer TEXT NOT NULL, month TEXT NOT NULL, kind INTEGER NOT NULL, prescriber TEXT NOT "
    "NULL,"
    " ordinal INTEGER NOT NULL, insurer_number TEXT NOT NULL, claimed TEXT NOT NULL, added INTEGER NOT NULL,"
    " cursor INTEGER NOT NULL UNIQUE, hash BLOB NOT NULL, packed BLOB NOT NULL,"
    " UNIQUE (person, institution, payer, month, kind, prescriber, ordinal))",
    "CREATE INDEX receipts_by_person ON receipts (person, cursor)",
    "CREATE INDEX receipts_by_payer ON receipts (payer, month)",
    "CREATE TABLE files (name TEXT PRIMARY KEY, hash BLOB NOT NULL)",
    "CREATE TABLE cards (fingerprint TEXT PRIMARY KEY, first_signed_in TEXT NOT NULL)",
    "CREATE TABLE views (view_id TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES people, account TEXT NOT NULL,"
    " card TEXT NOT NULL, device TEXT NOT NULL, basis TEXT NOT NULL, presented_by TEXT NOT NULL, proxy_relation TEXT "
    "NOT NULL,"
    " proxy_reason TEXT NOT NULL, opened_at TEXT NOT NULL, expires_at TEXT NOT NULL)",
};

// What a patient's My Number card signed, so that a consent can be proved again; the certificate names nobody.
constexpr std::array consentProofs{
    "CREATE TABLE consent_proofs (view_id TEXT PRIMARY KEY REFERENCES views, card TEXT NOT NULL, certificate BLOB NOT "
    "NULL, statement BLOB NOT NULL, signature BLOB NOT NULL)",
};

/// Step n raises a file of version n to n + 1.
constexpr std::array<std::span<const char* const>, 2> ladder{{firstShape, consentProofs}};

Outcome<void> climb(Database& database, std::size_t from) {
    for (std::size_t step = from; step < ladder.size(); ++step) {
        for (const char* sql : ladder[step]) {
            if (auto done = database.run(sql); !done) {
                return done;
            }
        }
    }
    return database.run("PRAGMA user_version = " + std::to_string(ladder.size()));
}

} // namespace

Outcome<void> raiseSchema(Database& database) {
    const auto version = database.first("PRAGMA user_version", [](const Row& row) { return row.integer(0); });
    if (!version || !*version) {
        return version ? fail(problems::database, "no version") : fail(version.error());
    }
    const auto from = static_cast<std::size_t>(**version);
    if (from > ladder.size()) {
        return fail(problems::database, "the file is of a newer program");
    }
    return from == ladder.size() ? Outcome<void>() : database.transaction([&] { return climb(database, from); });
}

} // namespace kmixr::server
