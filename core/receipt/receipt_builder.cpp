#include "core/receipt/receipt_builder.h"

#include <algorithm>
#include <array>

namespace kmixr::receipt {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view record, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), record) != names.end();
}

// Known records without clinical content: 窓口負担額, 包括評価対象外理由, the insurer's own rows, obsolete ones (uke.md
// §3, §11).
constexpr std::array<std::string_view, 8> passedOver{"MF", "GR", "EX", "RC", "MN", "ON", "NI", "KH"};
constexpr std::array<std::string_view, 8> dpcOnly{"BU", "SB", "KK", "SK", "GA", "HH", "GT", "CD"};
constexpr std::array<std::string_view, 7> dentalContent{"HS", "SS", "SI", "IY", "TO", "CO", "SJ"};
constexpr std::array<std::string_view, 3> donorRecords{"TI", "TR", "TS"};

DiseaseOutcome outcomeOf(const RecordView& record, std::size_t index) {
    const std::string_view field = trimmed(record.raw(index));
    if (field == "2") {
        return DiseaseOutcome::Cured;
    }
    if (field == "3") {
        return DiseaseOutcome::Died;
    }
    if (field == "4") {
        return DiseaseOutcome::Stopped;
    }
    if (!field.empty() && field != "1") {
        record.note("unknown outcome", static_cast<int>(index));
    }
    return DiseaseOutcome::Continuing;
}

std::vector<std::string> modifiersOf(const RecordView& record, std::size_t index) {
    constexpr std::size_t width = 4;
    const std::string_view field = trimmed(record.raw(index));
    std::vector<std::string> modifiers;
    for (std::size_t at = 0; at + width <= field.size(); at += width) {
        modifiers.emplace_back(field.substr(at, width));
    }
    if (field.size() % width != 0) {
        record.note("incomplete modifier code", static_cast<int>(index));
    }
    return modifiers;
}

} // namespace

ReceiptBuilder::ReceiptBuilder(const Line& re, const Fields& fields, const Submitter* submitter) : re_(re.text) {
    const RecordView record(fields, re.number, receipt_.unread);
    receipt_.kind = kindOf(record, submitter == nullptr ? '\0' : submitter->institution.pointTable);
    receipt_.firstLine = receipt_.lastLine = re.number;
    if (submitter == nullptr) {
        record.note("no IR, YK or UK record in front");
    } else {
        receipt_.institution = submitter->institution;
        receipt_.claimed = submitter->claimed;
    }
    usable_ = readReceiptHeader(record, receipt_);
}

void ReceiptBuilder::add(const Line& line, const Fields& fields) {
    receipt_.lastLine = line.number;
    const RecordView record(fields, line.number, receipt_.unread);
    if (donor_ || isOneOf(record.record(), donorRecords)) {
        donor_ = true;
        ++receipt_.donorLines;
        return;
    }
    if (addHeaderRecord(record) || isOneOf(record.record(), passedOver)) {
        return;
    }
    if (receipt_.kind == Kind::Dispensing) {
        addDispensingRecord(record);
    } else if (receipt_.kind == Kind::Dental && isOneOf(record.record(), dentalContent)) {
        record.note("content of dental receipts is not read");
    } else if (isOneOf(record.record(), dpcOnly)) {
        becomeDpc();
        record.note("content of DPC receipts is not read");
    } else if (record.record() == "JY") {
        record.note("corrections of the payer are not applied");
    } else if (receipt_.kind == Kind::Dental) {
        record.note("unknown record");
    } else {
        addMedicalRecord(record);
    }
}

Receipt ReceiptBuilder::take() {
    if (receipt_.insurance && receipt_.insurance->line == 0) { // SN without HO: no insurer pays
        receipt_.insurance.reset();
    }
    return std::move(receipt_);
}

bool ReceiptBuilder::addHeaderRecord(const RecordView& record) {
    const std::string_view name = record.record();
    if (name == "HO") {
        readInsurance(record, receipt_);
    } else if (name == "KO") {
        readPublicExpense(record, receipt_);
    } else if (name == "SN") {
        readQualification(record, receipt_);
    } else if (name == "JD") {
        readVisitDays(record, receipt_);
    } else {
        return false;
    }
    return true;
}

void ReceiptBuilder::addMedicalRecord(const RecordView& record) {
    const std::string_view name = record.record();
    if (name == "SI") {
        details_.act(record);
    } else if (name == "IY") {
        details_.drug(record);
    } else if (name == "TO") {
        details_.material(record);
    } else if (name == "CO") {
        details_.comment(record);
    } else if (name == "SY") {
        addDisease(record);
    } else if (name == "SJ") {
        addNarrative(record);
    } else {
        record.note("unknown record");
    }
}

void ReceiptBuilder::addDispensingRecord(const RecordView& record) {
    const std::string_view name = record.record();
    if (name == "SH") {
        dispensing_.prescription(record);
    } else if (name == "CZ") {
        dispensing_.fill(record);
    } else if (name == "IY") {
        dispensing_.drug(record);
    } else if (name == "TO") {
        dispensing_.material(record);
    } else if (name == "CO") {
        dispensing_.comment(record);
    } else if (name == "KI") {
        dispensing_.fees(record);
    } else if (name == "TK") {
        dispensing_.remark(record);
    } else if (name == "ST") {
        record.note("fees of split dispensing are not read");
    } else if (name == "JY") {
        record.note("corrections of the payer are not applied");
    } else {
        record.note("unknown record");
    }
}

void ReceiptBuilder::addDisease(const RecordView& sy) {
    Disease disease;
    disease.line = sy.line();
    disease.code = sy.text(1);
    if (disease.code.empty()) {
        sy.note("no code", 1);
    }
    disease.start = sy.day(2);
    disease.outcome = outcomeOf(sy, 3);
    disease.modifiers = modifiersOf(sy, 4);
    disease.recordedName = sy.text(5);
    disease.main = trimmed(sy.raw(6)) == "01";
    disease.note = sy.text(7);
    receipt_.diseases.push_back(std::move(disease));
}

void ReceiptBuilder::addNarrative(const RecordView& sj) {
    if (!sj.has(1) && !receipt_.narratives.empty()) { // the next paragraph of the same item
        receipt_.narratives.back().text += "\n" + sj.text(2);
        return;
    }
    receipt_.narratives.push_back({sj.line(), sj.text(1), sj.text(2)});
}

// A DPC record proves what the number of fields of RE could only suggest: RE is read again with the right layout.
void ReceiptBuilder::becomeDpc() {
    if (receipt_.kind == Kind::Dpc) {
        return;
    }
    receipt_.kind = Kind::Dpc;
    Fields fields;
    fields.split(re_);
    std::vector<UnreadLine> noted; // the same fields were noted the first time
    readReceiptHeader(RecordView(fields, receipt_.firstLine, noted), receipt_);
}

} // namespace kmixr::receipt
