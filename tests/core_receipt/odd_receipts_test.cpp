// Receipts as they come in practice: two calendars, two character sets, rows in any order, short, long and wrong.
#include "tests/core_receipt/receipts.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;
using samples::medical;
using samples::readOne;

TEST_CASE("CP932 and UTF-8 give the same receipts") {
    for (const char* name : {"medical_outpatient", "dispensing", "dpc"}) {
        const std::string text = samples::sample(name);
        const std::string held = samples::toCp932(samples::replaced(text, "\n", "\r\n")) + "\x1a";
        const ReadResult result = read(held);
        CHECK(result.cp932);
        CHECK(result.unread.empty());
        CHECK(result.receipts == read(text).receipts);
        CHECK(read("\xEF\xBB\xBF" + text).receipts == read(text).receipts);
    }
}

TEST_CASE("characters that CP932 cannot carry are shown as a geta, line ends stay") {
    bool cp932 = false;
    CHECK(toUtf8("\xF0\x40,\x88\xC0\xF9\xFC", &cp932) == "〓,安〓"); // 外字
    CHECK(cp932);
    CHECK(toUtf8("\x88\xC0\x81\n\x88\xC0") == "安〓\n安"); // a character cut by a line end
    CHECK(toUtf8("\x82\xA0\x82") == "あ〓");
    CHECK(toUtf8("\xFA\xB1\x87\x40\xED\x95\xB1") == "﨑①\uFA11ｱ"); // vendor characters, half-width kana
    CHECK(toUtf8("plain", &cp932) == "plain");
    CHECK_FALSE(cp932);
    CHECK(toUtf8("練習", &cp932) == "練習");
    CHECK_FALSE(cp932);
}

TEST_CASE("UTF-8 cut in the middle of a character stays UTF-8") {
    const std::string text = samples::sample("medical_outpatient");
    const std::size_t name = text.find("梨花");
    bool cp932 = true;
    const std::string cut = toUtf8(std::string_view(text).substr(0, name + 1), &cp932);
    CHECK_FALSE(cp932);
    CHECK(cut == text.substr(0, name) + "〓");
}

TEST_CASE("a line may begin with the end-of-file byte") {
    const std::string text = samples::sample("medical_outpatient");
    const ReadResult result = read(text + "\x1a" + samples::sample("dispensing"));
    REQUIRE(result.receipts.size() == 2);
    CHECK(result.unread.empty());
    CHECK(result.receipts[1].kind == Kind::Dispensing);
    CHECK(result.statedReceipts == 2);
    CHECK(result.statedPoints == 687 + 498);
}

TEST_CASE("trap 21: both calendars, and years past the end of an era") {
    const auto birthIn = [](const std::string& field) {
        return readOne(samples::replaced(medical(""), "20190430", field)).patient.birth;
    };
    CHECK(birthIn("4310430") == 2019y / April / 30);
    CHECK(birthIn("5010501") == 2019y / May / 1);
    CHECK(birthIn("3640107") == 1989y / January / 7);
    CHECK(birthIn("4010108") == 1989y / January / 8);
    CHECK(birthIn("4310501") == 2019y / May / 1); // 平成31 goes on
    CHECK(birthIn("1440615") == 1911y / June / 15);
    CHECK(birthIn("2100315") == 1921y / March / 15);
    CHECK(birthIn("20190431") == std::nullopt);

    const Receipt old = readOne("IR,1,37,1,9910030,,医院,43104,00,\nRE,1,1112,43103,志度　みずき,2,3640105\n"
                                "SY,7240012,4310425,1,,,01,\n");
    CHECK(old.month == 2019y / March);
    CHECK(old.claimed == 2019y / April);
    REQUIRE(old.diseases.size() == 1);
    CHECK(old.diseases[0].start == 2019y / April / 25);
}

TEST_CASE("the last digit of the type tells the setting; 0 is out-patient and 9 is in-patient") {
    const auto kindOf = [](const std::string& type) {
        return readOne(samples::replaced(medical(""), "1112", type)).kind;
    };
    CHECK(kindOf("1318") == Kind::MedicalOutpatient);
    CHECK(kindOf("1310") == Kind::MedicalOutpatient);
    CHECK(kindOf("1319") == Kind::MedicalInpatient);
    CHECK(kindOf("1111") == Kind::MedicalInpatient);
}

