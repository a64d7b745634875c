#include "app/practice/people/claims.h"

#include "app/practice/people/claim_parts.h"

#include <algorithm>
#include <iterator>

namespace kmixr::practice {

namespace {

Outcome<Claim> claimOf(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part) {
    switch (row.kind) {
    case receipt::Kind::Dispensing:
        return dispensingClaim(context, row, month, part);
    case receipt::Kind::Dpc:
        return dpcClaim(context, row, month, part);
    case receipt::Kind::Dental:
        return dentalClaim(context, row, month, part);
    default:
        return medicalClaim(context, row, month, part);
    }
}

/// The row as it was first claimed in a month whose receipt came back: without what was forgotten.
PlannedReceipt firstClaim(const PlannedReceipt& row, const Reclaim& reclaim) {
    PlannedReceipt first = row;
    first.reclaims.clear();
    std::erase_if(first.groups, [&reclaim](const PlannedGroup& group) {
        return !group.lines.empty() && std::find(reclaim.without.begin(), reclaim.without.end(),
                                                 group.lines.front().code) != reclaim.without.end();
    });
    return first;
}

/// The claims of one row in one month: none, one, or two when the insurer changes in it.
Outcome<std::vector<Claim>> claimsIn(const ClaimContext& context, const PlannedReceipt& row, int month) {
    const std::vector<Visit> visits =
        row.stay ? context.calendar.hospitalDays(*row.stay, month) : context.calendar.visits(row, month);
    const std::vector<InsuredDays> parts = insuredDays(context, visits);
    std::vector<Claim> claims;
    for (const InsuredDays& part : parts) {
        auto claim = claimOf(context, row, month, part);
        if (!claim) {
            return fail(claim.error());
        }
        if (parts.size() > 1 && !row.splitComment.empty()) {
            receipt::Comment comment;
            comment.code = row.splitComment;
            claim->receipt.remarks.push_back(std::move(comment));
        }
        if (!claim->receipt.visitDays.empty()) {
            claims.push_back(*std::move(claim));
        }
    }
    return claims;
}

} // namespace

Outcome<ClaimSet> claimsOf(const PracticePerson& person, const Plans& plans, const PriceTable& table, Month newest) {
    const PatientCalendar calendar(plans, person, newest);
    const ClaimContext context{plans, table, person, calendar};
    ClaimSet set;
    for (const PlannedReceipt& row : person.receipts) {
        for (int month = row.months.oldest(); month <= 0; ++month) {
            if (!row.months.contains(month)) {
                continue;
            }
            auto claims = claimsIn(context, row, month);
            if (!claims) {
                return fail(claims.error());
            }
            for (const Reclaim& reclaim : row.reclaims) {
                if (reclaim.month == month) {
                    auto first = claimsIn(context, firstClaim(row, reclaim), month);
                    if (!first) {
                        return fail(first.error());
                    }
                    std::move(first->begin(), first->end(), std::back_inserter(set.earlier));
                }
            }
            for (Claim& claim : *claims) {
                const auto same = std::find_if(set.claims.begin(), set.claims.end(),
                                               [&claim](const Claim& known) { return sameReceipt(known, claim); });
                if (same == set.claims.end()) {
                    set.claims.push_back(std::move(claim));
                } else {
                    mergeInto(*same, std::move(claim));
                }
            }
        }
    }
    return set;
}

Outcome<ClaimSet> allClaims(const Plans& plans, const PriceTable& table, Month newest) {
    ClaimSet all;
    for (const PracticePerson& person : plans.people) {
        auto set = claimsOf(person, plans, table, newest);
        if (!set) {
            return fail(set.error());
        }
        std::move(set->claims.begin(), set->claims.end(), std::back_inserter(all.claims));
        std::move(set->earlier.begin(), set->earlier.end(), std::back_inserter(all.earlier));
    }
    return all;
}

} // namespace kmixr::practice
