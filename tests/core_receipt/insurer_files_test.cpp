// Files as insurers hold them: three columns in front, MN EX RC, and the corrections of the review applied.
#include "core/receipt/reader.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::receipt;

namespace {

/// A clinic's receipt with HbA1c on two days; rows 1 … 9.
const std::string rows = "1,1,0,MN,9999999999999001,香川県,,,,\n"
                         "1,2,0,IR,1,37,1,9910030,,青波駅前内科クリニック,202506,00,\n"
                         "1,3,0,RE,1,1112,202505,栗林　武雄,1,19670720\n"
                         "1,4,0,HO,01379999,９９９９０００６,６,2,173\n"
                         "1,5,0,SY,2500015,20200909,1,,,01,\n"
                         "1,6,0,SI,12,1,112007410,,75,1,,,,,,,,,,,,,,,1\n"
                         "1,7,0,SI,60,1,160010010,,49,1,,,,,,,,,,,,,,,1\n"
                         "1,8,0,SI,60,1,160010010,,49,1,,,,,,,,,,,,,,,,,,,,,,,,,,,,,1\n"
                         "2,9,0,EX,,,,,,,,,,,1:43005:AAAA\n2,10,0,RC,10,0123456789abcdef\n";
const std::string correctedTotal = "2,11,0,HO,01379999,９９９９０００６,６,2,124\n";
const std::string review = "2,12,0,JY,3,8,0,,C,,,\n2,13,0,JY,2,4,0,,,11,0,\n";

Receipt only(const std::string& text) {
    ReadResult result = read(text);
    REQUIRE(result.receipts.size() == 1);
    return std::move(result.receipts.front());
}

} // namespace

TEST_CASE("before a review the receipt is as it was claimed") {
    const Receipt receipt = only(rows);
    CHECK(receipt.unread.empty());
    CHECK(receipt.managementNumber == "9999999999999001");
    CHECK(receipt.statedPoints() == 173);
    CHECK(receipt.computedPoints() == 173);
    CHECK(receipt.corrections.empty());
    CHECK(receipt.standing == Standing::Claimed);
}

TEST_CASE("a deleted line stands marked and does not count; a replaced total is the new one") {
    const Receipt receipt = only(rows + correctedTotal + review);
    CHECK(receipt.unread.empty());
    CHECK(receipt.statedPoints() == 124);
    CHECK(receipt.computedPoints() == 124);
    REQUIRE(receipt.groups.size() == 3);
    CHECK_FALSE(receipt.groups[1].units[0].cut());
    CHECK(receipt.groups[2].units[0].cut());
    CHECK(receipt.groups[2].units[0].points == 49); // what was asked for is still to be seen
    CHECK(receipt.groups[2].units[0].days[22] == 1);
    CHECK(receipt.groups[2].units[0].lines[0].line == 8);
    REQUIRE(receipt.corrections.size() == 2);
    CHECK(receipt.corrections[0] == Correction{12, CorrectionKind::Cut, 8, 0, "C"});
    CHECK(receipt.corrections[1] == Correction{13, CorrectionKind::Changed, 4, 11, ""});
    CHECK(receipt.insurance->line == 11);
    CHECK(receipt.lastLine == 13);
}

TEST_CASE("an unit that loses one of its lines counts with the points that are left") {
    const std::string base = "1,1,0,MN,9,,,,,\n1,2,0,IR,1,37,1,9910030,,医院,202506,00,\n"
                             "1,3,0,RE,1,1112,202505,栗林　武雄,1,19670720\n1,4,0,HO,01379999,９,６,1,287\n"
                             "1,5,0,SI,70,1,170000410,2,,1\n1,6,0,SI,,1,170027910,2,,1\n1,7,0,SI,,1,170000210,,287,1\n";
    const Receipt receipt = only(base + "2,8,0,HO,01379999,９,６,1,230\n2,9,0,SI,,1,170027910,2,230,1\n"
                                        "2,10,0,JY,3,7,0,,A,,,\n2,11,0,JY,2,6,0,,,9,0,\n2,12,0,JY,2,4,0,,,8,0,\n");
    REQUIRE(receipt.groups.size() == 1);
    REQUIRE(receipt.groups[0].units.size() == 2);
    CHECK(receipt.groups[0].units[0].lines.size() == 2);
    CHECK(receipt.groups[0].units[0].points == 230);
    CHECK(receipt.groups[0].units[1].cut());
    CHECK(receipt.computedPoints() == receipt.statedPoints());
}

TEST_CASE("added rows, rows corrected twice, and corrections that fit nothing") {
    const Receipt added = only(rows + "2,11,0,SI,60,1,160054710,,16,1\n2,12,0,HO,01379999,９,６,2,189\n"
                                      "2,13,0,JY,1,,,,,11,0,\n2,14,0,JY,2,4,0,,,12,0,\n2,15,0,HO,01379999,９,６,2,190\n"
                                      "2,16,0,JY,2,12,0,,,15,0,\n");
    CHECK(added.computedPoints() == 189);
    CHECK(added.statedPoints() == 190);
    CHECK(added.corrections.size() == 3);
    CHECK(added.corrections[0].kind == CorrectionKind::Added);

    const ReadResult odd = read(rows + "2,11,0,JY,3,77,0,,C,,,\n2,12,0,JY,2,8,0,,,8,0,\n2,13,0,JY,9,8,0,,,,,\n");
    REQUIRE(odd.receipts.size() == 1);
    CHECK(odd.receipts[0].computedPoints() == 173);
    CHECK(odd.receipts[0].corrections.empty());
    REQUIRE(odd.unread.size() == 3);
    CHECK(odd.unread[0] == UnreadLine{11, "JY", "corrects a row that is not there", -1});
}

