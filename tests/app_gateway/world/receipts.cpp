#include "tests/app_gateway/world/receipts.h"

#include <iconv.h>

#include <stdexcept>

namespace kmixr::test {

namespace {

std::string commas(int count) {
    return std::string(static_cast<std::size_t>(count), ',');
}

std::string padded(const std::string& insurer) {
    return std::string(8 - insurer.size(), ' ') + insurer;
}

std::string payers(const ReceiptWish& wish) {
    if (!wish.insured) {
        return "KO," + wish.insurer + "," + wish.number + ",,1,129" + commas(6) + "\r\n";
    }
    std::string records =
        "HO," + padded(wish.insurer) + "," + wish.symbol + "," + wish.number + ",1,129" + commas(9) + "\r\n";
    if (!wish.branch.empty()) {
        records += "SN,1,01,,,," + wish.branch + ",,\r\n";
    }
    return records;
}

} // namespace

std::string medicalReceipt(const ReceiptWish& wish) {
    return "IR,1,37,1," + wish.institution + ",,青波駅前内科クリニック," + wish.claimed + ",00,0870000001\r\n" +
           "RE,1,1112," + wish.month + "," + wish.name + "," + wish.sex + "," + wish.birth + commas(30) + wish.kana +
           ",\r\n" + payers(wish) + "SY,8833421," + wish.month + "06,1,,,01,\r\n" + "SI,12,1,112007410,,75,1" +
           commas(37) + "\r\n" + "IY,21,1," + wish.drug + ",1,2,27" + commas(37) + "\r\n";
}

std::string dispensingReceipt(const ReceiptWish& wish, const std::string& prescriber) {
    return "YK,1,37,4," + wish.institution + ",青波薬局本店," + wish.claimed + ",00,0870000002\r\n" + "RE,1,4118," +
           wish.month + "," + wish.name + "," + wish.sex + "," + wish.birth + ",,,37,1," + prescriber +
           ",青波駅前内科クリニック" + commas(29) + wish.kana + "\r\n" + payers(wish) + "SH,01,1,006,,\r\n" + "CZ,1," +
           wish.month + "06," + wish.month + "06,1,28" + commas(65) + "\r\n" + "IY,1," + wish.drug + ",1" + commas(6) +
           "\r\n";
}

std::string toCp932(const std::string& utf8) {
    const iconv_t converter = iconv_open("CP932", "UTF-8");
    std::string converted(utf8.size() + 16, '\0');
    char* in = const_cast<char*>(utf8.data());
    std::size_t inLeft = utf8.size();
    char* out = converted.data();
    std::size_t outLeft = converted.size();
    const bool whole = iconv(converter, &in, &inLeft, &out, &outLeft) != static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (!whole) {
        throw std::runtime_error("not in CP932");
    }
    converted.resize(converted.size() - outLeft);
    return converted;
}

} // namespace kmixr::test
