// Tables with twelve thousand rows, walked by keys: every row stands whole at some page, heights are right wherever one
// looks, and one comes back to the row one left.
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/many_rows.h"
#include "tests/ui_pages/said.h"
#include "ui/details/controls.h"
#include "ui/details/disease_table.h"
#include "ui/details/diseases_page.h"
#include "ui/details/examination_matrix.h"
#include "ui/details/examinations_page.h"
#include "ui/details/filter_bar.h"
#include "ui/details/medication_page.h"
#include "ui/details/medication_table.h"
#include "ui/details/procedure_table.h"
#include "ui/details/procedures_page.h"
#include "ui/details/words.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/frame/pages.h"

#include <QApplication>
#include <QScrollBar>
#include <QTabBar>

#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

std::shared_ptr<const history::History> rows(std::uint32_t count) {
    return test::manyRows(test::chiyokoValue(), count);
}

void chooseAll(QWidget& page) {
    for (auto* chip : page.findChildren<ui::FilterChip*>()) {
        if (chip->text() == QStringLiteral("すべて") && !chip->isChecked())
            chip->click();
    }
    QCoreApplication::processEvents();
}

/// The table that is walked: the one that takes the keyboard and has the most rows.
ui::TableView& tableOf(QWidget& page) {
    ui::TableView* most = nullptr;
    for (auto* each : page.findChildren<ui::TableView*>()) {
        if (each->isVisible() && each->focusPolicy() != Qt::NoFocus &&
            (most == nullptr || each->model()->rowCount() > most->model()->rowCount()))
            most = each;
    }
    REQUIRE(most != nullptr);
    return *most;
}

struct Sight {
    int first = 0, last = 0; ///< rows that stand whole
};

Sight sightOf(const ui::TableView& table) {
    const int first = table.verticalScrollBar()->value();
    CHECK(table.rowViewportPosition(first) == 0); // scrolling goes by rows: the top one is never cut
    const int below = table.firstRowBelow();
    return {first, below < 0 ? table.model()->rowCount() - 1 : below - 1};
}

bool isHead(const ui::TableView& table, int row) {
    return !(table.model()->flags(table.model()->index(row, 0)) & Qt::ItemIsSelectable);
}

template <typename Page>
struct Shown {
    explicit Shown(std::uint32_t count) {
        page.setHistory(rows(count));
        test::present(page);
        chooseAll(page);
        table = &tableOf(page);
        page.takeFocus();
        REQUIRE(table->model()->rowCount() >= static_cast<int>(count / 2));
    }
    Page page;
    ui::TableView* table = nullptr;
};

} // namespace

TEMPLATE_TEST_CASE("many rows: paging down and up leaves no row unseen, and ends at the ends", "", ui::DiseasesPage,
                   ui::ProceduresPage, ui::MedicationPage, ui::ExaminationsPage) {
    Shown<TestType> of(1500);
    ui::TableView& table = *of.table;
    const int last = table.model()->rowCount() - 1;
    for (const bool down : {true, false}) {
        CAPTURE(down);
        test::press(table, down ? Qt::Key_Home : Qt::Key_End);
        std::vector<bool> seen(static_cast<std::size_t>(last) + 1);
        for (int presses = 0;; ++presses) {
            REQUIRE(presses < 1500);
            const Sight sight = sightOf(table);
            for (int row = sight.first; row <= sight.last; ++row)
                seen[static_cast<std::size_t>(row)] = true;
            const int current = table.currentIndex().row();
            REQUIRE_FALSE(isHead(table, current));
            REQUIRE(sight.first <= current);
            REQUIRE(current <= sight.last);
            test::press(table, down ? Qt::Key_PageDown : Qt::Key_PageUp);
            if (table.currentIndex().row() == current)
                break;
        }
        CHECK(table.currentIndex().row() == (down ? last : isHead(table, 0) ? 1 : 0));
        if (!down) // a head above the first row that can be stood on comes into sight with the bar
            table.verticalScrollBar()->setValue(0);
        for (int row = sightOf(table).first; row <= sightOf(table).last; ++row)
            seen[static_cast<std::size_t>(row)] = true;
        CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
    }
}

TEMPLATE_TEST_CASE("many rows: arrows go row by row, Home and End to the ends of twelve thousand", "", ui::DiseasesPage,
                   ui::ProceduresPage, ui::MedicationPage, ui::ExaminationsPage) {
    Shown<TestType> of(12000);
    ui::TableView& table = *of.table;
    const int last = table.model()->rowCount() - 1;
    test::press(table, Qt::Key_End);
    CHECK(table.currentIndex().row() == last);
    CHECK(sightOf(table).last == last);
    CHECK(table.verticalScrollBar()->value() == table.verticalScrollBar()->maximum());
    for (int step = 0; step < 60; ++step) {
        int expected = table.currentIndex().row() - 1;
        while (isHead(table, expected))
            --expected;
        test::press(table, Qt::Key_Up);
        REQUIRE(table.currentIndex().row() == expected);
        const Sight sight = sightOf(table);
        REQUIRE((sight.first <= expected && expected <= sight.last));
    }
    test::press(table, Qt::Key_Home);
    CHECK(table.currentIndex().row() <= 1);
    CHECK(table.verticalScrollBar()->value() <= 1);
}

