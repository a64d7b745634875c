#include "core/history/fills.h"

#include <algorithm>
#include <cstdlib>

namespace kmixr::history {
namespace {

/// How a drug's number of units turns into a period.
struct Span {
    int days = 1;
    bool estimated = false;
};

class PeriodRules {
public:
    explicit PeriodRules(const MedicationRules& rules) : rules_(rules) {}

    [[nodiscard]] Span flat() const { return {rules_.flatDays, true}; }

    /// 内服: as many days as units; drugs taken weekly or monthly are billed by dose.
    [[nodiscard]] Span oral(int quantity, const DrugFacts& drug, bool saidWeekly) const {
        if (quantity <= 0) {
            return flat();
        }
        if (drug.intervalDays > 0 && quantity <= drug.intervalDoses) {
            return {std::min(quantity * drug.intervalDays, rules_.longestSupplyDays), true};
        }
        if (saidWeekly && quantity <= weeklyDoses) {
            return {std::min(quantity * 7, rules_.longestSupplyDays), true};
        }
        return {std::min(quantity, rules_.longestSupplyDays), quantity > rules_.longestSupplyDays};
    }

    [[nodiscard]] bool saysWeekly(std::string_view usage) const {
        return std::any_of(rules_.weeklyWords.begin(), rules_.weeklyWords.end(),
                           [usage](const std::string& word) { return usage.find(word) != std::string_view::npos; });
    }

private:
    static constexpr int weeklyDoses = 13;
    const MedicationRules& rules_;
};

std::optional<DrugUse> useOfDivision(std::string_view division, char route) {
    if (division == "21") {
        return DrugUse::Oral;
    }
    if (division == "22") {
        return DrugUse::AsNeeded;
    }
    if (division == "23") {
        return DrugUse::External;
    }
    if (division == "14") { // drugs of home care: what is injected at home, swallowed or applied
        return route == 'o' ? DrugUse::Oral : route == 'e' ? DrugUse::External : DrugUse::HomeInjection;
    }
    if (division == "31" || division == "32" || division == "33") {
        return DrugUse::Injection;
    }
    return std::nullopt;
}

/// 医薬品区分 of a dental line, which says more than its division.
std::optional<DrugUse> useOfDental(char use) {
    switch (use) {
    case '1':
        return DrugUse::Oral;
    case '2':
        return DrugUse::AsNeeded;
    case '3':
        return DrugUse::External;
    case '4':
        return DrugUse::Injection;
    case '\0':
        return std::nullopt;
    default:
        return DrugUse::DuringAct;
    }
}

DrugUse useOfForm(char form, char route) {
    switch (form) {
    case '1':
    case '2':
    case '6':
    case '7':
        return DrugUse::Oral;
    case '3':
        return DrugUse::AsNeeded;
    case '4':
        return DrugUse::HomeInjection;
    case '5':
        return DrugUse::External;
    default: // 9 材料, and forms of a later year: the drug itself tells
        return route == 'o' ? DrugUse::Oral : route == 'i' ? DrugUse::HomeInjection : DrugUse::External;
    }
}

class FillCollector {
public:
    explicit FillCollector(CaseFile& file) : file_(file), periods_(file.rules.medication) {}

    std::vector<Fill> collect() {
        for (std::size_t i = 0; i < file_.receipts.size(); ++i) {
            if (!file_.used(i)) {
                continue;
            }
            const auto index = static_cast<std::uint32_t>(i);
            for (const auto& group : file_.receipts[i].value.groups) {
                for (const auto& unit : group.units) {
                    for (const auto& line : unit.lines) {
                        if (line.kind == receipt::LineKind::Drug) {
                            addLine(index, group, unit, line);
                        }
                    }
                }
            }
            for (const auto& prescription : file_.receipts[i].value.prescriptions) {
                addPrescription(index, prescription);
            }
        }
        return std::move(fills_);
    }

private:
    [[nodiscard]] const receipt::Receipt& receiptOf(std::uint32_t index) const { return file_.receipts[index].value; }

    Fill begin(std::uint32_t index, const receipt::DetailLine& line, const DrugFacts& drug, DrugUse use) {
        const auto& receipt = receiptOf(index);
        Fill fill;
        fill.drug = &drug;
        fill.use = use;
        fill.month = receipt.month;
        auto& supply = fill.supply;
        supply.code = line.code;
        supply.amount = line.amount.value_or(receipt::Quantity{});
        supply.dispenser = file_.institutions.of(index);
        supply.prescriber = file_.institutions.prescriberOf(index);
        supply.inpatient = receipt.inpatient();
        supply.evidence.push_back({index, line.line});
        if (use != DrugUse::DuringAct) {
            supply.name = file_.catalogue.drugName(line.code, receipt.month);
        }
        return fill;
    }

