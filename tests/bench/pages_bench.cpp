// The pages in time: ten years of a heavy patient from bytes to the history and on the screen; a tab, a key stroke, the
// time line, and twelve thousand rows. One core; figures come as JSON lines, held against the budgets of the pages.
#include "tests/bench/figures.h"
#include "tests/core_history/derived.h"
#include "tests/core_history/heavy_patient.h"
#include "ui/details/controls.h"
#include "ui/details/views.h"
#include "ui/frame/pages.h"
#include "ui/search/search_page.h"
#include "ui/theme/roles.h"
#include "ui/timeline/timeline_page.h"

#include <QApplication>
#include <QScrollBar>
#include <QTabBar>
#include <QTranslator>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using kmixr::bench::Figure;
using kmixr::bench::msSince;
using kmixr::bench::Stopwatch;

namespace {

constexpr double derivationBudget = 60, frameBudget = 16, timelineBudget = 30;

void paintNow() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

std::shared_ptr<const history::History> heavy() {
    static const auto history = history::test::derived(history::test::heavyPatient(130));
    return history;
}

/// `count` operations nobody has had: more rows than any patient gives.
std::shared_ptr<const history::History> manyRows(std::uint32_t count) {
    auto history = std::make_shared<history::History>(*heavy());
    const auto pattern = history->procedures.front();
    history->procedures.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
        auto record = pattern;
        record.code = std::to_string(150000000 + i);
        record.name = "手術" + std::to_string(i);
        record.group = history::ProcedureGroup::Surgery;
        history->procedures.push_back(std::move(record));
    }
    return history;
}

struct View {
    View() : view(ui::makePatientPages(), ui::makeSidePages()) {
        view.resize(1366, 743);
        view.setVisible(true);
        paintNow();
        tabs = view.findChild<QTabBar*>();
        REQUIRE(tabs != nullptr);
    }
    void show(std::shared_ptr<const history::History> history) {
        ui::PatientHeading heading;
        heading.person = history->patient;
        view.show(heading, std::move(history));
    }
    ui::PatientView view;
    QTabBar* tabs = nullptr;
};

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
    Figure arrival("history to the painted summary", 50), tab("tab switch", frameBudget);
    for (int run = 0; run < 9; ++run) {
        of.view.clear();
        paintNow();
        const auto begun = Stopwatch::now();
        of.show(heavy());
        paintNow();
        arrival.add(msSince(begun));
    }
    for (int run = 0; run < 9; ++run) {
        for (int page = of.tabs->count() - 1; page >= 0; --page) {
            const auto begun = Stopwatch::now();
            of.tabs->setCurrentIndex(page);
            paintNow();
            tab.add(msSince(begun));
        }
    }
    arrival.print();
    tab.print();
}

TEST_CASE("the time line is painted for the first time") {
    Figure first("time line, first paint", timelineBudget), step("time line, a key stroke", frameBudget);
    for (int run = 0; run < 15; ++run) {
        ui::TimelinePage page;
        page.resize(1366, 649);
        const auto begun = Stopwatch::now();
        page.setHistory(heavy());
        page.show();
        paintNow();
        (void)page.grab();
        first.add(msSince(begun));
        page.takeFocus();
        for (int key = 0; key < 5; ++key) {
            const auto pressed = Stopwatch::now();
            QKeyEvent event(QEvent::KeyPress, Qt::Key_Left, Qt::NoModifier);
            QCoreApplication::sendEvent(page.focusWidget() != nullptr ? page.focusWidget() : &page, &event);
            (void)page.grab();
            step.add(msSince(pressed));
        }
    }
    first.print();
    step.print();
}

TEST_CASE("a letter is typed into the searches") {
    View of;
    of.show(heavy());
    for (auto* page : of.view.findChildren<ui::PatientPage*>()) {
        auto* field = page->findChild<ui::SearchField*>();
        if (field == nullptr)
            continue;
        page->resize(1366, 649);
        Figure figure(std::string("key stroke, ") + page->metaObject()->className(), frameBudget);
        for (const auto* typed : {"1", "12", "ア", "アム", "アムロ", "透", "透析", "", "病", "6"}) {
            const auto begun = Stopwatch::now();
            field->setText(QString::fromUtf8(typed));
            (void)page->grab();
            figure.add(msSince(begun));
        }
        figure.print();
    }
}

TEST_CASE("twelve thousand rows are scrolled") {
    View of;
    of.show(manyRows(12000));
    for (const int tab : {2}) {
        of.tabs->setCurrentIndex(tab);
        paintNow();
        ui::TableView* table = nullptr;
        for (auto* each : of.view.findChildren<ui::TableView*>()) {
            if (each->isVisible() && each->model()->rowCount() > 10000)
                table = each;
        }
        REQUIRE(table != nullptr);
        Figure figure("a page of 12,000 rows scrolled", frameBudget);
        for (int run = 0; run < 200; ++run) {
            const auto begun = Stopwatch::now();
            table->verticalScrollBar()->setValue(run * 55);
            paintNow();
            figure.add(msSince(begun));
        }
        figure.print();
    }
}

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QTranslator japanese;
    if (!japanese.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        return 1;
    }
    QCoreApplication::installTranslator(&japanese);
    ui::applyTheme(ui::Theme::Light);
    return Catch::Session().run(argc, argv);
}
