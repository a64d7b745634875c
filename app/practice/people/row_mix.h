// How much a generated receipt holds: lines of diseases, drugs and tests, visits. Distributions: practice-patients.md
// F.1, with the pools of population.json.
#pragma once

#include "app/practice/people/dice.h"
#include "app/practice/people/population.h"

namespace kmixr::practice {

class RowMix {
public:
    RowMix(const Population& population, const Plans& plans, const Dice& dice, int age)
        : population_(population), plans_(plans), dice_(dice), age_(age) {}

    /// Visits, tests and diseases of an out-patient row in the months given. `within` tells rows of one month apart,
    /// `lot` rows of all months. `goesOn`: the row had a receipt in the month before these as well.
    void outpatient(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t within, std::uint64_t lot,
                    bool goesOn) const;
    /// Drugs of a dispensing row; those added last as long as the row's own. Gives the number of oral ones.
    int drugs(PlannedReceipt& row, std::uint64_t turn) const;

private:
    void visits(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t turn) const;
    void tests(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t turn) const;
    void suspicion(PlannedReceipt& row, int month, std::uint64_t at) const;
    void diseases(PlannedReceipt& row, std::uint64_t turn) const;
    [[nodiscard]] int linesOf(const PlannedGroup& group) const;
    [[nodiscard]] std::vector<std::size_t> shuffled(std::size_t size, const char* purpose, std::uint64_t turn) const;

    const Population& population_;
    const Plans& plans_;
    const Dice& dice_;
    int age_;
};

/// Draws of one purpose in different months.
std::uint64_t turnOf(int month, std::uint64_t within = 0);
MonthSet monthRun(int from, int to);
/// Every so many months, so that `phase` of 0 has the newest; nullopt when none is within.
std::optional<MonthSet> everyFewMonths(int from, int every, int phase);
PlanDate planDate(int month, int day);

} // namespace kmixr::practice
