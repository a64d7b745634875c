// The institutions of one patient's receipts: who claimed, who prescribed, in the order the pages list them.
#pragma once

#include "core/history/rules/tables.h"
#include "core/history/source_receipts.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace kmixr::history {

class Institutions {
public:
    Institutions(const std::vector<SourceReceipt>& receipts, std::optional<Month> newest,
                 const InstitutionNameRules& rules);

    [[nodiscard]] InstitutionIndex of(std::uint32_t receipt) const { return claimant_[receipt]; }
    /// Who prescribed: the prescriber of a dispensing receipt, else the claimant itself.
    [[nodiscard]] InstitutionIndex prescriberOf(std::uint32_t receipt) const { return prescriber_[receipt]; }
    [[nodiscard]] const std::vector<InstitutionInfo>& all() const { return all_; }
    [[nodiscard]] std::vector<InstitutionInfo> take() && { return std::move(all_); }

private:
    std::vector<InstitutionInfo> all_;
    std::vector<InstitutionIndex> claimant_, prescriber_; ///< by receipt
};

} // namespace kmixr::history
