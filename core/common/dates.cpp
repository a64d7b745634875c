#include "core/common/dates.h"

#include <array>
#include <cstdio>

namespace kmixr {

namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view digits) {
    if (digits.empty()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

/// 和暦 to 西暦: the era's digit and the year in it (uke.md §1.1).
std::optional<int> westernYear(int era, int yearOfEra) {
    constexpr std::array<int, 6> offsets{0, 1867, 1911, 1925, 1988, 2018};
    if (era < 1 || era > 5 || yearOfEra < 1) {
        return std::nullopt;
    }
    return offsets.at(static_cast<std::size_t>(era)) + yearOfEra;
}

std::optional<int> leadingYear(std::string_view digits, std::size_t westernLength) {
    if (digits.size() == westernLength) {
        return number(digits.substr(0, 4));
    }
    if (digits.size() + 1 != westernLength) {
        return std::nullopt;
    }
    const auto era = number(digits.substr(0, 1));
    const auto yearOfEra = number(digits.substr(1, 2));
    return era && yearOfEra ? westernYear(*era, *yearOfEra) : std::nullopt;
}

template <class... Args>
std::string formatted(const char* pattern, Args... args) {
    std::array<char, 96> text{};
    const int length = std::snprintf(text.data(), text.size(), pattern, args...);
    return {text.data(), static_cast<std::size_t>(length)};
}

} // namespace

std::optional<Day> parseReceiptDay(std::string_view digits) {
    const auto western = leadingYear(digits, 8);
    if (!western) {
        return std::nullopt;
    }
    const auto m = number(digits.substr(digits.size() - 4, 2));
    const auto d = number(digits.substr(digits.size() - 2));
    if (!m || !d) {
        return std::nullopt;
    }
    const Day day{year{*western}, month{unsigned(*m)}, std::chrono::day{unsigned(*d)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<Month> parseReceiptMonth(std::string_view digits) {
    const auto western = leadingYear(digits, 6);
    if (!western) {
        return std::nullopt;
    }
    const auto m = number(digits.substr(digits.size() - 2));
    if (!m || *m < 1 || *m > 12) {
        return std::nullopt;
    }
    return Month{year{*western}, month{unsigned(*m)}};
}

std::string isoDay(Day day) {
    return formatted("%04d-%02u-%02u", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string isoMonth(Month month) {
    return formatted("%04d-%02u", int(month.year()), unsigned(month.month()));
}

std::optional<Day> parseIsoDay(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const Day day{year{*y}, month{unsigned(*m)}, std::chrono::day{unsigned(*d)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<Month> parseIsoMonth(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    if (!y || !m || *m < 1 || *m > 12) {
        return std::nullopt;
    }
    return Month{year{*y}, month{unsigned(*m)}};
}

std::string eraYear(Day day) {
    struct Era {
        Day first;
        const char* name;
    };
    static constexpr std::array<Era, 5> eras{{{2019y / May / 1, "令和"},
                                              {1989y / January / 8, "平成"},
                                              {1926y / December / 25, "昭和"},
                                              {1912y / July / 30, "大正"},
                                              {1868y / January / 25, "明治"}}};
    for (const Era& era : eras) {
        if (day >= era.first) {
            const int count = int(day.year()) - int(era.first.year()) + 1;
            return count == 1 ? formatted("%s元年", era.name) : formatted("%s%d年", era.name, count);
        }
    }
    return formatted("%d年", int(day.year()));
}

std::string japaneseDayWithEra(Day day) {
    return japaneseDay(day) + "(" + eraYear(day) + ")";
}

std::string japaneseDay(Day day) {
    return formatted("%d年%u月%u日", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

std::string japaneseMonth(Month month) {
    return formatted("%d年%u月", int(month.year()), unsigned(month.month()));
}

std::string shortDay(Day day) {
    return formatted("%u/%u", unsigned(day.month()), unsigned(day.day()));
}

int ageOn(Day birth, Day on) {
    int age = int(on.year()) - int(birth.year());
    if (on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day())) {
        --age;
    }
    return age;
}

Day addDays(Day day, int count) {
    return Day{sys_days{day} + days{count}};
}

int daysBetween(Day from, Day to) {
    return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

Day firstOf(Month month) {
    return Day{month.year(), month.month(), std::chrono::day{1}};
}

Day lastOf(Month month) {
    return Day{month / last};
}

Month monthOf(Day day) {
    return Month{day.year(), day.month()};
}

int monthsBetween(Month from, Month to) {
    return (int(to.year()) - int(from.year())) * 12 + int(unsigned(to.month())) - int(unsigned(from.month()));
}

} // namespace kmixr
