// Receipts of the dentist: acts of the dental fee schedule, medicines handed out, diseases with their teeth.
#include "app/practice/people/claim_parts.h"
#include "app/practice/people/medical_units.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

/// 診療開始日 is that of the receipt as a whole: the first visit of the row.
std::optional<Day> treatmentStart(const ClaimContext& context, const PlannedReceipt& row) {
    const auto first = context.calendar.visits(row, row.months.oldest());
    return first.empty() ? std::nullopt : std::optional(first.front().day);
}

} // namespace

Outcome<Claim> dentalClaim(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part) {
    Claim claim = claimHeader(context, row, month, part);
    receipt::Receipt& receipt = claim.receipt;
    receipt.treatmentStart = treatmentStart(context, row);
    const UnitContext units{
        context.plans, context.table, month, context.calendar.newest(), part.visits, {}, {}, payersOf(row), 0};
    auto lines = medicalLines(row.groups, units);
    if (!lines) {
        return fail(lines.error());
    }
    receipt.groups = std::move(lines->groups);
    for (const PlannedDisease& planned : row.diseases) {
        if (!planned.months.contains(month)) {
            continue;
        }
        receipt::Disease disease;
        disease.code = planned.code;
        disease.modifiers = planned.modifiers;
        disease.recordedName = planned.recordedName;
        disease.start = receipt.treatmentStart;
        disease.teeth = planned.teeth;
        receipt.diseases.push_back(std::move(disease));
    }
    setTotals(claim, daysOf(part.visits), pointsOf(receipt.groups));
    return claim;
}

} // namespace kmixr::practice
