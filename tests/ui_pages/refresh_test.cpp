// A newer history arrives while the doctor reads: row, sight, filters, what was typed, order and folds stay.
#include "tests/core_history/people.h"
#include "tests/ui_pages/patient_desk.h"
#include "ui/details/controls.h"
#include "ui/details/examination_matrix.h"
#include "ui/details/filter_bar.h"
#include "ui/details/medication_table.h"
#include "ui/details/overlap_list.h"
#include "ui/details/procedure_table.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/summary/flag_row.h"
#include "ui/summary/heat_map.h"
#include "ui/summary/risk_table.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using test::PatientDesk;

namespace {

struct Versions {
    std::shared_ptr<const history::History> before, now;
};

Versions versionsOf(const char* id, int receipts = 2) {
    const auto now = std::make_shared<const history::History>(history::test::practicePerson(id));
    return {test::before(*now, receipts), now};
}

QStringList chosenChips(PatientDesk& of) {
    QStringList words;
    for (const auto* chip : of.seen<ui::FilterBar>()->findChildren<ui::FilterChip*>()) {
        // What is chosen stays; how many oral drugs there are is news.
        if (!chip->isHidden() && chip->isChecked())
            words << chip->text();
        else if (!chip->isHidden() && !chip->isCheckable())
            words << chip->text().remove(QRegularExpression(QStringLiteral("[0-9]")));
    }
    return words;
}

} // namespace

TEST_CASE("refresh: on each page one stays on the same row, in the same sight, with the same filters") {
    const Versions of = versionsOf("K05", 5);
    REQUIRE(of.before->receipts.size() + 5 == of.now->receipts.size());
    for (const auto& [key, filter] : {std::pair(Qt::Key_F3, Qt::Key_2), std::pair(Qt::Key_F4, Qt::Key_1),
                                      std::pair(Qt::Key_F5, Qt::Key_4), std::pair(Qt::Key_F6, Qt::Key_3)}) {
        CAPTURE(int(key));
        PatientDesk desk(of.before, 1366, 460);
        desk.press(key);
        desk.press(filter, Qt::AltModifier);
        desk.press(Qt::Key_I, Qt::AltModifier); // one's own institution is unknown: all are others'
        desk.press(Qt::Key_I, Qt::AltModifier);
        ui::TableView& table = desk.table();
        table.setFocus(); // a chip that was pressed has the keyboard
        const int rows = table.model()->rowCount();
        CAPTURE(rows);
        REQUIRE(rows > 6);
        for (int i = 0; i < std::min(rows - 2, 22); ++i)
            desk.press(Qt::Key_Down);
        for (int i = 0; key == Qt::Key_F6 && i < 4; ++i)
            desk.press(Qt::Key_Left);
        const QString stood = test::rowWords(table.currentIndex());
        const int below = table.currentIndex().row() - table.verticalScrollBar()->value();
        if (rows > 19)
            REQUIRE(table.verticalScrollBar()->value() > 0);
        const QStringList chips = chosenChips(desk);
        const int across = table.horizontalScrollBar()->maximum() - table.horizontalScrollBar()->value();
        REQUIRE(stood.size() > 3);
        desk.show(of.now);
        CHECK(test::rowWords(table.currentIndex()) == stood);
        CHECK(table.currentIndex().row() - table.verticalScrollBar()->value() == below);
        CHECK(chosenChips(desk) == chips);
        CHECK(table.hasFocus());
        if (key == Qt::Key_F6) // newer dates came at the right: the same ones are in sight
            CHECK((across > 0) == (table.horizontalScrollBar()->value() < table.horizontalScrollBar()->maximum()));
        CHECK(qobject_cast<ui::HistoryModel*>(table.model())->history() == of.now.get());
    }
}

