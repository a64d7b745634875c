// Admissions read from the visits: one stay from admission to the last in-patient day, over the months.
#pragma once

#include "core/history/history.h"

#include <optional>
#include <vector>

namespace kmixr::ui {

struct Stay {
    history::InstitutionIndex institution = 0;
    Day from{}, to{};
    std::vector<std::uint32_t> receipts{}; ///< into History::receipts
    [[nodiscard]] int days() const { return daysBetween(from, to) + 1; }
};

/// Oldest first.
std::vector<Stay> staysOf(const history::History& history);
/// The stay that holds that day at that institution; a day of unknown place in the month matches any stay of the month.
const Stay* stayAt(const std::vector<Stay>& stays, history::InstitutionIndex institution, Day day, bool dayUnknown);

} // namespace kmixr::ui
