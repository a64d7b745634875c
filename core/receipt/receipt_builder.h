// One receipt while its lines come in: knows which record means what in which kind of receipt.
#pragma once

#include "core/receipt/detail_grouping.h"
#include "core/receipt/dispensing.h"
#include "core/receipt/header_records.h"

#include <optional>
#include <string_view>

namespace kmixr::receipt {

class ReceiptBuilder {
public:
    /// `submitter` is the IR, YK or UK in force, or nullptr.
    ReceiptBuilder(const Line& re, const Fields& fields, const Submitter* submitter);
    ReceiptBuilder(const ReceiptBuilder&) = delete;
    ReceiptBuilder& operator=(const ReceiptBuilder&) = delete;

    /// False: this RE does not say whose receipt it is; its lines must not be filed under anybody.
    [[nodiscard]] bool usable() const { return usable_; }
    void add(const Line& line, const Fields& fields);
    Receipt take();

private:
    bool addHeaderRecord(const RecordView& record);
    void addMedicalRecord(const RecordView& record);
    void addDispensingRecord(const RecordView& record);
    void addDisease(const RecordView& sy);
    void addNarrative(const RecordView& sj);
    void becomeDpc();

    Receipt receipt_;
    DetailGrouping details_{receipt_};
    DispensingReader dispensing_{receipt_};
    std::string re_; ///< read a second time when a later record shows that this is a DPC receipt
    bool usable_ = false;
    bool donor_ = false; ///< inside TI…: everything up to the next receipt is about the donor
};

} // namespace kmixr::receipt
