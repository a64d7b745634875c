// The time line: what its lanes hold, how it is walked, and what a screen reader hears of each month.
#include "tests/core_history/people.h"
#include "tests/ui_pages/chiyoko.h"
#include "tests/ui_pages/said.h"
#include "ui/timeline/timeline_page.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace kmixr;

namespace {

std::shared_ptr<const history::History> person(const char* id) {
    const auto& people = history::test::practicePeople();
    return std::find_if(people.begin(), people.end(), [id](const auto& one) { return one.id == id; })->history;
}

struct Shown {
    explicit Shown(std::shared_ptr<const history::History> history) {
        page.setHistory(std::move(history));
        test::present(page);
        view = page.findChild<ui::TimelineView*>();
        REQUIRE(view != nullptr);
        page.takeFocus();
    }
    ui::TimelinePage page;
    ui::TimelineView* view = nullptr;
};

} // namespace

TEST_CASE("time line: drugs of one ingredient share a row, ended ones come last, the bars are the courses") {
    const auto history = person("K05");
    const ui::TimelineLanes lanes(history);
    REQUIRE_FALSE(lanes.drugs().empty());
    std::set<std::uint32_t> seen;
    bool ended = false;
    for (const auto& drug : lanes.drugs()) {
        CHECK_FALSE(drug.name.isEmpty());
        CHECK((!ended || drug.ended));
        ended = drug.ended;
        for (const auto course : drug.courses)
            CHECK(seen.insert(course).second);
    }
    const auto warfarin = std::find_if(lanes.drugs().begin(), lanes.drugs().end(), [](const auto& drug) {
        return drug.name == QStringLiteral("ワーファリン") || drug.name.contains(QStringLiteral("ワルファリン"));
    });
    REQUIRE(warfarin != lanes.drugs().end());
    CHECK(warfarin->courses.size() == 2); // 1 mg and 0.5 mg
    CHECK(warfarin->prescribers == 1);
}

TEST_CASE("time line: two insurers follow each other, and a gap between them is named") {
    const ui::TimelineLanes two(person("K05"));
    REQUIRE(two.insurers().size() == 2);
    CHECK(two.insurers()[0].name == QStringLiteral("国民健康保険 379990"));
    CHECK(two.insurers()[1].name == QStringLiteral("後期高齢者医療 39379995"));
    const ui::TimelineLanes gap(person("K24"));
    REQUIRE(gap.gaps().size() == 1);
    const QString words = ui::TimelineLanes::gapWords(gap.gaps().front());
    CHECK(words.contains(QStringLiteral("未取得(保険者の変更)")));
    CHECK(words.contains(u'月'));
    CHECK(gap.words(gap.gaps().front().from).contains(QStringLiteral("分かりません")));
    CHECK(gap.ask(gap.gaps().front().from).evidence.empty());
}

TEST_CASE("time line: walked by month, year and event; 1 3 5 0 change the years; Enter opens the month's receipts") {
    Shown of(person("K05"));
    const Month last = of.view->selected();
    CHECK(last == person("K05")->newestMonth);
    test::press(*of.view, Qt::Key_Left);
    CHECK(monthsBetween(of.view->selected(), last) == 1);
    test::press(*of.view, Qt::Key_Left, Qt::ControlModifier);
    CHECK(monthsBetween(of.view->selected(), last) == 13);
    test::press(*of.view, Qt::Key_1);
    CHECK(of.view->years() == 1);
    CHECK(of.view->from() <= of.view->selected());
    CHECK(of.view->selected() <= of.view->to());
    test::press(*of.view, Qt::Key_Home);
    CHECK(of.view->from() == of.view->selected());
    test::press(*of.view, Qt::Key_0);
    CHECK(of.view->years() == 10);
    test::press(*of.view, Qt::Key_End);
    CHECK(of.view->selected() == last);
    const Month before = of.view->selected();
    test::press(*of.view, Qt::Key_Up);
    CHECK(of.view->selected() < before);
    test::press(*of.view, Qt::Key_End);
    QSignalSpy wanted(&of.page, &ui::PatientPage::evidenceWanted);
    test::press(*of.view, Qt::Key_Return);
    REQUIRE(wanted.count() == 1);
    CHECK(wanted.front().at(0).toString() == QStringLiteral("2025年8月のレセプト"));
    CHECK(wanted.front().at(1).value<std::vector<history::Evidence>>().size() == 8);
}

TEST_CASE("time line: each month is an item that says itself, absence with its month") {
    Shown of(person("K01"));
    auto* access = QAccessible::queryAccessibleInterface(of.view);
    REQUIRE(access != nullptr);
    CHECK(access->childCount() == 120);
    int visited = 0;
    for (int i = 0; i < access->childCount(); ++i) {
        const QString words = access->child(i)->text(QAccessible::Name);
        const bool nothing = words.contains(QStringLiteral("受診の記録はありません"));
        visited += nothing ? 0 : 1;
        CHECK((!nothing || words.contains(QStringLiteral("診療分まで"))));
    }
    CHECK(visited == 2); // she was seen in two months
}

TEST_CASE("time line: nothing of the patient stays when the page is emptied") {
    Shown of(test::chiyoko());
    CHECK(test::spoken(of.page).contains(QStringLiteral("みどり橋透析")));
    of.page.setHistory(nullptr);
    CHECK_FALSE(test::spoken(of.page).contains(QStringLiteral("みどり橋透析")));
    CHECK(of.view->itemCount() == 0);
}
