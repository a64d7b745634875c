#include "app/gateway/inspect/identities.h"

#include "core/receipt/record_view.h"

#include <algorithm>
#include <numeric>

namespace kmixr::gateway {

using receipt::Kind;

namespace {

constexpr std::int64_t most = receipt::RecordView::mostPoints;

struct Place {
    const char* record;
    int count; ///< field of 回数
};

Place placeOf(const receipt::DetailLine& line, Kind kind) {
    const bool dental = kind == Kind::Dental;
    switch (line.kind) {
    case receipt::LineKind::Drug:
        return {"IY", 6};
    case receipt::LineKind::Material:
        return {"TO", dental ? 13 : 6};
    case receipt::LineKind::Comment:
        return {"CO", -1};
    case receipt::LineKind::Act:
        break;
    }
    return dental && line.code.starts_with('3') ? Place{"SS", 77} : Place{"SI", 6};
}

// Day columns that are all empty were not recorded (before 2012-04).
void addDays(const receipt::Receipt& receipt, std::vector<Difference>& found) {
    for (const receipt::Group& group : receipt.groups) {
        for (const receipt::CountUnit& unit : group.units) {
            const int days = std::accumulate(unit.days.begin(), unit.days.end(), 0);
            if (group.coding || days == 0 || days == unit.count || unit.lines.empty()) {
                continue;
            }
            const receipt::DetailLine& line = unit.lines.back();
            const Place place = placeOf(line, receipt.kind);
            found.push_back({"days", line.line, place.record, place.count, unit.count, days});
        }
    }
}

void addPerDiem(const receipt::Receipt& receipt, std::vector<Difference>& found) {
    if (!receipt.dpc) {
        return;
    }
    for (const receipt::PerDiem& hh : receipt.dpc->perDiem) {
        if (hh.points * hh.days != hh.subtotal) {
            found.push_back({"per_diem", hh.line, "HH", 8, hh.subtotal, hh.points * hh.days});
        }
    }
    for (const receipt::PerDiemTotal& gt : receipt.dpc->totals) {
        std::int64_t sum = 0;
        bool any = false;
        for (const receipt::PerDiem& hh : receipt.dpc->perDiem) {
            if (hh.adjustment == gt.adjustment && hh.month == gt.month) {
                sum += hh.subtotal;
                any = true;
            }
        }
        if (any && sum != gt.subtotal) {
            found.push_back({"per_diem", gt.line, "GT", 5, gt.subtotal, sum});
        }
    }
}

// Every payer who states a sum against what is charged to that payer. A public payer's may be left out; the first one's
// is the receipt's sum where there is no insurance.
void addPoints(const receipt::Receipt& receipt, std::vector<Difference>& found) {
    constexpr int total = 5; // 合計点数, in HO and KO alike
    const auto compare = [&found](receipt::LineNumber line, const char* record, int field, std::int64_t stated,
                                  std::int64_t charged) {
        if (stated != charged) {
            found.push_back({"points", line, record, field, stated, charged});
        }
    };
    if (receipt.insurance) {
        compare(receipt.insurance->line, "HO", total, receipt.insurance->points, receipt.pointsChargedTo(0));
    } else if (receipt.publicExpenses.empty()) {
        compare(receipt.firstLine, "RE", -1, 0, receipt.computedPoints());
    }
    for (std::size_t i = 0; i < receipt.publicExpenses.size(); ++i) {
        const receipt::PublicExpense& one = receipt.publicExpenses[i];
        if (one.points != 0 || (i == 0 && !receipt.insurance)) {
            compare(one.line, "KO", total, one.points, receipt.pointsChargedTo(i + 1));
        }
    }
}

std::optional<std::int64_t> numberIn(const receipt::Fields& fields, std::size_t index) {
    return fields[index].empty() ? std::nullopt : receipt::parseNumber(fields[index], most);
}

} // namespace

std::vector<Difference> differencesOf(const receipt::Receipt& receipt) {
    std::vector<Difference> found;
    if (receipt.role != receipt::DpcRole::Summary) {
        addPoints(receipt, found);
    }
    addDays(receipt, found);
    addPerDiem(receipt, found);
    return found;
}

void RowWalk::count(const receipt::Receipt& receipt, ReceiptSurvey& survey) {
    std::optional<std::int64_t> unit; // 単位薬剤料 of the SH in force
    bool more = line_.number >= receipt.firstLine || cursor_.next(line_);
    while (more && line_.number < receipt.firstLine) {
        more = cursor_.next(line_);
    }
    for (; more && line_.number <= receipt.lastLine; more = cursor_.next(line_)) {
        fields_.split(line_.text);
        ++survey.records[receipt::safeRecordName(fields_[0])];
        if (receipt.kind != Kind::Dispensing || !receipt.corrections.empty()) {
            continue;
        }
        if (fields_[0] == "SH") {
            unit = numberIn(fields_, 5);
        } else if (fields_[0] == "CZ" && unit && fields_[7] == "1") { // charged as it stands
            const auto quantity = numberIn(fields_, 5);
            const auto fee = numberIn(fields_, 13);
            if (quantity && fee && *quantity <= receipt::RecordView::mostCount && *unit * *quantity != *fee) {
                survey.differences.push_back({"drug_fee", line_.number, "CZ", 13, *fee, *unit * *quantity});
            }
        }
    }
}

} // namespace kmixr::gateway
