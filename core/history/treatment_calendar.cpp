#include "core/history/treatment_calendar.h"

#include <algorithm>

namespace kmixr::history {

TreatmentCalendar::TreatmentCalendar(const CaseFile& file, const std::vector<Fill>& fills)
    : file_(file), columns_(columnOf(file.newest) + 1), given_(file.rules.treatments.treatments.size() * columns_) {
    for (const auto& act : file.acts) {
        for (const auto treatment : act.facts->treatments) {
            mark(treatment, file.monthOf(act), file.monthOf(act));
        }
    }
    for (const auto& fill : fills) {
        for (const auto treatment : fill.drug->treatments) {
            mark(treatment, monthOf(fill.supply.start), monthOf(fill.supply.end));
        }
    }
}

void TreatmentCalendar::mark(RuleIndex treatment, Month from, Month to) {
    from = std::max(from, file_.first);
    to = std::min(to, file_.newest);
    for (; from <= to; from += std::chrono::months(1)) {
        given_[treatment * columns_ + columnOf(from)] = true;
    }
}

std::vector<RuleIndex> TreatmentCalendar::matching(std::string_view icd, std::string_view icdSecond) const {
    std::vector<RuleIndex> treatments;
    for (const auto code : {icdSecond, icd}) { // 腎性貧血 (N19/D638) is treated as anaemia, not by dialysis
        for (const auto& match : file_.rules.treatments.matches) {
            if (!match.icd.contains(code)) {
                continue;
            }
            for (const auto treatment : match.treatments) {
                if (std::find(treatments.begin(), treatments.end(), treatment) == treatments.end()) {
                    treatments.push_back(treatment);
                }
            }
        }
        if (!treatments.empty()) {
            break;
        }
    }
    return treatments;
}

bool TreatmentCalendar::given(RuleIndex treatment, Month month) const {
    return month >= file_.first && month <= file_.newest && given_[treatment * columns_ + columnOf(month)];
}

} // namespace kmixr::history
