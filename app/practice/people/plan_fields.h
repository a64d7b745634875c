// JSON fields of the plans. The plans are our own files: a wrong one is a PlanError with its place, caught at the one
// door (plan_reader.cpp), so that the readers below stay plain.
#pragma once

#include "app/practice/people/plan.h"
#include "core/common/json.h"

#include <stdexcept>

namespace kmixr::practice {

struct PlanError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string text(const Json& object, const char* name);
std::string textOr(const Json& object, const char* name, std::string fallback = {});
char letterOr(const Json& object, const char* name, char fallback);
PlanDate date(const Json& object, const char* name);
MonthSet months(const Json& object);
receipt::Quantity quantity(const Json& object, const char* name);
std::chrono::weekday weekday(const std::string& name);
std::vector<std::chrono::weekday> weekdays(const Json& object);
receipt::Person person(const Json& object);
Occasion occasion(const Json& object);

PlannedGroup group(const Json& object);
std::vector<PlannedGroup> groups(const Json& array);
PlannedDisease disease(const Json& object);
PlannedReceipt plannedReceipt(const Json& object);
PracticePerson practicePerson(const Json& object);

} // namespace kmixr::practice
