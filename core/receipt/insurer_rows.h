// One receipt of an insurer's file: its rows with データ識別, 行番号 and 枝番号, and the corrections (JY) of the
// payer's review applied to them (uke.md §11).
#pragma once

#include "core/receipt/lines.h"
#include "core/receipt/receipt.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::receipt {

struct InsurerRow {
    std::string text;      ///< with the three columns
    LineNumber number = 0; ///< in the file
    std::int64_t row = -1; ///< 行番号; -1 = none
    std::int64_t branch = 0;
};

/// Rows as they stand after the review, by their place in the list of rows.
struct StandingRow {
    std::size_t row = 0;
    bool cut = false;
};

/// A correction by places in the list of rows.
struct RowCorrection {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    CorrectionKind kind = CorrectionKind::Added;
    std::size_t at = none; ///< the JY row
    std::size_t target = none;
    std::size_t replacement = none;
    std::string reasons;
};

struct ReviewedRows {
    std::vector<InsurerRow> rows; ///< in the order of the file
    std::vector<StandingRow> standing;
    std::vector<RowCorrection> corrections;
    std::vector<UnreadLine> unread; ///< corrections that fit no row, by their line in the file
    Standing receipt = Standing::Claimed;
    std::string managementNumber;
    bool namesInstitution = false; ///< an IR, YK or UK is among the rows
};

class InsurerRows {
public:
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }
    /// Whether that record opens the next receipt.
    [[nodiscard]] bool endsBefore(std::string_view record) const;
    void add(const Line& line, const Fields& fields);
    /// Everything so far with its corrections applied; empty afterwards. A row that was changed is replaced in its
    /// place, one that was deleted stands marked.
    ReviewedRows take();

private:
    std::vector<InsurerRow> rows_;
    std::size_t bytes_ = 0;
    bool receipt_ = false; ///< RE is among them
    bool named_ = false;
    Standing standing_ = Standing::Claimed;
    std::string managementNumber_;
    std::vector<std::size_t> reviews_; ///< places of the JY rows
};

} // namespace kmixr::receipt
