#include "app/practice/people/coverage.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

enum class Group : std::uint8_t { Preschool, Insured, Family, Elderly };

/// 高齢受給者 from the month after the day one turns 70; who was born on the first turns 70 the day before.
bool elderlyIn(Day birth, Month month) {
    const Month seventy = monthOf(birth) + std::chrono::years{70};
    return birth.day() == std::chrono::day{1} ? month >= seventy : month > seventy;
}

/// 未就学: until 31 March after the day one turns six.
bool preschoolIn(Day birth, Month month) {
    const Day sixth = addDays(Day{birth.year() + std::chrono::years{6}, birth.month(), birth.day()}, -1);
    const auto year = sixth.month() <= std::chrono::March ? sixth.year() : sixth.year() + std::chrono::years{1};
    return month <= year / std::chrono::March;
}

Group groupOf(const PracticePerson& person, const PlannedInsurance& insurance, const Insurer& insurer, Month month) {
    const Day birth = *person.person.birth;
    if (insurer.scheme == Scheme::LateElderly || elderlyIn(birth, month)) {
        return Group::Elderly;
    }
    if (preschoolIn(birth, month)) {
        return Group::Preschool;
    }
    return insurance.family ? Group::Family : Group::Insured;
}

char settingDigit(Group group, bool inpatient) {
    switch (group) {
    case Group::Insured:
        return inpatient ? '1' : '2';
    case Group::Preschool:
        return inpatient ? '3' : '4';
    case Group::Family:
        return inpatient ? '5' : '6';
    case Group::Elderly:
        break;
    }
    return inpatient ? '7' : '8';
}

} // namespace

const PlannedInsurance* insuranceOn(const PracticePerson& person, Day day, Month newest) {
    const auto found =
        std::find_if(person.insurance.begin(), person.insurance.end(), [&](const PlannedInsurance& insurance) {
            return (!insurance.from || insurance.from->on(newest) <= day) &&
                   (!insurance.to || day <= insurance.to->on(newest));
        });
    return found == person.insurance.end() ? nullptr : &*found;
}

BenefitHeader benefitHeader(const PracticePerson& person, const PlannedInsurance& insurance, const Insurer& insurer,
                            receipt::Kind kind, Month month, int publicExpenses) {
    const Group group = groupOf(person, insurance, insurer, month);
    const bool inpatient = kind == receipt::Kind::MedicalInpatient || kind == receipt::Kind::Dpc;
    BenefitHeader header;
    const char table = kind == receipt::Kind::Dispensing ? '4' : kind == receipt::Kind::Dental ? '3' : '1';
    header.type = {table, insurer.scheme == Scheme::LateElderly ? '3' : '1', static_cast<char>('1' + publicExpenses),
                   settingDigit(group, inpatient)};
    if (insurer.scheme == Scheme::National) {
        header.benefitRatio = group == Group::Elderly ? "80" : "70";
    }
    if (group == Group::Elderly) {
        for (const BurdenMark& mark : insurer.elderlyMarks) {
            if ((!mark.from || *mark.from <= month) && (!mark.to || month <= *mark.to)) {
                header.mark = mark.code;
            }
        }
    }
    return header;
}

} // namespace kmixr::practice
