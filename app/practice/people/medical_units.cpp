#include "app/practice/people/medical_units.h"

#include "app/practice/people/japanese_text.h"

#include <algorithm>
#include <iterator>

namespace kmixr::practice {

namespace {

constexpr const char* mealsDivision = "97";
constexpr const char* remarkDivision = "99";

/// A group on one day, before it is priced: lines that may still leave it for the D007 panel.
struct DayGroup {
    const PlannedGroup* plan = nullptr;
    std::string division;
    std::vector<PlannedLine> lines;
    std::optional<std::int64_t> points; ///< of the whole group, when the panel gives it
    int count = 1;
};

/// Bundles opened; lines that follow a bundle in the plan belong to its last group.
std::vector<PlannedGroup> opened(const std::vector<PlannedGroup>& planned, const Plans& plans) {
    std::vector<PlannedGroup> groups;
    for (const PlannedGroup& group : planned) {
        if (group.bundle.empty()) {
            groups.push_back(group);
            continue;
        }
        for (PlannedGroup inner : plans.bundles.at(group.bundle)) {
            inner.separate = group.separate;
            groups.push_back(std::move(inner));
        }
        auto& last = groups.back();
        last.lines.insert(last.lines.end(), group.lines.begin(), group.lines.end());
        last.comments.insert(last.comments.end(), group.comments.begin(), group.comments.end());
    }
    return groups;
}

/// The days of every opened group: the bundle's own condition narrows what the plan allows.
std::vector<std::vector<Visit>> daysOf(const std::vector<PlannedGroup>& planned, const UnitContext& context) {
    std::vector<std::vector<Visit>> days;
    for (const PlannedGroup& group : planned) {
        const auto outer = occasions(group.when, context.visits, context.month, context.newest, context.admitted);
        if (group.bundle.empty()) {
            days.push_back(outer);
            continue;
        }
        for (const PlannedGroup& inner : context.plans.bundles.at(group.bundle)) {
            days.push_back(occasions(inner.when, outer, context.month, context.newest, context.admitted));
        }
    }
    return days;
}

/// D007 chemistry of one day is one unit, whichever groups it was planned in.
void joinPanel(std::vector<DayGroup>& day, const PriceTable& table, const Points& points) {
    const auto inPanel = [&](const PlannedLine& line) { return table.inPanel(line.code); };
    int items = 0;
    for (const DayGroup& group : day) {
        items += static_cast<int>(std::count_if(group.lines.begin(), group.lines.end(), inPanel));
    }
    const auto panelPoints = points.panel(items);
    if (!panelPoints) {
        return;
    }
    DayGroup* panel = nullptr;
    for (DayGroup& group : day) {
        if (group.lines.empty() || !std::all_of(group.lines.begin(), group.lines.end(), inPanel)) {
            continue;
        }
        if (panel == nullptr) {
            panel = &group;
            panel->points = panelPoints;
        } else {
            panel->lines.insert(panel->lines.end(), group.lines.begin(), group.lines.end());
            group.lines.clear();
        }
    }
    std::erase_if(day, [](const DayGroup& group) { return group.lines.empty(); });
}

int mealsOn(Day day, const UnitContext& context) {
    const PricingRules& rules = context.table.rules();
    if (day == context.admitted) {
        return rules.mealsFirstDay;
    }
    return day == context.discharged ? rules.mealsLastDay : rules.mealsPerDay;
}

/// Lines of one kind share one unit.
Outcome<std::vector<receipt::CountUnit>> units(const DayGroup& group, const UnitContext& context) {
    const Points points(context.table);
    std::vector<receipt::CountUnit> units;
    for (auto from = group.lines.begin(); from != group.lines.end();) {
        const receipt::LineKind kind = lineKindOf(from->code);
        auto to = std::find_if(from, group.lines.end(),
                               [kind](const PlannedLine& line) { return lineKindOf(line.code) != kind; });
        receipt::CountUnit unit;
        std::vector<PlannedLine> lines(from, to);
        for (PlannedLine& line : lines) {
            if (line.donorsCost) {
                line.points = context.donorPoints;
            }
            receipt::DetailLine detail;
            detail.kind = kind;
            detail.code = line.code;
            detail.amount = line.amount;
            detail.drugUse = kind == receipt::LineKind::Drug ? group.plan->drugUse : '\0';
            unit.lines.push_back(std::move(detail));
        }
        Outcome<std::int64_t> value = 0;
        switch (kind) {
        case receipt::LineKind::Drug:
            value = points.drugs(lines, group.division);
            break;
        case receipt::LineKind::Material:
            value = points.materials(lines);
            break;
        default:
            value = group.points ? Outcome<std::int64_t>(*group.points) : points.acts(lines);
        }
        if (!value) {
            return fail(value.error());
        }
        unit.points = *value;
        if (group.plan->oneUnit && !units.empty()) {
            receipt::CountUnit& whole = units.front();
            std::move(unit.lines.begin(), unit.lines.end(), std::back_inserter(whole.lines));
            *whole.points += *unit.points;
        } else {
            units.push_back(std::move(unit));
        }
        from = to;
    }
    return units;
}

bool sameUnit(const receipt::CountUnit& a, const receipt::CountUnit& b) {
    return a.lines == b.lines && a.points == b.points;
}

bool sameGroup(const receipt::Group& a, const receipt::Group& b) {
    return a.division == b.division && a.payers == b.payers &&
           std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(), sameUnit);
}

void addDay(receipt::Group& group, Day day, int count) {
    for (receipt::CountUnit& unit : group.units) {
        unit.days[static_cast<unsigned>(day.day()) - 1] += static_cast<std::uint16_t>(count);
        unit.count += count;
    }
}

/// Groups as they build up over the days of a month.
class MonthOfLines {
public:
    explicit MonthOfLines(const UnitContext& context) : context_(context) {}

