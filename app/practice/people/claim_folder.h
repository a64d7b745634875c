// The folder of claim files that the practice insurers hold: one file for each institution, review organisation and
// month of claim. File names hold no personal data.
#pragma once

#include "app/practice/people/claim.h"
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
std::vector<ClaimFile> claimFiles(std::vector<Claim> claims);

/// Writes the files in CP932 and removes claim files that are no longer planned.
Outcome<void> writeClaimFolder(const std::vector<ClaimFile>& files, const std::filesystem::path& folder);

} // namespace kmixr::practice
