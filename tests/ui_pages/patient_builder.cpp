#include "tests/ui_pages/patient_builder.h"

#include <algorithm>

namespace kmixr::test {

using namespace history;

Day day(int year, unsigned month, unsigned dayOfMonth) {
    return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}};
}

Month month(int year, unsigned month) {
    return Month{std::chrono::year{year}, std::chrono::month{month}};
}

PatientBuilder::PatientBuilder(Day today, Month newest) {
    history.today = today;
    history.newestMonth = newest;
}

Month PatientBuilder::back(int months) const {
    return *history.newestMonth - std::chrono::months(months);
}

InstitutionIndex PatientBuilder::institution(const std::string& name, const std::string& shortName, char pointTable) {
    const auto index = static_cast<InstitutionIndex>(history.institutions.size());
    history.institutions.push_back({{"37", pointTable, std::to_string(9910000 + index), name}, name, shortName});
    return index;
}

std::uint32_t PatientBuilder::receipt(InstitutionIndex institution, Month month) {
    const int key = int(month.year()) * 12 + static_cast<int>(unsigned(month.month()));
    const auto [place, isNew] = receipts_.try_emplace({institution, key}, 0);
    if (isNew) {
        place->second = static_cast<std::uint32_t>(history.receipts.size());
        SourceReceipt receipt;
        receipt.id = "R" + std::to_string(place->second);
        receipt.value.month = month;
        receipt.value.institution = history.institutions.at(institution).id;
        receipt.value.patient = history.patient;
        receipt.value.firstLine = 1;
        receipt.value.lastLine = 3;
        receipt.value.insurance.emplace();
        receipt.value.insurance->line = 3;
        receipt.text = "IR\nRE\nHO\n";
        history.receipts.push_back(std::move(receipt));
    }
    return place->second;
}

Evidence PatientBuilder::line(InstitutionIndex institution, Month month) {
    const auto index = receipt(institution, month);
    auto& of = history.receipts[index];
    of.text += "SI\n";
    return {index, ++of.value.lastLine};
}

ClinicalProblem& PatientBuilder::problem(const std::string& name, Grade grade, InstitutionIndex institution, Day start,
                                         const std::vector<int>& back, const std::vector<std::string>& treatments,
                                         bool main) {
    ClinicalProblem of;
    of.name = name;
    of.code = std::to_string(8830000 + history.problems.size());
    of.grade = grade;
    of.main = main;
    of.treatments = treatments;
    of.institution = institution;
    of.start = start;
    for (const int months : back) { // newest first
        of.months.insert(of.months.begin(), {this->back(months), grade == Grade::Treated});
        of.evidence.push_back(line(institution, this->back(months)));
    }
    of.firstMonth = of.months.front().month;
    of.lastMonth = of.months.back().month;
    history.problems.push_back(std::move(of));
    return history.problems.back();
}

MedicationCourse& PatientBuilder::drug(const Drug& of, const std::vector<Day>& fills) {
    MedicationCourse course;
    course.code = std::to_string(620000000 + history.medications.size());
    course.name = of.name;
    course.drugClass = of.drugClass;
    course.highRiskClass = of.highRisk;
    course.genericName = of.generic;
    course.unit = of.unit;
    course.use = of.use;
    course.prescriber = of.prescriber;
    course.longTerm = of.use == DrugUse::Oral && of.days >= 14;
    const bool flat = of.use != DrugUse::Oral;
    for (const Day start : fills) {
        Supply supply;
        supply.start = start;
        supply.end = addDays(start, (flat ? 14 : of.days) - 1);
        supply.estimatedPeriod = flat;
        supply.amount.hundredThousandths = of.amount * 10'000;
        supply.quantity = of.days;
        supply.code = course.code;
        supply.name = of.name;
        supply.prescriber = supply.dispenser = of.prescriber;
        supply.evidence.push_back(line(of.prescriber, monthOf(start)));
        course.evidence.push_back(supply.evidence.front());
        course.end = supply.end;
        course.supplies.push_back(std::move(supply));
    }
    const Day dataEnd = lastOf(*history.newestMonth);
    const auto state = [&](Day at) {
        if (course.end >= at)
            return DrugState::Taking;
        return daysBetween(course.end, dataEnd) <= 14 ? DrugState::UntilDataEnd : DrugState::Ended;
    };
    course.atDataEnd = state(dataEnd);
    course.today = state(history.today);
    history.medications.push_back(std::move(course));
    return history.medications.back();
}

