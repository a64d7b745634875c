#include "core/history/case_file.h"

namespace kmixr::history {

CaseFile::CaseFile(const Intake& intake, const receipt::Masters& masters, const Rules::Tables& tables, Day day)
    : receipts(intake.receipts), rules(tables), catalogue(masters, tables),
      institutions(intake.receipts, intake.newest, tables.institutionNames), patient(intake.patient), today(day),
      first(intake.newest.value_or(kmixr::monthOf(day))), newest(first) {
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (!used(i)) {
            continue;
        }
        const auto& value = receipts[i].value;
        first = std::min(first, value.month);
        for (const auto& group : value.groups) {
            for (const auto& unit : group.units) {
                for (const auto& line : unit.lines) {
                    if (line.kind == receipt::LineKind::Act) {
                        acts.push_back({static_cast<std::uint32_t>(i), &group, &unit, &line,
                                        &catalogue.act(line.code, value.month)});
                    }
                }
            }
        }
    }
}

std::optional<Day> dayOf(Month month, int number) {
    const Day day = month / number;
    return number >= 1 && day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<Day> newestDay(const receipt::CountUnit& unit, Month month) {
    for (int number = 31; number >= 1; --number) {
        if (unit.days[static_cast<std::size_t>(number) - 1] > 0) {
            if (const auto day = dayOf(month, number)) {
                return day;
            }
        }
    }
    return std::nullopt;
}

} // namespace kmixr::history
