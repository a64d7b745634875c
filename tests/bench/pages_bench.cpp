// The pages in time: ten years of a heavy patient from bytes to the history and on the screen; tabs, key strokes, the
// time line, evidence, text size and theme. One core; figures come as JSON lines, held against the budgets of the
// pages. Each figure is of real paints: an act that paints nothing fails.
#include "tests/bench/pages_view.h"
#include "tests/core_history/derived.h"
#include "tests/core_history/heavy_patient.h"
#include "ui/details/controls.h"
#include "ui/details/filter_bar.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/timeline/timeline_page.h"
#include "ui/timeline/timeline_view.h"

using namespace kmixr;
using namespace kmixr::bench;

namespace {

constexpr double derivationBudget = 60, timelineBudget = 30, arrivalBudget = 50, restyleBudget = 100;

/// A letter more each time, as one types, in all the ways one may search: kana, half width, Latin, a generic name, a
/// code, nothing that is there; and back to nothing.
const std::array typed{"い",
                       "いん",
                       "いんす",
                       "ｱ",
                       "ｱﾑ",
                       "ｱﾑﾛ",
                       "ﾛｻﾙﾀﾝ",
                       "h",
                       "hb",
                       "hba1c",
                       "透",
                       "透析",
                       "1",
                       "16",
                       "1600",
                       "16000",
                       "アムロジピンベシル",
                       "E",
                       "E1",
                       "E11",
                       "K",
                       "K6",
                       "zzz",
                       "病",
                       ""};

} // namespace

TEST_CASE("ten years of receipts become a history") {
    const auto receipts = history::test::heavyPatient(130);
    std::printf("{\"name\":\"heavy patient\",\"receipts\":%zu,\"lines\":%zu}\n", receipts.size(),
                history::test::linesOf(receipts));
    REQUIRE(history::test::linesOf(receipts) >= 30000);
    Figure figure("bytes to history, 30,000 lines", derivationBudget);
    for (int run = 0; run < 15; ++run) {
        auto copy = receipts;
        const auto begun = Stopwatch::now();
        const auto history = history::test::derived(std::move(copy));
        figure.add(msSince(begun));
        REQUIRE_FALSE(history->problems.empty());
    }
    figure.print();
}

TEST_CASE("tabs, first paint and the patient on the screen") {
    View of;
    Figure arrival("history to the painted summary", arrivalBudget), tab("tab switch", keyBudget);
    for (int run = 0; run < 9; ++run) {
        of.view.clear();
        paintNow();
        arrival.add(of.timed([&] { of.show(heavy()); }));
    }
    for (int run = 0; run < 9; ++run) {
        for (int page = of.tabs->count() - 1; page >= 0; --page)
            tab.add(of.timed([&] { of.tabs->setCurrentIndex(page); }));
    }
    arrival.print();
    tab.print();
}

TEST_CASE("the time line is painted for the first time") {
    Figure first("time line, first paint", timelineBudget), step("time line, a key stroke", keyBudget);
    for (int run = 0; run < 15; ++run) {
        ui::TimelinePage page;
        page.resize(1366, 649);
        const auto begun = Stopwatch::now();
        page.setHistory(heavy());
        page.show();
        paintNow();
        (void)page.grab();
        first.add(msSince(begun));
    }
    View of;
    of.show(heavy());
    of.tabs->setCurrentIndex(5);
    paintNow();
    auto* view = of.view.findChild<ui::TimelineView*>();
    for (const int key : {Qt::Key_Left, Qt::Key_Left, Qt::Key_Up, Qt::Key_Down, Qt::Key_5, Qt::Key_PageUp, Qt::Key_3,
                          Qt::Key_Right, Qt::Key_1, Qt::Key_Home, Qt::Key_End, Qt::Key_0}) {
        for (int run = 0; run < 3; ++run)
            step.add(of.timed([&] { press(view, key); }, Painted::Maybe)); // at the end there is nothing to move
    }
    first.print();
    step.print();
}

