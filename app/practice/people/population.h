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
#include <optional>
#include <string>
#include <vector>

namespace kmixr::practice {

struct AgeGroup {
    int from = 0, to = 0;
    double share = 0;
    double outpatient = 0, inpatient = 0, dental = 0, dispensing = 0; ///< receipts of a month for one person
};

/// Care as a row of a plan without its months and days; its drugs go to the pharmacy.
struct Care {
    PlannedReceipt row;
    std::string pharmacy;               ///< empty: medicines are handed out by the institution
    std::array<double, 4> prevalence{}; ///< chronic: below 40, 40-64, 65-74, 75 and more
    std::optional<int> every;           ///< chronic: months between visits; empty = as the drugs last
    double share = 0;                   ///< acute: how often, against the others
    int ageFrom = 0, ageTo = 200;
    std::optional<receipt::Sex> sex; ///< acute: only theirs
};

struct Supply {
    int days = 28;
    int every = 1; ///< months
    double share = 0;
};

struct PersonName {
    std::string name, kana;
};

/// How often a receipt holds how much: lines of diseases, drugs and tests, visits.
struct CaseMix {
    struct MeanByAge {
        int to = 0;
        double mean = 1;
    };
    std::vector<MeanByAge> diseaseMeans; ///< lines of a receipt: 1 + negative binomial
    double diseaseShape = 1;
    int mostDiseases = 60;
    double suspected = 0, uncoded = 0, main = 0; ///< of lines, of lines, of receipts
    std::string uncodedName;
    std::vector<PlannedDisease> diseases; ///< what a line may be

    std::vector<double> drugKinds, drugKindsLate; ///< share of 1, 2, 3 … kinds; of people of 75 and more
    double external = 0;                          ///< of receipts with drugs
    double refill = 0;                            ///< of receipts with drugs: filled a second time in the month
    std::vector<PlannedDrug> oralDrugs, externalDrugs;

    double noTests = 0;
    int fewestTests = 0, mostTests = 0, mostTestUnits = 0;
    double suspicion = 0; ///< of rows in a month with tests: a name that is ruled out in the next
    std::vector<PlannedGroup> tests;

    std::vector<double> visits; ///< share of 1, 2, 3, 4 and more
};

/// What goes wrong. Per receipt, unless said.
struct Trouble {
    double reduced = 0, returned = 0, withdrawn = 0, unknownCode = 0, malformed = 0;
    double namesake = 0;                              ///< per person: name and birthday of the one before
    double insurerChange = 0, insurerChangeApril = 0; ///< per person and month
};

struct Population {
    std::vector<AgeGroup> ages;
    double frailtyShape = 1;
    std::vector<Supply> supplies, childSupplies, adultSupplies; ///< chronic; acute, below 15 and above
    std::vector<PersonName> families, men, women;
    std::vector<Care> chronic, acute;
    Care dental, ward;
    double dpcStays = 0, longStays = 0; ///< shares of stays; the rest are short ones by the fee schedule
    double meanStay = 1;                ///< days of a stay that is not long
    CaseMix mix;
    Trouble trouble;
    std::string strangeCode; ///< a code that no master has
};

/// `practice.plan-unreadable`.
Outcome<Population> readPopulation(const std::filesystem::path& file);

/// What is drawn: the same three numbers give the same residents.
struct Draw {
    std::uint64_t seed = 1;
    int months = 1; ///< up to the newest data month
};

/// Age bands of prevalence.
std::size_t ageBand(int age);

/// Resident `number` (from 1). The practice people are the first residents; their plans are unchanged.
PracticePerson resident(const Population& population, const Plans& plans, const Draw& draw, std::uint64_t number,
                        Month newest);
/// Claims of that resident in the months drawn, some of them reduced or withdrawn by the payer.
Outcome<ClaimSet> residentClaims(const Population& population, const Plans& plans, const PriceTable& table,
                                 const Draw& draw, std::uint64_t number, Month newest);

} // namespace kmixr::practice
