// A patient on the screen, and off it: banner and pages in one frame, nothing left behind, late answers show nothing.
#include "core/receipt/reader.h"
#include "tests/core_receipt/practice_masters.h"
#include "tests/ui_frame/samples.h"
#include "tests/ui_frame/seen_text.h"
#include "ui/evidence/evidence_panel.h"
#include "ui/evidence/sheet_model.h"
#include "ui/frame/pages.h"
#include "ui/frame/patient_banner.h"
#include "ui/theme/metrics.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;

namespace {

/// Names of all that a screen reader meets on its way down from there, leaving out what is hidden.
QStringList accessibleNames(QAccessibleInterface* from) {
    QStringList names;
    if (from == nullptr || from->state().invisible) {
        return names;
    }
    names << from->text(QAccessible::Name);
    for (int i = 0; i < from->childCount(); ++i) {
        names << accessibleNames(from->child(i));
    }
    return names;
}

struct Patient {
    MainWindow window{options()};
    int closed = 0;
    int retries = 0;

    Patient() {
        QObject::connect(&window, &MainWindow::closePatientWanted, &window, [this] { ++closed; });
        QObject::connect(&window, &MainWindow::retryWanted, &window, [this] { ++retries; });
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        window.showSignIn(facts());
        window.showHome(doctor());
        window.showPatient(heading(), patientHistory());
    }
    PatientBanner* banner() { return window.findChild<PatientBanner*>(); }
    EvidencePanel* evidence() { return window.findChild<EvidencePanel*>(); }
    QStringList left() { return foundIn(window, patientWords()); }
};

} // namespace

TEST_CASE("the banner says everything in one sentence") {
    Patient page;
    const QString sentence = page.banner()->accessibleName();
    for (const char* words :
         {"丸岡 千代子", "マルオカ チヨコ", "1942年2月11日(昭和17年)", "84歳", "女", "香川県後期高齢者医療広域連合",
          "末尾 K7Q2", "2026年4月診療分まで", "本人がカードを提示 10:11", "オンライン"}) {
        INFO(words);
        CHECK(sentence.contains(QString::fromUtf8(words)));
    }
    CHECK_FALSE(sentence.contains(QStringLiteral("か月前")));
}

TEST_CASE("what is not known is said, and old data are said to be old") {
    Patient page;
    PatientHeading unknown;
    unknown.person.name = "丸岡　千代子";
    unknown.presentedBy = protocol::PresentedBy::Proxy;
    unknown.newestMonth = std::chrono::year(2026) / 2;
    page.window.showPatient(unknown, patientHistory());
    CHECK(page.banner()->accessibleName().contains(QStringLiteral("不明")));
    CHECK(page.banner()->accessibleName().contains(QStringLiteral("代理の人がカードを提示")));
    CHECK(page.banner()->accessibleName().contains(QStringLiteral("(5か月前)")));
    unknown.newestMonth.reset();
    page.window.showPatient(unknown, patientHistory());
    CHECK(page.banner()->accessibleName().contains(QStringLiteral("まだレセプトが届いていません")));
}

TEST_CASE("the window's title never carries a name") {
    Patient page;
    CHECK(page.window.windowTitle() == QStringLiteral("K-MIX R BASIC"));
}

TEST_CASE("closing, locking and pulling the card leave nothing of the patient in any widget") {
    Patient page;
    // The check can fail: now the words are there.
    REQUIRE(page.left().size() >= 6);
    page.window.showPatientProblem(Problem{"gateway.interrupted", {}, {}});
    SECTION("close") {
        page.window.clearPatient();
    }
    SECTION("lock") {
        page.window.lockScreen();
    }
    SECTION("card pulled") {
        page.window.showReader(reader(card::ReaderState::NoCard));
    }
    SECTION("with evidence open") {
        page.evidence()->show(QStringLiteral("心房細動 — 治療あり"), patientHistory()->problems.front().evidence,
                              patientHistory());
        REQUIRE(page.left().contains(QStringLiteral("613330003")));
        page.window.clearPatient();
    }
    const QStringList left = page.left();
    INFO(left.join(' ').toStdString());
    CHECK(left.isEmpty());
}

TEST_CASE("a late answer after the lock shows nothing") {
    Patient page;
    page.window.lockScreen();
    page.window.showPatient(heading(), patientHistory());
    page.window.showOpening(3, 12);
    page.window.showPatientProblem(Problem{"gateway.interrupted", {}, {}});
    CHECK(page.left().isEmpty());
    CHECK_FALSE(page.banner()->isVisible());
}

