#include "core/receipt/header_records.h"

#include <algorithm>
#include <array>

namespace kmixr::receipt {

namespace {

constexpr std::size_t none = 0;
constexpr std::size_t dpcHeaderFields = 30;

/// Where RE keeps what; `none` = this kind's RE does not have it.
struct HeaderLayout {
    std::size_t admitted = none;
    std::size_t searchNumber = none;
    std::size_t kana = none;
    std::array<std::size_t, 3> departments{};
    std::size_t treatmentStart = none;
    std::size_t outcome = none;
    std::size_t role = none;
};

// The parts of a 総括 that are no DPC themselves stand in a DPC file and have its RE.
HeaderLayout layoutOf(Kind kind, std::size_t fields) {
    if (kind == Kind::MedicalInpatient && fields == dpcHeaderFields) {
        kind = Kind::Dpc;
    }
    switch (kind) {
    case Kind::MedicalOutpatient:
    case Kind::MedicalInpatient:
        return {8, 18, 36, {21, 26, 31}};
    case Kind::Dpc:
        return {8, 20, 28, {23, none, none}, none, none, 18};
    case Kind::Dental:
        return {8, 19, 25, {}, 9, 10};
    case Kind::Dispensing:
        return {none, 37, 41, {}};
    }
    return {};
}

bool isNumeric(std::string_view field) {
    return !field.empty() && std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string twoDigits(const std::string& text) {
    return text.size() == 1 ? "0" + text : text;
}

DpcRole roleOf(char digit) {
    switch (digit) {
    case '1':
        return DpcRole::Summary;
    case '2':
        return DpcRole::PartDpc;
    case '3':
        return DpcRole::PartMedical;
    default:
        return DpcRole::Single;
    }
}

char firstOr(std::string_view field, char fallback) {
    return field.empty() ? fallback : field.front();
}

} // namespace

Submitter readSubmitter(const RecordView& record, const Submitter& known) {
    Submitter submitter;
    submitter.institution.prefecture = twoDigits(record.text(2));
    const bool pharmacy = record.record() == "YK";
    submitter.institution.pointTable = firstOr(trimmed(record.raw(3)), pharmacy ? '4' : '1');
    submitter.institution.code = record.text(4);
    if (pharmacy) {
        submitter.institution.name = record.text(5);
        submitter.claimed = record.month(6).value_or(Month{});
        return submitter;
    }
    const bool nameless =
        isNumeric(trimmed(record.raw(6))); // the dental IR: 請求年月 stands where others have the name
    if (!nameless) {
        submitter.institution.name = record.text(6);
    } else if (submitter.institution.key() == known.institution.key()) {
        submitter.institution.name = known.institution.name;
    }
    submitter.claimed = record.month(nameless ? 6 : 7).value_or(Month{});
    return submitter;
}

Kind kindOf(const RecordView& re, char pointTable) {
    const std::string_view type = trimmed(re.raw(2));
    const char table = pointTable == '\0' ? firstOr(type, '1') : pointTable;
    if (table == '3') {
        return Kind::Dental;
    }
    if (table == '4') {
        return Kind::Dispensing;
    }
    const bool groupingField = trimmed(re.raw(18)).size() == 1; // レセプト総括区分, where 医科 has the long 検索番号
    if (re.size() == dpcHeaderFields && (groupingField || re.has(28))) {
        return roleOf(re.letter(18)) == DpcRole::PartMedical ? Kind::MedicalInpatient : Kind::Dpc;
    }
    // The last digit is odd for in-patients; 0 belongs to the out-patients (uke.md §2.1).
    const bool odd = !type.empty() && (type.back() - '0') % 2 != 0;
    return odd ? Kind::MedicalInpatient : Kind::MedicalOutpatient;
}

bool readReceiptHeader(const RecordView& re, Receipt& receipt) {
    const auto month = re.month(3);
    if (!month || !re.has(4)) {
        return false;
    }
    const HeaderLayout layout = layoutOf(receipt.kind, re.size());
    receipt.number = re.text(1);
    receipt.type = re.text(2);
    receipt.month = *month;
    receipt.patient.name = re.text(4);
    const std::string_view sex = trimmed(re.raw(5));
    receipt.patient.sex = sex == "1" ? Sex::Male : sex == "2" ? Sex::Female : Sex::Unknown;
    if (receipt.patient.sex == Sex::Unknown) {
        re.note("no sex", 5);
    }
    receipt.patient.birth = re.day(6);
    if (!re.has(6)) {
        re.note("no date of birth", 6);
    }
    receipt.patient.kana = layout.kana == none ? std::string{} : re.text(layout.kana);
    receipt.searchNumber = layout.searchNumber == none ? std::string{} : re.text(layout.searchNumber);
    receipt.admitted = layout.admitted == none ? std::nullopt : re.day(layout.admitted);
    receipt.treatmentStart = layout.treatmentStart == none ? std::nullopt : re.day(layout.treatmentStart);
    receipt.treatmentOutcome = layout.outcome == none ? DiseaseOutcome::Continuing : outcomeOf(re, layout.outcome);
    receipt.role = layout.role == none ? DpcRole::Single : roleOf(re.letter(layout.role));
    receipt.departments.clear();
    for (const std::size_t index : layout.departments) {
        if (index != none && re.has(index)) {
            receipt.departments.push_back(re.text(index));
        }
    }
    receipt.prescriber.reset();
    if (receipt.kind == Kind::Dispensing && re.has(11)) {
        receipt.prescriber =
            Institution{twoDigits(re.text(9)), firstOr(trimmed(re.raw(10)), '1'), re.text(11), re.text(12)};
    }
    return true;
}

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

void readInsurance(const RecordView& ho, Receipt& receipt) {
    if (receipt.insurance && receipt.insurance->line != 0) {
        ho.note("second HO record of a receipt");
        return;
    }
    Insurance& insurance = receipt.insurance ? *receipt.insurance : receipt.insurance.emplace();
    insurance.line = ho.line();
    insurance.insurerNumber = ho.text(1);
    insurance.symbol = ho.text(2);
    insurance.number = ho.text(3);
    insurance.days = ho.count(4);
    insurance.points = ho.points(5).value_or(0);
    if (receipt.kind != Kind::Dispensing) { // the dental HO has no reserve column before the meals
        const std::size_t meals = receipt.kind == Kind::Dental ? 6 : 7;
        insurance.meals = ho.count(meals);
        insurance.mealsYen = ho.points(meals + 1).value_or(0);
    }
}

void readPublicExpense(const RecordView& ko, Receipt& receipt) {
    receipt.publicExpenses.push_back({ko.line(), ko.text(1), ko.text(2), ko.count(4), ko.points(5).value_or(0)});
}

void readQualification(const RecordView& sn, Receipt& receipt) {
    constexpr std::string_view insurer = "1";
    if (trimmed(sn.raw(1)) == insurer && sn.has(6)) {
        // An SN in front of its HO leaves an insurance without a line, which readInsurance completes.
        (receipt.insurance ? *receipt.insurance : receipt.insurance.emplace()).branch = sn.text(6);
    }
}

void readVisitDays(const RecordView& jd, Receipt& receipt) {
    for (int day = 1; day <= 31; ++day) {
        if (jd.count(static_cast<std::size_t>(day) + 1) > 0) {
            receipt.visitDays.push_back(day);
        }
    }
    std::sort(receipt.visitDays.begin(), receipt.visitDays.end());
    receipt.visitDays.erase(std::unique(receipt.visitDays.begin(), receipt.visitDays.end()), receipt.visitDays.end());
}

} // namespace kmixr::receipt
