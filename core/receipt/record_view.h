// One record seen through its layout: every access says what form the field should have, and what does not fit is noted
// with its place and read as absent. So a bad field costs only itself.
#pragma once

#include "core/receipt/lines.h"
#include "core/receipt/receipt.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

/// Digits, blanks around them, a minus sign, a fraction of zeros; nullopt for anything else or beyond ±`most`.
std::optional<std::int64_t> parseNumber(std::string_view field, std::int64_t most);
/// Without the blanks around (half- and full-width).
std::string_view trimmed(std::string_view field);

class RecordView {
public:
    static constexpr std::int64_t mostPoints = 9'999'999'999; ///< n10, the longest sum of points of any record
    static constexpr std::int64_t mostCount = 9'999;

    /// So many notes are kept of one receipt or file; the last says that there were more.
    static constexpr std::size_t mostNotes = 2'000;

    RecordView(const Fields& fields, LineNumber line, std::vector<UnreadLine>& unread, bool cut = false)
        : fields_(fields), line_(line), unread_(unread), cut_(cut) {}

    [[nodiscard]] LineNumber line() const { return line_; }
    [[nodiscard]] bool cut() const { return cut_; } ///< deleted by the payer's review
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] std::string_view record() const { return fields_[0]; }
    [[nodiscard]] std::string_view raw(std::size_t index) const { return fields_[index]; }
    [[nodiscard]] bool has(std::size_t index) const {
        return !fields_[index].empty() && !trimmed(fields_[index]).empty(); // most fields of most records are empty
    }
    [[nodiscard]] char letter(std::size_t index) const { ///< the first character; '\0' when the field is empty
        const std::string_view field = trimmed(fields_[index]);
        return field.empty() ? '\0' : field.front();
    }
    [[nodiscard]] std::string text(std::size_t index) const { return std::string(trimmed(fields_[index])); }

    // Absent fields give nullopt without a note.
    [[nodiscard]] std::optional<std::int64_t> number(std::size_t index, std::int64_t most) const;
    [[nodiscard]] std::optional<std::int64_t> points(std::size_t index) const { return number(index, mostPoints); }
    [[nodiscard]] std::optional<Quantity> quantity(std::size_t index) const;
    [[nodiscard]] std::optional<Day> day(std::size_t index) const;
    [[nodiscard]] std::optional<Month> month(std::size_t index) const;
    [[nodiscard]] int count(std::size_t index) const { return static_cast<int>(number(index, mostCount).value_or(0)); }

    void note(std::string reason, int field = -1) const;

private:
    const Fields& fields_;
    LineNumber line_;
    std::vector<UnreadLine>& unread_;
    bool cut_;
};

/// Keeps the note unless there are `mostNotes` already.
void addNote(std::vector<UnreadLine>& notes, UnreadLine note);
/// Codes of equal width one behind the other (修飾語 4, 歯式 6); what is left over is noted and dropped.
std::vector<std::string> codesOf(const RecordView& record, std::size_t index, std::size_t width);

/// The identifier as an UnreadLine may carry it: two capital letters, else "?" (what stands there could be a name).
std::string safeRecordName(std::string_view record);

} // namespace kmixr::receipt
