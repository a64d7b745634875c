// Makes a practice world in a folder, or brings one up to date: everything the shipped programs find around them.
#pragma once

#include "core/common/clock.h"
#include "core/common/outcome.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace kmixr::practice {

struct WorldOptions {
    std::filesystem::path world;
    std::filesystem::path resources;
    std::optional<Month> anchor;       ///< newest data month; none = two months before today
    std::optional<std::uint16_t> port; ///< of the gateway; none = as before, else a free one
    std::map<std::string, int> delays; ///< patient -> milliseconds before the receipts
    bool fresh = false;                ///< empties the folder first
};

struct WorldReport {
    Month anchor{};
    std::uint16_t port = 0;
    std::size_t receipts = 0;
    std::size_t files = 0;
    bool receiptsChanged = false; ///< the files were written, and the gateway's store emptied so that it takes them in
};

/// Keys, cards and vaults of an earlier run are kept; receipts are rewritten only when the anchor month or the plans
/// changed. `fresh` refuses a folder that is no practice world.
Outcome<WorldReport> prepareWorld(const WorldOptions& options, const Clock& clock);

/// Two months before today: the newest month whose claims an insurer holds.
Month rollingAnchor(const Clock& clock);

} // namespace kmixr::practice
