// What every subject works from: the receipts that count, their institutions, and each line of act resolved once.
#pragma once

#include "core/history/catalogue.h"
#include "core/history/institutions.h"
#include "core/history/source_receipts.h"

#include <vector>

namespace kmixr::history {

/// One act on one receipt, with the unit that counts it.
struct ActLine {
    std::uint32_t receipt = 0;
    const receipt::Group* group = nullptr;
    const receipt::CountUnit* unit = nullptr;
    const receipt::DetailLine* line = nullptr;
    const ActFacts* facts = nullptr;
};

/// Everything known about one patient before a subject looks at it. Not copied; lives as long as one derivation.
struct CaseFile {
    CaseFile(const Intake& intake, const receipt::Masters& masters, const Rules::Tables& tables, Day day);
    CaseFile(const CaseFile&) = delete;
    CaseFile& operator=(const CaseFile&) = delete;

    const std::vector<SourceReceipt>& receipts; ///< newest month first
    const Rules::Tables& rules;
    Catalogue catalogue;
    Institutions institutions;
    receipt::Person patient;
    Day today;
    Month first, newest;       ///< months of the used receipts; equal to today's month when there are none
    std::vector<ActLine> acts; ///< in the order of the receipts

    [[nodiscard]] bool used(std::size_t receipt) const { return receipts[receipt].use == ReceiptUse::Used; }
    [[nodiscard]] Evidence evidence(const ActLine& act) const { return {act.receipt, act.line->line}; }
    [[nodiscard]] Month monthOf(const ActLine& act) const { return receipts[act.receipt].value.month; }
    /// `months` newest data months up to the newest; 0 = always true.
    [[nodiscard]] bool within(Month month, int months) const {
        return months == 0 || monthsBetween(month, newest) < months;
    }
};

/// Day `number` of a month; nullopt when the month lacks it.
std::optional<Day> dayOf(Month month, int number);
/// The newest day on which a unit was counted; nullopt when days are not recorded.
std::optional<Day> newestDay(const receipt::CountUnit& unit, Month month);

} // namespace kmixr::history
