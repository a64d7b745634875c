// The server's own SQLCipher file behind a few words: run, rows, transaction. One connection, one mutex; statements are
// prepared once and kept.
#pragma once

#include "core/common/bytes.h"
#include "core/common/outcome.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace kmixr::server {

/// The row a statement stands on. Valid inside the callback only.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    sqlite3_stmt* statement_;
};

/// Thread: any; calls wait for each other. A transaction holds the door until it ends.
class Database {
public:
    /// Opens or makes the file. The raw key stands in `keyFile` as 64 hex digits, 0600; both are made when neither
    /// exists. Problems: notEncrypting, databaseKey, database.
    static Outcome<Database> open(const std::filesystem::path& file, const std::filesystem::path& keyFile);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    template <class... Args>
    Outcome<void> run(std::string_view sql, const Args&... args) {
        return rows(sql, [](const Row&) {}, args...);
    }

    /// Calls `each` for every row.
    template <class Each, class... Args>
    Outcome<void> rows(std::string_view sql, Each each, const Args&... args) {
        const std::lock_guard lock(*mutex_);
        auto statement = prepared(sql);
        if (!statement) {
            return fail(statement.error());
        }
        int index = 0;
        (bind(*statement, ++index, args), ...);
        return walk(*statement, [&each](const Row& row) { each(row); });
    }

    /// The first row read by `read`, or nullopt.
    template <class Read, class... Args>
    auto first(std::string_view sql, Read read, const Args&... args)
        -> Outcome<std::optional<decltype(read(std::declval<const Row&>()))>> {
        std::optional<decltype(read(std::declval<const Row&>()))> found;
        auto done = rows(
            sql,
            [&](const Row& row) {
                if (!found) {
                    found = read(row);
                }
            },
            args...);
        if (!done) {
            return fail(done.error());
        }
        return found;
    }

    /// Everything `work` does, or nothing of it.
    Outcome<void> transaction(const std::function<Outcome<void>()>& work);
    /// A number never given before, from one counter for the whole file.
    Outcome<std::int64_t> nextNumber();

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    Database();
    Outcome<sqlite3_stmt*> prepared(std::string_view sql);
    Outcome<void> walk(sqlite3_stmt* statement, const std::function<void(const Row&)>& each);
    [[nodiscard]] tl::unexpected<Problem> trouble() const;
    static void bind(sqlite3_stmt* statement, int index, std::int64_t value);
    static void bind(sqlite3_stmt* statement, int index, std::string_view text);
    static void bind(sqlite3_stmt* statement, int index, ByteView blob);
    static void bind(sqlite3_stmt* statement, int index, int value) { bind(statement, index, std::int64_t{value}); }
    static void bind(sqlite3_stmt* statement, int index, const std::string& text) {
        bind(statement, index, std::string_view(text));
    }
    static void bind(sqlite3_stmt* statement, int index, const Bytes& blob) { bind(statement, index, ByteView(blob)); }
    static void bind(sqlite3_stmt* statement, int index, const Sha256& blob) { bind(statement, index, ByteView(blob)); }

    std::unique_ptr<std::recursive_mutex> mutex_;
    std::unique_ptr<sqlite3, Closer> handle_;
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalizer>, std::less<>>
        statements_; ///< closed before the handle
};

} // namespace kmixr::server