    void finish(Fill fill, Day start, int quantity, Span span, bool dayUnknown) {
        auto& supply = fill.supply;
        supply.start = start;
        supply.quantity = quantity;
        supply.estimatedPeriod = span.estimated;
        supply.dayUnknown = dayUnknown;
        // With only the month known the drug may have begun on its first day and may last from its last (§3.2).
        const Day from = dayUnknown ? lastOf(fill.month) : start;
        supply.end = addDays(from, span.days - 1);
        if (supply.inpatient) {
            supply.end = std::max(start, std::min(supply.end, lastDayOfStay(fill.supply.evidence.front().receipt)));
        }
        fills_.push_back(std::move(fill));
    }

    /// Nothing is carried past discharge (§3.2): the last day billed, or the end of the month.
    [[nodiscard]] Day lastDayOfStay(std::uint32_t index) const {
        const auto& receipt = receiptOf(index);
        const auto last = std::max_element(receipt.visitDays.begin(), receipt.visitDays.end());
        const auto day = last == receipt.visitDays.end() ? std::nullopt : dayOf(receipt.month, *last);
        return day.value_or(lastOf(receipt.month));
    }

    [[nodiscard]] Span spanOf(DrugUse use, int quantity, const DrugFacts& drug, bool weekly) const {
        switch (use) {
        case DrugUse::Oral:
            return periods_.oral(quantity, drug, weekly);
        case DrugUse::Injection:
        case DrugUse::DuringAct:
            return {1, false};
        default:
            return periods_.flat();
        }
    }

    void addLine(std::uint32_t index, const receipt::Group& group, const receipt::CountUnit& unit,
                 const receipt::DetailLine& line) {
        const auto& receipt = receiptOf(index);
        const auto& drug = file_.catalogue.drug(line.code, receipt.month);
        if (drug.excluded) {
            return;
        }
        const auto dental = useOfDental(line.drugUse);
        const auto use = dental ? *dental : useOfDivision(group.division, drug.route).value_or(DrugUse::DuringAct);
        // Home-care lines bill an amount once; only a count of its own can be days.
        const bool countIsDays = use == DrugUse::Oral && (group.division != "14" || unit.count > 1);
        bool dated = false;
        for (int number = 1; number <= 31; ++number) {
            const int count = unit.days[static_cast<std::size_t>(number) - 1];
            const auto day = count > 0 ? dayOf(receipt.month, number) : std::nullopt;
            if (!day) {
                continue;
            }
            dated = true;
            if (extendRun(index, line, use, *day, count)) {
                continue;
            }
            auto fill = begin(index, line, drug, use);
            finish(std::move(fill), *day, count,
                   countIsDays ? spanOf(use, count, drug, false) : spanOf(use, 0, drug, false), false);
        }
        if (!dated) {
            finish(begin(index, line, drug, use), firstOf(receipt.month), unit.count,
                   spanOf(use, countIsDays ? unit.count : 0, drug, false), true);
        }
    }

    /// On a ward oral drugs are billed day by day: consecutive days are one supply.
    bool extendRun(std::uint32_t index, const receipt::DetailLine& line, DrugUse use, Day day, int count) {
        if (use != DrugUse::Oral || fills_.empty()) {
            return false;
        }
        auto& last = fills_.back().supply;
        if (!last.inpatient || last.dayUnknown || last.evidence.front() != Evidence{index, line.line} ||
            day != addDays(last.end, 1)) {
            return false;
        }
        last.quantity += count;
        last.end = std::max(day, std::min(addDays(last.end, count), lastDayOfStay(index)));
        return true;
    }

    /// A date far from the month of the receipt is a slip of the pen: only the month is known then.
    [[nodiscard]] std::optional<Day> plausible(std::optional<Day> day, std::uint32_t index) const {
        const bool near = day && std::abs(monthsBetween(kmixr::monthOf(*day), receiptOf(index).month)) <= 2;
        return near ? day : std::nullopt;
    }

    void addPrescription(std::uint32_t index, const receipt::Prescription& prescription) {
        const bool weekly = periods_.saysWeekly(prescription.usageText);
        for (const auto& line : prescription.lines) {
            if (line.kind != receipt::LineKind::Drug) {
                continue;
            }
            const auto& drug = file_.catalogue.drug(line.code, receiptOf(index).month);
            if (drug.excluded) {
                continue;
            }
            const auto use = useOfForm(prescription.form, drug.route);
            for (const auto& filled : prescription.fills) {
                auto fill = begin(index, line, drug, use);
                fill.supply.evidence.push_back({index, filled.line});
                const auto day = plausible(filled.dispensed ? filled.dispensed : filled.prescribed, index);
                const int quantity = prescription.form == '2' ? 0 : filled.quantity; // drops have no days
                finish(std::move(fill), day.value_or(firstOf(receiptOf(index).month)), filled.quantity,
                       spanOf(use, quantity, drug, weekly), !day);
            }
        }
    }

    CaseFile& file_;
    PeriodRules periods_;
    std::vector<Fill> fills_;
};

} // namespace

std::vector<Fill> collectFills(CaseFile& file) {
    return FillCollector(file).collect();
}

} // namespace kmixr::history
