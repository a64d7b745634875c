#include "core/receipt/receipt_builder.h"

#include <algorithm>
#include <array>

namespace kmixr::receipt {

namespace {

template <std::size_t N>
bool isOneOf(std::string_view record, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), record) != names.end();
}

// Known records without content of their own: the insurer's rows (their sense is read before), obsolete ones (uke.md
// §3, §11).
constexpr std::array<std::string_view, 7> passedOver{"EX", "RC", "MN", "JY", "ON", "NI", "KH"};
constexpr std::array<std::string_view, 3> donorRecords{"TI", "TR", "TS"};

constexpr std::size_t modifierWidth = 4;
constexpr std::size_t toothWidth = 6;

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

void ReceiptBuilder::add(const Line& line, const Fields& fields, bool cut) {
    receipt_.lastLine = std::max(receipt_.lastLine, line.number); // a corrected row may come from further below
    const RecordView record(fields, line.number, receipt_.unread, cut);
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
    } else if (receipt_.kind == Kind::Dental) {
        addDentalRecord(record);
    } else if (!addDpcRecord(record)) {
        addMedicalRecord(record);
    }
}

void ReceiptBuilder::addReview(Standing standing, std::string managementNumber, std::vector<Correction> corrections) {
    receipt_.standing = standing;
    receipt_.managementNumber = std::move(managementNumber);
    receipt_.corrections = std::move(corrections);
}

Receipt ReceiptBuilder::take() {
    if (receipt_.insurance && receipt_.insurance->line == 0) { // SN without HO: no insurer pays
        receipt_.insurance.reset();
    }
    dpc_.finish();
    return std::move(receipt_);
}

bool ReceiptBuilder::addHeaderRecord(const RecordView& record) {
    const std::string_view name = record.record();
    if (record.cut()) { // a header that was deleted says nothing any more
        return name == "HO" || name == "KO" || name == "SN" || name == "JD" || name == "MF" || name == "GR";
    }
    if (name == "HO") {
        readInsurance(record, receipt_);
    } else if (name == "KO") {
        readPublicExpense(record, receipt_);
    } else if (name == "SN") {
        readQualification(record, receipt_);
    } else if (name == "JD") {
        readVisitDays(record, receipt_);
    } else if (name == "MF") {
        receipt_.copayment = record.text(1);
    } else if (name == "GR") {
        receipt_.exclusionReasons.push_back(record.text(1));
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

// Whatever has one of these is a DPC receipt, whatever its RE looked like.
bool ReceiptBuilder::addDpcRecord(const RecordView& record) {
    static constexpr std::array<std::pair<std::string_view, void (DpcReader::*)(const RecordView&)>, 8> readers{{
        {"CD", &DpcReader::coding},
        {"BU", &DpcReader::diagnosisGroup},
        {"SB", &DpcReader::disease},
        {"KK", &DpcReader::patient},
        {"SK", &DpcReader::act},
        {"GA", &DpcReader::absence},
        {"HH", &DpcReader::perDiem},
        {"GT", &DpcReader::total},
    }};
    const auto found = std::find_if(readers.begin(), readers.end(),
                                    [&record](const auto& reader) { return reader.first == record.record(); });
    if (found == readers.end()) {
        return false;
    }
    becomeDpc();
    (dpc_.*found->second)(record);
    return true;
}

void ReceiptBuilder::addDentalRecord(const RecordView& record) {
    const std::string_view name = record.record();
    if (name == "SS") {
        details_.dentalAct(record);
    } else if (name == "SI") {
        details_.dentalMedicalAct(record);
    } else if (name == "IY") {
        details_.dentalDrug(record);
    } else if (name == "TO") {
        details_.dentalMaterial(record);
    } else if (name == "CO") {
        details_.dentalComment(record);
    } else if (name == "HS") {
        addDentalDisease(record);
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
        dispensing_.split(record);
    } else {
        record.note("unknown record");
    }
}

void ReceiptBuilder::addDisease(const RecordView& sy) {
    Disease disease;
    disease.line = sy.line();
    disease.cut = sy.cut();
    disease.code = sy.text(1);
    if (disease.code.empty()) {
        sy.note("no code", 1);
    }
    disease.start = sy.day(2);
    disease.outcome = outcomeOf(sy, 3);
    disease.modifiers = codesOf(sy, 4, modifierWidth);
    disease.recordedName = sy.text(5);
    disease.main = trimmed(sy.raw(6)) == "01";
    disease.note = sy.text(7);
    receipt_.diseases.push_back(std::move(disease));
}

// HS. Out-patients have one start and one outcome for the whole receipt, in RE; in-patients have them here.
void ReceiptBuilder::addDentalDisease(const RecordView& hs) {
    Disease disease;
    disease.line = hs.line();
    disease.cut = hs.cut();
    disease.start = hs.has(1) ? hs.day(1) : receipt_.treatmentStart;
    disease.outcome = hs.has(2) ? outcomeOf(hs, 2) : receipt_.treatmentOutcome;
    disease.teeth = codesOf(hs, 3, toothWidth);
    disease.code = hs.text(4);
    if (disease.code.empty()) {
        hs.note("no code", 4);
    }
    disease.modifiers = codesOf(hs, 5, modifierWidth);
    disease.recordedName = hs.text(6);
    disease.main = trimmed(hs.raw(9)) == "01";
    disease.note = hs.text(11);
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
