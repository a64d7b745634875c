// §8 on the screen: a hint is neutral, quoted, sourced, opens both lines, goes away with one key, and is nowhere but
// on the medication page.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/details/hint_list.h"
#include "ui/details/medication_page.h"
#include "ui/details/panel.h"
#include "ui/facing/facing_page.h"
#include "ui/sheet/sheet_page.h"
#include "ui/summary/summary_page.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

const QString quoted = QStringLiteral("アスピリン喘息又はその既往");

/// 丸岡 千代子 with two hints that no receipt of hers gives: what the page does with them is looked at here.
std::shared_ptr<const history::History> withHints() {
    history::History value = test::chiyokoValue();
    value.problems[0].name = "アスピリン喘息";
    value.problems[0].lastMonth = Month{std::chrono::year{2026}, std::chrono::April};
    value.medications[0].name = "ロキソニン錠６０ｍｇ";
    const std::vector<history::Evidence> lines{value.problems[0].evidence.front(),
                                               value.medications[0].evidence.front()};
    value.hints = {{history::HintLevel::Contraindicated, quoted.toStdString(), "ロキソニン 添付文書", "2023年12月改訂",
                    "", 0, 0, lines},
                   {history::HintLevel::Caution, "重篤な腎機能障害のある患者", "ロキソニン 添付文書", "",
                    "重篤かどうかは病名から分かりません", 0, 1, lines}};
    return std::make_shared<const history::History>(std::move(value));
}

} // namespace

TEST_CASE("§8 hints: the insert quoted, the name with its month, the source, and what limits it") {
    ui::HintModel model;
    model.setHistory(withHints());
    REQUIRE(model.rowCount() == 2);
    CHECK(model.level(0) == QStringLiteral("禁忌"));
    CHECK(model.names(0) == QStringLiteral("ロキソニン錠60mg と アスピリン喘息"));
    CHECK(model.explanation(0) ==
          QStringLiteral("添付文書の禁忌に『アスピリン喘息又はその既往』。病名『アスピリン喘息』"
                         "(2026年4月)。出典:ロキソニン 添付文書、2023年12月改訂"));
    CHECK(model.level(1) == QStringLiteral("注意"));
    CHECK(model.explanation(1).contains(QStringLiteral("。重篤かどうかは病名から分かりません。")));
    CHECK(model.explanation(1).endsWith(QStringLiteral("改訂年月は未確認")));
    model.setHistory(nullptr);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("§8 hints: Enter opens both lines, Del puts one away, a link brings it back") {
    ui::MedicationPage page;
    std::vector<history::Evidence> opened;
    QObject::connect(&page, &ui::PatientPage::evidenceWanted, &page,
                     [&opened](const QString&, const std::vector<history::Evidence>& lines) { opened = lines; });
    const auto history = withHints();
    page.setHistory(history);
    test::present(page);
    auto* list = page.findChild<ui::HintList*>();
    REQUIRE(list->isVisible());
    CHECK(test::spoken(page).contains(quoted));
    list->setFocus();
    test::press(*list, Qt::Key_Return);
    CHECK(opened == history->hints[0].evidence);
    test::press(*list, Qt::Key_Delete);
    auto* model = page.findChild<ui::HintModel*>();
    CHECK(model->rowCount() == 1);
    CHECK_FALSE(test::spoken(page).contains(quoted));
    CHECK(test::spoken(page).contains(QStringLiteral("隠した 1")));
    model->showHidden();
    CHECK(model->rowCount() == 2);

    SECTION("another patient does not inherit what was put away") {
        model->hide(0);
        page.setHistory(nullptr);
        page.setHistory(withHints());
        CHECK(model->rowCount() == 2);
    }
    SECTION("a newer history of the same patient does") {
        model->hide(0);
        page.setHistory(withHints());
        CHECK(model->rowCount() == 1);
    }
    SECTION("nothing stays when the page is emptied") {
        page.setHistory(nullptr);
        CHECK_FALSE(test::spoken(page).contains(quoted));
        CHECK_FALSE(list->isVisible());
    }
}

TEST_CASE("§8 hints: without one nothing is said, not even that there is none") {
    ui::MedicationPage page;
    page.setHistory(test::chiyoko());
    test::present(page);
    CHECK_FALSE(page.findChild<ui::HintList*>()->isVisible());
    CHECK_FALSE(test::spoken(page).contains(QStringLiteral("添付文書の禁忌に")));
}

TEST_CASE("§8 hints: never before the patient, nor on the summary or the emergency sheet") {
    const auto history = withHints();
    ui::FacingPage facing;
    ui::SummaryPage summary;
    ui::SheetPage sheet;
    for (ui::PatientPage* page : {static_cast<ui::PatientPage*>(&facing), static_cast<ui::PatientPage*>(&summary),
                                  static_cast<ui::PatientPage*>(&sheet)}) {
        page->setHistory(history);
        test::present(*page);
        CHECK_FALSE(test::spoken(*page).contains(quoted));
    }
}
