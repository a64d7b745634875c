// Relative time, holidays, hospital stays.
#include "app/practice/people/calendar.h"
#include "app/practice/people/coverage.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::practice;
using namespace std::chrono_literals;

namespace {

const PlannedReceipt& row(const PracticePerson& person, std::string_view institution, receipt::Kind kind) {
    for (const PlannedReceipt& each : person.receipts) {
        if (each.institution == institution && each.kind == kind) {
            return each;
        }
    }
    throw std::runtime_error("no such row");
}

std::vector<unsigned> days(const std::vector<Visit>& visits) {
    std::vector<unsigned> numbers;
    for (const Visit& visit : visits) {
        numbers.push_back(static_cast<unsigned>(visit.day.day()));
    }
    return numbers;
}

} // namespace

TEST_CASE("plan dates count months back from the newest") {
    CHECK(PlanDate::parse("-18.11")->on(test::newest) == 2024y / 2 / 11);
    CHECK(PlanDate::parse("-6.31")->on(test::newest) == 2025y / 2 / 28); // the month's last day
    CHECK(PlanDate::parse("0.05")->on(test::newest) == 2025y / 8 / 5);
    CHECK(PlanDate::parse("2019-04-25")->on(test::newest) == 2019y / 4 / 25);
    for (const char* wrong : {"", "-18", "-18.", "-18.32", "1.05", "-1.x", "2019-13-01"}) {
        CHECK_FALSE(PlanDate::parse(wrong));
    }
}

TEST_CASE("month sets know ranges, steps and single months") {
    const auto set = MonthSet::parse("-60..-15, -11..0");
    REQUIRE(set);
    CHECK(set->contains(-15));
    CHECK_FALSE(set->contains(-14));
    CHECK(set->contains(0));
    CHECK(set->oldest() == -60);
    const auto every = MonthSet::parse("-30..0/2");
    CHECK(every->contains(-30));
    CHECK_FALSE(every->contains(-29));
    CHECK(MonthSet::parse("/3")->contains(-117));
    CHECK_FALSE(MonthSet::parse("/3")->contains(-1));
    CHECK(MonthSet{}.contains(-119));
    for (const char* wrong : {"", "x", "-1..-3", "-1..2", "/0"}) {
        CHECK_FALSE(MonthSet::parse(wrong));
    }
}

TEST_CASE("clinics are closed on Sundays and over the New Year, hospitals are not") {
    const PracticePerson& person = test::person("K16"); // seen on the 17th, by a hospital
    const PatientCalendar hospital(test::plans(), person, test::newest);
    const PlannedReceipt& atHospital = row(person, "H1", receipt::Kind::MedicalOutpatient);
    CHECK(days(hospital.visits(atHospital, -2)) == std::vector<unsigned>{17}); // 2025-06-17, a Tuesday
    CHECK(days(hospital.visits(atHospital, -3)) == std::vector<unsigned>{17}); // a Saturday
    CHECK(days(hospital.visits(atHospital, -9)) == std::vector<unsigned>{17}); // 2024-11-17, a Sunday

    const PracticePerson& other = test::person("K05"); // seen on the 6th, by a clinic
    const PatientCalendar clinic(test::plans(), other, test::newest);
    const PlannedReceipt& atClinic = row(other, "C1", receipt::Kind::MedicalOutpatient);
    CHECK(days(clinic.visits(atClinic, -2)) == std::vector<unsigned>{6});
    CHECK(days(clinic.visits(atClinic, -4)) == std::vector<unsigned>{7}); // 2025-04-06 is a Sunday
    const PracticePerson& newYear = test::person("K22");                  // seen on the 2nd
    const PatientCalendar january(test::plans(), newYear, test::newest);
    CHECK(days(january.visits(row(newYear, "C1", receipt::Kind::MedicalOutpatient), -7)) ==
          std::vector<unsigned>{4}); // 2025-01-02 is a holiday
}

TEST_CASE("a visit that would fall into a hospital stay waits for the day after discharge") {
    PracticePerson person = test::person("K05");
    for (PlannedReceipt& each : person.receipts) {
        each.daysIn.clear(); // the 6th of month -13 lies inside the stay of 4 to 13
    }
    const PatientCalendar calendar(test::plans(), person, test::newest);
    const PlannedReceipt& clinic = row(person, "C1", receipt::Kind::MedicalOutpatient);
    CHECK(days(calendar.visits(clinic, -13)) == std::vector<unsigned>{15}); // the 14th is a Sunday
}

TEST_CASE("dialysis is every Monday, Wednesday and Friday outside hospital") {
    const PracticePerson& person = test::person("K05");
    const PatientCalendar calendar(test::plans(), person, test::newest);
    const PlannedReceipt& dialysis = row(person, "C5", receipt::Kind::MedicalOutpatient);
    CHECK(days(calendar.visits(dialysis, 0)) == std::vector<unsigned>{1, 4, 6, 8, 11, 13, 15, 18, 20, 22, 25, 27, 29});
    CHECK(days(calendar.visits(dialysis, -13)) == std::vector<unsigned>{1, 3, 15, 17, 19, 22, 24, 26, 29, 31});
}

TEST_CASE("the insurer in force changes with the day") {
    const PracticePerson& person = test::person("K24");
    const auto insurer = [&](Day day) {
        const PlannedInsurance* found = insuranceOn(person, day, test::newest);
        return found == nullptr ? std::string("none") : found->insurer;
    };
    CHECK(insurer(2024y / 11 / 15) == "I3");
    CHECK(insurer(2024y / 11 / 16) == "I1");
    CHECK(insurer(2025y / 2 / 28) == "I1");
    CHECK(insurer(2025y / 3 / 10) == "none");
    CHECK(insurer(2025y / 4 / 1) == "I4");
}

TEST_CASE("種別 and 給付割合 follow age and insurer") {
    const auto header = [](const char* id, std::size_t insurance, Month month, int publicExpenses = 0,
                           receipt::Kind kind = receipt::Kind::MedicalOutpatient) {
        const PracticePerson& person = test::person(id);
        const PlannedInsurance& planned = person.insurance.at(insurance);
        return benefitHeader(person, planned, test::plans().insurers.at(planned.insurer), kind, month, publicExpenses);
    };
    CHECK(header("K22", 0, 2025y / 7).type == "1112");
    CHECK(header("K22", 0, 2025y / 7).benefitRatio.empty());
    CHECK(header("K01", 0, 2026y / 3).type == "1114"); // 未就学 until March
    CHECK(header("K01", 0, 2026y / 4).type == "1116");
    CHECK(header("K23", 0, 2025y / 2).type == "1112"); // 70 on 2025-02-10
    CHECK(header("K23", 0, 2025y / 2).benefitRatio == "70");
    CHECK(header("K23", 0, 2025y / 3).type == "1118");
    CHECK(header("K23", 0, 2025y / 3).benefitRatio == "80");
    CHECK(header("K23", 0, 2025y / 3).mark == "29");
    CHECK(header("K13", 0, 2020y / 11).type == "1112"); // born on the first: 70 the day before
    CHECK(header("K13", 0, 2020y / 12).type == "1118");
    CHECK(header("K05", 1, 2025y / 8).type == "1318");
    CHECK(header("K05", 1, 2025y / 8).mark == "42");
    CHECK(header("K11", 0, 2023y / 2, 1, receipt::Kind::MedicalInpatient).type == "1121");
    CHECK(header("K23", 0, 2025y / 7, 0, receipt::Kind::Dispensing).type == "4118");
}
