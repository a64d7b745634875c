// §11 on the screen: the count of oral drugs lists what it counted, for the eye, the ear and the key, and opens the
// lines behind each.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/counted_menu.h"
#include "ui/details/medication_page.h"
#include "ui/facing/facing_page.h"
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
