// Names of diseases and comments in words, against the practice table.
#include "core/receipt/masters.h"
#include "core/receipt/tooth_notation.h"
#include "tests/core_receipt/practice_masters.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <sstream>

using namespace kmixr;
using namespace kmixr::receipt;
using kmixr::receipt::samples::practice;

namespace {

constexpr Month month{std::chrono::year{2025}, std::chrono::August};

ComposedName nameOf(std::string code, std::vector<std::string> modifiers, std::string recorded = {},
                    std::string note = {}) {
    Disease disease;
    disease.code = std::move(code);
    disease.modifiers = std::move(modifiers);
    disease.recordedName = std::move(recorded);
    disease.note = std::move(note);
    return composeDiseaseName(disease, *practice(), month);
}

std::string rendered(std::string code, std::string text) {
    return renderComment({1, std::move(code), std::move(text)}, *practice(), month);
}

} // namespace

TEST_CASE("trap 1: prefixes and suffixes stand around the base in recorded order") {
    CHECK(nameOf("8450012", {"2056"}).text == "右足関節捻挫");
    CHECK(nameOf("8450012", {"2056", "4012", "8002"}).text == "右急性足関節捻挫の疑い");
    CHECK(nameOf("8450012", {"8002", "4012", "2056"}).text == "急性右足関節捻挫の疑い");
    CHECK(nameOf("8450012", {"8048", "8002"}).text == "足関節捻挫の術後の疑い");
    CHECK(nameOf("8450012", {}, "", "転倒").text == "足関節捻挫（転倒）");
    CHECK_FALSE(nameOf("8450012", {"2056"}).unlisted);
}

TEST_CASE("dental receipts have words of their own, and a name where they have none") {
    Disease disease;
    disease.code = "8843612";
    disease.modifiers = {"8002"};
    CHECK(composeDentalName(disease, *practice(), month).text == "Ｐｅｒの疑い");
    CHECK(composeDiseaseName(disease, *practice(), month).text == "慢性化膿性根尖性歯周炎の疑い");
    disease.code = "8450012";
    CHECK(composeDentalName(disease, *practice(), month).text == "足関節捻挫の疑い");
}

TEST_CASE("trap 3: an uncoded disease keeps its recorded name") {
    const ComposedName name = nameOf("0000999", {}, "胃癌疑");
    CHECK(name.text == "胃癌疑");
    CHECK(name.uncoded);
    CHECK_FALSE(name.unlisted);
    CHECK(nameOf("0000999", {"2056"}, "胃癌疑").text == "右胃癌疑");
    CHECK(nameOf("0000999", {}).uncoded);
}

TEST_CASE("trap 20: an unknown code stands as itself") {
    const ComposedName name = nameOf("9999999", {"2056", "7777", "8777"});
    CHECK(name.text == "右777799999998777");
    CHECK(name.unlisted);
    CHECK(nameOf("9999999", {}, "記録の名").text == "記録の名");
    CHECK(composeDiseaseName({}, Masters{}, month).unlisted);
}

TEST_CASE("comments by pattern") {
    CHECK(rendered("810000001", "予防接種同日 湿疹の診察") == "予防接種同日 湿疹の診察");
    CHECK(rendered("820000244", "") == "電子資格確認による分割レセプト");
    CHECK(rendered("830181530", "右　２方向") == "撮影部位（単純撮影）：足関節＿；右　２方向");
    CHECK(rendered("831110001", "１５０３７５２１０") ==
          "入院後３日以内に実施した主要な診療行為（救急医療管理加算１）；経皮的冠動脈ステント留置術（急性心筋梗塞）");
    CHECK(rendered("840000007", "０４０４０２") == "人工腎臓導入期　平成4年4月2日");
    CHECK(rendered("840000006", "１４") == "退院時　14日分投薬");
    CHECK(rendered("840000001", "０３") == "電話等再診（3回）");
    CHECK(rendered("842100001", "００１２０．５") == "ＡＳＴ値；120.5");
    CHECK(rendered("850100049", "５０５０２０５") ==
          "臓器移植年月日（臓器移植加算）（特定薬剤治療管理料１）；令和5年2月5日");
    CHECK(rendered("850100049", "4310430") ==
          "臓器移植年月日（臓器移植加算）（特定薬剤治療管理料１）；平成31年4月30日");
    CHECK(rendered("850100049", "５０１０５０１") ==
          "臓器移植年月日（臓器移植加算）（特定薬剤治療管理料１）；令和元年5月1日");
    CHECK(rendered("851100001", "０９０５") == "患者死亡時刻；9時5分");
    CHECK(rendered("852100004", "０００３５") == "診療に要した時間；35分");
    CHECK(rendered("853100001", "０６１０２５") == "検査開始日時；6日10時25分");
    CHECK(rendered("880100018", "５０６０７０５０００００６．２") ==
          "検査実施年月日及びＨｂ値（人赤血球液等）；令和6年7月5日　6.2");
    CHECK(rendered("890000001", "２０４９") == "左");
    CHECK(rendered("890000001", "２０４９２０５６") == "左右");
}

