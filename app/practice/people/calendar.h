// Which days of a month a patient is seen, stays in hospital or gets a prescription filled. Rules:
// practice-patients.md §F 1, 2, 7.
#pragma once

#include "app/practice/people/plan.h"

#include <vector>

namespace kmixr::practice {

/// A day as planned and as it came: a clinic's holiday or a hospital stay moves it.
struct Visit {
    int planned = 0; ///< day of the month in the plan
    Day day{};
    friend bool operator==(const Visit&, const Visit&) = default;
};

/// The calendar of one patient. Immutable; the plans must outlive it.
class PatientCalendar {
public:
    PatientCalendar(const Plans& plans, const PracticePerson& person, Month newest);

    /// Days of that row in a month counted from the newest, in order. For 調剤 the days of the prescription.
    [[nodiscard]] std::vector<Visit> visits(const PlannedReceipt& row, int month) const;
    /// Days in hospital within that month, in order; `planned` is the day of the month.
    [[nodiscard]] std::vector<Visit> hospitalDays(const PlannedStay& stay, int month) const;
    /// When the medicines of a prescription were handed out: the same day, or now and then the next.
    [[nodiscard]] Day dispensed(const PlannedReceipt& row, Day prescribed) const;
    /// Start of a disease: moved together with the visit it began on.
    [[nodiscard]] Day start(const PlannedReceipt& row, const PlanDate& since) const;

    [[nodiscard]] Month newest() const { return newest_; }

private:
    struct Stay {
        Day from{}, to{};
    };
    [[nodiscard]] const Stay* stayOn(Day day) const;
    [[nodiscard]] const PracticeInstitution& seenBy(const PlannedReceipt& row) const;
    [[nodiscard]] std::vector<int> plannedDays(const PlannedReceipt& row, int month) const;
    [[nodiscard]] std::optional<Day> settle(const PracticeInstitution& institution, Day planned) const;

    const Plans& plans_;
    const PracticePerson& person_;
    Month newest_;
    std::vector<Stay> stays_;
};

/// The days on which a planned thing happens, of the days the patient was there.
std::vector<Visit> occasions(const Occasion& when, std::vector<Visit> visits, int month, Month newest, Day admitted);

} // namespace kmixr::practice