TEST_CASE("a receipt that went back says so") {
    CHECK(only(samples::replaced(rows, "1,3,0,RE", "8,3,0,RE")).standing == Standing::Returned);
    CHECK(only(samples::replaced(rows, "1,3,0,RE", "18,3,0,RE")).standing == Standing::Returned);
}

TEST_CASE("each receipt of an insurer's file stands alone, corrections included") {
    const std::string one = rows + correctedTotal + review;
    const std::string file = samples::toCp932(one + rows + one) + "\x1a";
    const ReadResult whole = read(file);
    REQUIRE(whole.receipts.size() == 3);
    const auto texts = split(file);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0].text == one);
    CHECK(texts[1].text == rows);
    CHECK(texts[2].receipt == texts[0].receipt);
    CHECK(read(texts[2].text).receipts == std::vector{texts[2].receipt});
    CHECK(whole.receipts[2].corrections[0].target == 8 + 13 + 10); // counted in the file
}

TEST_CASE("claims and insurers' rows may follow each other in one file") {
    const std::string claim = samples::sample("medical_outpatient");
    const ReadResult mixed = read(rows + claim + rows + "CO,,1,810000001,x\n" + claim);
    REQUIRE(mixed.receipts.size() == 4);
    CHECK(mixed.receipts[0].computedPoints() == 173);
    CHECK(mixed.receipts[1].computedPoints() == 687);
    CHECK(mixed.receipts[3].computedPoints() == 687);
    CHECK(mixed.statedPoints == 2 * 687);
    CHECK(mixed.unread.empty()); // the comment behind the last row of an insurer's receipt belongs to it
    CHECK(mixed.receipts[2].groups.back().units.back().lines.back().comments.size() == 1);
}

TEST_CASE("a row of the other form in the middle of a receipt costs only itself") {
    const auto damaged = [](const std::string& row, const std::string& as) {
        return only(samples::replaced(rows + correctedTotal + review, row, as));
    };
    const Receipt prefix = damaged("1,5,0,SY,", "x,5,0,SY,");
    CHECK(prefix.diseases.empty());
    CHECK(prefix.unread == std::vector{UnreadLine{5, "?", "unknown record", -1}});
    CHECK(prefix.computedPoints() == 124); // with the corrections that stand at the end
    CHECK(prefix.statedPoints() == 124);
    const Receipt bare = damaged("1,5,0,SY,", "SY,");
    CHECK(bare.diseases.size() == 1);
    CHECK(bare.computedPoints() == 124);

    const std::string claim = samples::sample("medical_outpatient");
    const Receipt numbers = only(samples::replaced(claim, "SI,25,1,120001210", "1,2,3,4,5\nSI,25,1,120001210"));
    CHECK(numbers.computedPoints() == 687);
    CHECK(numbers.unread == std::vector{UnreadLine{11, "?", "unknown record", -1}});
    CHECK(only(samples::replaced(claim, "SI,25,1,120001210", "1,11,0,SI,25,1,120001210")).computedPoints() == 687);
}

TEST_CASE("a second correction may name the row as it was claimed") {
    const std::string twice = rows + correctedTotal +
                              "2,12,0,JY,2,4,0,,,11,0,\n2,13,0,HO,01379999,９,６,2,75\n"
                              "2,14,0,JY,2,4,0,,,13,0,\n";
    const Receipt receipt = only(twice);
    CHECK(receipt.unread.empty());
    CHECK(receipt.statedPoints() == 75);
    REQUIRE(receipt.corrections.size() == 2);
    CHECK(receipt.corrections[1] == Correction{14, CorrectionKind::Changed, 11, 13, ""});
    const Receipt cut =
        only(rows + "2,11,0,SY,2500015,20200909,2,,,01,\n2,12,0,JY,2,5,0,,,11,0,\n2,13,0,JY,3,5,0,,,,,\n");
    REQUIRE(cut.diseases.size() == 1);
    CHECK(cut.diseases[0].cut);

    // However many there are of one row, they take no long time.
    std::string many = rows;
    for (int row = 20; row < 100'000; row += 2) {
        many += "2," + std::to_string(row) + ",0,HO,0,,,,1\n2," + std::to_string(row + 1) + ",0,JY,2,4,0,,," +
                std::to_string(row) + ",0,\n";
    }
    CHECK(only(many).corrections.size() == 49'990);
}

TEST_CASE("the pharmacy's and the dentist's rows are corrected alike") {
    const std::string pharmacy =
        "1,1,0,MN,9,,,,,\n1,2,0,YK,1,37,4,9940015,薬局,202506,00,\n1,3,0,RE,1,4112,202505,栗林　武雄,1,19670720\n"
        "1,4,0,HO,01379999,９,６,1,88\n1,5,0,SH,01,1,006,\n1,6,0,CZ,1,20250509,20250509,1,10,1,1,,420000910,24,,,20\n"
        "1,7,0,IY,1,620007870,1\n1,8,0,SH,02,1,012,\n1,9,0,CZ,1,20250509,20250509,1,10,1,1,,420000910,24,,,20\n"
        "1,10,0,IY,1,622571801,1\n";
    const Receipt receipt = only(pharmacy + "2,11,0,HO,01379999,９,６,1,44\n2,12,0,JY,3,9,0,,C,,,\n"
                                            "2,13,0,JY,3,10,0,,C,,,\n2,14,0,JY,2,4,0,,,11,0,\n");
    CHECK(receipt.computedPoints() == receipt.statedPoints());
    CHECK(receipt.prescriptions.at(1).lines.at(0).cut);
    CHECK(receipt.prescriptions.at(1).fills.at(0).quantity == 10); // it was dispensed all the same
}
