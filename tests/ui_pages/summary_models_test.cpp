// The lists of the summary for the patient of the pictures, each compared as a whole.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/patient_builder.h"
#include "tests/ui_pages/said.h"
#include "ui/summary/brief_model.h"
#include "ui/summary/drug_list_model.h"
#include "ui/summary/problem_list_model.h"
#include "ui/summary/risk_model.h"
#include "ui/summary/visit_model.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using test::rows;

namespace {

template <class Model>
void fill(Model& model) {
    model.setHistory(test::chiyoko());
}

QString sentence(const ui::HistoryModel& model, int row) {
    return model.index(row, 0).data(Qt::AccessibleTextRole).toString();
}

} // namespace

TEST_CASE("problems: treated first, then named on, one row for a name at two institutions") {
    ui::ProblemListModel model;
    fill(model);
    CHECK(rows(model) == QStringList{"# 治療あり 10 病名と治療の両方に記載", "慢性腎不全・維持透析中", "心房細動",
                                     "2型糖尿病性腎症", "本態性高血圧症", "陳旧性心筋梗塞", "慢性心不全",
                                     "二次性副甲状腺機能亢進症", "高脂血症", "両変形性膝関節症", "開放隅角緑内障",
                                     "# 記載継続 3 病名のみ", "腎性貧血", "骨粗鬆症", "歯周炎"});
    CHECK(sentence(model, 3) == QStringLiteral("治療あり、2型糖尿病性腎症、治療 インスリン・DPP-4、オリーブ丘 他1"));
    CHECK(model.index(3, 0).data(Qt::ToolTipRole).toString() ==
          QStringLiteral("2型糖尿病性腎症\n治療 インスリン・DPP-4\n"
                         "オリーブ丘内科 診療開始 2008年4月11日\nみどり橋透析クリニック 診療開始 2019年6月3日"));
    CHECK(model.count(history::Grade::SingleMonth) == 2);
    CHECK(model.count(history::Grade::Past) == 9);
    CHECK(model.count(history::Grade::Suspected) == 3);
    // The evidence of both institutions.
    CHECK(model.ask(model.index(3, 0)).evidence.size() == 24);
    CHECK(model.ask(model.index(0, 0)).evidence.empty());
}

TEST_CASE("drugs: drugs needing care, 14 days and more, external use; states always with the estimate") {
    ui::DrugListModel model;
    fill(model);
    CHECK(rows(model) ==
          QStringList{"# 要注意薬 該当薬あり(用途は未確認)", "ワーファリン錠1mg", "バイアスピリン錠100mg",
                      "ランタスXR注ソロスター", "トラゼンタ錠5mg", "# 14日以上", "アムロジピンOD錠5mg「瀬戸」",
                      "アムロジピン錠2.5mg「讃」", "オルメサルタンOD錠20mg「讃」", "ランソプラゾールOD錠15mg「瀬戸」",
                      "タケキャブ錠10mg", "炭酸ランタンOD錠250mg「讃」", "オルケディア錠2mg",
                      "アトルバスタチン錠10mg「瀬戸」", "グーフィス錠5mg", "デエビゴ錠2.5mg", "# 外用 期間は14日と推定",
                      "ロキソプロフェンNaテープ100mg「讃」", "ラタノプロスト点眼液0.005%「瀬戸」"});
    CHECK(sentence(model, 6) ==
          QStringLiteral("高血圧、アムロジピンOD錠5mg「瀬戸」、重複A、1錠×28日、データ最終日の時点で服用中と推定、本日 "
                         "データ最終月まで継続、2026年5月13日まで、オリーブ丘内科"));
    for (int row = 0; row < model.rowCount(); ++row) {
        QString said = sentence(model, row);
        CHECK_FALSE(said.remove(QStringLiteral("服用中と推定")).contains(QStringLiteral("服用中")));
    }
    CHECK(model.count(ui::DrugGroup::ShortTerm) == 2);
    CHECK(model.count(ui::DrugGroup::Ended) == 5);
    CHECK(model.count(ui::DrugGroup::AtInstitution) == 5);
}