TEST_CASE("many rows: a name is broken where it is seen, and nothing far away is measured") {
    Shown<ui::MedicationPage> of(12000);
    auto& table = dynamic_cast<ui::MedicationTable&>(*of.table);
    const auto& model = dynamic_cast<const ui::MedicationModel&>(*table.model());
    const int usual = ui::Metrics::px(29);
    const int room = table.columnWidth(ui::MedicationModel::Name) - 2 * ui::Metrics::px(5);
    const auto linesOf = [&](int row) {
        return ui::TypeFace::lines(ui::faces::bodyBold, ui::Words::shown(model.course(row).name), room);
    };
    int tall = 0;
    for (int row = 5000; row < 7000; ++row) {
        CHECK(table.rowHeight(row) == usual); // a guess: the row was never in sight
        tall += linesOf(row) > 1 ? 1 : 0;
    }
    REQUIRE(tall > 100);
    for (const int top : {6000, 11990, 3, 5500, 5480, 9000, 0}) {
        CAPTURE(top);
        table.verticalScrollBar()->setValue(top);
        const Sight sight = sightOf(table);
        CHECK(sight.first == std::min(top, table.verticalScrollBar()->maximum()));
        REQUIRE(sight.last > sight.first);
        for (int row = sight.first; row <= sight.last; ++row)
            CHECK(table.rowHeight(row) >= linesOf(row) * ui::TypeFace::lineHeight(ui::faces::body));
    }
    table.verticalScrollBar()->setValue(6000);
    of.page.resize(1100, 600); // narrower: other rows are broken, the first one in sight stays
    QCoreApplication::processEvents();
    CHECK(sightOf(table).first == 6000);
}

TEST_CASE("many rows: another order or filter leaves one on the same drug, or begins at the top") {
    Shown<ui::MedicationPage> of(12000);
    const auto& model = dynamic_cast<const ui::MedicationModel&>(*of.table->model());
    of.table->setCurrentIndex(model.index(7000, ui::MedicationModel::Name));
    const auto drug = model.drug(7000);
    auto* bar = of.page.findChild<ui::FilterBar*>();
    const auto chip = [&](const char* begin) {
        for (auto* each : bar->findChildren<ui::FilterChip*>()) {
            if (each->text().startsWith(QString::fromUtf8(begin)))
                return each;
        }
        FAIL("no chip " << begin);
        return static_cast<ui::FilterChip*>(nullptr);
    };
    for (int order = 0; order < 3; ++order) {
        chip("並び")->click();
        const int row = of.table->currentIndex().row();
        CHECK(model.drug(row) == drug);
        const Sight sight = sightOf(*of.table);
        CHECK((sight.first <= row && row <= sight.last));
    }
    bar->search()->setText(QStringLiteral("zzz"));
    CHECK(model.rowCount() == 0);
    bar->search()->clear();
    CHECK(of.table->verticalScrollBar()->value() == 0);
}

TEST_CASE("many rows: evidence on Enter, Esc back to the same row") {
    ui::PatientView view(ui::makePatientPages(), ui::makeSidePages());
    view.resize(1366, 743);
    view.setVisible(true);
    view.activateWindow();
    const auto history = rows(12000);
    ui::PatientHeading heading;
    heading.person = history->patient;
    view.show(heading, history);
    auto* tabs = view.findChild<QTabBar*>();
    auto* evidence = view.findChild<ui::EvidencePanel*>();
    for (int page = 1; page <= 4; ++page) {
        CAPTURE(page);
        tabs->setCurrentIndex(page);
        QCoreApplication::processEvents();
        ui::TableView& table = tableOf(view);
        table.setFocus();
        const int column = page == 4 ? table.model()->columnCount() - 1 : 1;
        table.setCurrentIndex(table.model()->index(table.model()->rowCount() * 2 / 3, column));
        if (isHead(table, table.currentIndex().row()))
            test::press(table, Qt::Key_Down);
        const QModelIndex stood = table.currentIndex();
        const int top = table.verticalScrollBar()->value();
        test::press(table, Qt::Key_Return);
        QCoreApplication::processEvents();
        REQUIRE(evidence->isVisible());
        test::press(*QApplication::focusWidget(), Qt::Key_Escape);
        QCoreApplication::processEvents();
        CHECK_FALSE(evidence->isVisible());
        CHECK(table.hasFocus());
        CHECK(table.currentIndex() == stood);
        CHECK(table.verticalScrollBar()->value() == top);
    }
}
