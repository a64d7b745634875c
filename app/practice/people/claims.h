// From plans to claims: every receipt of a person, month by month. Rules: practice-patients.md §F.
#pragma once

#include "app/practice/people/claim.h"
#include "app/practice/people/price_table.h"
#include "core/common/outcome.h"

#include <vector>

namespace kmixr::practice {

struct ClaimSet {
    std::vector<Claim> claims;  ///< in the order of people, rows, months
    std::vector<Claim> earlier; ///< first claims of receipts that came back and were claimed again
};

/// All receipts of one person when `newest` is the newest data month. The same plans and month give the same claims.
Outcome<ClaimSet> claimsOf(const PracticePerson& person, const Plans& plans, const PriceTable& table, Month newest);
/// Of everybody.
Outcome<ClaimSet> allClaims(const Plans& plans, const PriceTable& table, Month newest);

} // namespace kmixr::practice
