// What is told over all drugs. §11: the count of oral drugs lists what it counted, for the eye, the ear and the key,
// and opens the lines behind each. §4: what is added up stands beside the pairs.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/patient_builder.h"
#include "tests/ui_pages/said.h"
#include "ui/details/counted_menu.h"
#include "ui/details/examination_model.h"
#include "ui/details/medication_model.h"
#include "ui/details/medication_page.h"
#include "ui/details/words.h"
#include "ui/facing/facing_page.h"
#include "ui/summary/drug_list_model.h"
#include "ui/summary/summary_page.h"

#include <QAction>

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;

namespace {

/// 丸岡 千代子, whose two strengths of one drug count once, with an ingredient that two drugs of other names hold.
history::History patient() {
    history::History value = test::chiyokoValue();
    value.oralIngredients.insert(value.oralIngredients.begin(), {"aspirin", "アスピリン", {1, 4}});
    return value;
}

const QString listed = QStringLiteral("アスピリン:バイアスピリン錠100mg、アムロジピンOD錠5mg「瀬戸」");

} // namespace

TEMPLATE_TEST_CASE("§11 what was counted: tool tip, words for the screen reader, and a menu that opens the lines", "",
                   ui::SummaryPage, ui::MedicationPage) {
    const auto history = std::make_shared<const history::History>(patient());
    TestType page;
    QString title;
    std::vector<history::Evidence> opened;
    QObject::connect(&page, &ui::PatientPage::evidenceWanted, &page,
                     [&](const QString& of, const std::vector<history::Evidence>& lines) {
                         title = of;
                         opened = lines;
                     });
    page.setHistory(history);
    test::present(page);
    auto* menu = page.template findChild<ui::CountedMenu*>();
    REQUIRE(menu != nullptr);
    auto* button = qobject_cast<QAbstractButton*>(menu->parent());
    REQUIRE(button != nullptr);
    CHECK(button->text().contains(QStringLiteral("内服 %1種類").arg(history->oralIngredients.size())));
    CHECK(button->toolTip().split(u'\n').size() == static_cast<qsizetype>(history->oralIngredients.size()) + 1);
    CHECK(button->toolTip().contains(QStringLiteral("推定")));
    for (const auto& ingredient : history->oralIngredients) {
        const QString line = ui::CountedMenu::line(*history, ingredient);
        INFO(line.toStdString());
        CHECK(button->toolTip().contains(line));
        CHECK(test::spoken(page).contains(line));
    }
    CHECK(button->toolTip().contains(listed));

    button->click();
    REQUIRE(menu->isVisible());
    REQUIRE(menu->actions().size() == static_cast<qsizetype>(history->oralIngredients.size()));
    CHECK(menu->actions().constFirst()->text() == listed);
    CHECK(menu->activeAction() == menu->actions().constFirst());
    test::press(*menu, Qt::Key_Return);
    CHECK(title == listed);
    auto lines = history->medications[1].evidence;
    lines.insert(lines.end(), history->medications[4].evidence.begin(), history->medications[4].evidence.end());
    CHECK(opened == lines);

    button->click();
    page.setHistory(nullptr);
    CHECK_FALSE(menu->isVisible());
    CHECK(menu->actions().isEmpty());
    CHECK(button->toolTip().isEmpty());
    CHECK(button->accessibleDescription().isEmpty());
}

TEST_CASE("§4 a change of prescriber asks 「切替?」 in words and tool tip") {
    auto value = test::chiyokoValue();
    value.medications[5].switchedFrom = 4;
    ui::MedicationModel model;
    model.setHistory(std::make_shared<const history::History>(std::move(value)));
    QString said;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex name = model.index(row, ui::MedicationModel::Name);
        const QString words =
            name.data(Qt::AccessibleTextRole).toString() + u'\n' + name.data(Qt::ToolTipRole).toString();
        if (words.contains(QStringLiteral("切替?")))
            said += words;
    }
    CHECK(said.count(QStringLiteral("切替?")) == 2);
    CHECK(
        said.contains(QStringLiteral("アムロジピンOD錠5mg「瀬戸」の残りは、この薬の開始から7日以内に終わっています")));
}

