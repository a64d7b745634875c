#include "app/practice/people/claims.h"

#include "app/practice/people/claim_parts.h"

#include <algorithm>
#include <iterator>

namespace kmixr::practice {

namespace {

bool written(receipt::Kind kind) {
    return kind != receipt::Kind::Dpc && kind != receipt::Kind::Dental;
}

/// The claims of one row in one month: none, one, or two when the insurer changes in it.
Outcome<std::vector<Claim>> claimsIn(const ClaimContext& context, const PlannedReceipt& row, int month) {
    const std::vector<Visit> visits =
        row.stay ? context.calendar.hospitalDays(*row.stay, month) : context.calendar.visits(row, month);
    const std::vector<InsuredDays> parts = insuredDays(context, visits);
    std::vector<Claim> claims;
    for (const InsuredDays& part : parts) {
        auto claim = row.kind == receipt::Kind::Dispensing ? dispensingClaim(context, row, month, part)
                                                           : medicalClaim(context, row, month, part);
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
            if (!written(row.kind)) {
                set.leftOut += 1;
                continue;
            }
            auto claims = claimsIn(context, row, month);
            if (!claims) {
                return fail(claims.error());
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
        all.leftOut += set->leftOut;
    }
    return all;
}

} // namespace kmixr::practice
