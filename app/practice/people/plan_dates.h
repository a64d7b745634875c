// Time in the plans is relative: month 0 is the newest data month, -18.11 is day 11 of the month 18 before it. So the
// same plans serve a fixed anchor (tests) and a rolling one (demonstrations). Notation: practice-patients.md §0.
#pragma once

#include "core/common/dates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kmixr::practice {

/// A day of a plan: "-18.11", or absolute, "2019-04-25".
class PlanDate {
public:
    static std::optional<PlanDate> parse(std::string_view text);

    /// The calendar day; a day the month lacks is its last.
    [[nodiscard]] Day on(Month newest) const;
    /// Month counted from the newest; nullopt for an absolute day.
    [[nodiscard]] std::optional<int> month() const { return month_; }
    [[nodiscard]] int day() const { return day_; }

private:
    std::optional<int> month_;
    int day_ = 1;
    Day absolute_{};
};

/// Months of a plan: "-119..-6, -5, -3", "-30..0/2" (every second, counted back from 0), "/3" (all such months).
class MonthSet {
public:
    MonthSet() = default; ///< every month
    static std::optional<MonthSet> parse(std::string_view text);

    [[nodiscard]] bool contains(int month) const;
    /// Oldest month named; 0 when the set is unbounded.
    [[nodiscard]] int oldest() const;

private:
    struct Run {
        int from = 0;
        int to = 0;
        int every = 1;
    };
    std::vector<Run> runs_; ///< none = every month
};

/// `newest` moved by `months`.
Month monthAt(Month newest, int months);
/// Day `day` of that month, or its last when it is shorter.
Day dayIn(Month month, int day);

} // namespace kmixr::practice