TEST_CASE("§7 an empty cell of a test says which fee may hide it, in the months of that fee alone") {
    auto value = test::chiyokoValue();
    value.bundledFees.front().firstMonth = test::month(2026, 1);
    value.bundledFees.front().lastMonth = test::month(2026, 2);
    ui::ExaminationModel model;
    model.setHistory(std::make_shared<const history::History>(value));
    int within = 0, outside = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 1; column <= model.dateColumns(); ++column) {
            if (model.test(row) == nullptr || model.times(row, column) > 0)
                continue;
            const QString note = model.words(model.index(row, column)).note;
            const Month month = monthOf(model.date(column).day);
            const bool hidden = month == test::month(2026, 1) || month == test::month(2026, 2);
            (hidden ? within : outside) += 1;
            INFO(note.toStdString());
            CHECK(note.contains(QStringLiteral("診療分まで")));
            CHECK(note.contains(QStringLiteral("透析の管理料に含まれる検査は個別に現れません")) == hidden);
        }
    }
    CHECK(within > 0);
    CHECK(outside > 0);
}

TEST_CASE("§11 a drug that says its ingredient itself stands alone, and of two prescribers once") {
    history::History value = test::chiyokoValue();
    value.medications[5] = value.medications[4];
    CHECK(ui::CountedMenu::line(value, {"amlodipine", "アムロジピン", {4, 5}}) ==
          QStringLiteral("アムロジピンOD錠5mg「瀬戸」"));
}

TEST_CASE("§12 what was counted is not on the page for the patient") {
    ui::FacingPage page;
    page.setHistory(std::make_shared<const history::History>(patient()));
    CHECK(page.findChild<ui::CountedMenu*>() == nullptr);
}

namespace {

/// Licorice in three drugs of hers, of one of which no content is known.
std::shared_ptr<const history::History> withSum(bool current) {
    history::History value = test::chiyokoValue();
    history::IngredientSum sum{"licorice", "甘草", "g", "製品の組成表示", {}, {650'000}, test::day(2026, 5, 13),
                               current,    {}};
    sum.parts = {{4, receipt::Quantity{150'000}}, {5, receipt::Quantity{500'000}}, {6, std::nullopt}};
    sum.evidence = value.medications[4].evidence;
    value.sums.push_back(sum);
    return std::make_shared<const history::History>(std::move(value));
}

} // namespace

TEST_CASE(
    "§4 a sum stands behind the pairs, is no pair, names its drugs and source, opens its lines, goes away by Del") {
    const auto history = withSum(true);
    ui::OverlapModel model;
    model.setHistory(history);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.pairs() == 2);
    CHECK(model.index(2, 0).data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("合計 甘草 1日6.5g以上 アムロジピンOD錠5mg「瀬戸」 1.5g、アムロジピン錠2.5mg「讃」 5g、"
                         "オルメサルタンOD錠20mg「讃」(量は不明) / 2026年5月13日時点(推定) / 出典:製品の組成表示"));
    CHECK(model.ask(model.index(2, 0)).evidence == history->sums[0].evidence);
    model.hide(2);
    CHECK(model.rowCount() == 2);
    CHECK(model.putAway() == 1);
    model.setHistory(withSum(true)); // newer data of the same patient
    CHECK(model.rowCount() == 2);
    model.showHidden();
    CHECK(model.rowCount() == 3);

    ui::DuplicateListModel summary;
    summary.setHistory(history);
    CHECK(summary.pairs() == static_cast<int>(summary.entries().size()) - 1);
    CHECK(test::everything(summary).contains(
        QStringLiteral("合計、甘草 1日6.5g以上(アムロジピンOD錠5mg「瀬戸」 1.5g、")));
    CHECK(summary.ask(summary.index(summary.rowCount() - 1, 0)).evidence == history->sums[0].evidence);

    ui::MedicationPage page;
    page.setHistory(history);
    test::present(page);
    CHECK(test::spoken(page).contains(QStringLiteral("甘草 1日6.5g以上")));
}

TEST_CASE("§4 a sum of the past is told only among all drugs") {
    ui::OverlapModel model;
    model.setHistory(withSum(false));
    CHECK(model.rowCount() == 2);
    model.setAll(true);
    CHECK(model.rowCount() == 3);
    ui::DuplicateListModel summary;
    summary.setHistory(withSum(false));
    CHECK(summary.pairs() == static_cast<int>(summary.entries().size()));
}

TEST_CASE("§4 the words of a sum: all known, some, none") {
    history::IngredientSum sum{"licorice",
                               "甘草",
                               "g",
                               "",
                               {{0, receipt::Quantity{133'333}}, {1, receipt::Quantity{}}},
                               {133'333},
                               test::day(2026, 5, 13),
                               true,
                               {}};
    CHECK(ui::Words::sum(sum) == QStringLiteral("甘草 1日1.33g"));
    sum.parts[1].perDay.reset();
    CHECK(ui::Words::sum(sum) == QStringLiteral("甘草 1日1.33g以上"));
    sum.parts[0].perDay.reset();
    CHECK(ui::Words::sum(sum) == QStringLiteral("甘草を含む薬 2種類"));
}
