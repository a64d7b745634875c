#include "app/practice/people/resident_review.h"

#include <algorithm>
#include <array>

namespace kmixr::practice {

namespace {

constexpr int claimedAgainAfter = 3; ///< months after the treatment

/// The claim as a number (FNV-1a), so that its fate can be drawn without the others.
std::uint64_t lotOf(const Claim& claim) {
    const receipt::Receipt& receipt = claim.receipt;
    std::uint64_t lot = 0xCBF29CE484222325U;
    const std::string key = receipt.institution.key() + isoMonth(receipt.month) + receipt.type +
                            receipt.insurance->insurerNumber +
                            (receipt.prescriber ? receipt.prescriber->key() : std::string{});
    for (const char letter : key) {
        lot = (lot ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
    }
    return lot;
}

/// The payer cuts one act that was done once, a test before others.
void reduce(Claim& claim, Month newest) {
    const receipt::Group* chosen = nullptr;
    for (const receipt::Group& group : claim.receipt.groups) {
        const receipt::CountUnit& unit = group.units.front();
        const bool single = group.units.size() == 1 && unit.lines.size() == 1 && unit.count == 1 &&
                            unit.lines.front().kind == receipt::LineKind::Act && unit.points.value_or(0) > 0 &&
                            *unit.points < claim.receipt.insurance->points; // something is left
        if (single && (chosen == nullptr || (group.division == "60" && chosen->division != "60"))) {
            chosen = &group;
        }
    }
    if (chosen != nullptr) {
        const receipt::CountUnit& unit = chosen->units.front();
        const auto day =
            std::find_if(unit.days.begin(), unit.days.end(), [](std::uint16_t count) { return count > 0; });
        claim.reduction = Reduction{monthsBetween(newest, claim.receipt.month),
                                    static_cast<int>(day - unit.days.begin()) + 1, unit.lines.front().code, "C"};
    }
}

std::string searchNumber(std::uint64_t lot) {
    std::string digits = "9999";
    for (int i = 0; i < 16; ++i) {
        digits += static_cast<char>('0' + lot % 10);
        lot /= 10;
    }
    return digits;
}

} // namespace

void reviewClaims(ClaimSet& set, const Trouble& trouble, const Dice& dice, Month newest) {
    static constexpr std::array<const char*, 3> strayRows{"ZZ,1,2,3", "QQ", "ＸＸ,,,"};
    std::vector<Claim> returned;
    for (Claim& claim : set.claims) {
        const std::uint64_t lot = lotOf(claim);
        const bool medical = claim.receipt.kind == receipt::Kind::MedicalOutpatient;
        if (dice.chance(trouble.malformed, "malformed row", lot)) {
            claim.strayRow = strayRows.at(static_cast<std::size_t>(dice.below(strayRows.size(), "which row", lot)));
        }
        claim.withdrawn = dice.chance(trouble.withdrawn, "withdrawn", lot);
        if (medical && claim.receipt.publicExpenses.empty() && dice.chance(trouble.reduced, "reduced", lot)) {
            reduce(claim, newest);
        }
        if (claim.withdrawn || claim.reduction || !dice.chance(trouble.returned, "returned", lot)) {
            continue;
        }
        // Claimed again when there has been time for it.
        if (monthsBetween(claim.receipt.month, newest) >= claimedAgainAfter - 1) {
            returned.push_back(claim);
            claim.receipt.claimed = monthAt(claim.receipt.month, claimedAgainAfter);
            claim.receipt.searchNumber = searchNumber(lot);
        } else {
            claim.withdrawn = true;
        }
    }
    std::move(returned.begin(), returned.end(), std::back_inserter(set.earlier));
}

} // namespace kmixr::practice
