#include "app/practice/people/resident_person.h"

#include "app/practice/people/row_mix.h"

#include <utility>

namespace kmixr::practice {

namespace {

constexpr int lateElderly = 75;
constexpr int oldestMonth = -119; ///< of any order

/// From the last digit leftwards × 2, 1, 2 …; the digits of the products added; the rest to ten.
char checkDigit(const std::string& digits) {
    int sum = 0;
    int weight = 2;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int product = (*digit - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

PlannedInsurance insuranceWith(const std::string& insurer, int age, std::uint64_t number) {
    PlannedInsurance insurance;
    insurance.insurer = insurer;
    insurance.family = age < 18;
    const std::uint64_t serial = 10'000 + number;
    if (insurer == "I2") {
        const std::string digits = "8" + padded(number % 1'000'000, 6); // the practice people's begin with 99
        insurance.number = digits + checkDigit(digits);
    } else if (insurer == "I1") {
        insurance.symbol = "練習国";
        insurance.number = std::to_string(serial);
        insurance.branch = insurance.family ? "02" : "01";
    } else {
        insurance.symbol = insurer == "I3" ? "9999" + padded(number % 10'000, 4) : "99";
        insurance.number = std::to_string(serial);
        insurance.branch = insurance.family ? "01" : "00";
    }
    return insurance;
}

} // namespace

std::string padded(std::uint64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

receipt::Person drawnPerson(const Population& population, const Dice& dice, int age, Month newest) {
    receipt::Person person;
    person.sex = dice.chance(0.5, "sex") ? receipt::Sex::Female : receipt::Sex::Male;
    const auto& given = person.sex == receipt::Sex::Female ? population.women : population.men;
    const PersonName& family = population.families.at(
        static_cast<std::size_t>(dice.below(static_cast<int>(population.families.size()), "family")));
    const PersonName& own = given.at(static_cast<std::size_t>(dice.below(static_cast<int>(given.size()), "given")));
    person.name = family.name + " " + own.name;
    person.kana = family.kana + " " + own.kana;
    person.birth = dayIn((newest.year() - std::chrono::years{age + 1}) /
                             std::chrono::month{static_cast<unsigned>(1 + dice.below(12, "birth month"))},
                         1 + dice.below(31, "birth day"));
    return person;
}

std::vector<PlannedInsurance> drawnInsurance(const Trouble& trouble, const Dice& dice, Day birth, int age,
                                             std::uint64_t number, Month newest) {
    std::vector<PlannedInsurance> insurance;
    const auto with = [age, number](const std::string& insurer) { return insuranceWith(insurer, age, number); };
    const auto change = [&insurance](PlannedInsurance& now, PlannedInsurance next, PlanDate to, PlanDate from) {
        now.to = to;
        next.from = from;
        insurance.push_back(std::exchange(now, std::move(next)));
    };
    const Day late =
        dayIn(monthOf(birth) + std::chrono::years{lateElderly}, static_cast<int>(static_cast<unsigned>(birth.day())));
    const int lateMonth = monthsBetween(newest, monthOf(late));
    const double at = dice.unit("insurer");
    PlannedInsurance now = with(at < 0.35 ? "I1" : at < 0.75 ? "I3" : "I4");
    for (int month = oldestMonth; month <= 0 && month < lateMonth; ++month) {
        const bool april = monthAt(newest, month).month() == std::chrono::April;
        if (!dice.chance(april ? trouble.insurerChangeApril : trouble.insurerChange, "insurer change", turnOf(month))) {
            continue;
        }
        const std::string next = now.insurer != "I1"                              ? "I1"
                                 : dice.chance(0.6, "new insurer", turnOf(month)) ? "I3"
                                                                                  : "I4";
        change(now, with(next), planDate(month, 15), planDate(month, 16));
    }
    if (lateMonth < oldestMonth) {
        now = with("I2");
    } else if (lateMonth <= 0) {
        const Day last = addDays(late, -1);
        const auto planned = [newest](Day day) {
            return planDate(monthsBetween(newest, monthOf(day)), static_cast<int>(static_cast<unsigned>(day.day())));
        };
        change(now, with("I2"), planned(last), planned(late));
    }
    insurance.push_back(std::move(now));
    return insurance;
}

} // namespace kmixr::practice