TEST_CASE("refresh: who looked further down by wheel or look-ahead sees the same rows") {
    const Versions of = versionsOf("K05", 5);
    PatientDesk desk(of.before, 1366, 460);
    desk.press(Qt::Key_F3);
    ui::TableView& table = desk.table();
    table.pageDown();
    table.pageDown();
    const auto top = [&table] {
        int row = table.verticalScrollBar()->value();
        while (!table.model()->flags(table.model()->index(row, 0)).testFlag(Qt::ItemIsSelectable))
            ++row;
        return test::rowWords(table.model()->index(row, 0));
    };
    const QString seen = top();
    const QString stood = test::rowWords(table.currentIndex());
    REQUIRE(table.verticalScrollBar()->value() > table.currentIndex().row());
    desk.show(of.now);
    CHECK(top() == seen);
    CHECK(test::rowWords(table.currentIndex()) == stood);
}

TEST_CASE("refresh: what was typed stays, and the row that was found by it") {
    const Versions of = versionsOf("K05");
    for (const auto& [key, words] : {std::pair(Qt::Key_F3, "症"), std::pair(Qt::Key_F4, "射"),
                                     std::pair(Qt::Key_F5, "錠"), std::pair(Qt::Key_F6, "ー")}) {
        CAPTURE(int(key));
        PatientDesk desk(of.before);
        desk.press(key);
        desk.press(Qt::Key_F, Qt::ControlModifier);
        auto* field = qobject_cast<ui::SearchField*>(QApplication::focusWidget());
        REQUIRE(field != nullptr);
        field->setText(QString::fromUtf8(words));
        ui::TableView& table = desk.table();
        const int rows = table.model()->rowCount();
        REQUIRE(rows >= 2);
        table.setFocus();
        desk.press(Qt::Key_End);
        const QString stood = test::rowWords(table.currentIndex());
        desk.show(of.now);
        CHECK(field->text() == QString::fromUtf8(words));
        CHECK(test::rowWords(table.currentIndex()) == stood);
        CHECK(std::abs(table.model()->rowCount() - rows) <= 3); // still only what was found
    }
}

TEST_CASE("refresh: orders, groups, the length of the axis and what was put away stay") {
    const Versions of = versionsOf("K05");
    PatientDesk desk(of.before);
    desk.press(Qt::Key_F5);
    desk.press(Qt::Key_S, Qt::AltModifier);
    desk.press(Qt::Key_P, Qt::AltModifier);
    desk.press(Qt::Key_Left); // onto the newest fill, and the one before
    desk.press(Qt::Key_Left);
    auto& table = dynamic_cast<ui::MedicationTable&>(desk.table());
    const auto& model = dynamic_cast<const ui::MedicationModel&>(*table.model());
    REQUIRE(table.fill() >= 0);
    const auto fillStart = [&] {
        return model.course(table.currentIndex().row()).supplies.at(static_cast<std::size_t>(table.fill())).start;
    };
    const Day start = fillStart();
    auto* overlaps = desk.view.findChild<ui::OverlapModel*>();
    const int pairs = overlaps->rowCount();
    REQUIRE(pairs > 0);
    auto* list = desk.view.findChild<ui::OverlapList*>();
    list->setFocus();
    desk.press(Qt::Key_Delete);
    table.setFocus();
    const QStringList chips = chosenChips(desk);
    desk.show(of.now);
    CHECK(chosenChips(desk) == chips);
    REQUIRE(table.fill() >= 0);
    CHECK(fillStart() == start);
    CHECK(overlaps->hidden().size() == 1);
    CHECK(model.badges(table.currentIndex().row()).size() <= 1);

    desk.press(Qt::Key_F3);
    desk.press(Qt::Key_G, Qt::AltModifier);
    const QStringList grouped = chosenChips(desk);
    desk.show(of.before);
    CHECK(chosenChips(desk) == grouped);
}