TEST_CASE("overlaps of 7 days and more, told by their ingredients") {
    ui::DuplicateListModel model;
    fill(model);
    CHECK(rows(model) == QStringList{"# 重複の内訳 期間は推定", "アムロジピン 5mg と 2.5mg(同一成分・同一経路)",
                                     "ランソプラゾール と ボノプラザン(同種同効)"});
    CHECK(sentence(model, 1) ==
          QStringLiteral("重複A、アムロジピン 5mg と 2.5mg(同一成分・同一経路)、重なり 68日 3/5〜5/11"));

    SECTION("shorter ones and those of ended drugs are left to the page") {
        auto history = test::chiyokoValue();
        history.duplicates[0].prominent = false;
        history.duplicates[1].current = false;
        model.setHistory(std::make_shared<history::History>(std::move(history)));
        CHECK(model.rowCount() == 0);
    }
}

TEST_CASE("what does not fit is counted by name; drugs needing care and overlaps stay") {
    ui::DrugListModel model;
    fill(model);
    const ui::RankedModel::Heights heights{20, 22, [](const auto&) { return 24; }};
    CHECK(model.naturalHeight(heights) == 3 * 20 + 16 * 24);
    model.fit(model.naturalHeight(heights), heights);
    CHECK(model.left() == 0);

    model.fit(model.naturalHeight(heights) - 1, heights);
    CHECK(model.left() == 1); // a row of 24 makes room for the line of 22 that counts it
    CHECK(rows(model).last() == QStringLiteral("他 1件(緑内障) F5"));
    model.fit(model.naturalHeight(heights) - 3, heights);
    CHECK(rows(model).last() == QStringLiteral("他 2件(鎮痛貼付、緑内障) F5"));

    model.fit(0, heights);
    CHECK(rows(model) == QStringList{"# 要注意薬 該当薬あり(用途は未確認)", "ワーファリン錠1mg",
                                     "バイアスピリン錠100mg", "ランタスXR注ソロスター", "トラゼンタ錠5mg", "# 14日以上",
                                     "アムロジピンOD錠5mg「瀬戸」", "アムロジピン錠2.5mg「讃」",
                                     "ランソプラゾールOD錠15mg「瀬戸」", "タケキャブ錠10mg",
                                     "他 8件(高血圧、リン吸着、副甲状腺、脂質、便秘、睡眠、鎮痛貼付、緑内障) F5"});
}

TEST_CASE("procedures: surgery of five years, others of three months, months of one act joined") {
    ui::ProcedureListModel model;
    fill(model);
    CHECK(rows(model) == QStringList{"経皮的冠動脈ステント留置術", "骨折観血的手術(大腿)左",
                                     "水晶体再建術(眼内レンズ挿入)右", "人工腎臓(慢性維持透析1)",
                                     "在宅自己注射指導管理料", "胸部CT(単純)"});
    CHECK(sentence(model, 0) == QStringLiteral("手術、経皮的冠動脈ステント留置術、瀬戸見、2024年2月"));
    CHECK(sentence(model, 3) == QStringLiteral("処置、人工腎臓(慢性維持透析1)、みどり橋透析、4月 13回"));
    CHECK(model.ask(model.index(3, 0)).evidence.size() == 3); // the three months that stand on the summary
}

TEST_CASE("tests: of each kind the most frequent first; fees that hide tests are said") {
    ui::TestListModel model;
    fill(model);
    const QStringList all = rows(model);
    CHECK(all.mid(0, 5) == QStringList{"PT", "グルコース", "精密眼圧", "心電図12誘導", "BNP"});
    CHECK_FALSE(all.contains(QStringLiteral("生化学的検査(1)判断料")));
    CHECK(all.last() == QStringLiteral("透析の管理料に含まれる検査は個別に現れません"));
    CHECK(sentence(model, 0) == QStringLiteral("PT、オリーブ丘、2026年4月16日、12回"));
    CHECK(sentence(model, 3) == QStringLiteral("心電図12誘導、瀬戸見 他1、2026年4月17日、5回"));
}

