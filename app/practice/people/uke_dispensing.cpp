#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

constexpr std::size_t shortFill = 54; ///< fields of CZ until March 2022
constexpr std::size_t longFill = 71;
constexpr const char* onlyDoctor = "1";
constexpr const char* charged = "1";      ///< 算定区分
constexpr const char* overTheLimit = "2"; ///< not charged, but dispensed all the same
constexpr std::size_t fillTotal = 66;

std::string twoDigits(std::size_t number) {
    const std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
}

std::string commonRecord(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    UkeRecord record("RE", 42);
    record.set(1, static_cast<std::int64_t>(number))
        .set(2, receipt.type)
        .set(3, layout.month(receipt.month))
        .set(4, receipt.patient.name)
        .set(5, sexDigit(receipt.patient.sex))
        .set(6, layout.day(*receipt.patient.birth))
        .set(7, claim.benefitRatio)
        .set(8, claim.mark)
        .set(9, receipt.prescriber->prefecture)
        .set(10, receipt.prescriber->pointTable)
        .set(11, receipt.prescriber->code)
        .set(12, receipt.prescriber->name)
        .set(13, claim.prescriberAddress)
        .set(14, claim.prescriberDoctor)
        .set(37, receipt.searchNumber)
        .set(41, layout.kanaNames() ? receipt.patient.kana : std::string{});
    return record.line();
}

std::string payerRecords(const receipt::Receipt& receipt) {
    std::string text = UkeRecord("HO", 14)
                           .set(1, paddedInsurerNumber(receipt.insurance->insurerNumber))
                           .set(2, receipt.insurance->symbol)
                           .set(3, receipt.insurance->number)
                           .set(4, receipt.insurance->days)
                           .set(5, receipt.insurance->points)
                           .line();
    for (const receipt::PublicExpense& expense : receipt.publicExpenses) {
        text += UkeRecord("KO", 10)
                    .set(1, expense.payerNumber)
                    .set(2, expense.recipientNumber)
                    .set(4, expense.days)
                    .set(5, expense.points)
                    .line();
    }
    return text;
}

/// Days on which a prescription was handed in, in order: the n-th is 受付回 n.
std::vector<Day> receptions(const receipt::Receipt& receipt) {
    std::vector<Day> days;
    for (const receipt::DispensingFee& fee : receipt.fees) {
        if (fee.day && (days.empty() || days.back() != *fee.day)) {
            days.push_back(*fee.day);
        }
    }
    return days;
}

std::int64_t receptionOf(Day day, const std::vector<Day>& days) {
    return std::find(days.begin(), days.end(), day) - days.begin() + 1;
}

std::string fillRecord(const receipt::Fill& fill, const std::string& feeCode, char payers, const UkeLayout& layout,
                       const std::vector<Day>& days) {
    UkeRecord record("CZ", layout.longFills() ? longFill : shortFill);
    record.set(1, onlyDoctor)
        .set(2, layout.day(*fill.prescribed))
        .set(3, layout.day(*fill.dispensed))
        .set(4, receptionOf(*fill.dispensed, days))
        .set(5, fill.quantity)
        .set(6, payers);
    if (fill.preparationPoints > 0) {
        record.set(7, charged).set(9, feeCode).set(10, fill.preparationPoints);
    } else {
        record.set(7, overTheLimit);
    }
    record.set(13, fill.drugPoints);
    if (layout.longFills()) {
        record.set(fillTotal, fill.totalPoints);
    }
    return record.line();
}

std::string prescriptionRecords(const Claim& claim, char payers, const UkeLayout& layout) {
    std::string text;
    const std::vector<Day> days = receptions(claim.receipt);
    std::size_t number = 0;
    for (const receipt::Prescription& prescription : claim.receipt.prescriptions) {
        const receipt::Fill& first = prescription.fills.front();
        text += UkeRecord("SH", 10)
                    .set(1, twoDigits(++number))
                    .set(2, prescription.form)
                    .set(3, prescription.usage)
                    .set(4, prescription.usageText)
                    .set(5, first.quantity > 0 ? first.drugPoints / first.quantity : 0)
                    .line();
        const auto fee = claim.preparationCodes.find(prescription.form);
        for (const receipt::Fill& fill : prescription.fills) {
            text += fillRecord(fill, fee == claim.preparationCodes.end() ? std::string{} : fee->second, payers, layout,
                               days);
        }
        for (const receipt::DetailLine& line : prescription.lines) {
            text += UkeRecord("IY", 10).set(1, payers).set(2, line.code).set(3, line.amount->text()).line();
        }
    }
    return text;
}

/// KI: the base fee of a day and, behind it, the fees for advice.
std::string feeRecords(const receipt::Receipt& receipt, char payers, const UkeLayout& layout) {
    std::string text;
    std::int64_t reception = 0;
    for (auto fee = receipt.fees.begin(); fee != receipt.fees.end();) {
        UkeRecord record("KI", 114);
        record.set(1, layout.day(*fee->day)).set(2, ++reception).set(3, payers).set(4, fee->code).set(5, fee->points);
        const Day day = *fee->day;
        std::size_t slot = 7; // 薬学管理料: payers, code, count, points
        for (++fee; fee != receipt.fees.end() && fee->day == day; ++fee, slot += 4) {
            record.set(slot, payers).set(slot + 1, fee->code).set(slot + 2, fee->count).set(slot + 3, fee->points);
        }
        text += record.line();
    }
    return text;
}

} // namespace

std::string dispensingReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    const char payers = receipt.publicExpenses.empty() ? '1' : '2';
    return commonRecord(claim, number, layout) + payerRecords(receipt) +
           (layout.visitRecords() ? visitRecords(claim) : std::string{}) + prescriptionRecords(claim, payers, layout) +
           feeRecords(receipt, payers, layout);
}

} // namespace kmixr::practice
