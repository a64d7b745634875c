#include "app/practice/people/claim_parts.h"

#include "app/practice/people/coverage.h"
#include "app/practice/people/japanese_text.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

receipt::DiseaseOutcome outcome(char digit) {
    switch (digit) {
    case '2':
        return receipt::DiseaseOutcome::Cured;
    case '3':
        return receipt::DiseaseOutcome::Died;
    case '4':
        return receipt::DiseaseOutcome::Stopped;
    default:
        return receipt::DiseaseOutcome::Continuing;
    }
}

/// As receipts have it: the name in full width, the kana without a blank.
receipt::Person recorded(receipt::Person person) {
    person.name = fullWidth(person.name);
    std::erase(person.kana, ' ');
    return person;
}

std::string insurerNumber(const PlannedInsurance& insurance, const Insurer& insurer, int month) {
    const auto other = insurance.numberIn.find(month);
    return other == insurance.numberIn.end() ? insurer.number : other->second;
}

} // namespace

std::vector<InsuredDays> insuredDays(const ClaimContext& context, const std::vector<Visit>& visits) {
    std::vector<InsuredDays> parts;
    for (const Visit& visit : visits) {
        const PlannedInsurance* insurance = insuranceOn(context.person, visit.day, context.calendar.newest());
        if (insurance == nullptr) {
            continue;
        }
        if (parts.empty() || parts.back().insurance != insurance) {
            if (!parts.empty()) {
                parts.back().until = addDays(visit.day, -1);
            }
            parts.push_back({insurance, {}, lastOf(monthOf(visit.day))});
        }
        parts.back().visits.push_back(visit);
    }
    return parts;
}

char payersOf(const PlannedReceipt& row) {
    return row.publicExpense ? '2' : '1';
}

Claim claimHeader(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part) {
    const PracticeInstitution& institution = context.plans.institutions.at(row.institution);
    const Insurer& insurer = context.plans.insurers.at(part.insurance->insurer);
    const Month newest = context.calendar.newest();

    Claim claim;
    receipt::Receipt& receipt = claim.receipt;
    receipt.kind = row.kind;
    receipt.institution = institution.claim;
    receipt.month = monthAt(newest, month);
    receipt.claimed = monthAt(newest, month + 1);
    for (const Reduction& reduction : row.reductions) {
        if (reduction.month == month) {
            claim.reduction = reduction;
        }
    }
    claim.withdrawn = std::find(row.withdrawn.begin(), row.withdrawn.end(), month) != row.withdrawn.end();
    for (const Reclaim& reclaim : row.reclaims) {
        if (reclaim.month == month) {
            receipt.claimed = monthAt(newest, reclaim.reclaimedIn);
            receipt.searchNumber = reclaim.searchNumber;
        }
    }
    receipt.patient = recorded(context.person.person);
    receipt.insurance = receipt::Insurance{};
    receipt.insurance->insurerNumber = insurerNumber(*part.insurance, insurer, month);
    receipt.insurance->symbol = fullWidth(part.insurance->symbol);
    receipt.insurance->number = fullWidth(part.insurance->number);
    receipt.insurance->branch = part.insurance->branch;
    if (row.publicExpense && context.person.publicExpense) {
        receipt::PublicExpense expense;
        expense.payerNumber = context.person.publicExpense->payer;
        expense.recipientNumber = context.person.publicExpense->recipient;
        receipt.publicExpenses.push_back(expense);
    }
    const BenefitHeader header = benefitHeader(context.person, *part.insurance, insurer, row.kind, receipt.month,
                                               static_cast<int>(receipt.publicExpenses.size()));
    receipt.type = header.type;
    claim.benefitRatio = header.benefitRatio;
    claim.mark = header.mark;
    claim.person = context.person.id;
    claim.reviewer = insurer.reviewer;
    claim.phone = institution.phone;
    return claim;
}

std::vector<receipt::Disease> diseasesOf(const ClaimContext& context, const PlannedReceipt& row, int month,
                                         Day lastDay) {
    std::vector<receipt::Disease> diseases;
    for (const PlannedDisease& planned : row.diseases) {
        const Day start = context.calendar.start(row, planned.since);
        const bool ended = planned.outcomeFrom && month > *planned.outcomeFrom;
        if (!planned.months.contains(month) || start > lastDay || ended) {
            continue;
        }
        receipt::Disease disease;
        disease.code = planned.code;
        disease.modifiers = planned.modifiers;
        disease.recordedName = planned.recordedName;
        disease.start = start;
        const bool outcomeNow = !planned.outcomeFrom || month == *planned.outcomeFrom;
        disease.outcome = outcomeNow ? outcome(planned.outcome) : receipt::DiseaseOutcome::Continuing;
        disease.main = planned.main;
        diseases.push_back(std::move(disease));
    }
    sortDiseases(diseases);
    return diseases;
}

void sortDiseases(std::vector<receipt::Disease>& diseases) {
    std::stable_sort(diseases.begin(), diseases.end(), [](const receipt::Disease& a, const receipt::Disease& b) {
        return a.main != b.main ? a.main : *a.start < *b.start;
    });
}

void setTotals(Claim& claim, const std::vector<Day>& days, std::int64_t points) {
    receipt::Receipt& receipt = claim.receipt;
    receipt.visitDays.clear();
    for (const Day day : days) {
        receipt.visitDays.push_back(static_cast<int>(static_cast<unsigned>(day.day())));
    }
    receipt.insurance->days = static_cast<int>(days.size());
    receipt.insurance->points = points;
    for (receipt::PublicExpense& expense : receipt.publicExpenses) {
        expense.days = receipt.insurance->days;
        expense.points = points;
    }
}

} // namespace kmixr::practice
