// Texts as claim files hold them: full-width digits, dates in 和暦, CP932.
#pragma once

#include "core/common/dates.h"
#include "core/common/outcome.h"

#include <string>
#include <string_view>

namespace kmixr::practice {

/// ASCII letters, digits, signs and blanks become full-width; the rest stays.
std::string fullWidth(std::string_view text);

/// GYYMMDD: era letter as a digit (3 昭和, 4 平成, 5 令和), year of the era, month, day.
std::string eraDigits(Day day);
/// GYYMM.
std::string eraDigits(Month month);

/// UTF-8 to CP932 (Windows-31J); `practice.not-in-cp932` when a character has none.
Outcome<std::string> toCp932(std::string_view utf8);

} // namespace kmixr::practice
