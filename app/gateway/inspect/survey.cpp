#include "app/gateway/inspect/survey.h"

#include "app/gateway/inspect/identities.h"
#include "core/receipt/mapped_file.h"

#include <algorithm>
#include <system_error>

namespace kmixr::gateway {

using receipt::Kind;

namespace {

constexpr std::string_view lastVolume = "99";

bool isPart(receipt::DpcRole role) {
    return role == receipt::DpcRole::PartDpc || role == receipt::DpcRole::PartMedical;
}

ReceiptSurvey surveyOfReceipt(const receipt::Receipt& receipt) {
    ReceiptSurvey survey;
    survey.kind = receipt.kind;
    survey.institution = receipt.institution;
    survey.month = receipt.month;
    survey.claimed = receipt.claimed;
    survey.number = receipt.number;
    survey.type = receipt.type;
    survey.firstLine = receipt.firstLine;
    survey.lastLine = receipt.lastLine;
    survey.donorLines = receipt.donorLines;
    survey.role = receipt.role;
    survey.standing = receipt.standing;
    survey.corrections = static_cast<int>(receipt.corrections.size());
    survey.stated = receipt.statedPoints();
    survey.computed = receipt.computedPoints();
    survey.differences = differencesOf(receipt);
    survey.unread = receipt.unread;
    return survey;
}

/// Hands receipts on; a DPC summary waits for its parts.
class Parts {
public:
    explicit Parts(const Surveyor::Take& take) : take_(take) {}

    void add(ReceiptSurvey survey, receipt::LineNumber totalLine) {
        if (!isPart(survey.role)) {
            flush();
        }
        if (survey.role == receipt::DpcRole::Summary) {
            held_.push_back(std::move(survey));
            totalLine_ = totalLine;
        } else if (isPart(survey.role) && !held_.empty()) {
            held_.front().computed += survey.stated;
            held_.push_back(std::move(survey));
        } else {
            give(survey);
        }
    }
    void flush() {
        if (!held_.empty()) {
            ReceiptSurvey& summary = held_.front();
            if (summary.computed != summary.stated) {
                summary.differences.push_back({"parts", totalLine_, "HO", 5, summary.stated, summary.computed});
            }
        }
        for (const ReceiptSurvey& one : held_) {
            give(one);
        }
        held_.clear();
    }
    [[nodiscard]] bool differs() const { return differs_; }

private:
    void give(const ReceiptSurvey& survey) {
        differs_ = differs_ || !survey.differences.empty();
        take_(survey);
    }

    const Surveyor::Take& take_;
    std::vector<ReceiptSurvey> held_;
    receipt::LineNumber totalLine_ = 0;
    bool differs_ = false;
};

std::string whyUnread(const std::filesystem::path& file) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        return "there is no such file";
    }
    if (!std::filesystem::is_regular_file(status)) {
        return "is no file";
    }
    return std::filesystem::file_size(file, error) == 0 && !error ? "is empty" : "cannot be opened";
}

} // namespace

bool ReceiptSurvey::holds(std::string_view identity) const {
    return std::none_of(differences.begin(), differences.end(),
                        [identity](const Difference& one) { return one.identity == identity; });
}

FileSurvey Surveyor::survey(const std::filesystem::path& file, const Take& take) {
    FileSurvey survey;
    const auto mapped = receipt::MappedFile::open(file);
    if (!mapped) {
        survey.trouble = whyUnread(file);
        return survey;
    }
    Sums sums;
    std::string claimKey;
    Parts parts(take);
    RowWalk rows(mapped->bytes());
    const receipt::ReadResult facts = receipt::readEach(mapped->bytes(), [&](receipt::Receipt&& one) {
        ++survey.receipts;
        claimKey = one.institution.key() + " " + (one.claimed.ok() ? isoMonth(one.claimed) : std::string{});
        if (!isPart(one.role)) { // counted and summed by the summary in front
            sums.receipts += (one.insurance ? 1 : 0) + static_cast<std::int64_t>(one.publicExpenses.size());
            sums.points += one.statedPoints();
        }
        ReceiptSurvey found = surveyOfReceipt(one);
        rows.count(one, found);
        parts.add(std::move(found), one.insurance ? one.insurance->line : one.firstLine);
    });
    parts.flush();
    survey.cp932 = facts.cp932;
    survey.unread = facts.unread;
    survey.differs = parts.differs();
    if (survey.receipts == 0) {
        survey.trouble = "holds no receipt";
        return survey;
    }
    if (facts.goLine == 0) {
        if (!facts.fromInsurer) { // insurers' files have no GO
            survey.trouble =
                "no GO record at the end: the file was cut short after line " + std::to_string(facts.lines);
        }
        return survey;
    }
    ClaimSurvey claim;
    claim.volume = facts.goVolume;
    claim.continues = !claim.volume.empty() && claim.volume != lastVolume && !facts.statedReceipts;
    Sums& before = before_[claimKey];
    if (facts.firstVolume != before.volumes) {
        if (facts.firstVolume > 0) {
            survey.trouble =
                "a volume of a claim whose former volumes are not in front of it: its totals cannot be checked";
            return survey;
        }
        before = {};
    }
    sums.receipts += before.receipts;
    sums.points += before.points;
    sums.volumes = before.volumes + 1;
    claim.countedReceipts = sums.receipts;
    claim.countedPoints = sums.points;
    if (claim.continues) {
        before = sums;
    } else {
        before_.erase(claimKey);
        claim.statedReceipts = facts.statedReceipts.value_or(0);
        claim.statedPoints = facts.statedPoints.value_or(0);
        if (claim.statedReceipts != claim.countedReceipts) {
            claim.differences.push_back({"claims", facts.goLine, "GO", 1, claim.statedReceipts, claim.countedReceipts});
        }
        if (claim.statedPoints != claim.countedPoints) {
            claim.differences.push_back({"total", facts.goLine, "GO", 2, claim.statedPoints, claim.countedPoints});
        }
    }
    survey.differs = survey.differs || !claim.differences.empty();
    survey.claim = std::move(claim);
    return survey;
}

std::string_view kindName(Kind kind) {
    switch (kind) {
    case Kind::MedicalOutpatient:
        return "medical_outpatient";
    case Kind::MedicalInpatient:
        return "medical_inpatient";
    case Kind::Dpc:
        return "dpc";
    case Kind::Dental:
        return "dental";
    case Kind::Dispensing:
        return "dispensing";
    }
    return "unknown";
}

} // namespace kmixr::gateway
