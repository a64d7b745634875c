#include "core/receipt/insurer_rows.h"

#include "core/receipt/record_view.h"

#include <map>
#include <utility>

namespace kmixr::receipt {

namespace {

constexpr std::int64_t mostRows = 9'999'999;

bool namesInstitution(std::string_view record) {
    return record == "IR" || record == "YK" || record == "UK";
}

using Place = std::pair<std::int64_t, std::int64_t>; ///< 行番号, 枝番号

Place placeIn(const Fields& fields, std::size_t row) {
    return {parseNumber(fields[row], mostRows).value_or(-1), parseNumber(fields[row + 1], mostRows).value_or(0)};
}

/// Applies the corrections one after the other. A replacement is a row that nobody replaced and that replaces nothing
/// yet, so the chains never meet.
class Review {
public:
    explicit Review(ReviewedRows& reviewed)
        : reviewed_(reviewed), cut_(reviewed.rows.size()), moved_(reviewed.rows.size()),
          replacedBy_(reviewed.rows.size(), RowCorrection::none) {
        for (std::size_t i = 0; i < reviewed.rows.size(); ++i) {
            if (reviewed.rows[i].row >= 0) {
                places_.try_emplace({reviewed.rows[i].row, reviewed.rows[i].branch}, i);
            }
        }
    }

    void apply(std::size_t at) {
        Fields jy;
        jy.split(reviewed_.rows[at].text);
        RowCorrection correction;
        correction.at = at;
        correction.reasons = std::string(trimmed(jy[5]));
        correction.target = standing(find(placeIn(jy, 2)));
        correction.replacement = find(placeIn(jy, 6));
        const std::string_view kind = trimmed(jy[1]);
        const bool hasTarget = correction.target != RowCorrection::none && correction.target != at;
        const bool hasReplacement = correction.replacement != RowCorrection::none && correction.replacement != at &&
                                    !moved_[correction.replacement] &&
                                    replacedBy_[correction.replacement] == RowCorrection::none &&
                                    correction.replacement != correction.target;
        if (kind == "3" && hasTarget) {
            correction.kind = CorrectionKind::Cut;
            correction.replacement = RowCorrection::none;
            cut_[correction.target] = true;
        } else if (kind == "2" && hasTarget && hasReplacement) {
            correction.kind = CorrectionKind::Changed;
            replacedBy_[correction.target] = correction.replacement;
            moved_[correction.replacement] = true;
        } else if (kind == "1" && hasReplacement) {
            correction.kind = CorrectionKind::Added;
            correction.target = RowCorrection::none;
        } else {
            addNote(reviewed_.unread, {reviewed_.rows[at].number, "JY", "corrects a row that is not there", -1});
            return;
        }
        reviewed_.corrections.push_back(std::move(correction));
    }

    void finish() {
        reviewed_.standing.reserve(reviewed_.rows.size());
        for (std::size_t i = 0; i < reviewed_.rows.size(); ++i) {
            if (moved_[i]) {
                continue; // stands where the row that it replaces stood
            }
            const std::size_t row = standing(i);
            reviewed_.standing.push_back({row, cut_[row]});
        }
    }

private:
    [[nodiscard]] std::size_t find(Place place) const {
        const auto found = place.first < 0 ? places_.end() : places_.find(place);
        return found == places_.end() ? RowCorrection::none : found->second;
    }

    /// The row that stands for this one now: a second correction may name the row as it was claimed. Chains are made
    /// shorter on the way, so that however many corrections of one row take no long time.
    std::size_t standing(std::size_t row) {
        while (row != RowCorrection::none && replacedBy_[row] != RowCorrection::none) {
            std::size_t& next = replacedBy_[row];
            next = replacedBy_[next] == RowCorrection::none ? next : replacedBy_[next];
            row = next;
        }
        return row;
    }

    ReviewedRows& reviewed_;
    std::map<Place, std::size_t> places_;
    std::vector<bool> cut_;
    std::vector<bool> moved_;
    std::vector<std::size_t> replacedBy_;
};

} // namespace

bool InsurerRows::endsBefore(std::string_view record) const {
    return record == "MN" ? !rows_.empty() : receipt_ && (record == "RE" || namesInstitution(record));
}

void InsurerRows::add(const Line& line, const Fields& fields) {
    const std::string_view record = fields[0];
    if (record == "RE") {
        const std::string_view data = fields.insurerColumn(0);
        receipt_ = true;
        standing_ = data == "8" || data == "18" ? Standing::Returned : Standing::Claimed;
    } else if (record == "MN") {
        managementNumber_ = std::string(trimmed(fields[1]));
    } else if (record == "JY") {
        reviews_.push_back(rows_.size());
    }
    named_ = named_ || namesInstitution(record);
    const auto number = [&fields](std::size_t column) {
        return fields.fromInsurer() ? parseNumber(fields.insurerColumn(column), mostRows) : std::nullopt;
    };
    rows_.push_back({std::string(line.text), line.number, number(1).value_or(-1), number(2).value_or(0)});
    bytes_ += line.text.size();
}

ReviewedRows InsurerRows::take() {
    ReviewedRows reviewed;
    reviewed.rows = std::exchange(rows_, {});
    reviewed.receipt = standing_;
    reviewed.managementNumber = std::move(managementNumber_);
    reviewed.namesInstitution = named_;
    Review review(reviewed);
    for (const std::size_t at : reviews_) {
        review.apply(at);
    }
    review.finish();
    *this = {};
    return reviewed;
}

} // namespace kmixr::receipt
