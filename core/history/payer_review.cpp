#include "core/history/payer_review.h"

#include "core/history/text.h"

#include <algorithm>

namespace kmixr::history {
namespace {

/// The lines of all receipts that the review deleted, or that it put in the place of others.
class ReviewedLines {
public:
    explicit ReviewedLines(const std::vector<SourceReceipt>& receipts) {
        for (std::uint32_t i = 0; i < receipts.size(); ++i) {
            for (const auto& correction : receipts[i].value.corrections) {
                const auto line = correction.kind == receipt::CorrectionKind::Cut       ? correction.target
                                  : correction.kind == receipt::CorrectionKind::Changed ? correction.replacement
                                                                                        : receipt::LineNumber{0};
                if (line != 0) {
                    lines_.push_back({i, line});
                }
            }
        }
        std::sort(lines_.begin(), lines_.end());
    }

    [[nodiscard]] bool empty() const { return lines_.empty(); }
    [[nodiscard]] bool hold(Evidence line) const { return std::binary_search(lines_.begin(), lines_.end(), line); }
    [[nodiscard]] bool hold(const std::vector<Evidence>& lines) const {
        return std::any_of(lines.begin(), lines.end(), [this](Evidence line) { return hold(line); });
    }

private:
    std::vector<Evidence> lines_;
};

} // namespace

void markPayerCuts(History& history) {
    const ReviewedLines reviewed(history.receipts);
    if (reviewed.empty()) {
        return;
    }
    for (auto& problem : history.problems) {
        problem.cutByPayer = reviewed.hold(problem.evidence);
    }
    for (auto& course : history.medications) {
        for (auto& supply : course.supplies) {
            supply.cutByPayer = reviewed.hold(supply.evidence);
            course.cutByPayer |= supply.cutByPayer;
        }
    }
    for (auto& record : history.procedures) {
        record.cutByPayer = reviewed.hold(record.evidence);
    }
    for (auto& test : history.examinations) {
        for (auto& done : test.done) {
            done.cutByPayer = reviewed.hold(done.evidence);
            test.cutByPayer |= done.cutByPayer;
        }
    }
    for (auto& flag : history.flags) { // a flag of many lines stands on the others
        const bool all = !flag.evidence.empty() && std::all_of(flag.evidence.begin(), flag.evidence.end(),
                                                               [&](Evidence line) { return reviewed.hold(line); });
        flag.cutByPayer = all;
        if (all) {
            appendPart(flag.detail, "査定で減額・削除");
        }
    }
}

} // namespace kmixr::history
