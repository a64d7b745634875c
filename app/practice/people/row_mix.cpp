#include "app/practice/people/row_mix.h"

#include <algorithm>
#include <set>

namespace kmixr::practice {

namespace {

constexpr int lateElderly = 75;
constexpr int lastVisitDay = 28;
constexpr const char* suspected = "8002";
constexpr const char* uncoded = "0000999";
constexpr const char* testDivision = "60";
constexpr char oral = '1';
constexpr char external = '5';
constexpr int refillDays = 14;

bool isBundle(const PlannedGroup& group, const char* bundle) {
    return group.bundle == bundle;
}

} // namespace

std::uint64_t turnOf(int month, std::uint64_t within) {
    constexpr int oldest = 1'000; // months before the newest
    return static_cast<std::uint64_t>(month + oldest) * 64 + within;
}

MonthSet monthRun(int from, int to) {
    return MonthSet::parse(std::to_string(from) + ".." + std::to_string(to)).value_or(MonthSet());
}

std::optional<MonthSet> everyFewMonths(int from, int every, int phase) {
    std::string months;
    for (int month = from; month <= 0; ++month) {
        if ((phase - month) % every == 0) {
            months += (months.empty() ? "" : ", ") + std::to_string(month);
        }
    }
    return months.empty() ? std::nullopt : MonthSet::parse(months);
}

PlanDate planDate(int month, int day) {
    return PlanDate::parse(std::to_string(month) + "." + std::to_string(day)).value_or(PlanDate());
}

void RowMix::outpatient(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t within, std::uint64_t lot,
                        bool goesOn) const {
    visits(row, months, within);
    tests(row, months, within);
    diseases(row, lot);              // before the suspicions, which depend on the months made
    if (goesOn && !months.empty()) { // what was suspected then is ruled out now
        suspicion(row, months.front() - 1, turnOf(months.front() - 1, within));
    }
    for (const int month : months) {
        suspicion(row, month, turnOf(month, within));
    }
}

// The first visit is the planned one; fees of the month and the prescription belong to it.
void RowMix::visits(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t turn) const {
    const bool first = std::any_of(row.groups.begin(), row.groups.end(),
                                   [](const PlannedGroup& group) { return isBundle(group, "F0"); });
    for (PlannedGroup& group : row.groups) {
        if (isBundle(group, "RX") || isBundle(group, "F0") || isBundle(group, "IH") || group.division == "21" ||
            group.division == "23") {
            group.when.which = Occasion::Which::First;
        }
    }
    if (row.days.size() != 1 || !row.weekdays.empty()) { // comes on days of its own
        return;
    }
    std::vector<int> later;
    for (const int month : months) {
        const std::uint64_t at = turnOf(month, turn);
        std::size_t count = 1 + dice_.among(population_.mix.visits, "visits", at);
        if (count == population_.mix.visits.size()) {
            count += static_cast<std::size_t>(dice_.below(3, "many visits", at));
        }
        std::vector<int> days = row.days;
        const int room = lastVisitDay - days.front();
        for (std::size_t visit = 1; visit < count; ++visit) {
            // Spread over the rest of the month, or before the planned day when that is late.
            const int day = room >= static_cast<int>(count)
                                ? days.front() + static_cast<int>(visit) * room / static_cast<int>(count - 1)
                                : days.front() - static_cast<int>(visit) * 2;
            if (day >= 1) {
                days.push_back(day);
            }
        }
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        if (days.size() > 1) {
            row.daysIn[month] = days;
            later.assign(days.begin() + 1, days.end());
        }
    }
    if (first && !later.empty()) { // one month: the visits behind the first one are 再診
        PlannedGroup again;
        again.bundle = row.institution.starts_with('H') ? "FH" : "F1";
        again.when.days = later;
        row.groups.push_back(std::move(again));
    }
}

int RowMix::linesOf(const PlannedGroup& group) const {
    if (group.bundle.empty()) {
        return static_cast<int>(group.lines.size());
    }
    int lines = 0;
    for (const PlannedGroup& inner : plans_.bundles.at(group.bundle)) {
        lines += static_cast<int>(inner.lines.size());
    }
    return lines;
}

std::vector<std::size_t> RowMix::shuffled(std::size_t size, const char* purpose, std::uint64_t turn) const {
    std::vector<std::size_t> order(size);
    for (std::size_t i = 0; i < size; ++i) {
        order[i] = i;
        std::swap(order[i],
                  order[static_cast<std::size_t>(dice_.below(static_cast<int>(i) + 1, purpose, turn * 128 + i))]);
    }
    return order;
}

// Which tests a month has is drawn; those that belong to the care come first.
void RowMix::tests(PlannedReceipt& row, const std::vector<int>& months, std::uint64_t turn) const {
    const CaseMix& mix = population_.mix;
    const auto isTest = [this](const PlannedGroup& group) {
        return group.bundle.empty() ? group.division == testDivision
                                    : plans_.bundles.at(group.bundle).front().division == testDivision;
    };
    std::vector<PlannedGroup> own;
    std::copy_if(row.groups.begin(), row.groups.end(), std::back_inserter(own), isTest);
    std::erase_if(row.groups, isTest);
    for (const int month : months) {
        const std::uint64_t at = turnOf(month, turn);
        if (dice_.chance(mix.noTests, "no tests", at)) {
            continue;
        }
        const int wanted = mix.fewestTests + dice_.below(mix.mostTests - mix.fewestTests + 1, "number of tests", at);
        std::vector<PlannedGroup> candidates = own;
        for (const std::size_t i : shuffled(mix.tests.size(), "which tests", at)) {
            candidates.push_back(mix.tests[i]);
        }
        int lines = 0;
        int units = 0;
        std::set<std::string> taken;
        for (PlannedGroup& group : candidates) {
            const int more = linesOf(group);
            const std::string name = group.bundle.empty() ? group.lines.front().code : group.bundle;
            const bool last = units + 1 == mix.mostTestUnits;
            // The last unit must bring the fewest lines that are wanted at all.
            if (lines + more > mix.mostTests || (last && lines + more < mix.fewestTests) ||
                !taken.insert(name).second) {
                continue;
            }
            group.when = Occasion{};
            group.when.months = monthRun(month, month);
            group.when.which = Occasion::Which::First;
            row.groups.push_back(std::move(group));
            lines += more;
            ++units;
            if (units == mix.mostTestUnits || lines >= wanted) {
                break;
            }
        }
    }
}

void RowMix::suspicion(PlannedReceipt& row, int month, std::uint64_t at) const {
    const CaseMix& mix = population_.mix;
    if (dice_.chance(mix.noTests, "no tests", at) || !dice_.chance(mix.suspicion, "suspicion", at)) {
        return;
    }
    PlannedDisease disease = mix.diseases.at(
        static_cast<std::size_t>(dice_.below(static_cast<int>(mix.diseases.size()), "suspicion of what", at)));
    disease.modifiers = {suspected};
    // Not the day of a visit, which could move: the same whichever months are made.
    disease.since = planDate(month, row.days.empty() || row.days.front() < 2 ? 29 : row.days.front() - 1);
    disease.months = monthRun(month, std::min(month + 1, 0));
    disease.outcome = '4';
    disease.outcomeFrom = month + 1;
    row.diseases.push_back(std::move(disease));
}

void RowMix::diseases(PlannedReceipt& row, std::uint64_t turn) const {
    const CaseMix& mix = population_.mix;
    if (row.diseases.empty()) {
        return;
    }
    const auto band = std::find_if(mix.diseaseMeans.begin(), mix.diseaseMeans.end(),
                                   [this](const CaseMix::MeanByAge& one) { return age_ <= one.to; });
    const double mean = (band == mix.diseaseMeans.end() ? mix.diseaseMeans.back() : *band).mean - 1;
    const double rate = mean * dice_.gamma(mix.diseaseShape, "disease rate", turn);
    const int wanted = 1 + dice_.poisson(rate, mix.mostDiseases - 1, "disease lines", turn);
    std::set<std::string> taken;
    int own = 0;
    for (const PlannedDisease& disease : row.diseases) {
        taken.insert(disease.code);
        ++own;
    }
    std::vector<PlannedDisease> more;
    for (const std::size_t i : shuffled(mix.diseases.size(), "which diseases", turn)) {
        if (own + static_cast<int>(more.size()) >= wanted) {
            break;
        }
        if (taken.insert(mix.diseases[i].code).second) {
            more.push_back(mix.diseases[i]);
        }
    }
    // The care's own names are neither suspected nor uncoded, so the others are more often.
    const double raised =
        more.empty() ? 0 : static_cast<double>(own + static_cast<int>(more.size())) / static_cast<double>(more.size());
    for (std::size_t i = 0; i < more.size(); ++i) {
        PlannedDisease& disease = more[i];
        disease.since = row.diseases.front().since;
        const double at = dice_.unit("kind of disease", turn * 64 + i);
        if (at < mix.suspected * raised) {
            disease.modifiers = {suspected};
        } else if (at < (mix.suspected + mix.uncoded) * raised) {
            disease.code = uncoded;
            disease.recordedName = mix.uncodedName;
        }
    }
    row.diseases.insert(row.diseases.end(), more.begin(), more.end());
    for (PlannedDisease& disease : row.diseases) {
        disease.main = false;
    }
    row.diseases.front().main = dice_.chance(mix.main, "main disease", turn);
}

int RowMix::drugs(PlannedReceipt& row, std::uint64_t turn) const {
    const CaseMix& mix = population_.mix;
    const std::size_t wanted =
        1 + dice_.among(age_ >= lateElderly ? mix.drugKindsLate : mix.drugKinds, "kinds of drugs", turn);
    const bool ointment = dice_.chance(mix.external, "external drug", turn);
    const auto isExternal = [](const PlannedDrug& drug) { return drug.form == external; };
    const auto firstOral =
        std::find_if(row.drugs.begin(), row.drugs.end(), [](const PlannedDrug& drug) { return drug.form == oral; });
    const int quantity = firstOral == row.drugs.end() ? refillDays : firstOral->quantity;

    std::vector<PlannedDrug> outside;
    std::copy_if(row.drugs.begin(), row.drugs.end(), std::back_inserter(outside), isExternal);
    if (ointment && outside.empty()) {
        outside.push_back(mix.externalDrugs.at(
            static_cast<std::size_t>(dice_.below(static_cast<int>(mix.externalDrugs.size()), "which external", turn))));
    }
    outside.resize(ointment ? 1 : 0);
    std::erase_if(row.drugs, isExternal);
    const std::size_t inside = wanted > outside.size() ? wanted - outside.size() : 0;
    if (row.drugs.size() > inside) {
        row.drugs.resize(inside);
    }
    std::set<std::string> taken;
    for (const PlannedDrug& drug : row.drugs) {
        taken.insert(drug.code);
    }
    for (const std::size_t i : shuffled(mix.oralDrugs.size(), "which drugs", turn)) {
        if (row.drugs.size() >= inside) {
            break;
        }
        if (taken.insert(mix.oralDrugs[i].code).second) {
            row.drugs.push_back(mix.oralDrugs[i]);
            row.drugs.back().quantity = quantity;
        }
    }
    const int orals = static_cast<int>(
        std::count_if(row.drugs.begin(), row.drugs.end(), [](const PlannedDrug& drug) { return drug.form == oral; }));
    row.drugs.insert(row.drugs.end(), outside.begin(), outside.end());
    if (dice_.chance(mix.refill, "refill", turn)) {
        row.refillAfter = refillDays;
        for (PlannedDrug& drug : row.drugs) {
            drug.quantity = drug.form == oral ? refillDays : drug.quantity;
        }
    }
    return orals;
}

} // namespace kmixr::practice