TEST_CASE("refresh: a row that is gone leaves one on its neighbour") {
    const Versions of = versionsOf("K05");
    PatientDesk desk(of.before);
    desk.press(Qt::Key_F4);
    for (int i = 0; i < 4; ++i)
        desk.press(Qt::Key_Down);
    ui::TableView& table = desk.table();
    const auto& model = dynamic_cast<const ui::ProcedureModel&>(*table.model());
    const int row = table.currentIndex().row();
    const QString below = test::rowWords(table.model()->index(row + 1, 0));
    REQUIRE(model.rowKind(row + 1) == ui::RowKind::Item);
    history::History without = *of.before;
    const std::string code = model.record(row)->code;
    std::erase_if(without.procedures, [&code](const auto& record) { return record.code == code; });
    desk.show(std::make_shared<const history::History>(std::move(without)));
    CHECK(test::rowWords(table.currentIndex().siblingAtColumn(0)) == below);
}

TEST_CASE("refresh: the summary keeps flag, rows, list of risks and scroll") {
    const Versions of = versionsOf("K05");
    PatientDesk desk(of.before);
    SECTION("a flag") {
        desk.press(Qt::Key_Right);
        const QString flag = QApplication::focusWidget()->accessibleName().section(QStringLiteral("、"), 0, 0);
        REQUIRE(qobject_cast<ui::FlagChip*>(QApplication::focusWidget()) != nullptr);
        desk.show(of.now);
        auto* chip = qobject_cast<ui::FlagChip*>(QApplication::focusWidget());
        REQUIRE(chip != nullptr);
        CHECK(chip->accessibleName().startsWith(flag));
        desk.press(Qt::Key_Left);
        CHECK(QApplication::focusWidget() != chip);
    }
    SECTION("a row of each list, on the same word") {
        int walked = 0;
        for (auto* list : desk.view.findChildren<ui::SummaryList*>()) {
            if (!list->isVisible() || list->model()->rowCount() < 4)
                continue;
            ++walked;
            CAPTURE(list->model()->metaObject()->className());
            desk.show(of.before);
            list->setFocus();
            desk.press(Qt::Key_Down);
            desk.press(Qt::Key_Down);
            const QString stood = list->currentIndex().data().toString();
            desk.show(of.now);
            CHECK(list->hasFocus());
            CHECK(list->currentIndex().data().toString() == stood);
        }
        CHECK(walked >= 3);
    }
    SECTION("the list of risks and its cell") {
        auto* table = desk.view.findChild<ui::RiskTable*>();
        desk.press(Qt::Key_R, Qt::AltModifier);
        table->setFocus();
        desk.press(Qt::Key_Down);
        const QString title = qobject_cast<ui::RiskModel*>(table->model())->title();
        const QString stood = table->currentIndex().data().toString();
        desk.show(of.now);
        CHECK(qobject_cast<ui::RiskModel*>(table->model())->title() == title);
        CHECK(table->currentIndex().data().toString().section(u'\n', 0, 0) == stood.section(u'\n', 0, 0));
    }
    SECTION("a month of the visits") {
        auto* map = desk.view.findChild<ui::HeatMap*>();
        map->setFocus();
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_Right);
        const QString stood = test::rowWords(map->currentIndex());
        desk.show(of.now);
        CHECK(test::rowWords(map->currentIndex()) == stood);
    }
}

