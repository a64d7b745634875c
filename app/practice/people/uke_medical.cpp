#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

namespace kmixr::practice {

namespace {

constexpr const char* wholeReceiptLast = "99"; ///< 診療識別 of comments that close a receipt

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += part;
    }
    return text;
}

std::string commonRecord(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    UkeRecord record("RE", 38);
    record.set(1, static_cast<std::int64_t>(number))
        .set(2, receipt.type)
        .set(3, layout.month(receipt.month))
        .set(4, receipt.patient.name)
        .set(5, sexDigit(receipt.patient.sex))
        .set(6, layout.day(*receipt.patient.birth))
        .set(7, claim.benefitRatio)
        .set(8, receipt.admitted ? layout.day(*receipt.admitted) : std::string{})
        .set(9, joined(claim.wards))
        .set(11, claim.mark)
        .set(18, receipt.searchNumber)
        .set(36, layout.kanaNames() ? receipt.patient.kana : std::string{});
    return record.line();
}

std::string payerRecords(const Claim& claim) {
    const receipt::Insurance& insurance = *claim.receipt.insurance;
    UkeRecord insurer("HO", 15);
    insurer.set(1, paddedInsurerNumber(insurance.insurerNumber))
        .set(2, insurance.symbol)
        .set(3, insurance.number)
        .set(4, insurance.days)
        .set(5, insurance.points);
    if (claim.meals > 0) {
        insurer.set(7, claim.meals).set(8, claim.mealsYen);
    }
    std::string text = insurer.line();
    for (const receipt::PublicExpense& expense : claim.receipt.publicExpenses) {
        UkeRecord record("KO", 12);
        record.set(1, expense.payerNumber).set(2, expense.recipientNumber).set(4, expense.days).set(5, expense.points);
        if (claim.meals > 0) {
            record.set(10, claim.meals).set(11, claim.mealsYen);
        }
        text += record.line();
    }
    return text;
}

std::string diseaseRecords(const std::vector<receipt::Disease>& diseases, const UkeLayout& layout) {
    std::string text;
    for (const receipt::Disease& disease : diseases) {
        text += diseaseRecord(disease, layout);
    }
    return text;
}

std::string donorRecords(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const DonorBlock& donor = *claim.donor;
    const receipt::Receipt& receipt = claim.receipt;
    return UkeRecord("TI", 10).set(1, donor.organ).set(2, "1").line() + // the organ was taken in the same institution
           UkeRecord("TR", 18)
               .set(1, static_cast<std::int64_t>(number))
               .set(2, donor.type)
               .set(3, layout.month(receipt.month))
               .set(5, sexDigit(donor.person.sex))
               .set(6, layout.day(*donor.person.birth))
               .set(8, layout.day(donor.admitted))
               .line() +
           UkeRecord("TS", 5).set(1, donor.days).set(2, donor.points).line() + diseaseRecords(donor.diseases, layout) +
           detailRecords(donor.groups);
}

} // namespace

std::string medicalReceipt(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    std::string text = commonRecord(claim, number, layout) + payerRecords(claim);
    if (layout.visitRecords()) {
        text += visitRecords(claim);
    }
    if (!claim.exclusionReason.empty()) {
        text += UkeRecord("GR", 3).set(1, claim.exclusionReason).line();
    }
    const std::string diseases = diseaseRecords(receipt.diseases, layout);
    const std::string details = detailRecords(receipt.groups);
    text += claim.diseasesLast ? details + diseases : diseases + details;
    const char payers = receipt.publicExpenses.empty() ? '1' : '2';
    for (const receipt::Comment& comment : receipt.remarks) {
        text +=
            UkeRecord("CO", 5).set(1, wholeReceiptLast).set(2, payers).set(3, comment.code).set(4, comment.text).line();
    }
    return claim.donor ? text + donorRecords(claim, number, layout) : text;
}

} // namespace kmixr::practice
