#include "core/vault/ladder.h"

#include "core/vault/problems.h"

#include <array>
#include <string>

namespace kmixr::vault {

namespace {

/// Version 0 (an empty file) -> 1: patients, why they may be here, and their receipts as zstd frames.
constexpr const char* toVersion1 = R"(
CREATE TABLE patient (
  key            TEXT PRIMARY KEY,
  name           TEXT NOT NULL,
  kana           TEXT NOT NULL,
  sex            INTEGER NOT NULL,
  birth          TEXT NOT NULL,
  insurer_number TEXT NOT NULL,
  insurer_name   TEXT NOT NULL,
  token_hash     BLOB NOT NULL,
  card_ending    TEXT NOT NULL,
  cursor         TEXT NOT NULL,
  fetched_at     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX patient_by_token ON patient (token_hash);
CREATE TABLE consent (
  number         INTEGER PRIMARY KEY,
  patient_key    TEXT NOT NULL REFERENCES patient (key) ON DELETE CASCADE,
  view_id        TEXT NOT NULL,
  basis          TEXT NOT NULL,
  presented_by   TEXT NOT NULL,
  proxy_relation TEXT NOT NULL,
  proxy_reason   TEXT NOT NULL,
  at             INTEGER NOT NULL
);
CREATE INDEX consent_by_patient ON consent (patient_key, number);
CREATE TABLE receipt (
  number      INTEGER PRIMARY KEY,
  patient_key TEXT NOT NULL REFERENCES patient (key) ON DELETE CASCADE,
  id          TEXT NOT NULL,
  text        BLOB NOT NULL,
  UNIQUE (patient_key, id)
);
)";

constexpr std::array steps{toVersion1};

} // namespace

int newestVersion() {
    return static_cast<int>(steps.size());
}

Outcome<void> climb(Database& database) {
    int version = 0;
    {
        Statement asked = database.prepare("PRAGMA user_version");
        const auto row = asked.step();
        if (!row) {
            return fail(row.error());
        }
        version = static_cast<int>(asked.number(0));
    }
    if (version > newestVersion()) {
        return fail(problems::newerVersion, "database", {{"version", version}});
    }
    for (; version < newestVersion(); ++version) {
        Transaction transaction(database);
        if (auto begun = transaction.begin(); !begun) {
            return begun;
        }
        if (auto done = database.execute(steps.at(static_cast<std::size_t>(version))); !done) {
            return done;
        }
        const std::string stamp = "PRAGMA user_version = " + std::to_string(version + 1);
        if (auto stamped = database.execute(stamp.c_str()); !stamped) {
            return stamped;
        }
        if (auto committed = transaction.commit(); !committed) {
            return committed;
        }
    }
    return {};
}

} // namespace kmixr::vault
