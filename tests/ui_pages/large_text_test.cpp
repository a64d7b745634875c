// Text of every size on a small laptop's screen: each page of each practice person still shows rows, and its table
// stands inside the page.
#include "tests/core_history/people.h"
#include "tests/ui_pages/patient_desk.h"
#include "ui/details/history_model.h"
#include "ui/theme/metrics.h"

#include <QAbstractItemModel>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

namespace {

struct Rows {
    int all = 0, seen = 0; ///< items, not headings; wholly in sight
};

Rows rowsOf(const ui::TableView& table) {
    const auto& model = dynamic_cast<const ui::HistoryModel&>(*table.model());
    Rows rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowKind(row) != ui::RowKind::Item)
            continue;
        ++rows.all;
        const QRect at = table.visualRect(model.index(row, 0));
        rows.seen += at.top() >= 0 && at.bottom() <= table.viewport()->height() ? 1 : 0;
    }
    return rows;
}

struct Size {
    double factor;
    int height, least; ///< of the view: the window of 700 pixels less its own lines
};

} // namespace

TEST_CASE("large text: every page of every practice person shows rows at each size") {
    for (const Size& size : {Size{1.0, 650, 7}, Size{1.5, 640, 3}, Size{2.0, 630, 2}}) {
        ui::Metrics::setFactor(size.factor);
        CAPTURE(size.factor);
        for (const auto& [id, history] : history::test::practicePeople()) {
            CAPTURE(id);
            test::PatientDesk desk(history, 1366, size.height);
            for (const auto key : {Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6}) {
                CAPTURE(int(key) - int(Qt::Key_F1) + 1);
                desk.press(key);
                if (desk.seen<ui::TableView>() == nullptr)
                    continue; // nothing is recorded: words stand in its place (ui_pages_walk)
                const ui::TableView& table = desk.table();
                const Rows rows = rowsOf(table);
                CHECK(rows.seen >= std::min(rows.all, size.least));
                const QRect place(table.mapTo(&desk.view, QPoint()), table.size());
                CHECK(desk.view.rect().contains(place));
            }
        }
    }
    ui::Metrics::setFactor(1.0);
}
