// Who pays on a day, and what the receipt's header says of it: 種別, 給付割合, 特記事項. Tables: practice-patients.md
// §A, uke.md §2.1, 2.7.
#pragma once

#include "app/practice/people/plan.h"

#include <optional>
#include <string>

namespace kmixr::practice {

/// The insurance in force on that day; nullptr in a gap.
const PlannedInsurance* insuranceOn(const PracticePerson& person, Day day, Month newest);

struct BenefitHeader {
    std::string type;         ///< レセプト種別, 4 digits
    std::string benefitRatio; ///< 給付割合, only 国保
    std::string mark;         ///< 特記事項, from the age of 70 on
};

/// `publicExpenses`: how many 公費 pay besides the insurer.
BenefitHeader benefitHeader(const PracticePerson& person, const PlannedInsurance& insurance, const Insurer& insurer,
                            receipt::Kind kind, Month month, int publicExpenses);

} // namespace kmixr::practice
