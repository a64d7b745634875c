#include "app/gateway/server/store/database.h"

#include "app/gateway/server/problems.h"
#include "app/gateway/server/store/database_key.h"
#include "app/gateway/server/store/schema.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

namespace kmixr::server {

std::int64_t Row::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string Row::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text == nullptr ? std::string()
                           : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Bytes Row::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? Bytes() : Bytes(bytes, bytes + sqlite3_column_bytes(statement_, column));
}

bool Row::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}
void Database::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database::Database() : mutex_(std::make_unique<std::recursive_mutex>()) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Outcome<Database> Database::open(const std::filesystem::path& file, const std::filesystem::path& keyFile) {
    std::error_code notMade; // opening says it better
    std::filesystem::create_directories(file.parent_path(), notMade);
    std::filesystem::create_directories(keyFile.parent_path(), notMade);
    const auto key = databaseKey(file, keyFile);
    if (!key) {
        return fail(key.error());
    }
    Database database;
    sqlite3* handle = nullptr; // owned by `database` also when opening fails
    const int opened = sqlite3_open_v2(file.c_str(), &handle,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr);
    database.handle_.reset(handle);
    if (opened != SQLITE_OK ||
        sqlite3_key_v2(handle, "main", key->bytes().data(), static_cast<int>(key->size())) != SQLITE_OK) {
        return database.trouble();
    }
    // Linked beside a plain SQLite, the key call succeeds and the file is written readable: ask before the first write.
    const auto version = database.first("PRAGMA cipher_version", [](const Row& row) { return row.text(0); });
    if (!version || !*version || !(*version)->starts_with("4.")) {
        return fail(problems::notEncrypting);
    }
    sqlite3_busy_timeout(handle, 10'000);
    for (const std::string_view sql :
         {"PRAGMA cache_size = -65536", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
          "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY"}) {
        if (const auto set = database.run(sql); !set) {
            return fail(set.error());
        }
    }
    if (const auto raised = raiseSchema(database); !raised) {
        return fail(raised.error());
    }
    return database;
}

tl::unexpected<Problem> Database::trouble() const {
    // Extended code only: SQLite's sentence may quote a value.
    return fail(problems::database, "sqlite " + std::to_string(sqlite3_extended_errcode(handle_.get())));
}

Outcome<sqlite3_stmt*> Database::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) {
        sqlite3_reset(found->second.get());
        return found->second.get();
    }
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
        return trouble();
    }
    statements_.emplace(sql, statement);
    return statement;
}

Outcome<void> Database::walk(sqlite3_stmt* statement, const std::function<void(const Row&)>& each) {
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        each(Row(statement));
    }
    Outcome<void> done;
    if (step != SQLITE_DONE) {
        done = trouble();
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return done;
}

void Database::bind(sqlite3_stmt* statement, int index, std::int64_t value) {
    sqlite3_bind_int64(statement, index, value);
}

void Database::bind(sqlite3_stmt* statement, int index, std::string_view text) {
    sqlite3_bind_text64(statement, index, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Database::bind(sqlite3_stmt* statement, int index, ByteView blob) {
    sqlite3_bind_blob64(statement, index, blob.data(), blob.size(), SQLITE_STATIC);
}

Outcome<void> Database::transaction(const std::function<Outcome<void>()>& work) {
    const std::lock_guard lock(*mutex_);
    if (auto begun = run("BEGIN IMMEDIATE"); !begun) {
        return begun;
    }
    auto done = work();
    if (done) {
        done = run("COMMIT");
    }
    if (!done) {
        static_cast<void>(run("ROLLBACK")); // the first trouble is the one to tell
    }
    return done;
}

Outcome<std::int64_t> Database::nextNumber() {
    const auto next =
        first("UPDATE counter SET value = value + 1 RETURNING value", [](const Row& row) { return row.integer(0); });
    if (!next || !*next) {
        return next ? fail(problems::database, "counter") : fail(next.error());
    }
    return **next;
}

} // namespace kmixr::server
