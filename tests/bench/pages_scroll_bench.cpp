// Twelve thousand rows on every page that has a table: a frame of scrolling by wheel, by page and by row takes no
// longer than a screen of 60 Hz leaves, and the ends are one key away.
#include "tests/bench/pages_view.h"
#include "tests/ui_pages/many_rows.h"
#include "ui/details/controls.h"
#include "ui/details/filter_bar.h"

#include <QApplication>
#include <QScrollBar>
#include <QWheelEvent>

using namespace kmixr;
using namespace kmixr::bench;

namespace {

constexpr std::uint32_t rows = 12000;
constexpr double frameBudget = 16.7;
constexpr int frames = 200;

std::shared_ptr<const history::History> many() {
    static const auto history = test::manyRows(*heavy(), rows);
    return history;
}

void wheel(QWidget* viewport, int notches) {
    const QPointF at = QRectF(viewport->rect()).center();
    QWheelEvent event(at, viewport->mapToGlobal(at), {}, {0, -120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
}

void scroll(View& of, const std::string& name) {
    ui::TableView* table = of.table();
    REQUIRE(table->model()->rowCount() >= static_cast<int>(rows) / 2);
    auto* bar = table->verticalScrollBar();
    Figure wheeled("12,000 rows by wheel, " + name, frameBudget), paged("12,000 rows by PgDn, " + name, frameBudget),
        stepped("12,000 rows by arrow, " + name, frameBudget), ends("12,000 rows, Home and End, " + name, frameBudget);
    bar->setValue(0);
    paintNow();
    for (int frame = 0; frame < frames; ++frame) {
        const int before = bar->value();
        wheeled.add(of.timed([&] { wheel(table->viewport(), 1); }));
        REQUIRE(bar->value() > before);
    }
    press(table, Qt::Key_Home);
    paintNow();
    for (int frame = 0; frame < frames; ++frame) {
        const int before = table->currentIndex().row();
        paged.add(of.timed([&] { press(table, Qt::Key_PageDown); }));
        REQUIRE(table->currentIndex().row() > before);
    }
    for (int frame = 0; frame < frames; ++frame)
        stepped.add(of.timed([&] { press(table, Qt::Key_Up); }));
    for (int run = 0; run < 10; ++run) {
        ends.add(of.timed([&] { press(table, Qt::Key_End); }));
        REQUIRE(table->currentIndex().row() == table->model()->rowCount() - 1);
        ends.add(of.timed([&] { press(table, Qt::Key_Home); }));
    }
    for (const Figure* figure : {&wheeled, &paged, &stepped, &ends})
        figure->print();
}

} // namespace

TEST_CASE("twelve thousand rows are scrolled on each page") {
    View of;
    Figure arrival("48,000 rows to the painted summary", 1000), tab("tab switch, 12,000 rows", keyBudget),
        filter("filter or order changed, 12,000 rows", 50), key("key stroke, 12,000 rows", 50);
    const auto history = many();
    arrival.add(of.timed([&] { of.show(history); }));
    arrival.print();
    for (int run = 0; run < 5; ++run) {
        for (int page = of.tabs->count() - 1; page >= 0; --page)
            tab.add(of.timed([&] { of.tabs->setCurrentIndex(page); }));
    }
    for (const auto& [page, name] : detailPages) {
        of.tabs->setCurrentIndex(page);
        paintNow();
        auto* bar = of.visible<ui::FilterBar>();
        for (auto* chip : bar->findChildren<ui::FilterChip*>()) {
            if (!chip->isVisible())
                continue;
            filter.add(of.timed([chip] { chip->click(); }, Painted::Maybe));
            if (auto* list = QApplication::activePopupWidget()) // a chip that opens a list instead
                list->close();
        }
        for (const auto* words : {"糖", "糖尿", "1", "12", "123", ""})
            key.add(of.timed([&] { bar->search()->setText(QString::fromUtf8(words)); }));
        of.showAll();
        scroll(of, name);
    }
    of.openSide("Ctrl+K");
    key.add(of.timed([&] { of.visible<ui::SearchField>()->setText(QStringLiteral("1")); }));
    of.table()->setFocus();
    scroll(of, "search everything");
    for (const Figure* figure : {&tab, &filter, &key})
        figure->print();
}