TEST_CASE("traps 1, 2 and 3: modifiers, outcomes and uncoded names are kept as recorded") {
    const Receipt receipt = readOne(medical("SY,1519004,20250601,1,40128002,,,\n"
                                            "SY,1519004,20250601,,80024012,,01,\n"
                                            "SY,5319009,20250601,2,,,,ＮＳＡＩＤによる\n"
                                            "SY,0000999,20250601,4,,胃癌疑,,\n"));
    REQUIRE(receipt.diseases.size() == 4);
    CHECK(receipt.diseases[0].modifiers == std::vector<std::string>{"4012", "8002"});
    CHECK(receipt.diseases[1].modifiers == std::vector<std::string>{"8002", "4012"});
    CHECK(receipt.diseases[1].outcome == DiseaseOutcome::Continuing);
    CHECK(receipt.diseases[1].main);
    CHECK(receipt.diseases[2].outcome == DiseaseOutcome::Cured);
    CHECK(receipt.diseases[2].note == "ＮＳＡＩＤによる");
    CHECK(receipt.diseases[3].outcome == DiseaseOutcome::Stopped);
    CHECK(receipt.diseases[3].recordedName == "胃癌疑");
    CHECK(receipt.unread.empty());
}

TEST_CASE("rows after a comment that opens the group belong to it") {
    const Receipt receipt = readOne(medical("CO,60,1,810000001,不明熱のため\n"
                                            "SI,,1,160000310,,26,1,,,,,,\n"
                                            "CO,,1,810000001,後の注\n"
                                            "SI,,1,160054710,,16,1,,,,,,\n"));
    REQUIRE(receipt.groups.size() == 1);
    REQUIRE(receipt.groups[0].units.size() == 2);
    const auto& first = receipt.groups[0].units[0].lines;
    REQUIRE(first.size() == 2);
    CHECK(first[0].kind == LineKind::Comment);
    CHECK(first[0].comments[0].text == "不明熱のため");
    CHECK(first[1].comments[0].text == "後の注");
    CHECK(receipt.computedPoints() == 42);
}

TEST_CASE("trap 6: a present zero closes a unit, an empty field does not") {
    const Receipt receipt = readOne(medical("SI,60,1,160000310,,,2\nSI,,1,160008010,,0,2\nSI,,1,160010010,,49,2\n"
                                            "SI,,1,190620001,,,\n"));
    REQUIRE(receipt.groups.size() == 1);
    REQUIRE(receipt.groups[0].units.size() == 3);
    CHECK(receipt.groups[0].units[0].points == 0);
    CHECK(receipt.groups[0].units[0].lines.size() == 2);
    CHECK(receipt.groups[0].units[1].points == 49);
    CHECK_FALSE(receipt.groups[0].units[2].points); // a line without points at the end is kept
    CHECK(receipt.computedPoints() == 98);
}

TEST_CASE("trap 20: codes that no master knows are lines like others") {
    const Receipt receipt = readOne(medical("IY,21,1,629999999,1,2,28\nSI,60,1,160999910,,50,1\n"));
    REQUIRE(receipt.groups.size() == 2);
    CHECK(receipt.groups[0].units[0].lines[0].code == "629999999");
    CHECK(receipt.groups[1].units[0].lines[0].code == "160999910");
    CHECK(receipt.unread.empty());
}

TEST_CASE("meals are yen and stay out of the sum") {
    const Receipt receipt =
        readOne(medical("HO,01379999,１,２,3,1688\nSI,90,1,190117710,,1688,1\nSI,97,1,197000110,,690,9\n"));
    CHECK(receipt.computedPoints() == 1688);
    CHECK(receipt.statedPoints() == 1688);
}

TEST_CASE("material lines carry unit, price, product and their comments in their own places") {
    const Receipt receipt = readOne(
        medical("TO,50,1,710010026,1.5,12000,1,010,120000,旧名称,ステント甲,810000001,左,,,830181530,右,,,,,1\n"));
    REQUIRE(receipt.groups.size() == 1);
    const DetailLine& line = receipt.groups[0].units[0].lines[0];
    CHECK(line.kind == LineKind::Material);
    CHECK(line.amount->text() == "1.5");
    CHECK(line.unitCode == "010");
    CHECK(line.productName == "ステント甲");
    REQUIRE(line.comments.size() == 2);
    CHECK(line.comments[1] == Comment{3, "830181530", "右"});
    CHECK(receipt.groups[0].units[0].days[4] == 1);
}

TEST_CASE("diseases may stand behind the details, and the branch number in front of the insurer") {
    const Receipt receipt =
        readOne(medical("SI,12,1,112007410,,75,1\nSN,1,01,,,,02,,\nHO,  379991,練習国,００１５,1,75\n"
                        "SY,8840107,20250501,1,,,01,\nSI,60,1,160000310,,26,1\n"));
    CHECK(receipt.diseases.size() == 1);
    CHECK(receipt.groups.size() == 2);
    REQUIRE(receipt.insurance);
    CHECK(receipt.insurance->insurerNumber == "379991"); // its check digit is wrong: not our business
    CHECK(receipt.insurance->branch == "02");
    CHECK(receipt.unread.empty());
}

