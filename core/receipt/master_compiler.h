// Builds the table that Masters opens: official code masters, their updates, lists of names, the practice table
// (masters.md; forms of the sources: §0).
#pragma once

#include "core/common/outcome.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

/// Feed it sources in the order of their issue: whole files, then updates, then lists of names, which only fill gaps.
/// A change of an entry keeps the former state for receipts of the months before. Thread: one.
class MasterCompiler {
public:
    /// Takes a source of any form it knows, told by its content: official CSV (CP932, the letter in column 2), a list
    /// of names (UTF-8 CSV with a header: kind,code,name,unit,extra,first_seen,last_seen or code,name,…), a practice
    /// table (UTF-8, tab-separated, see resources/masters). `receipt.masters-source` when it is none of these.
    Outcome<void> add(std::string_view bytes);
    Outcome<void> addFile(const std::filesystem::path& file);

    /// Writes the table to `file` by way of a new file beside it, so that an open table is never changed.
    /// An empty `edition` is replaced by what the sources say. `receipt.masters-unwritable` when it cannot be written.
    Outcome<void> write(const std::filesystem::path& file, std::string edition = {}) const;
    /// The bytes that `write` writes.
    [[nodiscard]] std::string table(std::string edition = {}) const;

    /// Codes held, by kind (b z s y t c h m).
    [[nodiscard]] std::map<char, std::size_t> counts() const;
    /// Rows that were no entry: without a fitting code or name.
    [[nodiscard]] std::size_t skippedRows() const { return skippedRows_; }

private:
    struct Version {
        std::uint32_t from = 0;
        std::uint32_t until = 0;
        std::vector<std::string> fields; ///< as in master_format.h
    };
    struct Entry {
        std::vector<std::string> columns; ///< the newest state of the official columns, which updates change one by one
        std::vector<Version> versions;    ///< oldest first
    };

    void addOfficial(std::string_view text);
    void addNames(std::string_view text);
    void addPractice(std::string_view text);
    void merge(char kind, char change, const std::vector<std::string>& columns);
    void addVersion(Entry& entry, Version version);
    [[nodiscard]] std::string editionOf(std::string edition) const;

    std::map<char, std::map<std::string, Entry>> entries_;
    std::string practiceEdition_;
    std::uint32_t newestChange_ = 0;
    std::size_t skippedRows_ = 0;
};

} // namespace kmixr::receipt
