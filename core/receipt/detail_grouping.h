// SI, IY, TO and CO of 医科 and DPC receipts, SS, SI, IY, TO and CO of 歯科 -> groups, units and lines (uke.md §3, 5,
// 9).
#pragma once

#include "core/receipt/record_view.h"

namespace kmixr::receipt {

/// Follows the lines of one receipt. A line with 診療識別 opens a group; the line that carries 点数 closes a unit;
/// comments behind it still belong to it.
class DetailGrouping {
public:
    explicit DetailGrouping(Receipt& receipt) : receipt_(receipt) {}

    void act(const RecordView& si);
    void drug(const RecordView& iy);
    void material(const RecordView& to);
    void comment(const RecordView& co);

    // 歯科 has its own columns.
    void dentalAct(const RecordView& ss);
    void dentalMedicalAct(const RecordView& si);
    void dentalDrug(const RecordView& iy);
    void dentalMaterial(const RecordView& to);
    void dentalComment(const RecordView& co);

private:
    struct Layout {
        LineKind kind;
        std::size_t points, count, comments, days; ///< comments: 0 = the record has none
    };
    void take(const RecordView& record, Comment comment);
    void detail(const RecordView& record, const Layout& layout, DetailLine line);
    Group& groupFor(const RecordView& record);
    CountUnit& openUnit(Group& group);

    Receipt& receipt_;
    bool grouped_ = false;  ///< a group is open
    bool remarks_ = false;  ///< what is open are comments on the whole receipt (診療識別 01, 99)
    bool unitOpen_ = false; ///< the last unit still waits for its points
};

} // namespace kmixr::receipt
