#include "app/practice/people/uke_layout.h"

#include "app/practice/people/japanese_text.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

std::string withoutDashes(std::string text) {
    std::erase(text, '-');
    return text;
}

} // namespace

std::string UkeLayout::day(Day day) const {
    return westernDates() ? withoutDashes(isoDay(day)) : eraDigits(day);
}

std::string UkeLayout::month(Month month) const {
    return westernDates() ? withoutDashes(isoMonth(month)) : eraDigits(month);
}

} // namespace kmixr::practice
