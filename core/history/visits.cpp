#include "core/history/visits.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace kmixr::history {
namespace {

using DaySet = std::bitset<32>;

/// Days in the clinic: JD where there is one, else the days on which anything was counted or dispensed.
DaySet daysOf(const receipt::Receipt& receipt) {
    DaySet days;
    for (const int number : receipt.visitDays) {
        if (number >= 1 && number <= 31) {
            days.set(static_cast<std::size_t>(number));
        }
    }
    if (days.any()) {
        return days;
    }
    for (const auto& group : receipt.groups) {
        for (const auto& unit : group.units) {
            for (std::size_t number = 1; number <= 31; ++number) {
                days[number] = days[number] || unit.days[number - 1] > 0;
            }
        }
    }
    for (const auto& prescription : receipt.prescriptions) {
        for (const auto& fill : prescription.fills) {
            if (fill.dispensed && monthOf(*fill.dispensed) == receipt.month) {
                days.set(static_cast<unsigned>(fill.dispensed->day()));
            }
        }
    }
    return days;
}

int statedDays(const receipt::Receipt& receipt) {
    int days = receipt.insurance ? receipt.insurance->days : 0;
    for (const auto& expense : receipt.publicExpenses) {
        days = std::max(days, expense.days);
    }
    return std::clamp(days, 0, 31);
}

} // namespace

std::vector<VisitMonth> collectVisits(const CaseFile& file) {
    struct Draft {
        VisitMonth visit;
        DaySet days, inpatientDays;
        bool outpatient = false;
        int stated = 0; ///< of receipts that record no days
    };
    std::map<std::pair<InstitutionIndex, Month>, Draft> drafts;
    for (std::uint32_t i = 0; i < file.receipts.size(); ++i) {
        if (!file.used(i)) {
            continue;
        }
        const auto& receipt = file.receipts[i].value;
        auto& draft = drafts[{file.institutions.of(i), receipt.month}];
        draft.visit.institution = file.institutions.of(i);
        draft.visit.month = receipt.month;
        draft.visit.inpatient |= receipt.inpatient();
        draft.visit.receipts.push_back(i);
        const auto days = daysOf(receipt);
        draft.days |= days;
        if (receipt.inpatient()) {
            draft.inpatientDays |= days;
        } else {
            draft.outpatient = true;
        }
        draft.stated += days.any() ? 0 : statedDays(receipt);
    }
    std::vector<VisitMonth> visits;
    visits.reserve(drafts.size());
    for (auto& [key, draft] : drafts) {
        for (int number = 1; number <= 31; ++number) {
            if (draft.days.test(static_cast<std::size_t>(number))) {
                draft.visit.dayNumbers.push_back(number);
            }
        }
        if (draft.visit.inpatient && draft.outpatient) {
            for (int number = 1; number <= 31; ++number) {
                if (draft.inpatientDays.test(static_cast<std::size_t>(number))) {
                    draft.visit.inpatientDayNumbers.push_back(number);
                }
            }
        }
        draft.visit.days = std::min(31, static_cast<int>(draft.days.count()) + draft.stated);
        visits.push_back(std::move(draft.visit));
    }
    return visits;
}

} // namespace kmixr::history
