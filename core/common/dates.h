// Days and months as receipts write them: 西暦 or 和暦, told apart by length (domain notes: uke.md §1.1).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kmixr {

using Day = std::chrono::year_month_day;
using Month = std::chrono::year_month;

/// 8 digits YYYYMMDD or 7 digits GYYMMDD; nullopt for anything else or a day that does not exist. An era may run past
/// its end (平成31年5月): years are counted by offset.
std::optional<Day> parseReceiptDay(std::string_view digits);
/// 6 digits YYYYMM or 5 digits GYYMM.
std::optional<Month> parseReceiptMonth(std::string_view digits);

/// "2025-08-31" / "2025-08", the form of the gateway's messages and of files we write.
std::string isoDay(Day day);
std::string isoMonth(Month month);
std::optional<Day> parseIsoDay(std::string_view text);
std::optional<Month> parseIsoMonth(std::string_view text);

/// "昭和64年" / "令和元年": era and year of a day, by the days on which eras changed (1912-07-30, 1926-12-25,
/// 1989-01-08, 2019-05-01). Before 明治 (1868-01-25) the western year is given.
std::string eraYear(Day day);
/// "1942年2月11日(昭和17年)".
std::string japaneseDayWithEra(Day day);
/// "2026年4月16日" / "2026年4月" / "4/16".
std::string japaneseDay(Day day);
std::string japaneseMonth(Month month);
std::string shortDay(Day day);

/// Whole years lived on `on` as Japanese civil law counts for display: the birthday itself completes the year.
int ageOn(Day birth, Day on);

Day addDays(Day day, int days);
int daysBetween(Day from, Day to); ///< to − from
Day firstOf(Month month);
Day lastOf(Month month);
Month monthOf(Day day);
int monthsBetween(Month from, Month to); ///< to − from

} // namespace kmixr
