#include "app/practice/people/claim_parts.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

bool sameLines(const receipt::Group& a, const receipt::Group& b) {
    return a.division == b.division && a.payers == b.payers &&
           std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(),
                      [](const receipt::CountUnit& x, const receipt::CountUnit& y) {
                          return x.lines == y.lines && x.points == y.points;
                      });
}

void addGroup(std::vector<receipt::Group>& groups, receipt::Group group) {
    const auto same = std::find_if(groups.begin(), groups.end(),
                                   [&group](const receipt::Group& known) { return sameLines(known, group); });
    if (same == groups.end()) {
        groups.push_back(std::move(group));
        return;
    }
    for (std::size_t unit = 0; unit < group.units.size(); ++unit) {
        same->units[unit].count += group.units[unit].count;
        for (std::size_t day = 0; day < group.units[unit].days.size(); ++day) {
            same->units[unit].days[day] += group.units[unit].days[day];
        }
    }
}

} // namespace

bool sameReceipt(const Claim& a, const Claim& b) {
    const receipt::Receipt& x = a.receipt;
    const receipt::Receipt& y = b.receipt;
    return x.kind == receipt::Kind::MedicalOutpatient && x.kind == y.kind && x.month == y.month &&
           x.institution == y.institution && x.insurance->insurerNumber == y.insurance->insurerNumber &&
           x.publicExpenses == y.publicExpenses;
}

void mergeInto(Claim& claim, Claim other) {
    receipt::Receipt& receipt = claim.receipt;
    for (receipt::Group& group : other.receipt.groups) {
        addGroup(receipt.groups, std::move(group));
    }
    std::stable_sort(receipt.groups.begin(), receipt.groups.end(),
                     [](const receipt::Group& a, const receipt::Group& b) { return a.division < b.division; });
    for (receipt::Disease& disease : other.receipt.diseases) {
        if (std::find(receipt.diseases.begin(), receipt.diseases.end(), disease) == receipt.diseases.end()) {
            receipt.diseases.push_back(std::move(disease));
        }
    }
    sortDiseases(receipt.diseases);
    receipt.remarks.insert(receipt.remarks.end(), other.receipt.remarks.begin(), other.receipt.remarks.end());
    std::vector<Day> days;
    for (const std::vector<int>* list : {&receipt.visitDays, &other.receipt.visitDays}) {
        for (const int day : *list) {
            days.push_back(dayIn(receipt.month, day));
        }
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    setTotals(claim, days, receipt.insurance->points + other.receipt.insurance->points);
}

} // namespace kmixr::practice