TEST_CASE("refresh: the time line keeps its month and its years, search its words and row, the sheet its row") {
    const Versions of = versionsOf("K05", 20);
    REQUIRE(of.before->newestMonth < of.now->newestMonth);
    PatientDesk desk(of.before);
    desk.press(Qt::Key_F7);
    auto* timeline = desk.seen<ui::TimelineView>();
    desk.press(Qt::Key_3);
    SECTION("a month that was chosen, also while another page is in sight") {
        desk.press(Qt::Key_Left, Qt::ControlModifier);
        const Month chosen = timeline->selected(), from = timeline->from();
        desk.press(Qt::Key_F3);
        desk.show(of.now);
        CHECK(timeline->selected() == chosen);
        CHECK(timeline->from() == from);
        CHECK(timeline->years() == 3);
    }
    SECTION("nothing chosen: the newest month is the newest") {
        desk.press(Qt::Key_F3);
        desk.show(of.now);
        CHECK(timeline->selected() == of.now->newestMonth);
    }
    SECTION("search") {
        desk.press(Qt::Key_K, Qt::ControlModifier);
        auto* field = qobject_cast<ui::SearchField*>(QApplication::focusWidget());
        REQUIRE(field != nullptr);
        field->setText(QStringLiteral("ー"));
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Down);
        ui::TableView& table = desk.table();
        const QString stood = test::rowWords(table.currentIndex());
        desk.show(of.now);
        CHECK(field->text() == QStringLiteral("ー"));
        CHECK(test::rowWords(table.currentIndex()) == stood);
    }
    SECTION("for the patient") {
        desk.press(Qt::Key_F8);
        desk.press(Qt::Key_Down);
        auto* table = qobject_cast<ui::TableView*>(QApplication::focusWidget());
        REQUIRE(table != nullptr);
        const QString stood = test::rowWords(table->currentIndex());
        REQUIRE(stood.size() > 3);
        desk.show(of.now);
        CHECK(test::rowWords(table->currentIndex()) == stood);
    }
    SECTION("the emergency sheet") {
        desk.press(Qt::Key_E, Qt::ControlModifier);
        for (int i = 0; i < 9; ++i)
            desk.press(Qt::Key_Down);
        const auto words = [] {
            QAccessibleInterface* sheet = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
            QAccessibleInterface* row = sheet->focusChild();
            return row == nullptr ? QString() : row->text(QAccessible::Name);
        };
        const QString stood = words();
        REQUIRE(stood.size() > 6);
        desk.show(of.now);
        CHECK(words().left(6) == stood.left(6)); // the name; what else it says is newer
    }
}

TEST_CASE("refresh: the receipt that is being read stays open at its line, Esc leads back to the row") {
    const Versions of = versionsOf("K05", 5);
    PatientDesk desk(of.before);
    desk.press(Qt::Key_F5);
    desk.press(Qt::Key_Down);
    ui::TableView& table = desk.table();
    const QString stood = test::rowWords(table.currentIndex());
    desk.press(Qt::Key_Return);
    auto* evidence = desk.view.findChild<ui::EvidencePanel*>();
    REQUIRE(evidence->isVisible());
    desk.press(Qt::Key_PageDown);
    desk.press(Qt::Key_Down);
    auto* paper = qobject_cast<QTableView*>(QApplication::focusWidget());
    REQUIRE(paper != nullptr);
    const QString head = evidence->accessibleDescription();
    const int row = paper->currentIndex().row();
    const QString line = paper->currentIndex().data().toString();
    desk.show(of.now);
    REQUIRE(evidence->isVisible());
    CHECK(evidence->accessibleDescription() == head);
    CHECK(QApplication::focusWidget() == paper);
    CHECK(paper->currentIndex().row() == row);
    CHECK(paper->currentIndex().data().toString() == line);
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(evidence->isVisible());
    CHECK(table.hasFocus());
    CHECK(test::rowWords(table.currentIndex()) == stood);

    SECTION("a receipt that was replaced closes") {
        desk.press(Qt::Key_Return);
        REQUIRE(evidence->isVisible());
        desk.show(test::before(*of.now, 60));
        CHECK_FALSE(evidence->isVisible());
        CHECK(table.hasFocus());
    }
}

TEST_CASE("refresh: another patient finds nothing of the one before") {
    PatientDesk desk(versionsOf("K05").now);
    desk.press(Qt::Key_F3);
    desk.press(Qt::Key_6, Qt::AltModifier);
    desk.press(Qt::Key_F, Qt::ControlModifier);
    auto* field = qobject_cast<ui::SearchField*>(QApplication::focusWidget());
    field->setText(QStringLiteral("症"));
    desk.view.clear();
    desk.show(versionsOf("K11").now);
    CHECK(desk.tabs->currentIndex() == 0);
    desk.press(Qt::Key_F3);
    CHECK(field->text().isEmpty());
    CHECK(chosenChips(desk) == QStringList{QStringLiteral("すべて")});
}
