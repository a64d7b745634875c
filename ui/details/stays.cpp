#include "ui/details/stays.h"

#include <algorithm>

namespace kmixr::ui {

using history::VisitMonth;

namespace {

/// In-patient days of one month: as recorded, else from admission or the first for as many days as were claimed.
std::vector<Day> daysOf(const history::History& history, const VisitMonth& visit) {
    std::vector<Day> days;
    for (const int day : visit.inpatientDayNumbers.empty() ? visit.dayNumbers : visit.inpatientDayNumbers)
        days.push_back(Day{visit.month / std::chrono::day{static_cast<unsigned>(day)}});
    if (!days.empty())
        return days;
    Day from = firstOf(visit.month);
    for (const auto receipt : visit.receipts) {
        const auto& admitted = history.receipts.at(receipt).value.admitted;
        if (admitted && monthOf(*admitted) == visit.month)
            from = *admitted;
    }
    for (int i = 0; i < std::max(1, visit.days) && addDays(from, i) <= lastOf(visit.month); ++i)
        days.push_back(addDays(from, i));
    return days;
}

} // namespace

std::vector<Stay> staysOf(const history::History& history) {
    std::vector<Stay> stays;
    std::vector<const VisitMonth*> visits;
    for (const VisitMonth& visit : history.visits) {
        if (visit.inpatient)
            visits.push_back(&visit);
    }
    std::sort(visits.begin(), visits.end(), [](const VisitMonth* a, const VisitMonth* b) {
        return std::pair(a->institution, a->month) < std::pair(b->institution, b->month);
    });
    for (const VisitMonth* visit : visits) {
        for (const Day day : daysOf(history, *visit)) {
            const bool goesOn = !stays.empty() && stays.back().institution == visit->institution &&
                                daysBetween(stays.back().to, day) <= 1;
            if (goesOn)
                stays.back().to = std::max(stays.back().to, day);
            else
                stays.push_back({visit->institution, day, day, {}});
            auto& receipts = stays.back().receipts;
            for (const auto receipt : visit->receipts) {
                if (std::find(receipts.begin(), receipts.end(), receipt) == receipts.end())
                    receipts.push_back(receipt);
            }
        }
    }
    std::stable_sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.from < b.from; });
    return stays;
}

const Stay* stayAt(const std::vector<Stay>& stays, history::InstitutionIndex institution, Day day, bool dayUnknown) {
    for (const Stay& stay : stays) {
        if (stay.institution != institution)
            continue;
        const bool inMonth = monthOf(stay.from) <= monthOf(day) && monthOf(day) <= monthOf(stay.to);
        if (dayUnknown ? inMonth : (stay.from <= day && day <= stay.to))
            return &stay;
    }
    return nullptr;
}

} // namespace kmixr::ui
