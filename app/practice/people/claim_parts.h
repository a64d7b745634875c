// What medical and dispensing claims are made of alike: header, insurer, diseases, totals.
#pragma once

#include "app/practice/people/calendar.h"
#include "app/practice/people/claim.h"
#include "app/practice/people/price_table.h"
#include "core/common/outcome.h"

namespace kmixr::practice {

/// Everything a row's claims are reckoned with.
struct ClaimContext {
    const Plans& plans;
    const PriceTable& table;
    const PracticePerson& person;
    const PatientCalendar& calendar;
};

/// The days of a row in one month that one insurer pays for.
struct InsuredDays {
    const PlannedInsurance* insurance = nullptr;
    std::vector<Visit> visits;
    Day until{}; ///< last day of the month for which this insurer is asked
};

/// Days split where the insurer changes; days without insurance are left out: nobody can claim them.
std::vector<InsuredDays> insuredDays(const ClaimContext& context, const std::vector<Visit>& visits);

/// Header of the claim: institution, months, patient, insurer, 公費, 種別.
Claim claimHeader(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part);

/// Diseases of that month, main ones first, then by start; those that begin later or have ended are absent.
std::vector<receipt::Disease> diseasesOf(const ClaimContext& context, const PlannedReceipt& row, int month,
                                         Day lastDay);

void sortDiseases(std::vector<receipt::Disease>& diseases);

/// Two rows of a plan can meet in one month and institution: that is one receipt (practice-patients.md §F 2).
[[nodiscard]] bool sameReceipt(const Claim& a, const Claim& b);
void mergeInto(Claim& claim, Claim other);

/// Writes days and points into HO and KO and the days into JD.
void setTotals(Claim& claim, const std::vector<Day>& days, std::int64_t points);

/// 負担区分 of every line: the insurer alone, or with the first 公費.
char payersOf(const PlannedReceipt& row);

/// Σ points × count without the meals.
std::int64_t pointsOf(const std::vector<receipt::Group>& groups);
std::vector<Day> daysOf(const std::vector<Visit>& visits);

Outcome<Claim> dpcClaim(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part);
Outcome<Claim> dentalClaim(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part);
Outcome<Claim> medicalClaim(const ClaimContext& context, const PlannedReceipt& row, int month, const InsuredDays& part);
Outcome<Claim> dispensingClaim(const ClaimContext& context, const PlannedReceipt& row, int month,
                               const InsuredDays& part);

} // namespace kmixr::practice
