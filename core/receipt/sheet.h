// A receipt laid out as on paper (原本表示): rows from top to bottom, each with the lines of the text it stands for, so
// that a view can show where a derived word comes from. Words are the field's own and always Japanese, as the paper is.
#pragma once

#include "core/receipt/masters.h"
#include "core/receipt/receipt.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kmixr::receipt {

/// The parts of the paper, in their order on it.
enum class SheetPart : std::uint8_t {
    Patient,
    Payers,       ///< HO, KO: number, days, points
    Diseases,     ///< 傷病名
    Stay,         ///< DPC: classification, per-diem points
    Details,      ///< 摘要: 診療識別, acts, drugs, materials, points × count, days
    Coding,       ///< DPC: what the per-diem fee covers, by day
    Prescription, ///< 調剤: 剤 with its drugs and fills
    Fees,         ///< 調剤: base fee and advice
    Remarks,      ///< comments on the whole receipt
    Narratives,   ///< 症状詳記
    Corrections,  ///< what the payer's review did
    Unread        ///< rows that could not be read
};

struct SheetRow {
    SheetPart part = SheetPart::Details;
    std::string mark;   ///< 診療識別 on the first row of a group, 主 for the main disease …; may be empty
    std::string text;   ///< the wide column
    std::string amount; ///< "3錠", "40分"; may be empty
    std::optional<std::int64_t> points; ///< on the last row of what one number pays for
    bool yen = false;                   ///< `points` is money (食事療養)
    int count = 0;                      ///< 回数; 0 = not said
    std::array<std::uint16_t, 31> days{};
    std::optional<Day> start;      ///< diseases: 診療開始日
    std::string outcome;           ///< diseases: 転帰 in words
    bool unlisted = false;         ///< 「マスター未収載」: the text is the code
    bool cut = false;              ///< deleted by the payer's review: struck through, not hidden
    bool indented = false;         ///< belongs to the row above (comments)
    std::vector<LineNumber> lines; ///< rows of the receipt's text
};

struct Sheet {
    std::string title; ///< "診療報酬明細書（医科入院外）"
    std::string month; ///< "2025年7月"
    std::string institution;
    std::string prescriber; ///< 調剤 only
    std::vector<SheetRow> rows;
    std::int64_t points = 0; ///< as stated
};

/// Names as of the receipt's month. Thread: any.
Sheet sheetOf(const Receipt& receipt, const Masters& masters);

/// "診療報酬明細書（医科入院外）".
std::string_view sheetTitle(Kind kind);
/// 診療識別 in words, "21" -> "内服"; dental receipts have words of their own. Empty for an unknown code.
std::string_view divisionName(std::string_view division, Kind kind);
/// 用法コード in words, "006" -> "朝食後"; empty for an unknown code and for 900.
std::string_view usageName(std::string_view usage);

} // namespace kmixr::receipt
