// Records of DPC receipts (uke.md §4).
#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

namespace kmixr::practice {

namespace {

constexpr const char* onlyReceipt = "0"; ///< レセプト総括区分
constexpr const char* ownInsurance = "1";
constexpr const char* perDiemTotal = "93"; ///< 診療識別 of GT

std::string padded(std::size_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string digit(char letter) {
    return letter == '\0' ? std::string{} : std::string(1, letter);
}

std::string headerRecords(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    UkeRecord common("RE", 30);
    common.set(1, static_cast<std::int64_t>(number))
        .set(2, receipt.type)
        .set(3, layout.month(receipt.month))
        .set(4, receipt.patient.name)
        .set(5, sexDigit(receipt.patient.sex))
        .set(6, layout.day(*receipt.patient.birth))
        .set(7, claim.benefitRatio)
        .set(8, layout.day(*receipt.admitted))
        .set(11, claim.mark)
        .set(18, onlyReceipt)
        .set(20, receipt.searchNumber)
        .set(28, layout.kanaNames() ? receipt.patient.kana : std::string{});
    const receipt::Insurance& insurance = *receipt.insurance;
    UkeRecord insurer("HO", 16);
    insurer.set(1, paddedInsurerNumber(insurance.insurerNumber))
        .set(2, insurance.symbol)
        .set(3, insurance.number)
        .set(4, insurance.days)
        .set(5, insurance.points)
        .set(7, claim.meals)
        .set(8, claim.mealsYen)
        .set(15, claim.mealsCopaymentYen);
    std::string text = common.line() + insurer.line();
    for (const receipt::PublicExpense& expense : receipt.publicExpenses) {
        text += UkeRecord("KO", 13)
                    .set(1, expense.payerNumber)
                    .set(2, expense.recipientNumber)
                    .set(4, expense.days)
                    .set(5, expense.points)
                    .set(10, claim.meals)
                    .set(11, claim.mealsYen)
                    .line();
    }
    return text;
}

std::string stayRecords(const receipt::Receipt& receipt, char payers, const UkeLayout& layout) {
    const receipt::DpcStay& stay = *receipt.dpc;
    std::string text = UkeRecord("BU", 6)
                           .set(1, stay.diagnosisGroup)
                           .set(2, layout.day(*stay.admitted))
                           .set(3, stay.discharged ? layout.day(*stay.discharged) : std::string{})
                           .set(4, digit(stay.outcome))
                           .line();
    for (const receipt::Disease& disease : receipt.diseases) {
        std::string modifiers;
        for (const std::string& modifier : disease.modifiers) {
            modifiers += modifier;
        }
        text += UkeRecord("SB", 8)
                    .set(1, disease.code)
                    .set(2, modifiers)
                    .set(3, disease.recordedName)
                    .set(4, disease.icd10)
                    .set(5, disease.category)
                    .line();
    }
    text += UkeRecord("KK", 14)
                .set(3, digit(stay.admission))
                .set(6, stay.ageOnAdmission.value_or(0))
                .set(8, stay.comaScale)
                .line();
    for (const receipt::DpcAct& act : stay.acts) {
        text += UkeRecord("SK", 7).set(1, act.code).set(3, layout.day(*act.day)).line();
    }
    for (const receipt::Absence& absence : stay.absences) {
        text += UkeRecord("GA", 7)
                    .set(1, layout.month(absence.month))
                    .set(2, "2")
                    .set(3, absence.days)
                    .set(4, absence.diagnosisGroup)
                    .set(5, absence.coefficient)
                    .line();
    }
    for (const receipt::PerDiem& period : stay.perDiem) {
        text += UkeRecord("HH", 9)
                    .set(1, layout.month(period.month))
                    .set(2, digit(period.adjustment))
                    .set(3, ownInsurance)
                    .set(4, payers)
                    .set(5, digit(period.period))
                    .set(6, period.points)
                    .set(7, period.days)
                    .set(8, period.subtotal)
                    .line();
    }
    for (const receipt::PerDiemTotal& total : stay.totals) {
        text += UkeRecord("GT", 12)
                    .set(1, layout.month(total.month))
                    .set(2, digit(total.adjustment))
                    .set(3, ownInsurance)
                    .set(4, payers)
                    .set(5, total.subtotal)
                    .set(6, total.evaluated)
                    .set(8, total.total.value_or(0))
                    .set(9, perDiemTotal)
                    .line();
    }
    return text;
}

/// CD day by day; 順序番号 counts the acts of a day.
std::string codingRecords(const receipt::Receipt& receipt, const UkeLayout& layout) {
    std::string text;
    for (int number = 1; number <= 31; ++number) {
        std::size_t order = 0;
        for (const receipt::Group& group : receipt.groups) {
            const receipt::CountUnit& unit = group.units.front();
            const int count = group.coding ? unit.days[static_cast<std::size_t>(number) - 1] : 0;
            if (count == 0) {
                continue;
            }
            ++order;
            std::size_t row = 0;
            for (const receipt::DetailLine& line : unit.lines) {
                const std::size_t amount = line.kind == receipt::LineKind::Act ? 7 : 6;
                text += UkeRecord("CD", 11)
                            .set(1, layout.day(dayIn(receipt.month, number)))
                            .set(2, group.division)
                            .set(3, padded(order, 4))
                            .set(4, padded(++row, 3))
                            .set(5, line.code)
                            .set(amount, line.amount ? line.amount->text() : std::string{})
                            .set(9, count)
                            .line();
            }
        }
    }
    return text;
}

} // namespace

std::string dpcReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    std::vector<receipt::Group> fees;
    for (const receipt::Group& group : receipt.groups) {
        if (!group.coding) {
            fees.push_back(group);
        }
    }
    std::string text = headerRecords(claim, number, layout);
    if (layout.visitRecords()) {
        text += visitRecords(claim);
    }
    text += stayRecords(receipt, receipt.publicExpenses.empty() ? '1' : '2', layout) + detailRecords(fees);
    for (const receipt::Narrative& narrative : receipt.narratives) {
        text += UkeRecord("SJ", 3).set(1, narrative.kind).set(2, narrative.text).line();
    }
    return text + codingRecords(receipt, layout);
}

} // namespace kmixr::practice