TEST_CASE("without HO the first public payer states the sum") {
    const Receipt receipt =
        readOne(medical("SN,1,01,,,,02,,\nKO,54379995,9900176,,2,1280\nKO,21379995,0000000,,1,300\n"));
    CHECK_FALSE(receipt.insurance);
    REQUIRE(receipt.publicExpenses.size() == 2);
    CHECK(receipt.publicExpenses[0].payerNumber == "54379995");
    CHECK(receipt.publicExpenses[0].recipientNumber == "9900176");
    CHECK(receipt.statedPoints() == 1280);
}

TEST_CASE("the sum of a payer is of the lines that are charged to it") {
    const std::string details = "SI,12,2,112007410,,75,1\nSI,60,5,160010010,,49,2\nSI,60,1,160054710,,16,1\n";
    const Receipt both = readOne(medical("HO,01379999,１,２,1,91\nKO,28379995,9900176,,1,173\n" + details));
    CHECK(both.computedPoints() == 91);
    CHECK(both.pointsChargedTo(1) == 75 + 2 * 49);
    const Receipt welfare = readOne(medical("KO,21379995,9900176,,1,75\nKO,12379995,9900176,,1,124\n"
                                            "SI,12,7,112007410,,75,1\nSI,60,6,160010010,,49,1\n"));
    CHECK(welfare.computedPoints() == 75);
    CHECK(welfare.pointsChargedTo(2) == 124);
    CHECK(readOne(medical("HO,01379999,１,２,1,75\nSI,12,,112007410,,75,1\n")).computedPoints() == 75); // not recorded

    // uke.md §2.2: one letter for every set of payers
    std::set<std::string> sets;
    for (const char letter : std::string("156BC23EG7HIJKL4MNOPQRSTUVWXYZ9")) {
        std::string charged;
        for (std::size_t payer = 0; payer < everyPayer; ++payer) {
            charged += isCharged(letter, payer) ? static_cast<char>('0' + payer) : '-';
        }
        sets.insert(charged);
    }
    CHECK(sets.size() == 31);
    CHECK(isCharged('K', 2));
    CHECK(isCharged('K', 4));
    CHECK_FALSE(isCharged('K', 0));
}

TEST_CASE("comments of the whole receipt, narratives and visit days") {
    const Receipt receipt = readOne(
        medical("CO,01,1,810000001,はじめに\nCO,,1,810000001,続き\nSI,12,1,112007410,,75,1\nCO,99,1,820000244,\n"
                "SJ,01,一段落\nSJ,,二段落\nSJ,04,経過\nJD,1,,1,,2\nJD,2,1,1\n"));
    REQUIRE(receipt.remarks.size() == 3);
    CHECK(receipt.remarks[1].text == "続き");
    CHECK(receipt.remarks[2].code == "820000244");
    REQUIRE(receipt.narratives.size() == 2);
    CHECK(receipt.narratives[0].text == "一段落\n二段落");
    CHECK(receipt.narratives[1].kind == "04");
    CHECK(receipt.visitDays == std::vector<int>{1, 2, 4});
    CHECK(receipt.groups.size() == 1);
}

TEST_CASE("a donor is another person: nothing of the donor becomes the patient's") {
    const ReadResult result =
        read(medical("HO,01379999,１,２,3,62820\nSY,8842116,20240110,1,,,01,\n"
                     "SI,50,1,150338610,,62820,1\nSJ,01,移植\n"
                     "TI,1,1,37,1,9910014,,青波総合病院,,\nTR,1,1991,202508,,2,19760202\nTS,8,51850\n"
                     "SY,8835576,20240110,1,,,01,\nSI,50,1,150338510,,51850,1\n"
                     "CO,99,1,810000001,注\nSJ,01,提供者\n") +
             samples::patient + "SY,8840107,20250501,1,,,01,\n");
    REQUIRE(result.receipts.size() == 2);
    const Receipt& receipt = result.receipts[0];
    CHECK(receipt.patient.birth == 2019y / April / 30);
    REQUIRE(receipt.diseases.size() == 1);
    CHECK(receipt.diseases[0].code == "8842116");
    CHECK(receipt.groups.size() == 1);
    CHECK(receipt.narratives.size() == 1);
    CHECK(receipt.remarks.empty());
    CHECK(receipt.computedPoints() == 62820);
    CHECK(receipt.donorLines == 7);
    CHECK(result.receipts[1].diseases.size() == 1); // the next receipt is the patient's own again
    CHECK(result.receipts[1].donorLines == 0);
}