TEST_CASE("from a month of the time line to a page, and a newer history while one reads") {
    View of;
    of.show(heavy());
    Figure turned("tab switch, to a month of the time line", keyBudget), left("month left with Esc", keyBudget),
        renewed("newer history on an open page", arrivalBudget);
    for (const int months : {3, 20, 60, 100}) {
        for (const auto& [tab, name] : detailPages) {
            of.tabs->setCurrentIndex(5);
            paintNow();
            auto* timeline = of.view.findChild<ui::TimelineView*>();
            press(timeline, Qt::Key_End);
            for (int i = 0; i < months; ++i)
                press(timeline, Qt::Key_Left);
            paintNow();
            turned.add(of.timed([&, to = tab] { of.tabs->setCurrentIndex(to); }));
            renewed.add(of.timed([&] { of.show(std::make_shared<const history::History>(*heavy())); }));
            left.add(of.timed([&] { press(QApplication::focusWidget(), Qt::Key_Escape); }));
        }
    }
    turned.print();
    left.print();
    renewed.print();
}

TEST_CASE("a letter is typed into the searches") {
    View of;
    of.show(heavy());
    const auto figureOf = [&](const std::string& name, QLineEdit* field) {
        Figure figure("key stroke, " + name, keyBudget);
        for (const auto* words : typed)
            figure.add(of.timed([&] { field->setText(QString::fromUtf8(words)); }));
        figure.print();
    };
    for (const auto& [tab, name] : detailPages) {
        of.tabs->setCurrentIndex(tab);
        paintNow();
        figureOf(name, of.visible<ui::SearchField>());
    }
    of.openSide("Ctrl+K");
    figureOf("search everything", of.visible<ui::SearchField>());
}

TEST_CASE("filters, places and orders are changed") {
    View of;
    of.show(heavy());
    Figure figure("filter, order or places changed", keyBudget);
    for (const auto& [tab, name] : detailPages) {
        of.tabs->setCurrentIndex(tab);
        paintNow();
        int chips = 0;
        for (auto* chip : of.visible<ui::FilterBar>()->findChildren<ui::FilterChip*>()) {
            if (!chip->isVisible())
                continue;
            ++chips;
            for (int run = 0; run < 3; ++run)
                figure.add(of.timed([chip] { chip->click(); }));
        }
        REQUIRE(chips >= 5);
    }
    figure.print();
}

TEST_CASE("evidence is opened, paged and closed") {
    View of;
    of.show(heavy());
    Figure open("evidence opened", keyBudget), turn("evidence, next receipt", keyBudget),
        close("evidence closed", keyBudget);
    auto* evidence = of.view.findChild<ui::EvidencePanel*>();
    for (const auto& [tab, name] : detailPages) {
        of.tabs->setCurrentIndex(tab);
        paintNow();
        QWidget* table = of.table();
        for (int run = 0; run < 5; ++run) {
            press(table, Qt::Key_Down);
            paintNow();
            const int before = of.paints();
            const double ms = of.timed([&] { press(table, Qt::Key_Return); }, Painted::Maybe);
            if (!evidence->isVisible()) // a date on which this test was not claimed has nothing to open
                continue;
            REQUIRE(of.paints() > before);
            open.add(ms);
            for (int receipt = 0; receipt < 3; ++receipt)
                turn.add(of.timed([&] { press(QApplication::focusWidget(), Qt::Key_PageDown); }, Painted::Maybe));
            close.add(of.timed([&] { press(QApplication::focusWidget(), Qt::Key_Escape); }));
            REQUIRE_FALSE(evidence->isVisible());
        }
    }
    open.print();
    turn.print();
    close.print();
}

TEST_CASE("the pages that lie over the others are opened") {
    View of;
    of.show(heavy());
    for (const auto& [key, name] : {std::pair("F8", "for the patient (F8)"), std::pair("Ctrl+K", "search (Ctrl+K)"),
                                    std::pair("Ctrl+E", "emergency sheet (Ctrl+E)")}) {
        Figure figure(std::string("opened: ") + name, keyBudget);
        for (int run = 0; run < 9; ++run) {
            figure.add(of.timed([&, way = key] { of.openSide(way); }));
            of.openSide(key); // its own key leads back
            paintNow();
        }
        figure.print();
    }
}

TEST_CASE("text size and theme are changed on every page") {
    View of;
    of.show(heavy());
    Figure size("text size changed", restyleBudget), theme("theme changed", restyleBudget);
    for (int page = 0; page < of.tabs->count(); ++page) {
        of.tabs->setCurrentIndex(page);
        paintNow();
        for (const double factor : {1.15, 1.5, 1.0})
            size.add(of.timed([factor] { ui::Metrics::setFactor(factor); }));
        for (const auto to : {ui::Theme::Dark, ui::Theme::HighContrast, ui::Theme::Light})
            theme.add(of.timed([to] { ui::applyTheme(to); }));
    }
    size.print();
    theme.print();
}
