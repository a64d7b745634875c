// The time line is also the way to move: a month chosen there is the place at which the other pages stand.
#include "tests/core_history/people.h"
#include "tests/ui_pages/claims_check.h"
#include "tests/ui_pages/patient_desk.h"
#include "ui/details/controls.h"
#include "ui/details/disease_table.h"
#include "ui/details/examination_matrix.h"
#include "ui/details/filter_bar.h"
#include "ui/details/medication_table.h"
#include "ui/details/procedure_table.h"
#include "ui/details/stand_note.h"
#include "ui/details/words.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using test::PatientDesk;

namespace {

std::shared_ptr<const history::History> person(const char* id) {
    return std::make_shared<const history::History>(history::test::practicePerson(id));
}

/// To the time line and by its keys to a month.
void choose(PatientDesk& desk, Month month) {
    desk.press(Qt::Key_F7);
    auto* timeline = desk.seen<ui::TimelineView>();
    REQUIRE(timeline != nullptr);
    desk.press(Qt::Key_End);
    for (int back = monthsBetween(month, timeline->selected()); back > 0;) {
        desk.press(Qt::Key_Left, back >= 12 ? Qt::ControlModifier : Qt::NoModifier);
        back -= back >= 12 ? 12 : 1;
    }
    REQUIRE(timeline->selected() == month);
}

ui::TableView& focused() {
    auto* table = qobject_cast<ui::TableView*>(QApplication::focusWidget());
    REQUIRE(table != nullptr);
    return *table;
}

QString noted(PatientDesk& desk) {
    auto* note = desk.seen<ui::StandNote>();
    return note == nullptr ? QString() : note->accessibleName();
}

bool inSight(const ui::TableView& table) {
    const QRect cell = table.visualRect(table.currentIndex());
    return table.viewport()->rect().contains(cell);
}

std::vector<Month> monthsOf(const history::History& of) {
    std::vector<Month> months;
    for (const auto& covered : of.coverage) {
        if (covered.month <= *of.newestMonth)
            months.push_back(covered.month);
    }
    return months;
}

/// Whether the row one stands on has something in that month, by the history itself.
bool isOf(const ui::TableView& table, Month month) {
    const int row = table.currentIndex().row();
    if (const auto* diseases = qobject_cast<const ui::ProblemTableModel*>(table.model())) {
        const auto& marks = diseases->problem(row)->months;
        return std::ranges::find(marks, month, &history::MonthMark::month) != marks.end();
    }
    if (const auto* acts = qobject_cast<const ui::ProcedureModel*>(table.model()))
        return std::ranges::any_of(*acts->records(row), [&](auto record) {
            return monthOf(acts->history()->procedures[record].day) == month;
        });
    if (const auto* drugs = qobject_cast<const ui::MedicationModel*>(table.model()))
        return std::ranges::any_of(drugs->course(row).supplies, [month](const history::Supply& supply) {
            return monthOf(supply.start) <= month && monthOf(supply.end) >= month;
        });
    const auto* tests = qobject_cast<const ui::ExaminationModel*>(table.model());
    const int column = table.currentIndex().column();
    return tests != nullptr && tests->isDate(column) && monthOf(tests->date(column).day) == month &&
           tests->times(row, column) > 0;
}

/// What the history holds of that month on a page, fees apart.
int recordedOn(Qt::Key key, const history::History& of, Month month) {
    const auto count = [](const auto& list, const auto& is) {
        return static_cast<int>(std::count_if(list.begin(), list.end(), is));
    };
    switch (key) {
    case Qt::Key_F3:
        return count(of.problems, [month](const auto& problem) {
            return std::ranges::find(problem.months, month, &history::MonthMark::month) != problem.months.end();
        });
    case Qt::Key_F4:
        return count(of.procedures, [month](const auto& record) {
            return monthOf(record.day) == month && record.group != history::ProcedureGroup::Management &&
                   record.group != history::ProcedureGroup::Other;
        });
    case Qt::Key_F5:
        return count(of.medications, [month](const auto& course) {
            return std::ranges::any_of(course.supplies, [month](const history::Supply& supply) {
                return monthOf(supply.start) <= month && monthOf(supply.end) >= month;
            });
        });
    default:
        return count(of.examinations, [month](const auto& test) {
            return !test.feeOnly &&
                   std::ranges::any_of(test.done, [month](const auto& one) { return monthOf(one.day) == month; });
        });
    }
}

constexpr std::array pages{Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_F6};

} // namespace

