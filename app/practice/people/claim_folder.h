// The folder of files that the practice insurers hold: one claim file for each institution, review organisation and
// month of claim, and the insurers' own form of what their review changed. File names hold no personal data.
#pragma once

#include "app/practice/people/claims.h"
#include "core/common/outcome.h"

#include <filesystem>
#include <string>
#include <vector>

namespace kmixr::practice {

struct ClaimFile {
    std::string name; ///< "37-1-9910048-202508-1.UKE": prefecture, point table, institution, month of claim, reviewer
    std::string text; ///< UTF-8, CR LF
};

/// Files in the order of their names, receipts in the order of patients. The same claims give the same bytes.
/// With `mostOfVolume` a longer claim is written in volumes ("…-00.UKE", "…-01.UKE" …): GO has the totals in the last
/// alone (uke.md §1).
std::vector<ClaimFile> claimFiles(std::vector<Claim> claims, std::size_t mostOfVolume = 0);

/// The same claims as insurers hold them: "insurer-379990-202508-11_RECODEINFO_MED.CSV", one file for each insurer,
/// month of claim and kind.
std::vector<ClaimFile> insurerFiles(std::vector<Claim> claims);
/// Everything that reaches the gateway: claim files, first claims of what came back among them, and behind them the
/// insurers' form of the receipts that were reduced or withdrawn.
std::vector<ClaimFile> deliveries(ClaimSet set);

/// Writes the files in CP932 and removes claim files that are no longer planned, and what a run that was cut short
/// left. Gives the number of bytes.
Outcome<std::uint64_t> writeClaimFolder(const std::vector<ClaimFile>& files, const std::filesystem::path& folder);

} // namespace kmixr::practice
