// Who a generated resident is, and who insures him when.
#pragma once

#include "app/practice/people/dice.h"
#include "app/practice/people/population.h"

namespace kmixr::practice {

/// Sex, name and birthday. A namesake is drawn with the dice of another.
receipt::Person drawnPerson(const Population& population, const Dice& dice, int age, Month newest);
/// From job to job, and to 後期高齢者 on the 75th birthday: the same whichever months are asked for.
std::vector<PlannedInsurance> drawnInsurance(const Trouble& trouble, const Dice& dice, Day birth, int age,
                                             std::uint64_t number, Month newest);

/// Decimal, with zeros in front.
std::string padded(std::uint64_t number, std::size_t width);

} // namespace kmixr::practice
