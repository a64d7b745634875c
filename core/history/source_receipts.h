// Takes receipts in: reads them, orders them, and decides which of them the history is derived from. Nothing is thrown
// away: a receipt that is not used says why.
#pragma once

#include "core/history/derive.h"
#include "core/history/history.h"

#include <optional>
#include <vector>

namespace kmixr::history {

struct Intake {
    std::vector<SourceReceipt> receipts; ///< newest month first
    receipt::Person patient;             ///< as the newest used receipt has it
    std::optional<Month> newest;
    std::uint32_t unreadLines = 0;
};

Intake takeIn(std::vector<ReceiptInput> inputs, Day today);

} // namespace kmixr::history
