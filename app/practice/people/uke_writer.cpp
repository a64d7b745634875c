#include "app/practice/people/uke_writer.h"

#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

namespace kmixr::practice {

namespace {

constexpr const char* onlyVolume = "00";
constexpr const char* lastVolume = "99";

std::string header(const Claim& claim, const UkeLayout& layout) {
    const receipt::Receipt& receipt = claim.receipt;
    const receipt::Institution& institution = receipt.institution;
    if (receipt.kind == receipt::Kind::Dispensing) {
        return UkeRecord("YK", 9)
            .set(1, claim.reviewer)
            .set(2, institution.prefecture)
            .set(3, institution.pointTable)
            .set(4, institution.code)
            .set(5, institution.name)
            .set(6, layout.month(receipt.claimed))
            .set(7, onlyVolume)
            .set(8, claim.phone)
            .line();
    }
    if (receipt.kind == receipt::Kind::Dental) {
        return UkeRecord("UK", 10)
            .set(1, claim.reviewer)
            .set(2, institution.prefecture)
            .set(3, institution.pointTable)
            .set(4, institution.code)
            .set(6, institution.name)
            .set(7, layout.month(receipt.claimed))
            .set(9, onlyVolume)
            .line();
    }
    return UkeRecord("IR", 10)
        .set(1, claim.reviewer)
        .set(2, institution.prefecture)
        .set(3, institution.pointTable)
        .set(4, institution.code)
        .set(6, institution.name)
        .set(7, layout.month(receipt.claimed))
        .set(8, onlyVolume)
        .set(9, claim.phone)
        .line();
}

std::string receiptRecords(const Claim& claim, std::size_t number, const UkeLayout& layout) {
    switch (claim.receipt.kind) {
    case receipt::Kind::Dispensing:
        return dispensingReceipt(claim, number, layout);
    case receipt::Kind::Dpc:
        return dpcReceipt(claim, number, layout);
    case receipt::Kind::Dental:
        return dentalReceipt(claim, number, layout);
    default:
        return medicalReceipt(claim, number, layout);
    }
}

} // namespace

std::string paddedInsurerNumber(const std::string& number) {
    return std::string(number.size() < 8 ? 8 - number.size() : 0, ' ') + number;
}

std::string sexDigit(receipt::Sex sex) {
    return sex == receipt::Sex::Male ? "1" : "2";
}

std::string visitRecords(const Claim& claim) {
    const receipt::Receipt& receipt = claim.receipt;
    std::string text = UkeRecord("SN", 9).set(1, "1").set(2, "01").set(6, receipt.insurance->branch).line();
    const std::size_t payers = 1 + receipt.publicExpenses.size();
    for (std::size_t payer = 1; payer <= payers; ++payer) {
        UkeRecord days("JD", 33);
        days.set(1, static_cast<std::int64_t>(payer));
        for (const int day : receipt.visitDays) {
            days.set(static_cast<std::size_t>(1 + day), "1");
        }
        text += days.line();
    }
    return text + UkeRecord("MF", 33).set(1, "00").line();
}

std::string writeClaimFile(std::span<const Claim> claims) {
    if (claims.empty()) {
        return {};
    }
    const UkeLayout layout(claims.front().receipt.claimed);
    std::string text = header(claims.front(), layout);
    std::int64_t points = 0;
    std::size_t payers = 0;
    std::size_t number = 0;
    for (const Claim& claim : claims) {
        ++number;
        text += receiptRecords(claim, number, layout);
        points += claim.receipt.insurance->points;
        payers += 1 + claim.receipt.publicExpenses.size();
    }
    return text + UkeRecord("GO", 4).set(1, static_cast<std::int64_t>(payers)).set(2, points).set(3, lastVolume).line();
}

} // namespace kmixr::practice
