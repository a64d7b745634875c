// Points of one 点数・回数算定単位, from the master's points and prices. Rules: practice-patients.md §F 5.
#pragma once

#include "app/practice/people/plan.h"
#include "app/practice/people/price_table.h"
#include "core/common/outcome.h"

#include <span>
#include <string_view>

namespace kmixr::practice {

/// A drug price in 1/10,000,000 yen becomes points: up to 15 yen one point, above it 五捨五超入 of a tenth.
std::int64_t drugPoints(std::int64_t tenMillionthsOfYen);

class Points {
public:
    explicit Points(const PriceTable& table) : table_(table) {}

    /// Points of acts that one number pays for: sum of each act's points, by amount where the unit says so, pictures
    /// after the first at half. `practice.code-without-points`.
    [[nodiscard]] Outcome<std::int64_t> acts(std::span<const PlannedLine> lines) const;
    /// Drugs of one 剤 together. Inside procedures, operations and examinations a price of up to 15 yen is no point.
    [[nodiscard]] Outcome<std::int64_t> drugs(std::span<const PlannedLine> lines, std::string_view division) const;
    /// Price × amount in 1/10,000,000 yen, for drugs of a pharmacy.
    [[nodiscard]] Outcome<std::int64_t> price(const PlannedDrug& drug) const;
    [[nodiscard]] Outcome<std::int64_t> materials(std::span<const PlannedLine> lines) const;
    /// D007: so many items of one day; nullopt below the first step, where the sum counts.
    [[nodiscard]] std::optional<std::int64_t> panel(int items) const;

private:
    [[nodiscard]] Outcome<std::int64_t> act(const PlannedLine& line) const;
    [[nodiscard]] Outcome<std::int64_t> price(const PlannedLine& line) const;

    const PriceTable& table_;
};

} // namespace kmixr::practice