TEST_CASE("insurers put three columns in front of every row") {
    const std::string text = samples::sample("medical_outpatient");
    std::string prefixed;
    int row = 0;
    std::istringstream lines(text.substr(0, text.find("GO,")));
    for (std::string line; std::getline(lines, line);) {
        prefixed += "1," + std::to_string(++row) + ",0," + line + "\n";
    }
    CHECK(read(prefixed).receipts == read(text).receipts);

    const ReadResult two = read("1,1,0,MN,0001,香川県,,,,\n" + prefixed + "1,1,0,MN,0002,香川県,,,,\n" + prefixed +
                                "2,19,0,JY,3,9,0,,C,,,\n");
    REQUIRE(two.receipts.size() == 2);
    CHECK(two.receipts[0].unread.empty());
    CHECK(two.receipts[1].unread.empty());
    CHECK(two.receipts[1].corrections.size() == 1);
    CHECK(two.receipts[1].managementNumber == "0002");
}

TEST_CASE("short rows, long rows and quoted fields") {
    const Receipt shortRows =
        readOne("IR,1,37,1,9910030\nRE,1,1112,202508,丸亀　そら,1,20190430\nSY,8840107\nSI,12,1,112007410\n");
    CHECK(shortRows.diseases.size() == 1);
    CHECK(shortRows.groups.size() == 1);
    CHECK(shortRows.institution.name.empty());
    CHECK_FALSE(shortRows.claimed.ok());

    std::string many(3000, ',');
    const Receipt longRows = readOne(medical("SY,8840107,20250501,1,,,01," + many + "\n"));
    REQUIRE(longRows.diseases.size() == 1);
    CHECK(longRows.diseases[0].main);

    const Receipt quoted =
        readOne(medical("SI,12,1,112007410,,75,1\nCO,,1,810000001,\"甲,乙\"\nCO,,1,810000001,\"開いたまま\n"));
    const auto& comments = quoted.groups.at(0).units.at(0).lines.at(0).comments;
    REQUIRE(comments.size() == 2);
    CHECK(comments[0].text == "甲,乙");
    CHECK(comments[1].text == "\"開いたまま");
}

TEST_CASE("a bad field or an unknown record costs only itself, and its place is told") {
    const Receipt receipt =
        readOne(medical("HO,01379999,１,２,x,75\nSY,8840107,20251301,7,400,,,\nZZ,1,2\n秘密の名前,1\n"
                        "SI,12,1,112007410,abc,75,1\n"));
    REQUIRE(receipt.unread.size() == 7);
    CHECK(receipt.unread[0] == UnreadLine{3, "HO", "not a number", 4});
    CHECK(receipt.unread[1] == UnreadLine{4, "SY", "not a date", 2});
    CHECK(receipt.unread[2] == UnreadLine{4, "SY", "unknown outcome", 3});
    CHECK(receipt.unread[3] == UnreadLine{4, "SY", "incomplete code", 4});
    CHECK(receipt.unread[4] == UnreadLine{5, "ZZ", "unknown record", -1});
    CHECK(receipt.unread[5].record == "?"); // what stood there could be a name
    CHECK(receipt.unread[6] == UnreadLine{7, "SI", "not a quantity", 4});
    CHECK(receipt.diseases.size() == 1);
    CHECK(receipt.computedPoints() == 75);
}

TEST_CASE("lines behind a receipt that names nobody are given to nobody") {
    const ReadResult result =
        read(medical("SY,8840107,20250501,1\n") + "RE,2,1112,2025xx,別の人,1,19800101\nSY,4659007,20250501,1\n" +
             samples::patient + "SY,6923002,20250501,1\n");
    REQUIRE(result.receipts.size() == 2);
    CHECK(result.receipts[0].diseases.size() == 1);
    CHECK(result.receipts[1].diseases.size() == 1);
    // the month, the receipt, its disease
    REQUIRE(result.unread.size() == 2);
    CHECK(result.unread[0] == UnreadLine{4, "RE", "no patient or no month of treatment", -1});
    CHECK(result.unread[1] == UnreadLine{5, "SY", "belongs to no receipt", -1});
}

