#include "app/practice/people/points.h"

#include "app/practice/problems.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

constexpr std::int64_t yen = 10'000'000; ///< price in 1/100 yen × amount in 1/100,000
constexpr std::int64_t one = 100'000;    ///< amount 1

std::int64_t halfUp(std::int64_t numerator, std::int64_t denominator) {
    return (2 * numerator + denominator) / (2 * denominator);
}

bool insideAnAct(std::string_view division) {
    return !division.empty() && division.front() >= '4' && division.front() <= '7';
}

} // namespace

std::int64_t drugPoints(std::int64_t tenMillionthsOfYen) {
    const std::int64_t above = tenMillionthsOfYen - 15 * yen;
    return above <= 0 ? 1 : (above + 10 * yen - 1) / (10 * yen) + 1;
}

Outcome<std::int64_t> Points::act(const PlannedLine& line) const {
    if (line.points) {
        return *line.points;
    }
    const PriceEntry* entry = table_.find(line.code);
    if (entry == nullptr || !entry->cents) {
        return fail(problems::codeWithoutPoints, line.code);
    }
    const std::int64_t points = *entry->cents / 100;
    const PricingRules& rules = table_.rules();
    if (!line.amount) {
        return points;
    }
    if (const auto further = rules.dentalFurther.find(line.code); further != rules.dentalFurther.end()) {
        return points + further->second * (line.amount->hundredThousandths / one - 1);
    }
    if (entry->unit == rules.pictureUnit) {
        const std::int64_t pictures = std::min<std::int64_t>(line.amount->hundredThousandths / one, rules.mostPictures);
        return halfUp(points * (pictures + 1), 2);
    }
    const auto& units = rules.multipliedUnits;
    if (std::find(units.begin(), units.end(), entry->unit) != units.end()) {
        return halfUp(points * line.amount->hundredThousandths, one);
    }
    return points;
}

Outcome<std::int64_t> Points::acts(std::span<const PlannedLine> lines) const {
    std::int64_t sum = 0;
    for (const PlannedLine& line : lines) {
        const auto points = act(line);
        if (!points) {
            return fail(points.error());
        }
        sum += *points;
    }
    return sum;
}

Outcome<std::int64_t> Points::price(const PlannedLine& line) const {
    const PriceEntry* entry = table_.find(line.code);
    if (entry == nullptr || !entry->cents || !line.amount) {
        return fail(problems::codeWithoutPoints, line.code);
    }
    return *entry->cents * line.amount->hundredThousandths;
}

Outcome<std::int64_t> Points::price(const PlannedDrug& drug) const {
    if (drug.priceCents) {
        return *drug.priceCents * drug.amount.hundredThousandths;
    }
    PlannedLine line;
    line.code = drug.code;
    line.amount = drug.amount;
    return price(line);
}

Outcome<std::int64_t> Points::drugs(std::span<const PlannedLine> lines, std::string_view division) const {
    std::int64_t sum = 0;
    for (const PlannedLine& line : lines) {
        const auto value = price(line);
        if (!value) {
            return fail(value.error());
        }
        sum += *value;
    }
    return insideAnAct(division) && sum <= 15 * yen ? 0 : drugPoints(sum);
}

Outcome<std::int64_t> Points::materials(std::span<const PlannedLine> lines) const {
    std::int64_t sum = 0;
    for (const PlannedLine& line : lines) {
        const auto value = price(line);
        if (!value) {
            return fail(value.error());
        }
        sum += *value;
    }
    return halfUp(sum, 10 * yen);
}

std::optional<std::int64_t> Points::panel(int items) const {
    std::optional<std::int64_t> points;
    for (const auto& [from, value] : table_.rules().panelSteps) {
        if (items >= from) {
            points = value;
        }
    }
    return points;
}

} // namespace kmixr::practice
