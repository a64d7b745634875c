#include "app/practice/people/plan_dates.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace kmixr::practice {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

Month monthAt(Month newest, int months) {
    return newest + std::chrono::months{months};
}

Day dayIn(Month month, int day) {
    const unsigned last = static_cast<unsigned>(lastOf(month).day());
    return month / std::chrono::day{std::min(static_cast<unsigned>(day), last)};
}

std::optional<PlanDate> PlanDate::parse(std::string_view text) {
    PlanDate date;
    if (const auto absolute = parseIsoDay(text)) {
        date.absolute_ = *absolute;
        return date;
    }
    const auto point = text.find('.');
    if (point == std::string_view::npos) {
        return std::nullopt;
    }
    const auto month = number(text.substr(0, point));
    const auto day = number(text.substr(point + 1));
    if (!month || !day || *month > 0 || *day < 1 || *day > 31) {
        return std::nullopt;
    }
    date.month_ = month;
    date.day_ = *day;
    return date;
}

Day PlanDate::on(Month newest) const {
    return month_ ? dayIn(monthAt(newest, *month_), day_) : absolute_;
}

std::optional<MonthSet> MonthSet::parse(std::string_view text) {
    MonthSet set;
    while (!text.empty()) {
        const auto comma = text.find(',');
        std::string_view part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        Run run{std::numeric_limits<int>::min(), 0, 1};
        if (const auto slash = part.find('/'); slash != std::string_view::npos) {
            const auto every = number(part.substr(slash + 1));
            if (!every || *every < 1) {
                return std::nullopt;
            }
            run.every = *every;
            part = part.substr(0, slash);
        }
        if (!part.empty()) {
            const auto dots = part.find("..");
            const auto from = number(part.substr(0, dots));
            const auto to = dots == std::string_view::npos ? from : number(part.substr(dots + 2));
            if (!from || !to || *from > *to || *to > 0) {
                return std::nullopt;
            }
            run.from = *from;
            run.to = *to;
        }
        set.runs_.push_back(run);
    }
    if (set.runs_.empty()) {
        return std::nullopt;
    }
    return set;
}

bool MonthSet::contains(int month) const {
    return runs_.empty() || std::any_of(runs_.begin(), runs_.end(), [month](const Run& run) {
               return month >= run.from && month <= run.to && month % run.every == 0;
           });
}

int MonthSet::oldest() const {
    int oldest = 0;
    for (const Run& run : runs_) {
        if (run.from != std::numeric_limits<int>::min()) {
            oldest = std::min(oldest, run.from);
        }
    }
    return oldest;
}

} // namespace kmixr::practice
