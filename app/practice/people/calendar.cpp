#include "app/practice/people/calendar.h"

#include "core/common/bytes.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

using std::chrono::Sunday;
using std::chrono::weekday;

weekday weekdayOf(Day day) {
    return weekday{std::chrono::sys_days{day}};
}

bool isHoliday(Day day) {
    const unsigned month = static_cast<unsigned>(day.month());
    const unsigned date = static_cast<unsigned>(day.day());
    return weekdayOf(day) == Sunday || (month == 12 && date >= 29) || (month == 1 && date <= 3);
}

/// The next working day, or the last one before when the month ends first: a claim keeps to its month.
Day workingDay(Day planned) {
    for (Day day = planned; monthOf(day) == monthOf(planned); day = addDays(day, 1)) {
        if (!isHoliday(day)) {
            return day;
        }
    }
    Day day = planned;
    while (isHoliday(day)) {
        day = addDays(day, -1);
    }
    return day;
}

int dayNumber(Day day) {
    return static_cast<int>(static_cast<unsigned>(day.day()));
}

} // namespace

PatientCalendar::PatientCalendar(const Plans& plans, const PracticePerson& person, Month newest)
    : plans_(plans), person_(person), newest_(newest) {
    for (const PlannedReceipt& row : person.receipts) {
        if (row.stay) {
            stays_.push_back({row.stay->from.on(newest), row.stay->to.on(newest)});
        }
    }
}

const PatientCalendar::Stay* PatientCalendar::stayOn(Day day) const {
    const auto found = std::find_if(stays_.begin(), stays_.end(),
                                    [day](const Stay& stay) { return stay.from <= day && day <= stay.to; });
    return found == stays_.end() ? nullptr : &*found;
}

const PracticeInstitution& PatientCalendar::seenBy(const PlannedReceipt& row) const {
    return plans_.institutions.at(row.prescriber.empty() ? row.institution : row.prescriber);
}

std::vector<int> PatientCalendar::plannedDays(const PlannedReceipt& row, int month) const {
    if (const auto other = row.daysIn.find(month); other != row.daysIn.end()) {
        return other->second;
    }
    if (row.weekdays.empty() && !row.firstWeekday) {
        return row.days;
    }
    std::vector<int> days;
    const Month calendarMonth = monthAt(newest_, month);
    for (Day day = firstOf(calendarMonth); day <= lastOf(calendarMonth); day = addDays(day, 1)) {
        const bool wanted = row.firstWeekday ? weekdayOf(day) == *row.firstWeekday
                                             : std::find(row.weekdays.begin(), row.weekdays.end(), weekdayOf(day)) !=
                                                   row.weekdays.end();
        // A fixed weekday is a treatment that goes on without him while he is in hospital: dropped, not moved.
        if (wanted && stayOn(day) == nullptr) {
            days.push_back(dayNumber(day));
            if (row.firstWeekday) {
                break;
            }
        }
    }
    return days;
}

std::optional<Day> PatientCalendar::settle(const PracticeInstitution& institution, Day planned) const {
    Day day = planned;
    if (const Stay* stay = stayOn(day)) {
        day = addDays(stay->to, 1);
        if (monthOf(day) != monthOf(planned)) {
            return std::nullopt;
        }
    }
    return institution.closesOnHolidays() ? workingDay(day) : day;
}

std::vector<Visit> PatientCalendar::visits(const PlannedReceipt& row, int month) const {
    std::vector<Visit> visits;
    if (!row.months.contains(month)) {
        return visits;
    }
    const bool byWeekday = !row.weekdays.empty() || row.firstWeekday;
    for (const int planned : plannedDays(row, month)) {
        const Day nominal = dayIn(monthAt(newest_, month), planned);
        if (byWeekday) {
            visits.push_back({planned, nominal});
        } else if (const auto day = settle(seenBy(row), nominal)) {
            visits.push_back({planned, *day});
        }
    }
    std::stable_sort(visits.begin(), visits.end(), [](const Visit& a, const Visit& b) { return a.day < b.day; });
    return visits;
}

std::vector<Visit> PatientCalendar::hospitalDays(const PlannedStay& stay, int month) const {
    std::vector<Visit> days;
    const Month calendarMonth = monthAt(newest_, month);
    const Day from = std::max(stay.from.on(newest_), firstOf(calendarMonth));
    const Day to = std::min(stay.to.on(newest_), lastOf(calendarMonth));
    for (Day day = from; day <= to; day = addDays(day, 1)) {
        days.push_back({dayNumber(day), day});
    }
    return days;
}

Day PatientCalendar::dispensed(const PlannedReceipt& row, Day prescribed) const {
    const Day next = addDays(prescribed, 1);
    if (row.sameDayDispensing || monthOf(next) != monthOf(prescribed) || weekdayOf(next) == Sunday ||
        stayOn(next) != nullptr) {
        return prescribed;
    }
    // One prescription in ten waits until the next day, always the same ones.
    const Sha256 lot = sha256("kmixr-practice-v1|" + person_.id + "|" + row.institution + "|" + row.prescriber + "|" +
                              isoDay(prescribed));
    return lot[0] % 10 == 0 ? next : prescribed;
}

Day PatientCalendar::start(const PlannedReceipt& row, const PlanDate& since) const {
    const Day day = since.on(newest_);
    if (since.month()) {
        for (const Visit& visit : visits(row, *since.month())) {
            if (visit.planned == since.day()) {
                return visit.day;
            }
        }
    }
    return day;
}

std::vector<Visit> occasions(const Occasion& when, std::vector<Visit> visits, int month, Month newest, Day admitted) {
    if (!when.months.contains(month)) {
        return {};
    }
    const auto keep = [&visits](auto wanted) {
        std::erase_if(visits, [&wanted](const Visit& visit) { return !wanted(visit); });
    };
    if (!when.days.empty()) {
        keep([&](const Visit& visit) {
            return std::find(when.days.begin(), when.days.end(), visit.planned) != when.days.end();
        });
    }
    if (!when.dates.empty()) {
        keep([&](const Visit& visit) {
            return std::any_of(when.dates.begin(), when.dates.end(),
                               [&](const PlanDate& date) { return date.on(newest) == visit.day; });
        });
    }
    if (when.span) {
        keep([&](const Visit& visit) {
            return when.span->first.on(newest) <= visit.day && visit.day <= when.span->second.on(newest);
        });
    }
    if (when.stayDays) {
        keep([&](const Visit& visit) {
            const int day = daysBetween(admitted, visit.day) + 1;
            return day >= when.stayDays->first && day <= when.stayDays->second;
        });
    }
    if (!when.weekdays.empty()) {
        keep([&](const Visit& visit) {
            return std::find(when.weekdays.begin(), when.weekdays.end(), weekdayOf(visit.day)) != when.weekdays.end();
        });
    }
    if (when.which == Occasion::Which::FirstMonday) {
        keep([](const Visit& visit) { return weekdayOf(visit.day) == std::chrono::Monday; });
    }
    if (when.which == Occasion::Which::Last && !visits.empty()) {
        visits = {visits.back()};
    }
    std::size_t most = visits.size();
    if (when.which == Occasion::Which::First || when.which == Occasion::Which::FirstMonday) {
        most = 1;
    }
    if (when.times) {
        most = std::min(most, static_cast<std::size_t>(*when.times));
    }
    visits.resize(std::min(most, visits.size()));
    return visits;
}

} // namespace kmixr::practice