TEST_CASE("data that do not fit the pattern are given as they are") {
    CHECK(rendered("850100049", "５０５０２０５から通院中") ==
          "臓器移植年月日（臓器移植加算）（特定薬剤治療管理料１）；５０５０２０５から通院中");
    CHECK(rendered("850100049", "５０５１３０５") ==
          "臓器移植年月日（臓器移植加算）（特定薬剤治療管理料１）；５０５１３０５");
    CHECK(rendered("840000007", "０４０４") == "人工腎臓導入期　平成　　年　　月　　日；０４０４");
    CHECK(rendered("840000007", "") == "人工腎臓導入期　平成　　年　　月　　日");
    CHECK(rendered("842100001", "陰性") == "ＡＳＴ値；陰性");
    CHECK(rendered("851100001", "２５６１") == "患者死亡時刻；２５６１");
    CHECK(rendered("880100018", "５０６０７０５") == "検査実施年月日及びＨｂ値（人赤血球液等）；５０６０７０５");
    CHECK(rendered("831110001", "１９９９９９９９９") ==
          "入院後３日以内に実施した主要な診療行為（救急医療管理加算１）；１９９９９９９９９");
    CHECK(rendered("890000001", "２０４９１") == "２０４９１");
    CHECK(rendered("839999999", "右") == "839999999；右"); // unknown
    CHECK(rendered("", "右") == "右");
    CHECK(renderComment({1, "810000001", "自由文"}, Masters{}, month) == "自由文");
}

TEST_CASE("teeth are named as on a chart") {
    CHECK(toothText("101600") == "右上６");
    CHECK(toothText("103600") == "左下６");
    CHECK(toothText("105520") == "右上Ｅ 欠損");
    CHECK(toothText("101A00") == "右上１近傍の過剰歯");
    CHECK(toothText("101604") == "右上６ 舌側根");
    CHECK(toothText("104830") == "右下８ 支台歯");
    CHECK(toothText("100000") == "口腔全体");
    CHECK(toothText("100800") == "右下臼歯");
    CHECK(toothText("102000") == "左上");
    for (const char* strange : {"", "1016", "201600", "101900", "1016X0", "105000", "10A100", "右上六"}) {
        CHECK(toothText(strange) == strange);
    }
    CHECK(teethText({"101600", "101700", "103300"}) == "右上６７、左下３");
    CHECK(teethText({"101600", "101720", "101800"}) == "右上６、右上７ 欠損、右上８");
    CHECK(teethText({}).empty());
}

TEST_CASE("every tooth of the published list is understood, on its side and jaw") {
    const std::filesystem::path list =
        std::filesystem::path(KMIXR_SOURCE_DIR) / ".." / "shared" / "masters" / "names" / "f_tooth_names.csv";
    if (!std::filesystem::exists(list)) {
        SKIP("the list of teeth is not beside the project");
    }
    std::istringstream rows(samples::file(list.string()));
    std::string row;
    std::getline(rows, row);
    int teeth = 0;
    while (std::getline(rows, row)) {
        const std::string code = row.substr(0, 6);
        const std::string name = row.substr(7);
        const std::string text = toothText(code);
        INFO(code << " " << name << " " << text);
        CHECK(text != code);
        CHECK((text.find("右") != std::string::npos) == (name.starts_with("右")));
        CHECK((text.find("左") != std::string::npos) == (name.starts_with("左")));
        CHECK((text.find("上") != std::string::npos) == (name.find("上顎") != std::string::npos));
        CHECK((text.find("欠損") != std::string::npos) == (name.find("欠損") != std::string::npos));
        CHECK((text.find("過剰") != std::string::npos) == (name.find("過剰") != std::string::npos));
        CHECK((text.find("残根") != std::string::npos) == (name.find("残根") != std::string::npos));
        ++teeth;
    }
    CHECK(teeth == 915);
}