TEST_CASE("move: from each month of the time line each page stands at that month, or says that it holds nothing") {
    int stood = 0, empty = 0, missing = 0;
    for (const char* id : {"K01", "K05", "K10", "K24"}) {
        const auto history = person(id);
        PatientDesk desk(history);
        const test::ClaimsCheck claims(*history);
        const auto months = monthsOf(*history);
        const std::size_t every = months.size() > 40 ? 9 : 4;
        for (std::size_t i = 0; i + 1 < months.size(); ++i) {
            const Month month = months[i];
            if (i % every != 0 && std::ranges::none_of(history->coverage, [month](const auto& of) {
                    return of.month == month && of.state == history::CoverageState::Missing;
                }))
                continue;
            for (const auto key : pages) {
                CAPTURE(id, isoMonth(month), int(key));
                choose(desk, month);
                desk.press(key);
                const QString words = noted(desk);
                CAPTURE(words.toStdString());
                REQUIRE(words.contains(ui::Words::month(month)));
                CHECK(claims.complaints(words).isEmpty());
                const bool gap = std::ranges::any_of(history->coverage, [month](const auto& of) {
                    return of.month == month && of.state == history::CoverageState::Missing;
                });
                if (recordedOn(key, *history, month) == 0) {
                    ++(gap ? missing : empty);
                    CHECK(words.contains(gap ? QStringLiteral("分かりません") : QStringLiteral("診療分まで")));
                    continue;
                }
                ++stood;
                CHECK(isOf(focused(), month));
                CHECK(inSight(focused()));
            }
        }
    }
    CHECK(stood > 80);
    CHECK(empty > 10);
    CHECK(missing > 0);
}

TEST_CASE("move: Esc leads back to the newest with the filters as they were, and the time line keeps its month") {
    const auto history = person("K05");
    const Month month = *history->newestMonth - std::chrono::months(50);
    for (const auto key : pages) {
        CAPTURE(int(key));
        PatientDesk desk(history);
        desk.press(key);
        auto* bar = desk.seen<ui::FilterBar>();
        const auto before = bar->state();
        choose(desk, month);
        desk.press(key);
        REQUIRE_FALSE(noted(desk).isEmpty());
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Escape);
        CHECK(noted(desk).isEmpty());
        CHECK(bar->state().filter == before.filter);
        CHECK(focused().verticalScrollBar()->value() == 0);
        if (key == Qt::Key_F6)
            CHECK(focused().horizontalScrollBar()->value() == focused().horizontalScrollBar()->maximum());
        desk.press(key == Qt::Key_F3 ? Qt::Key_F5 : Qt::Key_F3); // the newest is meant for all of them
        CHECK(noted(desk).isEmpty());
        desk.press(Qt::Key_F7);
        CHECK(desk.seen<ui::TimelineView>()->selected() == month);
        desk.press(key); // and leads there again
        CHECK_FALSE(noted(desk).isEmpty());
    }
}

TEST_CASE("move: from page to page the month is taken along once, then one's own place is found again") {
    PatientDesk desk(person("K05"));
    choose(desk, *person("K05")->newestMonth - std::chrono::months(20));
    desk.press(Qt::Key_F3);
    desk.press(Qt::Key_F5);
    CHECK_FALSE(noted(desk).isEmpty());
    desk.press(Qt::Key_End);
    const QString stood = test::rowWords(focused().currentIndex());
    desk.press(Qt::Key_F3);
    desk.press(Qt::Key_F5);
    CHECK(test::rowWords(focused().currentIndex()) == stood);
    desk.press(Qt::Key_F7);
    desk.press(Qt::Key_End); // the newest: nothing is stood at any more
    desk.press(Qt::Key_F5);
    CHECK(noted(desk).isEmpty());
}

