#include "app/gateway/server/ingest/identification.h"

#include <algorithm>

namespace kmixr::server {

namespace {

bool isSeparator(char32_t c) {
    return c == U' ' || c == U'\u3000' || c == U'-' || c == U'\u2010' || c == U'\u2212' || c == U'\u30FB';
}

/// ASCII as it became, anything else as it stood.
void append(std::string& out, char32_t c, std::string_view from) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else {
        out += from;
    }
}

std::string withoutLeadingZeros(std::string number) {
    const std::size_t first = number.find_first_not_of('0');
    const bool digits = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    return digits && first != std::string::npos ? number.substr(first) : number;
}

/// "1" and "01" are the same branch.
std::string twoDigits(std::string branch) {
    return branch.size() == 1 ? "0" + branch : branch;
}

Identification build(std::string_view payer, std::string_view symbol, std::string_view number, std::string_view branch,
                     const receipt::Person& person) {
    return {normalised(payer),
            normalised(symbol),
            withoutLeadingZeros(normalised(number)),
            twoDigits(normalised(branch)),
            person.birth ? isoDay(*person.birth) : std::string(),
            person.sex,
            normalised(person.name),
            normalised(person.kana)};
}

} // namespace

bool Identification::whole() const {
    return !payer.empty() && !number.empty() && !birth.empty() && sex != receipt::Sex::Unknown && !name.empty();
}

std::string normalised(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::string_view from = text.substr(at, length);
        char32_t c = from.size() == 1 ? lead : U'\uFFFD';
        if (from.size() == 3) {
            c = ((lead & 0x0FU) << 12U) | ((static_cast<unsigned char>(from[1]) & 0x3FU) << 6U) |
                (static_cast<unsigned char>(from[2]) & 0x3FU);
            if (c >= 0xFF01 && c <= 0xFF5E) {
                c -= 0xFEE0;
            }
        }
        if (!isSeparator(c)) {
            append(out, c, from);
        }
        at += length;
    }
    return out;
}

std::string payerBody(std::string_view payerNumber) {
    return std::string(payerNumber.substr(0, payerNumber.empty() ? 0 : payerNumber.size() - 1));
}

Identification identificationOf(const receipt::Receipt& receipt) {
    if (receipt.insurance) {
        const receipt::Insurance& insurance = *receipt.insurance;
        return build(insurance.insurerNumber, insurance.symbol, insurance.number, insurance.branch, receipt.patient);
    }
    if (!receipt.publicExpenses.empty()) {
        const receipt::PublicExpense& payer = receipt.publicExpenses.front();
        return build(payer.payerNumber, {}, payer.recipientNumber, {}, receipt.patient);
    }
    return build({}, {}, {}, {}, receipt.patient);
}

Identification identificationOf(const Patient& patient, const Identity& identity) {
    return build(identity.insurerNumber, identity.symbol, identity.number, identity.branch, patient.person);
}

} // namespace kmixr::server
