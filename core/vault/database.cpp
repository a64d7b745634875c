#include "core/vault/database.h"

#include "core/vault/problems.h"

#include <sqlcipher/sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <utility>

namespace kmixr::vault {

namespace {

constexpr std::size_t keySize = 32;
constexpr int busyMs = 3000;

/// Receipts are read in long rows of neighbours: with the default 2 MB cache every page is deciphered again and again
/// (platform notes §1). Nothing is written beside the file in plain text: temporary tables stay in memory.
constexpr const char* settings = "PRAGMA cache_size = -65536;"
                                 "PRAGMA journal_mode = WAL;"
                                 "PRAGMA synchronous = NORMAL;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA secure_delete = ON;"
                                 "PRAGMA foreign_keys = ON;";

Outcome<void> giveKey(sqlite3* handle, const SecretBytes& key) {
    static constexpr std::string_view digits = "0123456789abcdef";
    SecretBytes literal(keySize * 2 + 3); // x'…': 32 bytes as they are, no passphrase derivation
    auto out = literal.bytes();
    std::size_t at = 0;
    out[at++] = 'x';
    out[at++] = '\'';
    for (const std::uint8_t byte : key.bytes()) {
        out[at++] = static_cast<std::uint8_t>(digits[byte >> 4U]);
        out[at++] = static_cast<std::uint8_t>(digits[byte & 15U]);
    }
    out[at] = '\'';
    if (const int result = sqlite3_key_v2(handle, "main", out.data(), static_cast<int>(out.size()));
        result != SQLITE_OK) {
        return fail(problemOf(handle, result));
    }
    return {};
}

} // namespace

Problem problemOf(sqlite3* database, int result) {
    const std::string detail = "sqlite " + std::to_string(sqlite3_extended_errcode(database));
    switch (result & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return {std::string(problems::damaged.text), detail, {}};
    case SQLITE_FULL:
        return {std::string(problems::diskFull.text), detail, {}};
    case SQLITE_IOERR:
        if (sqlite3_system_errno(database) == ENOSPC) {
            return {std::string(problems::diskFull.text), detail, {}};
        }
        [[fallthrough]];
    default:
        return {std::string(problems::storage.text), detail, {}};
    }
}

Statement::Statement(sqlite3* database, std::string_view sql)
    : database_(database),
      prepared_(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr)) {}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

Statement& Statement::bind(int index, std::string_view text) {
    sqlite3_bind_text(statement_, index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, std::int64_t number) {
    sqlite3_bind_int64(statement_, index, number);
    return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
    sqlite3_bind_blob(statement_, index, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Outcome<bool> Statement::step() {
    if (prepared_ != SQLITE_OK) {
        return fail(problemOf(database_, prepared_));
    }
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result == SQLITE_DONE) {
        return false;
    }
    return fail(problemOf(database_, result));
}

Outcome<void> Statement::run() {
    const auto stepped = step();
    if (!stepped) {
        return fail(stepped.error());
    }
    return {};
}

void Statement::again() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::string Statement::text(int column) const {
    return std::string(textOf(blob(column)));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_, column);
}

ByteView Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Outcome<Database> Database::open(const std::filesystem::path& file, const SecretBytes& key) {
    if (key.size() != keySize) {
        return fail(problems::storage, "key size"); // never an empty key that would mean "no encryption"
    }
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (opened != SQLITE_OK) {
        return fail(problemOf(handle, opened));
    }
    ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
    sqlite3_busy_timeout(handle, busyMs);
    if (auto keyed = giveKey(handle, key); !keyed) {
        return fail(keyed.error());
    }
    if (auto readable = database.execute("SELECT count(*) FROM sqlite_master"); !readable) {
        return fail(readable.error());
    }
    if (auto set = database.execute(settings); !set) {
        return fail(set.error());
    }
    return database;
}

Database::Database(Database&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

Outcome<void> Database::execute(const char* sql) {
    if (const int result = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); result != SQLITE_OK) {
        return fail(problemOf(handle_, result));
    }
    return {};
}

Transaction::Transaction(Database& database) : database_(database) {}

Transaction::~Transaction() {
    if (open_) {
        static_cast<void>(database_.execute("ROLLBACK"));
    }
}

Outcome<void> Transaction::begin() {
    auto begun = database_.execute("BEGIN IMMEDIATE");
    open_ = begun.has_value();
    return begun;
}

Outcome<void> Transaction::commit() {
    auto committed = database_.execute("COMMIT");
    open_ = !committed;
    return committed;
}

} // namespace kmixr::vault
