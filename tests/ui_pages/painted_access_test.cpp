// Painted widgets and tables speak: every mark of the ten-year strip, every cell of the heat map and the medication
// chart.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/decade_strip.h"
#include "ui/details/medication_page.h"
#include "ui/details/medication_table.h"
#include "ui/details/procedures_page.h"
#include "ui/summary/heat_map.h"
#include "ui/summary/summary_page.h"

#include <QAccessible>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

TEST_CASE("the ten-year strip is a list of its events") {
    ui::ProceduresPage page;
    page.setHistory(test::chiyoko());
    test::present(page);
    auto* strip = page.findChild<ui::DecadeStrip*>();
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(strip);
    REQUIRE(access != nullptr);
    CHECK(access->role() == QAccessible::List);
    REQUIRE(access->childCount() == 9); // four operations, four stays, one band
    QStringList said;
    for (int i = 0; i < access->childCount(); ++i) {
        said << access->child(i)->text(QAccessible::Name);
        CHECK(access->child(i)->rect().width() > 0);
        CHECK(access->indexOfChild(access->child(i)) == i);
    }
    CHECK(said.first() == QStringLiteral("手術、2019年5月22日、内シャント設置術"));
    CHECK(said[7] == QStringLiteral("入院、瀬戸見総合病院、2025年11月18日から2025年11月29日まで、12日"));
    CHECK(said.last() == QStringLiteral("人工腎臓(慢性維持透析1)、2019年6月から2026年4月まで毎月"));

    int heard = 0;
    QObject::connect(&page, &ui::PatientPage::evidenceWanted, &page, [&heard] { ++heard; });
    strip->setFocus();
    test::press(*strip, Qt::Key_Right);
    test::press(*strip, Qt::Key_Right);
    CHECK(strip->currentItem() == 1);
    CHECK(access->child(1)->state().selected);
    test::press(*strip, Qt::Key_Return);
    CHECK(heard == 1);

    page.setHistory(nullptr);
    CHECK(access->childCount() == 0);
}

TEST_CASE("the heat map is a table with cells and heads") {
    ui::SummaryPage page;
    page.setHistory(test::chiyoko());
    test::present(page);
    auto* map = page.findChild<ui::HeatMap*>();
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(map);
    REQUIRE(access != nullptr);
    REQUIRE(access->tableInterface() != nullptr);
    CHECK(access->tableInterface()->rowCount() == page.findChild<ui::VisitModel*>()->rowCount());
    CHECK(access->tableInterface()->columnCount() == 15);
    CHECK(access->tableInterface()->cellAt(2, 6)->text(QAccessible::Name) ==
          QStringLiteral("瀬戸見総合病院 2025年11月 入院"));
    CHECK(access->text(QAccessible::Name) == QStringLiteral("受診とデータ取得"));
}

TEST_CASE("a row of the medication chart gives its periods as text") {
    ui::MedicationPage page;
    page.setHistory(test::chiyoko());
    test::present(page);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(page.findChild<ui::MedicationTable*>());
    REQUIRE(access->tableInterface() != nullptr);
    CHECK(access->tableInterface()->cellAt(0, ui::MedicationModel::Chart)->text(QAccessible::Name) ==
          QStringLiteral("2025年5月15日から13回、2026年5月13日まで"));
    CHECK(access->tableInterface()->cellAt(4, ui::MedicationModel::Name)->text(QAccessible::Name) ==
          QStringLiteral("アムロジピンOD錠5mg「瀬戸」、重複A、データ最終月まで継続"));
}
