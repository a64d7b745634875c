// One receipt while its lines come in: knows which record means what in which kind of receipt.
#pragma once

#include "core/receipt/detail_grouping.h"
#include "core/receipt/dispensing.h"
#include "core/receipt/dpc.h"
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
    /// `cut`: the payer's review deleted this row.
    void add(const Line& line, const Fields& fields, bool cut = false);
    /// What the insurer's file says about the receipt as a whole.
    void addReview(Standing standing, std::string managementNumber, std::vector<Correction> corrections);
    Receipt take();

private:
    bool addHeaderRecord(const RecordView& record);
    void addMedicalRecord(const RecordView& record);
    bool addDpcRecord(const RecordView& record);
    void addDentalRecord(const RecordView& record);
    void addDispensingRecord(const RecordView& record);
    void addDisease(const RecordView& sy);
    void addDentalDisease(const RecordView& hs);
    void addNarrative(const RecordView& sj);
    void becomeDpc();

    Receipt receipt_;
    DetailGrouping details_{receipt_};
    DispensingReader dispensing_{receipt_};
    DpcReader dpc_{receipt_};
    std::string re_; ///< read a second time when a later record shows that this is a DPC receipt
    bool usable_ = false;
    bool donor_ = false; ///< inside TI…: everything up to the next receipt is about the donor
};

} // namespace kmixr::receipt
