// A receipt on paper: nothing of it is missing, every row knows its lines.
#include "core/receipt/lines.h"
#include "core/receipt/reader.h"
#include "core/receipt/sheet.h"
#include "tests/core_receipt/practice_masters.h"
#include "tests/core_receipt/receipts.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace kmixr::receipt;

namespace {

const SheetRow& rowWith(const Sheet& sheet, std::string_view text) {
    const auto found = std::find_if(sheet.rows.begin(), sheet.rows.end(),
                                    [text](const SheetRow& row) { return row.text.find(text) != std::string::npos; });
    INFO(text);
    REQUIRE(found != sheet.rows.end());
    return *found;
}

/// Lines of the clinical records that no row of the sheet stands for.
std::set<LineNumber> missing(const std::string& text, const Sheet& sheet) {
    const std::set<std::string_view> shown{"HO", "KO", "SY", "SB", "HS", "SI", "IY", "TO", "CO", "SJ", "CD",
                                           "SS", "SH", "CZ", "KI", "TK", "BU", "SK", "GA", "HH", "GT"};
    std::set<LineNumber> lines;
    LineCursor cursor(text);
    Line line;
    Fields fields;
    while (cursor.next(line)) {
        fields.split(line.text);
        if (shown.contains(fields[0])) {
            lines.insert(line.number);
        }
    }
    for (const SheetRow& row : sheet.rows) {
        for (const LineNumber number : row.lines) {
            lines.erase(number);
        }
    }
    return lines;
}

} // namespace

TEST_CASE("no clinical row of the samples is missing on the sheet") {
    for (const char* name : {"medical_outpatient", "dispensing", "dental", "dpc"}) {
        INFO(name);
        const std::string text = samples::sample(name);
        const Sheet sheet = sheetOf(samples::readOne(text), *samples::practice());
        CHECK(missing(text, sheet).empty());
        CHECK_FALSE(sheet.title.empty());
        CHECK(std::is_sorted(sheet.rows.begin(), sheet.rows.end(),
                             [](const SheetRow& a, const SheetRow& b) { return a.part < b.part; }));
    }
}

TEST_CASE("the worked out-patient receipt on paper") {
    const Sheet sheet = sheetOf(samples::readOne(samples::sample("medical_outpatient")), *samples::practice());
    CHECK(sheet.title == "診療報酬明細書（医科入院外）");
    CHECK(sheet.institution == "汐見整形外科医院");
    CHECK(sheet.points == 687);
    const SheetRow& sprain = rowWith(sheet, "右足関節捻挫");
    CHECK(sprain.mark == "主");
    CHECK(sprain.start == std::chrono::year(2025) / 7 / 18);
    CHECK(sprain.outcome == "継続");
    CHECK_FALSE(sprain.unlisted);
    CHECK(rowWith(sheetOf(samples::readOne(samples::sample("medical_outpatient")), Masters{}), "620099201").unlisted);
    const SheetRow& drug = rowWith(sheet, "ロキソプロフェン");
    CHECK(drug.mark == "21 内服");
    CHECK(drug.amount == "3錠");
    CHECK(drug.points == 3);
    CHECK(drug.count == 7);
    CHECK(drug.days[17] == 7);
    CHECK(drug.lines == std::vector<LineNumber>{9});
    const SheetRow& first = rowWith(sheet, "写真診断");
    CHECK(first.mark == "70 画像診断");
    CHECK_FALSE(first.points); // the three lines of the picture share one number
    CHECK(rowWith(sheet, "電子画像管理加算").points == 287);
    const SheetRow& comment = rowWith(sheet, "撮影部位");
    CHECK(comment.indented);
    CHECK(comment.text.find("右　２方向") != std::string::npos);
}

