#include "app/practice/people/plan_fields.h"

#include <array>

namespace kmixr::practice {

namespace {

[[noreturn]] void wrong(const char* name) {
    throw PlanError(name);
}

std::pair<int, int> range(const std::string& text, const char* name) {
    const auto dots = text.find("..");
    if (dots == std::string::npos) {
        wrong(name);
    }
    return {std::stoi(text.substr(0, dots)), std::stoi(text.substr(dots + 2))};
}

Occasion::Which which(const std::string& name) {
    if (name == "first") {
        return Occasion::Which::First;
    }
    if (name == "last") {
        return Occasion::Which::Last;
    }
    if (name == "first monday") {
        return Occasion::Which::FirstMonday;
    }
    wrong("on");
}

} // namespace

std::string text(const Json& object, const char* name) {
    auto value = jsonString(object, name);
    if (!value) {
        wrong(name);
    }
    return *std::move(value);
}

std::string textOr(const Json& object, const char* name, std::string fallback) {
    return object.contains(name) ? text(object, name) : std::move(fallback);
}

char letterOr(const Json& object, const char* name, char fallback) {
    const std::string value = textOr(object, name, std::string(1, fallback));
    if (value.size() != 1) {
        wrong(name);
    }
    return value.front();
}

PlanDate date(const Json& object, const char* name) {
    const auto parsed = PlanDate::parse(text(object, name));
    if (!parsed) {
        wrong(name);
    }
    return *parsed;
}

MonthSet months(const Json& object) {
    if (!object.contains("months")) {
        return {};
    }
    const auto parsed = MonthSet::parse(text(object, "months"));
    if (!parsed) {
        wrong("months");
    }
    return *parsed;
}

receipt::Quantity quantity(const Json& object, const char* name) {
    const auto parsed = receipt::parseQuantity(text(object, name));
    if (!parsed) {
        wrong(name);
    }
    return *parsed;
}

std::chrono::weekday weekday(const std::string& name) {
    static constexpr std::array<const char*, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};
    for (unsigned i = 0; i < names.size(); ++i) {
        if (name == names[i]) {
            return std::chrono::weekday{i};
        }
    }
    wrong("weekday");
}

std::vector<std::chrono::weekday> weekdays(const Json& object) {
    std::vector<std::chrono::weekday> days;
    if (object.contains("weekdays")) {
        for (const Json& name : object.at("weekdays")) {
            days.push_back(weekday(name.get<std::string>()));
        }
    }
    return days;
}

receipt::Person person(const Json& object) {
    receipt::Person person;
    person.name = text(object, "name");
    person.kana = textOr(object, "kana");
    person.sex = text(object, "sex") == "male" ? receipt::Sex::Male : receipt::Sex::Female;
    person.birth = parseIsoDay(text(object, "birth"));
    if (!person.birth) {
        wrong("birth");
    }
    return person;
}

Occasion occasion(const Json& object) {
    Occasion when;
    when.months = months(object);
    when.weekdays = weekdays(object);
    if (object.contains("days")) {
        when.days = object.at("days").get<std::vector<int>>();
    }
    if (object.contains("dates")) {
        for (const Json& item : object.at("dates")) {
            const auto parsed = PlanDate::parse(item.get<std::string>());
            if (!parsed) {
                wrong("dates");
            }
            when.dates.push_back(*parsed);
        }
    }
    if (object.contains("span")) {
        const auto ends = object.at("span").get<std::vector<std::string>>();
        const auto from = PlanDate::parse(ends.at(0));
        const auto to = PlanDate::parse(ends.at(1));
        if (!from || !to) {
            wrong("span");
        }
        when.span = {*from, *to};
    }
    if (object.contains("stayDays")) {
        when.stayDays = range(text(object, "stayDays"), "stayDays");
    }
    if (object.contains("on")) {
        when.which = which(text(object, "on"));
    }
    if (object.contains("times")) {
        when.times = object.at("times").get<int>();
    }
    return when;
}

} // namespace kmixr::practice
