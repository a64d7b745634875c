// Residents for worlds of any size: a plan for each, drawn from resources/practice/population.json, from which the same
// writers make claims. Distributions: practice-patients.md §F.1.
#pragma once

#include "app/practice/people/claims.h"
#include "app/practice/people/plan.h"
#include "app/practice/people/price_table.h"
#include "core/common/outcome.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace kmixr::practice {

struct AgeGroup {
    int from = 0, to = 0;
    double share = 0;
    double outpatient = 0, inpatient = 0, dental = 0; ///< receipts of a month for one person
};

/// Care as a row of a plan without its months and days; its drugs go to the pharmacy.
struct Care {
    PlannedReceipt row;
    std::string pharmacy;               ///< empty: medicines are handed out by the institution
    std::array<double, 4> prevalence{}; ///< chronic: below 40, 40-64, 65-74, 75 and more
    double share = 0;                   ///< acute: how often, against the others
    int ageFrom = 0, ageTo = 200;
};

struct Supply {
    int days = 28;
    int every = 1; ///< months
    double share = 0;
};

struct PersonName {
    std::string name, kana;
};

struct Population {
    std::vector<AgeGroup> ages;
    double frailtyShape = 1;
    std::vector<Supply> supplies;
    std::vector<PersonName> families, men, women;
    std::vector<Care> chronic, acute;
    Care dental, ward;
    double dpcShare = 0.5;                                                 ///< of stays
    double reduced = 0, withdrawn = 0, unknownCode = 0, insurerChange = 0; ///< per receipt; the last per month
    std::string strangeCode;                                               ///< a code that no master has
};

/// `practice.plan-unreadable`.
Outcome<Population> readPopulation(const std::filesystem::path& file);

/// What is drawn: the same three numbers give the same residents.
struct Draw {
    std::uint64_t seed = 1;
    int months = 1; ///< up to the newest data month
};

/// Resident `number` (from 1). The practice people are the first residents; their plans are unchanged.
PracticePerson resident(const Population& population, const Plans& plans, const Draw& draw, std::uint64_t number,
                        Month newest);
/// Claims of that resident in the months drawn, some of them reduced or withdrawn by the payer.
Outcome<ClaimSet> residentClaims(const Population& population, const Plans& plans, const PriceTable& table,
                                 const Draw& draw, std::uint64_t number, Month newest);

} // namespace kmixr::practice