TEST_CASE("risk factors: three answers, the third never empty, no score") {
    ui::RiskModel model;
    fill(model);
    CHECK(rows(model) == QStringList{"65歳以上 | がん | BMI 30以上", "腎臓病・透析 | COPD | 喫煙",
                                     "糖尿病 | 脳血管疾患 | 妊娠後期", "高血圧症 | 移植 | 免疫不全の程度",
                                     "心疾患 | 免疫抑制", "脂質異常症"});
    CHECK(model.edition() == QStringLiteral("手引き 第10.1版"));
    CHECK(model.index(1, 0).data(Qt::AccessibleTextRole).toString() == QStringLiteral("記載あり、腎臓病・透析、算定"));
    CHECK(model.index(0, 2).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("レセプトでは判定不可、BMI 30以上"));
    CHECK_FALSE(test::everything(model).contains(u'%'));

    model.setMaximumRows(4);
    CHECK(rows(model).last() == QStringLiteral("ほか 3 | ほか 2 | 免疫不全の程度"));
}

TEST_CASE("visits: a row for each institution, pharmacies together, months that have not arrived") {
    ui::VisitModel model;
    fill(model);
    QStringList labels;
    for (int row = 0; row < model.rowCount(); ++row)
        labels << model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    CHECK(labels == QStringList{"みどり橋透析", "オリーブ丘", "瀬戸見", "栗見整形", "しおかぜ眼科", "ひうち歯科",
                                "薬局(2か所)", "データ取得"});
    CHECK(model.columnCount() == 15); // 12 months of data and three up to today
    CHECK(rows(model).last() ==
          QStringLiteral("済 | 済 | 済 | 済 | 済 | 済 | 済 | 済 | 済 | 済 | 済 | 部 | 未 | 未 | 未"));
    CHECK(model.index(2, 6).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("瀬戸見総合病院 2025年11月 入院"));
    CHECK(model.index(0, 13).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("みどり橋透析クリニック 2026年6月 未着"));
    CHECK(model.index(2, 0).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("瀬戸見総合病院 2025年5月 受診の記録なし(2026年4月診療分まで)"));
    CHECK(model.index(7, 11).data(Qt::AccessibleTextRole).toString() == QStringLiteral("2026年4月 一部のみ"));
    CHECK_FALSE(model.ask(model.index(2, 6)).evidence.empty());
    CHECK(model.ask(model.index(0, 13)).evidence.empty());

    model.setMaximumRows(5);
    labels.clear();
    for (int row = 0; row < model.rowCount(); ++row)
        labels << model.headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    CHECK(labels == QStringList{"みどり橋透析", "オリーブ丘", "瀬戸見", "他 3機関", "薬局(2か所)", "データ取得"});
}

TEST_CASE("§0.2 visits: nothing is said to be absent in a month that is missing, nor flatly in one that came in part") {
    auto value = test::chiyokoValue();
    const auto coverage = [&value](Month month) -> history::CoverageMonth& {
        return *std::find_if(value.coverage.begin(), value.coverage.end(),
                             [month](const auto& of) { return of.month == month; });
    };
    coverage(test::month(2025, 5)).state = history::CoverageState::Missing;
    REQUIRE(coverage(test::month(2026, 4)).state == history::CoverageState::Partly);
    ui::VisitModel model;
    model.setHistory(std::make_shared<const history::History>(value));
    CHECK(model.index(2, 0).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("瀬戸見総合病院 2025年5月 抜け(データ未取得)"));
    CHECK(model.cell(2, 0).unknown);
    CHECK_FALSE(model.cell(0, 0).unknown); // a visit that is known stays
    int partly = 0;
    for (int row = 0; row + 1 < model.rowCount(); ++row) {
        if (model.cell(row, 11).visits.empty()) {
            CHECK(model.index(row, 11)
                      .data(Qt::ToolTipRole)
                      .toString()
                      .endsWith(QStringLiteral("2026年4月 受診の記録なし(2026年4月診療分まで)。データは一部のみです")));
            ++partly;
        }
    }
    CHECK(partly > 0);
}