void PatientBuilder::duplicate(char letter, DuplicateLevel level, std::uint32_t first, std::uint32_t second, Day from,
                               Day to) {
    const auto index = static_cast<std::uint32_t>(history.duplicates.size());
    const int days = daysBetween(from, to) + 1;
    const bool current = history.medications.at(first).today != DrugState::Ended &&
                         history.medications.at(second).today != DrugState::Ended;
    history.duplicates.push_back({letter, level, first, second, from, to, days, days >= 7, current});
    history.medications.at(first).duplicates.push_back(index);
    history.medications.at(second).duplicates.push_back(index);
}

ProcedureRecord& PatientBuilder::procedure(ProcedureGroup group, const std::string& name, const std::string& section,
                                           Day day, int count, InstitutionIndex institution, Kind kind) {
    ProcedureRecord of;
    of.group = group;
    of.name = name;
    of.code = std::to_string(150000000 + static_cast<int>(std::hash<std::string>{}(name) % 1'000'000));
    of.sectionNumber = section;
    of.day = day;
    of.count = count;
    of.institution = institution;
    of.kind = kind;
    of.evidence.push_back(line(institution, monthOf(day)));
    history.procedures.push_back(std::move(of));
    return history.procedures.back();
}

void PatientBuilder::test(ExaminationGroup group, const std::string& name,
                          const std::vector<std::pair<Day, InstitutionIndex>>& done) {
    Examination of;
    of.name = name;
    of.code = std::to_string(160000000 + history.examinations.size());
    of.group = group;
    for (const auto& [when, where] : done)
        of.done.push_back({when, where, line(where, monthOf(when))});
    std::sort(of.done.begin(), of.done.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    of.inTwelveMonths = static_cast<int>(std::count_if(of.done.begin(), of.done.end(), [this](const auto& one) {
        return monthsBetween(monthOf(one.day), *history.newestMonth) < 12;
    }));
    history.examinations.push_back(std::move(of));
}

void PatientBuilder::visits(InstitutionIndex institution, const std::vector<int>& days) {
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i] == 0)
            continue;
        const Month of = back(static_cast<int>(days.size() - 1 - i));
        VisitMonth visit{institution, of, std::abs(days[i]), days[i] < 0, {}, {}, {receipt(institution, of)}};
        history.visits.push_back(std::move(visit));
    }
}

void PatientBuilder::coverage(int monthsBack) {
    for (int i = monthsBack; i >= 0; --i)
        history.coverage.push_back(
            {back(i), i == 0 ? CoverageState::Partly : CoverageState::Arrived, {"39370000"}, {}});
    for (Month of = back(-1); of <= monthOf(history.today); of += std::chrono::months(1))
        history.coverage.push_back({of, CoverageState::NotYet, {}, {}});
}

void PatientBuilder::flag(const std::string& words, const std::string& icon, FlagBasis basis, Month last,
                          InstitutionIndex institution, const std::string& detail) {
    Flag of;
    of.id = icon + std::to_string(history.flags.size());
    of.words = words;
    of.icon = icon;
    of.basis = basis;
    of.caution = basis == FlagBasis::Name;
    of.lastMonth = last;
    of.institution = institution;
    of.detail = detail;
    of.evidence.push_back(line(institution, last));
    history.flags.push_back(std::move(of));
}

} // namespace kmixr::test
