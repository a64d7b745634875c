// The compiled table of codes as it lies in its mapped file: rows are found and read where they are, nothing is copied.
#pragma once

#include "core/common/dates.h"
#include "core/common/outcome.h"
#include "core/receipt/mapped_file.h"
#include "core/receipt/master_format.h"

#include <optional>
#include <string_view>

namespace kmixr::receipt {

/// Immutable. Views and rows are valid as long as the table lives, and move with it. Thread: any.
class MasterTable {
public:
    /// Believes nothing of the file: checksum, every place, every reference and the order of the rows are checked once,
    /// here. `receipt.masters-unreadable` with the reason otherwise.
    static Outcome<MasterTable> read(MappedFile file);

    /// One state of one entry.
    class Row {
    public:
        [[nodiscard]] std::string_view field(std::size_t index) const;
        [[nodiscard]] char letter(std::size_t index) const; ///< first byte of a field, '\0' when it is empty
        /// First and last day of this state, YYYYMMDD; 0 and format::noEnd where there is none.
        [[nodiscard]] std::uint32_t firstDay() const { return table_->numberAt(at_ + format::firstDayAt); }
        [[nodiscard]] std::uint32_t lastDay() const { return table_->numberAt(at_ + format::lastDayAt); }

    private:
        Row(const MasterTable& table, std::size_t at) : table_(&table), at_(at) {}
        const MasterTable* table_;
        std::size_t at_;
        friend class MasterTable;
    };
    /// The state in force in that month, else the nearest one; of two states within a month the later. Allocates
    /// nothing; binary search.
    [[nodiscard]] std::optional<Row> find(char kind, std::string_view code, Month month) const;

    [[nodiscard]] std::string_view bytes() const { return file_.bytes(); }
    [[nodiscard]] std::string_view edition() const {
        return text(format::get<std::uint32_t>(bytes(), format::editionAt));
    }
    /// Newest change in the table, YYYYMMDD: of two tables the one that says more is the newer edition.
    [[nodiscard]] std::uint32_t issued() const { return format::get<std::uint32_t>(bytes(), format::issuedAt); }

private:
    explicit MasterTable(MappedFile file) : file_(std::move(file)) {}

    struct Section {
        std::size_t place = 0, rows = 0, rowSize = 0;
    };
    /// The reason why this is no table, or nullptr.
    const char* check();
    [[nodiscard]] bool checkRows(char kind, const Section& section, std::size_t fields) const;
    [[nodiscard]] const Section* sectionOf(char kind) const;
    [[nodiscard]] std::string_view text(std::uint32_t reference) const;
    [[nodiscard]] bool holds(std::uint32_t reference) const;
    [[nodiscard]] std::uint32_t numberAt(std::size_t place) const { return format::get<std::uint32_t>(bytes(), place); }

    MappedFile file_;
    std::size_t pool_ = 0;
    std::array<Section, format::kinds.size()> sections_;
};

} // namespace kmixr::receipt
