#include "app/practice/people/claim_parts.h"
#include "app/practice/people/medical_units.h"

namespace kmixr::practice {

namespace {

constexpr const char* donorType = "1991"; ///< 臓器提供者, in-patient

Outcome<DonorBlock> donorBlock(const ClaimContext& context, const PlannedReceipt& row, int month, char payers) {
    const PlannedDonor& planned = *row.donor;
    const Month newest = context.calendar.newest();
    DonorBlock block;
    block.person = planned.person;
    block.organ = planned.organ;
    block.type = donorType;
    block.admitted = planned.stay.from.on(newest);
    const std::vector<Visit> days = context.calendar.hospitalDays(planned.stay, month);
    block.days = static_cast<int>(days.size());
    const UnitContext units{
        context.plans, context.table, month, newest, days, block.admitted, planned.stay.to.on(newest), payers, 0};
    auto lines = medicalLines(planned.groups, units);
    if (!lines) {
        return fail(lines.error());
    }
    block.groups = std::move(lines->groups);
    block.points = pointsOf(block.groups);
    PlannedReceipt donorsRow = row;
    donorsRow.diseases = planned.diseases;
    block.diseases = diseasesOf(context, donorsRow, month, lastOf(monthAt(newest, month)));
    return block;
}

} // namespace

std::int64_t pointsOf(const std::vector<receipt::Group>& groups) {
    std::int64_t sum = 0;
    for (const receipt::Group& group : groups) {
        for (const receipt::CountUnit& unit : group.units) {
            if (group.division != "97" && unit.points) {
                sum += *unit.points * unit.count;
            }
        }
    }
    return sum;
}

std::vector<Day> daysOf(const std::vector<Visit>& visits) {
    std::vector<Day> days;
    for (const Visit& visit : visits) {
        if (days.empty() || days.back() != visit.day) {
            days.push_back(visit.day);
        }
    }
    return days;
}

Outcome<Claim> medicalClaim(const ClaimContext& context, const PlannedReceipt& row, int month,
                            const InsuredDays& part) {
    const Month newest = context.calendar.newest();
    Claim claim = claimHeader(context, row, month, part);
    receipt::Receipt& receipt = claim.receipt;
    claim.wards = row.wards;
    claim.exclusionReason = row.exclusionReason;
    claim.diseasesLast = row.diseasesLast;
    if (row.donor) {
        auto block = donorBlock(context, row, month, payersOf(row));
        if (!block) {
            return fail(block.error());
        }
        claim.donor = *std::move(block);
    }
    UnitContext units{context.plans,
                      context.table,
                      month,
                      newest,
                      part.visits,
                      {},
                      {},
                      payersOf(row),
                      claim.donor ? claim.donor->points : 0};
    if (row.stay) {
        units.admitted = row.stay->from.on(newest);
        units.discharged = row.stay->to.on(newest);
        receipt.admitted = units.admitted;
    }
    auto lines = medicalLines(row.groups, units);
    if (!lines) {
        return fail(lines.error());
    }
    receipt.groups = std::move(lines->groups);
    receipt.remarks = std::move(lines->remarks);
    claim.meals = lines->meals;
    claim.mealsYen = lines->mealsYen;
    receipt.insurance->meals = claim.meals;
    receipt.insurance->mealsYen = claim.mealsYen;
    const std::vector<Day> days = daysOf(part.visits);
    receipt.diseases = diseasesOf(context, row, month, part.until);
    setTotals(claim, days, pointsOf(receipt.groups));
    return claim;
}

} // namespace kmixr::practice
