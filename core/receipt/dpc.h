// BU SB KK SK GA HH GT and CD of DPC receipts (uke.md §4).
#pragma once

#include "core/receipt/record_view.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace kmixr::receipt {

/// Collects what a DPC receipt has beyond the records of 医科.
class DpcReader {
public:
    explicit DpcReader(Receipt& receipt) : receipt_(receipt) {}

    void diagnosisGroup(const RecordView& bu);
    void disease(const RecordView& sb);
    void patient(const RecordView& kk);
    void act(const RecordView& sk);
    void absence(const RecordView& ga);
    void perDiem(const RecordView& hh);
    void total(const RecordView& gt);
    /// One row of the coding data. Rows of one act share date, 診療識別 and 順序番号; the same act on several days
    /// becomes one group with its days, as SI lines are.
    void coding(const RecordView& cd);
    /// When the receipt is whole: outcomes of the stay go to its diseases, the last act is filed, and coding rows that
    /// repeat a line of SI IY TO on the same day are counted once.
    void finish();

private:
    struct CodingAct {
        Group group;
        std::string key; ///< what must be equal for two days to be one group
        Day day{};
        std::string place; ///< date, 診療識別, 順序番号
        int count = 0;
    };
    DpcStay& stay();
    void fileAct();
    void dropRepeated();

    Receipt& receipt_;
    CodingAct open_;
    std::vector<Group> coded_;
    std::unordered_map<std::string, std::size_t> byKey_; ///< place in coded_
};

} // namespace kmixr::receipt