TEST_CASE("move: filters give way only where they hide the whole month, and say so") {
    const auto history = person("K05");
    PatientDesk desk(history);
    auto* tabs = desk.tabs;
    SECTION("the span of the tests grows as far as needed, and shrinks again") {
        const Month month = *history->newestMonth - std::chrono::months(20);
        REQUIRE(recordedOn(Qt::Key_F6, *history, month) > 0);
        choose(desk, month);
        desk.press(Qt::Key_F6);
        auto* bar = desk.seen<ui::FilterBar>();
        CHECK(bar->filter() == 36);
        CHECK(noted(desk).contains(QStringLiteral("3年")));
        desk.press(Qt::Key_Escape);
        CHECK(bar->filter() == 12);
    }
    SECTION("a filter that shows a part of the month stays; Alt+M shows all of it") {
        desk.press(Qt::Key_F5);
        auto* bar = desk.seen<ui::FilterBar>();
        auto* model = desk.view.findChild<ui::MedicationModel*>();
        Month month = *history->newestMonth - std::chrono::months(1);
        const auto partly = [model](Month of) {
            const auto records = model->recordsOf(of);
            return ui::shownOf(records) > 0 && ui::shownOf(records) < ui::countOf(records);
        };
        while (!partly(month) && month > monthsOf(*history).front())
            month -= std::chrono::months(1);
        REQUIRE(partly(month));
        const auto records = model->recordsOf(month);
        choose(desk, month);
        desk.press(Qt::Key_F5);
        CHECK(bar->filter() == static_cast<int>(ui::DrugFilter::Current));
        CHECK(isOf(focused(), month));
        desk.press(Qt::Key_M, Qt::AltModifier);
        CHECK(bar->filter() == static_cast<int>(ui::DrugFilter::All));
        CHECK(ui::shownOf(model->recordsOf(month)) == ui::countOf(records));
        CHECK(noted(desk).contains(QStringLiteral("すべて")));
        desk.press(Qt::Key_Escape);
        CHECK(bar->filter() == static_cast<int>(ui::DrugFilter::Current));
    }
    SECTION("what was typed, and finds nothing in the month, is put aside and comes back") {
        desk.press(Qt::Key_F3);
        auto* bar = desk.seen<ui::FilterBar>();
        bar->search()->setText(QStringLiteral("白内障"));
        const Month month = *history->newestMonth - std::chrono::months(60);
        const auto* model = desk.view.findChild<ui::DiseaseModel*>();
        const auto records = model->recordsOf(month);
        REQUIRE(ui::countOf(records) > 0);
        REQUIRE(ui::shownOf(records) == 0);
        choose(desk, month);
        desk.press(Qt::Key_F3);
        CHECK(bar->query().isEmpty());
        CHECK(isOf(focused(), month));
        CHECK(noted(desk).contains(QStringLiteral("検索")));
        desk.press(Qt::Key_Escape);
        CHECK(bar->query() == QStringLiteral("白内障"));
    }
    SECTION("a grade") {
        desk.press(Qt::Key_F3);
        auto* bar = desk.seen<ui::FilterBar>();
        desk.press(Qt::Key_4, Qt::AltModifier); // named in one month only
        const int grade = bar->filter();
        REQUIRE(grade == static_cast<int>(history::Grade::SingleMonth));
        const Month month = *history->newestMonth - std::chrono::months(70);
        choose(desk, month);
        desk.press(Qt::Key_F3);
        CHECK(isOf(focused(), month));
        desk.press(Qt::Key_Escape);
        CHECK(bar->filter() == grade);
    }
    SECTION("the axis of the drugs reaches the month") {
        choose(desk, *history->newestMonth - std::chrono::months(20));
        desk.press(Qt::Key_F5);
        auto& table = dynamic_cast<ui::MedicationTable&>(focused());
        CHECK(table.axis().from <= firstOf(*history->newestMonth - std::chrono::months(20)));
        desk.press(Qt::Key_Escape);
        CHECK(table.axis().from == firstOf(*history->newestMonth - std::chrono::months(11)));
    }
    CHECK(tabs->currentIndex() > 0);
}

TEST_CASE("move: the strip of the diseases goes to the month") {
    const auto history = person("K05");
    PatientDesk desk(history);
    const Month month = *history->newestMonth - std::chrono::months(50);
    choose(desk, month);
    desk.press(Qt::Key_F3);
    auto* model = desk.view.findChild<ui::DiseaseModel*>();
    const auto months = model->stripMonths();
    CHECK(std::ranges::find(months, month) != months.end());
    desk.press(Qt::Key_Escape);
    CHECK(model->stripMonths().back() == *history->newestMonth);
}

TEST_CASE("move: a refresh leaves the page at its month, another patient starts at the newest") {
    const auto now = person("K05");
    PatientDesk desk(test::before(*now, 3));
    const Month month = *now->newestMonth - std::chrono::months(20);
    choose(desk, month);
    desk.press(Qt::Key_F6);
    const QString stood = test::rowWords(focused().currentIndex());
    const int across = focused().horizontalScrollBar()->value();
    desk.show(now);
    CHECK(test::rowWords(focused().currentIndex()) == stood);
    CHECK(focused().horizontalScrollBar()->value() == across);
    CHECK(noted(desk).contains(ui::Words::month(month)));
    desk.view.clear();
    desk.show(person("K11"));
    desk.press(Qt::Key_F6);
    CHECK(noted(desk).isEmpty());
}

TEST_CASE("move: the evidence closes first, then the month is left") {
    const auto history = person("K05");
    PatientDesk desk(history);
    choose(desk, *history->newestMonth - std::chrono::months(20));
    desk.press(Qt::Key_F4);
    desk.press(Qt::Key_Return);
    auto* evidence = desk.view.findChild<ui::EvidencePanel*>();
    REQUIRE(evidence->isVisible());
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(evidence->isVisible());
    CHECK_FALSE(noted(desk).isEmpty());
    desk.press(Qt::Key_Escape);
    CHECK(noted(desk).isEmpty());
}
