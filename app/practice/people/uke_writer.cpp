#include "app/practice/people/uke_writer.h"

#include "app/practice/people/uke_parts.h"
#include "app/practice/people/uke_record.h"

#include <algorithm>

namespace kmixr::practice {

namespace {

constexpr const char* lastVolume = "99";

std::string header(const Claim& claim, const UkeLayout& layout, std::size_t volume) {
    const std::string thisVolume = twoDigits(volume);
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
            .set(7, thisVolume)
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
            .set(9, thisVolume)
            .line();
    }
    return UkeRecord("IR", 10)
        .set(1, claim.reviewer)
        .set(2, institution.prefecture)
        .set(3, institution.pointTable)
        .set(4, institution.code)
        .set(6, institution.name)
        .set(7, layout.month(receipt.claimed))
        .set(8, thisVolume)
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

std::string twoDigits(std::size_t number) {
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

std::string writeClaimFile(std::span<const Claim> claims) {
    const std::vector<std::string> volumes = writeVolumes(claims, 0);
    return volumes.empty() ? std::string{} : volumes.front();
}

std::vector<std::string> writeVolumes(std::span<const Claim> claims, std::size_t mostOfVolume) {
    constexpr std::size_t mostVolumes = 98; // GO counts them 01, 02 … and 99 is the last
    std::vector<std::string> volumes;
    if (claims.empty()) {
        return volumes;
    }
    const std::size_t most =
        mostOfVolume == 0 ? claims.size() : std::max(mostOfVolume, (claims.size() + mostVolumes - 1) / mostVolumes);
    const UkeLayout layout(claims.front().receipt.claimed);
    std::int64_t points = 0;
    std::size_t payers = 0;
    std::size_t number = 0;
    for (std::size_t from = 0; from < claims.size(); from += most) {
        std::string text = header(claims.front(), layout, volumes.size());
        for (const Claim& claim : claims.subspan(from, std::min(most, claims.size() - from))) {
            ++number;
            text += receiptRecords(claim, number, layout);
            if (!claim.strayRow.empty()) {
                text += claim.strayRow + "\r\n";
            }
            points += claim.receipt.insurance->points;
            payers += 1 + claim.receipt.publicExpenses.size();
        }
        UkeRecord end("GO", 4);
        if (from + most < claims.size()) {
            end.set(3, twoDigits(volumes.size() + 1));
        } else {
            end.set(1, static_cast<std::int64_t>(payers)).set(2, points).set(3, lastVolume);
        }
        volumes.push_back(text + end.line());
    }
    return volumes;
}

} // namespace kmixr::practice
