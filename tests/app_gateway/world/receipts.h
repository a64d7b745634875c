// Synthetic receipt records for the gateway's tests: people who do not exist, at institutions that do not exist.
#pragma once

#include <string>

namespace kmixr::test {

/// What identifies a receipt; everything else on it is the same.
struct ReceiptWish {
    std::string institution = "9910030";
    std::string name = "琴平　泰造", kana = "コトヒラタイゾウ";
    std::string sex = "1", birth = "19410211";
    std::string insurer = "39379995", symbol{}, number = "99000051", branch{};
    std::string month = "202508", claimed = "202509";
    std::string drug = "612170710";
    bool insured = true; ///< false: no HO, a public payer only
};

/// IR, RE, HO (or KO), SN, SY, SI and IY records of one out-patient receipt, UTF-8, "\r\n".
std::string medicalReceipt(const ReceiptWish& wish);
/// YK, RE, HO, SH, CZ, IY of one dispensing receipt for a prescription of `prescriber`.
std::string dispensingReceipt(const ReceiptWish& wish, const std::string& prescriber);
/// UTF-8 to CP932, as insurers' files are written.
std::string toCp932(const std::string& utf8);

} // namespace kmixr::test
