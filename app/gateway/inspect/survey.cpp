#include "app/gateway/inspect/survey.h"

#include "core/receipt/mapped_file.h"
#include "core/receipt/reader.h"
#include "core/receipt/record_view.h"

#include <algorithm>
#include <numeric>

namespace kmixr::gateway {

using receipt::Kind;

namespace {

// The records of a receipt's own text; the submitter's lines in front of RE are not part of it.
std::map<std::string, int> recordsOf(std::string_view text) {
    std::map<std::string, int> records;
    receipt::LineCursor cursor(text);
    receipt::Line line;
    receipt::Fields fields;
    bool within = false;
    while (cursor.next(line)) {
        fields.split(line.text);
        within = within || fields[0] == "RE";
        if (within) {
            ++records[receipt::safeRecordName(fields[0])];
        }
    }
    return records;
}

bool isPart(receipt::DpcRole role) {
    return role == receipt::DpcRole::PartDpc || role == receipt::DpcRole::PartMedical;
}

int unitsWhoseDaysDiffer(const receipt::Receipt& receipt) {
    int differ = 0;
    for (const receipt::Group& group : receipt.groups) {
        for (const receipt::CountUnit& unit : group.units) {
            const int days = std::accumulate(unit.days.begin(), unit.days.end(), 0);
            differ += days != 0 && days != unit.count ? 1 : 0;
        }
    }
    return differ;
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
    survey.daysDiffer = unitsWhoseDaysDiffer(receipt);
    survey.unread = receipt.unread;
    return survey;
}

} // namespace

bool FileSurvey::good() const {
    return trouble.empty() && (!claim || claim->agrees()) &&
           std::all_of(receipts.begin(), receipts.end(),
                       [](const ReceiptSurvey& one) { return one.sumAgrees() && one.daysAgree(); });
}

FileSurvey surveyOf(const std::filesystem::path& file) {
    FileSurvey survey;
    survey.file = file.string();
    const auto mapped = receipt::MappedFile::open(file);
    if (!mapped) {
        survey.trouble = "cannot be opened, or is empty";
        return survey;
    }
    ClaimSurvey claim;
    const receipt::ReadResult facts = receipt::readEach(mapped->bytes(), [&](receipt::Receipt&& one) {
        survey.receipts.push_back(surveyOfReceipt(one));
        if (isPart(one.role)) { // counted and summed by the summary in front
            const auto summary =
                std::find_if(survey.receipts.rbegin(), survey.receipts.rend(),
                             [](const ReceiptSurvey& before) { return before.role == receipt::DpcRole::Summary; });
            if (summary != survey.receipts.rend()) {
                summary->computed += one.statedPoints();
            }
            return;
        }
        claim.countedReceipts += (one.insurance ? 1 : 0) + static_cast<std::int64_t>(one.publicExpenses.size());
        claim.countedPoints += one.statedPoints();
    });
    std::size_t at = 0;
    receipt::splitEach(mapped->bytes(),
                       [&](receipt::ReceiptText&& one) { survey.receipts[at++].records = recordsOf(one.text); });
    survey.cp932 = facts.cp932;
    survey.unread = facts.unread;
    if (facts.statedReceipts || facts.statedPoints) {
        claim.statedReceipts = facts.statedReceipts.value_or(0);
        claim.statedPoints = facts.statedPoints.value_or(0);
        survey.claim = claim;
    }
    if (survey.receipts.empty()) {
        survey.trouble = "holds no receipt";
    }
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
