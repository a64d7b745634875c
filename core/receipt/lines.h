// From text to lines to fields, without copying: the form of a receipt file (uke.md §1, §12).
#pragma once

#include "core/receipt/receipt.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace kmixr::receipt {

struct Line {
    std::string_view text; ///< without line end and without 0x1A
    LineNumber number = 0; ///< from 1; blank lines count
};

/// A line as it stands between two line ends, without 0x1A in front and without CR behind; may be empty.
std::string_view strippedLine(std::string_view text);

/// Walks over the lines of a text that outlives it. CR LF and LF end a line; 0x1A at the start of a line and a byte
/// order mark at the start of the text are dropped; blank lines are passed over.
class LineCursor {
public:
    explicit LineCursor(std::string_view text);
    /// False at the end of the text.
    bool next(Line& line);

private:
    std::string_view rest_;
    LineNumber number_ = 0;
};

/// The fields of one line; index 0 is the record identifier. Rows shorter or longer than the layout are fine: a missing
/// field is empty. The three columns that insurers put in front (データ識別, 行番号, 枝番号) are passed over.
class Fields {
public:
    static constexpr std::size_t limit = 256; ///< the longest record known has 114; what stands behind is not looked at

    /// Whether the three columns may lead the row.
    enum class Insurer : bool { No, Maybe };

    void split(std::string_view line, Insurer insurer = Insurer::Maybe);
    [[nodiscard]] std::string_view operator[](std::size_t index) const {
        return index < size() ? fields_[first_ + index] : std::string_view{};
    }
    [[nodiscard]] std::size_t size() const { return count_ - first_; } ///< including the identifier
    [[nodiscard]] bool fromInsurer() const { return first_ != 0; }     ///< the three columns were there
    [[nodiscard]] std::string_view insurerColumn(std::size_t index) const { return fields_[index]; } ///< 0 … 2

private:
    std::array<std::string_view, limit> fields_;
    std::size_t count_ = 0;
    std::size_t first_ = 0;
};

} // namespace kmixr::receipt