TEST_CASE("a summary that is refreshed keeps its tab; the next patient starts at the first") {
    Patient page;
    auto* tabs = page.banner()->parentWidget()->findChild<TabBar*>();
    REQUIRE(tabs->count() == static_cast<int>(makePatientPages().size()));
    const int last = tabs->count() - 1;
    tabs->setCurrentIndex(last);
    page.window.showOpening(3, 12); // refreshing: what was held is on the screen
    CHECK(foundIn(page.window, {QStringLiteral("更新中")}).size() == 1);
    page.window.showPatient(heading(), patientHistory());
    CHECK(foundIn(page.window, {QStringLiteral("更新中")}).isEmpty());
    CHECK(tabs->currentIndex() == last);
    page.window.clearPatient();
    page.window.showPatient(heading(), patientHistory());
    CHECK(tabs->currentIndex() == 0);
}

TEST_CASE("F keys turn the pages, F12 closes") {
    Patient page;
    auto* tabs = page.banner()->parentWidget()->findChild<TabBar*>();
    for (int i = tabs->count() - 1; i >= 0; --i) {
        QTest::keyClick(&page.window, static_cast<Qt::Key>(Qt::Key_F2 + i));
        CHECK(tabs->currentIndex() == i);
    }
    QTest::keyClick(&page.window, Qt::Key_Tab, Qt::ControlModifier);
    CHECK(tabs->currentIndex() == (tabs->count() > 1 ? 1 : 0));
    QTest::keyClick(&page.window, Qt::Key_F12);
    CHECK(page.closed == 1);
}