TEST_CASE("dental receipts are recognised and kept, with the name from UK") {
    const std::string file = "UK,1,37,3,9930018,,かもめ歯科医院,202509,,00\nIR,1,37,3,9930018,,202509,087-000-0010,\n"
                             "RE,1,3112,202508,琴平　泰造,1,19410211,,,20250806,,,,,,,,,,9999,,,,,,コトヒラタイゾウ,\n"
                             "HO,39379995,,９９００００５１,2,425\nHS,,,101600,8843612,,,,,,,,\nSS,11,,301000110,,,,\n"
                             "IR,1,37,3,9930018,,202509,,\nRE,2,3112,202508,別府　次郎,1,19500101\n";
    const ReadResult result = read(file);
    REQUIRE(result.receipts.size() == 2);
    const Receipt& receipt = result.receipts[0];
    CHECK(receipt.kind == Kind::Dental);
    CHECK(receipt.institution.name == "かもめ歯科医院");
    CHECK(receipt.patient.kana == "コトヒラタイゾウ");
    CHECK(receipt.searchNumber == "9999");
    CHECK(receipt.statedPoints() == 425);
    CHECK(receipt.unread.empty());
    REQUIRE(receipt.diseases.size() == 1);
    CHECK(receipt.diseases[0].start == 2025y / August / 6); // out-patients have it in RE
    CHECK(receipt.diseases[0].teeth == std::vector<std::string>{"101600"});
    CHECK(result.receipts[1].institution.name == "かもめ歯科医院");

    const auto texts = split(file);
    REQUIRE(texts.size() == 2);
    CHECK(texts[1].text.starts_with("UK,"));
    CHECK(texts[1].receipt.institution.name == "かもめ歯科医院");
}

TEST_CASE("a DPC receipt is known by its records even when its RE row is short") {
    std::string text = samples::sample("dpc");
    const std::size_t re = text.find("RE,");
    const std::string row = text.substr(re, text.find('\n', re) - re);
    const Receipt receipt = readOne(samples::replaced(text, row, "RE,1,1117,202402,三豊　静江,2,19501201,80,20240209"));
    CHECK(receipt.kind == Kind::Dpc);
    CHECK(receipt.statedPoints() == 115476);
}

TEST_CASE("a pharmacy's fills on several days, refills without a total, comments and remarks") {
    const Receipt receipt = readOne(
        "YK,2,37,4,9940015,青波薬局本店,202508,00,\nRE,1,4118,202507,観音寺　修,1,19550210,80,,37,1,9910030,医院\n"
        "SH,01,3,900,頭痛時,2\nCO,810000001,先の注\nCZ,1,20250701,20250701,1,10,1,1,,420000910,24,,,20\n"
        "CZ,1,20250701,20250715,2,10,1,1,,420000910,24,,,20\nIY,1,620099201,2\nTO,1,710010935,1,010,1520,名\nCO,"
        "810000001,後の注\n"
        "KI,20250701,1,1,410004110,45\nKI,20250715,2,1,410004110,45\nTK,810000001,全体\nIY,1,620099201,2\n");
    REQUIRE(receipt.prescriptions.size() == 2);
    const Prescription& first = receipt.prescriptions[0];
    CHECK(first.form == '3');
    CHECK(first.usage == "900");
    CHECK(first.usageText == "頭痛時");
    REQUIRE(first.fills.size() == 2);
    CHECK(first.fills[1].dispensed == 2025y / July / 15);
    CHECK(first.fills[1].totalPoints == 44);
    REQUIRE(first.lines.size() == 3);
    CHECK(first.lines[0].kind == LineKind::Comment);
    CHECK(first.lines[2].kind == LineKind::Material);
    CHECK(first.lines[2].comments.at(0).text == "後の注");
    REQUIRE(receipt.remarks.size() == 1);
    CHECK(receipt.computedPoints() == 44 + 44 + 45 + 45);
    REQUIRE(receipt.unread.size() == 1); // the drug behind KI has no 剤 of its own
    CHECK(receipt.unread[0].reason == "outside an SH group");
}

TEST_CASE("quantities are kept exactly") {
    const auto text = [](std::string_view field) {
        const auto quantity = parseQuantity(field);
        return quantity ? quantity->text() : std::string("none");
    };
    CHECK(text("3") == "3");
    CHECK(text("2.5") == "2.5");
    CHECK(text("0.50000") == "0.5");
    CHECK(text("00028") == "28");
    CHECK(text("99999.99999") == "99999.99999");
    CHECK(text(".5") == "0.5");
    CHECK(text("1.000000") == "1");
    CHECK(text("1.000001") == "none");
    CHECK(text("") == "none");
    CHECK(text(".") == "none");
    CHECK(text("1.2.3") == "none");
    CHECK(text("-1") == "none");
    CHECK(text("１") == "none");
    CHECK(text("12345678901") == "none");
    CHECK(Quantity{-250000}.text() == "-2.5");
}
