// One SQLCipher file behind a few words: open with a raw key, statements, one transaction at a time.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"
#include "core/common/secret_bytes.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace kmixr::vault {

/// A prepared statement. Values are bound from 1; rows are read after step() said true.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::int64_t number);
    Statement& bind(int index, ByteView blob);
    /// True: a row is there; false: done.
    Outcome<bool> step();
    /// For statements without rows.
    Outcome<void> run();
    /// Ready for other values.
    void again();

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;
    /// Valid until the next step().
    [[nodiscard]] ByteView blob(int column) const;

private:
    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
    int prepared_;
};

class Database {
public:
    /// Opens or makes the file (0600) under `key` (32 bytes, used as it is: no derivation). `vault.damaged` when it is
    /// there but cannot be read with that key.
    static Outcome<Database> open(const std::filesystem::path& file, const SecretBytes& key);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    Outcome<void> execute(const char* sql);
    [[nodiscard]] Statement prepare(std::string_view sql) { return {handle_, sql}; }
    [[nodiscard]] sqlite3* handle() const { return handle_; }

private:
    explicit Database(sqlite3* handle) : handle_(handle) {}
    sqlite3* handle_ = nullptr;
};

/// BEGIN IMMEDIATE … COMMIT; undone when it goes without commit().
class Transaction {
public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    Outcome<void> begin();
    Outcome<void> commit();

private:
    Database& database_;
    bool open_ = false;
};

/// What SQLite's result means in this room's words.
Problem problemOf(sqlite3* database, int result);

} // namespace kmixr::vault
