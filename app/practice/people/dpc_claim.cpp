// The stay of a DPC hospital: what the fee schedule pays (SI IY TO), what the per-diem fee covers (CD), and the fee
// itself (HH, GT). Rules: practice-patients.md §F 6.
#include "app/practice/people/claim_parts.h"
#include "app/practice/people/medical_units.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

constexpr char thisMonth = '2'; ///< 請求調整区分
constexpr int coefficientPlaces = 4;

/// Lines without a day of their own belong to the act before them; an anaesthetic without one to the operation; any
/// other act was done on the day of admission.
std::vector<PlannedGroup> feeForService(const PlannedReceipt& row) {
    std::vector<PlannedGroup> groups;
    for (PlannedGroup group : row.groups) {
        if (group.coding) {
            continue;
        }
        group.oneUnit = group.bundle.empty();
        if (group.joins && !groups.empty() && groups.back().division == group.division) {
            auto& lines = groups.back().lines;
            lines.insert(lines.end(), group.lines.begin(), group.lines.end());
            auto& comments = groups.back().comments;
            comments.insert(comments.end(), group.comments.begin(), group.comments.end());
            continue;
        }
        if (group.joins) {
            const bool beside =
                !groups.empty() && groups.back().division.front() == '5' && group.division.front() == '5';
            if (beside) {
                group.when = groups.back().when;
            } else {
                group.when.dates.push_back(row.stay->from);
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<receipt::Group> codingData(const PlannedReceipt& row, const UnitContext& context) {
    std::vector<receipt::Group> groups;
    for (const PlannedGroup& planned : row.groups) {
        if (!planned.coding) {
            continue;
        }
        Occasion when = planned.when;
        if (planned.joins) {
            when.dates.push_back(row.stay->from);
        }
        const auto days = occasions(when, context.visits, context.month, context.newest, context.admitted);
        if (days.empty()) {
            continue;
        }
        const PlannedLine& line = planned.lines.front();
        receipt::Group group;
        group.division = planned.division;
        group.payers = '\0';
        group.coding = true;
        receipt::CountUnit& unit = group.units.emplace_back();
        receipt::DetailLine& detail = unit.lines.emplace_back();
        detail.kind = lineKindOf(line.code);
        detail.code = line.code;
        detail.amount = line.amount;
        for (const Visit& visit : days) {
            unit.days[static_cast<unsigned>(visit.day.day()) - 1] += 1;
            unit.count += 1;
        }
        groups.push_back(std::move(group));
    }
    // As they follow each other in a file that is written day by day.
    const auto firstDay = [](const receipt::Group& group) {
        const auto& days = group.units.front().days;
        return std::find_if(days.begin(), days.end(), [](std::uint16_t count) { return count > 0; }) - days.begin();
    };
    std::stable_sort(groups.begin(), groups.end(), [&firstDay](const receipt::Group& a, const receipt::Group& b) {
        return firstDay(a) < firstDay(b);
    });
    return groups;
}

/// `points` × a coefficient of four places, half up.
std::int64_t timesCoefficient(std::int64_t points, const std::string& coefficient) {
    std::int64_t scale = 1;
    for (int place = 0; place < coefficientPlaces; ++place) {
        scale *= 10;
    }
    const std::int64_t factor =
        receipt::parseQuantity(coefficient).value_or(receipt::Quantity{100'000}).hundredThousandths / 10;
    return (2 * points * factor + scale) / (2 * scale);
}

void addPerDiem(receipt::DpcStay& stay, const UnitContext& context) {
    const PricingRules& rules = context.table.rules();
    for (const Visit& visit : context.visits) {
        const int number = daysBetween(context.admitted, visit.day) + 1;
        std::size_t step = 0;
        while (step + 1 < rules.dpcPerDay.size() && rules.dpcPerDay[step + 1].from <= number) {
            ++step;
        }
        const std::int64_t points = rules.dpcPerDay.at(step).points;
        if (stay.perDiem.empty() || stay.perDiem.back().points != points) {
            receipt::PerDiem fresh;
            fresh.month = monthOf(visit.day);
            fresh.adjustment = thisMonth;
            fresh.period = static_cast<char>('1' + std::min<std::size_t>(step, 2));
            fresh.points = points;
            stay.perDiem.push_back(fresh);
        }
        stay.perDiem.back().days += 1;
        stay.perDiem.back().subtotal += points;
    }
    receipt::PerDiemTotal total;
    total.month = monthAt(context.newest, context.month);
    total.adjustment = thisMonth;
    for (const receipt::PerDiem& period : stay.perDiem) {
        total.subtotal += period.subtotal;
    }
    total.evaluated = timesCoefficient(total.subtotal, rules.dpcCoefficient);
    total.total = total.evaluated;
    stay.totals.push_back(total);
}

std::vector<receipt::Disease> diseasesOfStay(const PlannedReceipt& row, const receipt::DpcStay& stay,
                                             const PriceTable& table) {
    std::vector<receipt::Disease> diseases;
    for (const PlannedDisease& planned : row.diseases) {
        receipt::Disease disease;
        disease.code = planned.code;
        disease.modifiers = planned.modifiers;
        disease.recordedName = planned.recordedName;
        disease.category = planned.category;
        disease.main = planned.category == "01" || planned.category == "11";
        disease.start = stay.admitted;
        if (const PriceEntry* entry = table.find(planned.code)) {
            disease.icd10 = entry->icd10;
        }
        diseases.push_back(std::move(disease));
    }
    const auto stayedFor = std::find_if(diseases.begin(), diseases.end(),
                                        [](const receipt::Disease& one) { return one.category == "01"; });
    for (receipt::Disease& disease : diseases) {
        if (stay.outcome == '1' && stayedFor != diseases.end() && disease.code == stayedFor->code) {
            disease.outcome = receipt::DiseaseOutcome::Cured;
        }
    }
    return diseases;
}

} // namespace

Outcome<Claim> dpcClaim(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part) {
    const Month newest = context.calendar.newest();
    Claim claim = claimHeader(context, row, month, part);
    receipt::Receipt& receipt = claim.receipt;
    const UnitContext units{
        context.plans,           context.table, month, newest, part.visits, row.stay->from.on(newest),
        row.stay->to.on(newest), payersOf(row), 0};
    auto lines = medicalLines(feeForService(row), units);
    if (!lines) {
        return fail(lines.error());
    }
    receipt.groups = std::move(lines->groups);
    claim.meals = lines->meals;
    claim.mealsYen = lines->mealsYen;
    claim.mealsCopaymentYen = std::int64_t{claim.meals} * context.table.rules().mealCopaymentYen;
    receipt.insurance->meals = claim.meals;
    receipt.insurance->mealsYen = claim.mealsYen;
    receipt.admitted = units.admitted;
    receipt.narratives = row.narratives;

    receipt::DpcStay stay;
    stay.diagnosisGroup = row.dpc->diagnosisGroup;
    stay.admitted = units.admitted;
    if (monthOf(units.discharged) == receipt.month) {
        stay.discharged = units.discharged;
        stay.outcome = row.dpc->outcome;
    }
    stay.admission = row.dpc->admission;
    stay.ageOnAdmission = ageOn(*receipt.patient.birth, units.admitted);
    stay.comaScale.assign(1, '0');
    const auto operation = std::find_if(receipt.groups.begin(), receipt.groups.end(),
                                        [](const receipt::Group& group) { return group.division == "50"; });
    if (operation != receipt.groups.end()) {
        const receipt::CountUnit& unit = operation->units.front();
        const auto day =
            std::find_if(unit.days.begin(), unit.days.end(), [](std::uint16_t count) { return count > 0; });
        receipt::DpcAct act;
        act.code = unit.lines.front().code;
        act.day = dayIn(receipt.month, static_cast<int>(day - unit.days.begin()) + 1);
        stay.acts.push_back(std::move(act));
    }
    stay.absences.push_back(
        {0, receipt.month, std::string(31, '0'), stay.diagnosisGroup, context.table.rules().dpcCoefficient});
    addPerDiem(stay, units);
    stay.totals.front().payers = receipt.publicExpenses.empty() ? '1' : '2';
    receipt.diseases = diseasesOfStay(row, stay, context.table);
    const std::int64_t points = pointsOf(receipt.groups) + *stay.totals.front().total;
    for (receipt::Group& group : codingData(row, units)) {
        receipt.groups.push_back(std::move(group));
    }
    receipt.dpc = std::move(stay);
    setTotals(claim, daysOf(part.visits), points);
    return claim;
}

} // namespace kmixr::practice