    Outcome<void> add(const DayGroup& group, Day day) {
        auto priced = units(group, context_);
        if (!priced) {
            return fail(priced.error());
        }
        receipt::Group found{group.division, context_.payers, *std::move(priced)};
        for (const PlannedComment& comment : group.plan->comments) {
            if (comment.months.contains(context_.month)) {
                found.units.back().lines.back().comments.push_back(recordedComment(comment, context_.newest));
            }
        }
        const int count = group.division == mealsDivision ? mealsOn(day, context_) : group.count;
        const auto same = group.plan->separate
                              ? entries_.end()
                              : std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
                                    return !entry.separate && sameGroup(entry.group, found);
                                });
        if (same != entries_.end()) {
            addDay(same->group, day, count);
        } else {
            addDay(found, day, count);
            entries_.push_back({std::move(found), group.plan->separate});
        }
        return {};
    }

    MedicalLines take() {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Entry& a, const Entry& b) { return a.group.division < b.group.division; });
        MedicalLines lines;
        for (Entry& entry : entries_) {
            if (entry.group.division == mealsDivision) {
                for (const receipt::CountUnit& unit : entry.group.units) {
                    lines.meals += unit.count;
                    lines.mealsYen += *unit.points * unit.count;
                }
            }
            lines.groups.push_back(std::move(entry.group));
        }
        return lines;
    }

private:
    struct Entry {
        receipt::Group group;
        bool separate = false;
    };
    const UnitContext& context_;
    std::vector<Entry> entries_;
};

} // namespace

receipt::LineKind lineKindOf(const std::string& code) {
    switch (code.front()) {
    case '6':
        return receipt::LineKind::Drug;
    case '7':
        return receipt::LineKind::Material;
    default:
        return receipt::LineKind::Act;
    }
}

receipt::Comment recordedComment(const PlannedComment& planned, Month newest) {
    receipt::Comment comment;
    comment.code = planned.code;
    comment.text = planned.text;
    if (planned.date) {
        const std::string digits = eraDigits(planned.date->on(newest));
        // Pattern 40 fills slots of a text that already names the era; 50 and 80 carry the era as a digit.
        comment.text = fullWidth(planned.code.substr(1, 2) == "40" ? digits.substr(1) : digits);
    }
    if (!planned.value.empty()) {
        comment.text += fullWidth(std::string(8 - std::min<std::size_t>(8, planned.value.size()), '0') + planned.value);
    }
    return comment;
}

Outcome<MedicalLines> medicalLines(const std::vector<PlannedGroup>& planned, const UnitContext& context) {
    const std::vector<PlannedGroup> groups = opened(planned, context.plans);
    const std::vector<std::vector<Visit>> days = daysOf(planned, context);
    const Points points(context.table);
    MonthOfLines month(context);
    std::vector<receipt::Comment> remarks;

    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].division == remarkDivision && !days[i].empty()) {
            for (const PlannedComment& comment : groups[i].comments) {
                remarks.push_back(recordedComment(comment, context.newest));
            }
        }
    }
    // Visit by visit, not day by day: holidays can bring two planned visits to one day, and both are charged.
    for (const Visit& visit : context.visits) {
        std::vector<DayGroup> day;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (groups[i].division != remarkDivision &&
                std::find(days[i].begin(), days[i].end(), visit) != days[i].end()) {
                day.push_back({&groups[i], groups[i].division, groups[i].lines, std::nullopt, groups[i].count});
            }
        }
        joinPanel(day, context.table, points);
        for (const DayGroup& group : day) {
            if (auto added = month.add(group, visit.day); !added) {
                return fail(added.error());
            }
        }
    }
    MedicalLines lines = month.take();
    lines.remarks = std::move(remarks);
    return lines;
}

} // namespace kmixr::practice