TEST_CASE("search and emergency sheet lie over the pages: Ctrl+K, Ctrl+F, Ctrl+E; Esc and F keys lead back") {
    Patient page;
    auto* tabs = page.banner()->parentWidget()->findChild<TabBar*>();
    const auto shown = [&page](const char* className) {
        for (const auto* one : page.window.findChildren<PatientPage*>()) {
            if (one->isVisible()) {
                return QString::fromLatin1(one->metaObject()->className()).endsWith(QString::fromLatin1(className));
            }
        }
        return false;
    };
    CHECK(shown("SummaryPage"));
    QTest::keyClick(&page.window, Qt::Key_K, Qt::ControlModifier);
    CHECK(shown("SearchPage"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("x"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // the words first, then the page
    CHECK(shown("SearchPage"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK(shown("SummaryPage"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F,
                    Qt::ControlModifier); // the summary has no search of its own
    CHECK(shown("SearchPage"));
    QTest::keyClick(&page.window, Qt::Key_F2); // the tab that is current all the while
    CHECK(shown("SummaryPage"));
    QTest::keyClick(&page.window, Qt::Key_E, Qt::ControlModifier);
    CHECK(shown("SheetPage"));
    QTest::keyClick(&page.window, Qt::Key_F3);
    CHECK(tabs->currentIndex() == 1);
    CHECK(shown("DiseasesPage"));
    QTest::keyClick(&page.window, Qt::Key_E, Qt::ControlModifier);
    page.window.clearPatient();
    CHECK(page.left().isEmpty());
    page.window.showPatient(heading(), patientHistory());
    CHECK(shown("SummaryPage")); // the next patient begins with the summary
}

TEST_CASE("suspected diseases are not counted on any tab") {
    Patient page;
    auto* tabs = page.banner()->parentWidget()->findChild<TabBar*>();
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(QStringLiteral("傷病"))) {
            CHECK(tabs->accessibleTabName(i) == QStringLiteral("傷病 1"));
        }
    }
}

TEST_CASE("evidence: a comment with a line of its own is marked, one that stands within the marked line is not") {
    auto history = *patientHistory();
    history.receipts.front().value =
        receipt::read("RE,1,1118,202508,架空　一郎,1,19500101,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\nHO,06370001,１,２,1,49\n"
                      "SI,60,1,160010010,,49,1,810000001,別の施設で採血,,,,,1\nCO,60,1,810000001,検体は前日のもの\n")
            .receipts.at(0);
    history.masters = receipt::samples::practice();
    const auto markedRows = [&](std::set<receipt::LineNumber> lines) {
        SheetModel paper;
        paper.show(&history, 0, std::move(lines));
        QStringList marked;
        for (int row = 0; row < paper.rowCount({}); ++row) {
            if (!paper.index(row, SheetModel::Mark).data().toString().isEmpty()) {
                marked << paper.index(row, SheetModel::Name).data().toString().trimmed();
            }
        }
        return marked;
    };
    CHECK(markedRows({3}) == QStringList{QStringLiteral("ＨｂＡ１ｃ")});
    CHECK(markedRows({4}) == QStringList{QStringLiteral("検体は前日のもの")});
}

TEST_CASE("evidence: lines marked with ground and word, receipts in time, Esc leads back") {
    Patient page;
    QWidget* before = QApplication::focusWidget();
    const auto history = std::make_shared<history::History>(*patientHistory());
    history->masters = receipt::samples::practice();
    page.evidence()->show(QStringLiteral("心房細動"), history->problems.front().evidence, history);
    REQUIRE(page.evidence()->isVisible());
    CHECK(page.evidence()->width() >= 900);
    CHECK(foundIn(page.window, {QStringLiteral("令和8年4月分")}).size() == 1);
    const auto tableOf = [&page](auto* model) -> QTableView* {
        for (auto* table : page.evidence()->template findChildren<QTableView*>()) {
            if (qobject_cast<decltype(model)>(table->model()) != nullptr) {
                return table;
            }
        }
        return nullptr;
    };
    QTableView* paper = tableOf(static_cast<SheetModel*>(nullptr));
    QTableView* raw = tableOf(static_cast<RawLinesModel*>(nullptr));
    REQUIRE(paper->isVisible());
    REQUIRE_FALSE(raw->isVisible());
    const auto on = [](QTableView* table, int row, int column, int role = Qt::DisplayRole) {
        return table->model()->index(row, column).data(role);
    };
    // Headings, two diseases, headings, three lines.
    CHECK(on(paper, 0, SheetModel::Name).toString() == QStringLiteral("傷病名"));
    CHECK(on(paper, 1, SheetModel::Name).toString() == QStringLiteral("8835393(マスター未収載)"));
    CHECK(on(paper, 1, SheetModel::Amount).toString() == QStringLiteral("平29.9.20"));
    CHECK(on(paper, 1, SheetModel::Points).toString() == QStringLiteral("継続"));
    CHECK(on(paper, 1, SheetModel::Mark).toString() == QStringLiteral("◀ 根拠"));
    CHECK(on(paper, 1, SheetModel::Name, Qt::BackgroundRole).value<QColor>() == Roles::current().mark);
    CHECK(on(paper, 1, SheetModel::Name, Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("根拠")));
    CHECK(on(paper, 2, SheetModel::Mark).toString().isEmpty());
    CHECK(on(paper, 5, SheetModel::Number).toString() == QStringLiteral("21 内服"));
    CHECK(on(paper, 5, SheetModel::Name).toString() == QStringLiteral("ワーファリン錠１ｍｇ"));
    CHECK(on(paper, 5, SheetModel::Amount).toString() == QStringLiteral("2錠"));
    CHECK(on(paper, 5, SheetModel::Points).toString() == QStringLiteral("2×28"));
    CHECK(paper->currentIndex().row() == 1);

    QTest::keyClick(&page.window, Qt::Key_K, Qt::AltModifier); // as recorded
    REQUIRE(raw->isVisible());
    REQUIRE_FALSE(paper->isVisible());
    CHECK(raw->hasFocus());
    CHECK(on(raw, 3, RawLinesModel::Mark).toString() == QStringLiteral("◀ 根拠"));
    CHECK(on(raw, 3, RawLinesModel::Record).toString() == QStringLiteral("傷病名"));
    CHECK(on(raw, 3, RawLinesModel::Name).toString() == QStringLiteral("心房細動"));
    CHECK(on(raw, 3, RawLinesModel::Name, Qt::BackgroundRole).value<QColor>() == Roles::current().mark);
    CHECK(on(raw, 6, RawLinesModel::Name).toString() == QStringLiteral("ワーファリン錠1mg")); // not the disease's name
    CHECK(on(raw, 5, RawLinesModel::Mark).toString().isEmpty());
    QTest::keyClick(&page.window, Qt::Key_K, Qt::AltModifier);
    REQUIRE(paper->isVisible());
    QTest::keyClick(&page.window, Qt::Key_PageDown);
    CHECK(foundIn(page.window, {QStringLiteral("令和8年3月分")}).size() == 1);
    QTest::keyClick(&page.window, Qt::Key_Escape);
    CHECK_FALSE(page.evidence()->isVisible());
    CHECK(QApplication::focusWidget() == before);
}

TEST_CASE("a screen reader finds the evidence while it lies over the page, and nothing of it afterwards") {
    Patient page;
    const auto history = patientHistory();
    const auto told = [&page] { return accessibleNames(QAccessible::queryAccessibleInterface(&page.window)); };
    const QString panel = QStringLiteral("根拠:心房細動");
    const QString lines = QStringLiteral("レセプトの行");
    CHECK_FALSE(told().contains(panel));
    page.evidence()->show(QStringLiteral("心房細動"), history->problems.front().evidence, history);
    CHECK(told().contains(panel));
    CHECK(told().contains(lines));
    QTest::keyClick(&page.window, Qt::Key_Escape);
    CHECK_FALSE(told().contains(panel));
    CHECK_FALSE(told().contains(lines));
}

TEST_CASE("who pays besides the insurer, and the admission, stand on the paper too") {
    SheetModel model;
    history::History history = *patientHistory();
    const auto texts = [&model] {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            all << model.index(row, SheetModel::Name).data().toString();
        }
        return all.join(QLatin1Char('\n'));
    };
    model.show(&history, 0, {});
    CHECK_FALSE(texts().contains(QStringLiteral("39370000"))); // the only payer stands in the head
    receipt::PublicExpense expense;
    expense.line = 3;
    expense.payerNumber = "54370012";
    history.receipts[0].value.publicExpenses = {expense};
    history.receipts[0].value.admitted = std::chrono::year(2026) / 4 / 3;
    model.show(&history, 0, {});
    CHECK(texts().contains(QStringLiteral("39370000")));
    CHECK(texts().contains(QStringLiteral("54370012")));
    CHECK(texts().contains(QStringLiteral("入院 2026年4月3日")));
}

TEST_CASE("a problem above the page offers what works here") {
    Patient page;
    page.window.showPatientProblem(Problem{"gateway.interrupted", {}, {}});
    KeyButton* again = buttonOf(page.window, QStringLiteral("もう一度"));
    REQUIRE(again != nullptr);
    again->click();
    CHECK(page.retries == 1);
}

TEST_CASE("text sizes go up and down by keys") {
    Patient page;
    QTest::keyClick(&page.window, Qt::Key_Plus, Qt::ControlModifier);
    CHECK(Metrics::factor() == 1.15);
    CHECK(page.banner()->sizeHint().height() == Metrics::px(58));
    QTest::keyClick(&page.window, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&page.window, Qt::Key_Minus, Qt::ControlModifier);
    CHECK(Metrics::factor() == 0.9);
    QTest::keyClick(&page.window, Qt::Key_0, Qt::ControlModifier);
    CHECK(Metrics::factor() == 1.0);
}

TEST_CASE("at every text size the window fits a screen of 1366 pixels; what folds keeps its key") {
    Patient page;
    KeyButton* close = buttonOf(page.window, QStringLiteral("患者を閉じる"));
    REQUIRE(close != nullptr);
    CHECK(close->isVisible());
    for (int larger = 0; larger < 6; ++larger) {
        INFO(Metrics::factor());
        page.window.resize(1366, 700); // 768 less the desktop's panel and the title bar
        QCoreApplication::processEvents();
        CHECK(page.window.width() == 1366);
        CHECK(page.window.height() == 700);
        const bool folded = buttonOf(page.window, QStringLiteral("操作")) != nullptr; // finds what is visible
        CHECK(folded != close->isVisible());
        const auto* tabs = page.banner()->parentWidget()->findChild<TabBar*>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            CHECK(tabs->rect().contains(tabs->tabRect(tab)));
        }
        QTest::keyClick(&page.window, Qt::Key_Plus, Qt::ControlModifier);
    }
    CHECK(Metrics::factor() == 2.0);
    REQUIRE_FALSE(close->isVisible());
    QTest::keyClick(&page.window, Qt::Key_O, Qt::AltModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu != nullptr);
    REQUIRE(menu->isVisible());
    CHECK(menu->actions().constLast()->text() == QStringLiteral("患者を閉じる"));
    menu->close();
    QTest::keyClick(&page.window, Qt::Key_F12);
    CHECK(page.closed == 1);
    Metrics::setFactor(1.0);
}
