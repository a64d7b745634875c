// SH, CZ, IY, TO, CO, KI, TK and ST of 調剤 receipts (uke.md §6). SH opens a 剤; everything up to the next SH or KI
// belongs to it.
#pragma once

#include "core/receipt/record_view.h"

namespace kmixr::receipt {

class DispensingReader {
public:
    explicit DispensingReader(Receipt& receipt) : receipt_(receipt) {}

    void prescription(const RecordView& sh);
    void fill(const RecordView& cz);
    void drug(const RecordView& iy);
    void material(const RecordView& to);
    void comment(const RecordView& co);
    void fees(const RecordView& ki);
    void remark(const RecordView& tk);
    void split(const RecordView& st);

private:
    Prescription& current(const RecordView& record);
    void addLine(const RecordView& record, DetailLine line);
    void addFee(const RecordView& ki, std::optional<Day> day, std::size_t code, std::size_t count, std::size_t points);

    Receipt& receipt_;
    bool open_ = false; ///< a 剤 is open
};

} // namespace kmixr::receipt