TEST_CASE("the other kinds on paper") {
    const Sheet dpc = sheetOf(samples::readOne(samples::sample("dpc")), *samples::practice());
    CHECK(rowWith(dpc, "050210xx97000x").mark == "診断群分類");
    CHECK(rowWith(dpc, "包括評価").points == 29156);
    const SheetRow& ecg = rowWith(dpc, "ＥＣＧ１２");
    CHECK(ecg.part == SheetPart::Coding);
    CHECK(ecg.lines == std::vector<LineNumber>{23, 27});
    CHECK(rowWith(dpc, "入院時食事療養").yen);
    const Sheet dental = sheetOf(samples::readOne(samples::sample("dental")), *samples::practice());
    CHECK(dental.title == "診療報酬明細書（歯科）");
    CHECK(rowWith(dental, "歯科再診料").mark == "12 再診");
    CHECK(rowWith(dental, "右上６７").part == SheetPart::Diseases);
    CHECK(rowWith(dental, "右上６７").text.ends_with("Ｐｅｒの疑い〔慢性化膿性根尖性歯周炎の疑い〕"));
    CHECK(rowWith(dental, "慢性歯周炎").text.ends_with("Ｐ〔慢性歯周炎〕"));
    const Sheet pharmacy = sheetOf(samples::readOne(samples::sample("dispensing")), *samples::practice());
    CHECK(rowWith(pharmacy, "朝食後").mark == "内服");
    CHECK(rowWith(pharmacy, "調剤基本料１").points == 45);
    CHECK(pharmacy.prescriber == "青波駅前内科クリニック");
}

TEST_CASE("what a fill costs is of its whole quantity, and no factor stands behind it") {
    const Sheet sheet = sheetOf(samples::readOne(samples::sample("dispensing")), *samples::practice());
    std::int64_t sum = 0;
    for (const SheetRow& row : sheet.rows) {
        if (row.part == SheetPart::Prescription || row.part == SheetPart::Fees) {
            sum += row.points.value_or(0) * std::max(row.count, 1);
        }
    }
    CHECK(sum == sheet.points);
    CHECK(rowWith(sheet, "調剤 ").amount == "90日分");
    CHECK_FALSE(rowWith(sheet, "調剤 ").indented); // a row of its own: evidence for the days
}

TEST_CASE("wards, meals and narratives in words") {
    const Sheet sheet = sheetOf(samples::readOne(samples::medical("HO,01379999,１,２,3,0,,9,6210\n"
                                                                  "SI,90,1,190620017,,0,3\nSI,90,1,190670017,,0,3\n"
                                                                  "SJ,03,入院を要した\n")),
                                *samples::practice());
    const SheetRow& ward = rowWith(sheet, "病棟（急性期）"); // in no master, and no unknown code
    CHECK_FALSE(ward.unlisted);
    CHECK(ward.lines == std::vector<LineNumber>{4});
    CHECK(rowWith(sheet, "190670017").unlisted);
    const SheetRow& meals = rowWith(sheet, "食事・生活療養");
    CHECK(meals.points == 6210); // of all nine
    CHECK(meals.count == 0);
    CHECK(meals.amount == "9回");
    CHECK(rowWith(sheet, "入院を要した").mark == "03 治療の必要性");
}

TEST_CASE("a material's own unit stands behind its amount") {
    const auto amount = [](const std::string& unit) {
        const std::string text = samples::medical("TO,50,1,710010026,1.5,12000,1," + unit + ",120000,,ステント甲\n");
        return rowWith(sheetOf(samples::readOne(text), *samples::practice()), "ステント甲").amount;
    };
    CHECK(amount("007") == "1.5本");
    CHECK(amount("061") == "1.5カセット");
    CHECK(amount("041") == "1.5ｃｍ２");
    CHECK(amount("062") == amount("")); // the table's unit, where it has one
    CHECK(amount("").starts_with("1.5"));
}

TEST_CASE("what the payer cut stands struck through, with the correction below") {
    const std::string text = "1,1,0,MN,9,,,,,\n1,2,0,IR,1,37,1,9910030,,医院,202506,00,\n"
                             "1,3,0,RE,1,1112,202505,栗林　武雄,1,19670720\n1,4,0,HO,01379999,９,６,1,49\n"
                             "1,5,0,SI,60,1,160010010,,49,1\n2,6,0,JY,3,5,0,,C,,,\n";
    const Sheet sheet = sheetOf(samples::readOne(text), *samples::practice());
    const SheetRow& cut = rowWith(sheet, "ＨｂＡ１ｃ");
    CHECK(cut.cut);
    CHECK(cut.points == 49);
    CHECK(rowWith(sheet, "削除").lines == std::vector<LineNumber>{6, 5});
}
