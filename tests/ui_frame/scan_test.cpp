// The scan page: who presents, words for wrong codes, progress with numbers and a way to stop.
#include "tests/ui_frame/samples.h"
#include "tests/ui_frame/seen_text.h"
#include "ui/controls/choice_box.h"
#include "ui/controls/progress_row.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;

namespace {

struct Said {
    protocol::PresentedBy who;
    QString relation, reason;
};

struct Scan {
    MainWindow window{options()};
    std::vector<Said> presented;
    std::vector<bool> camera;
    int cancelled = 0;
    int locks = 0;

    Scan() {
        QObject::connect(&window, &MainWindow::presentedByChanged, &window,
                         [this](protocol::PresentedBy who, const QString& relation, const QString& reason) {
                             presented.push_back({who, relation, reason});
                         });
        QObject::connect(&window, &MainWindow::scanShown, &window, [this](bool on) { camera.push_back(on); });
        QObject::connect(&window, &MainWindow::cancelOpeningWanted, &window, [this] { ++cancelled; });
        QObject::connect(&window, &MainWindow::lockWanted, &window, [this] { ++locks; });
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        window.showSignIn(facts());
        window.showHome(doctor());
    }
    KeyButton* button(const QString& words) { return buttonOf(window, words); }
    bool says(const QString& words) { return test::says(window, words); }
};

} // namespace

TEST_CASE("home starts the camera and says who is signed in") {
    Scan page;
    CHECK(page.camera == std::vector{true});
    REQUIRE_FALSE(page.presented.empty());
    CHECK(page.presented.back().who == protocol::PresentedBy::Patient);
    CHECK(page.says(QStringLiteral("患者カードのQRコード")));
    CHECK(page.says(QStringLiteral("香西 直樹")));
}

TEST_CASE("a proxy's card is read only after relation and reason are recorded") {
    Scan page;
    page.presented.clear();
    QTest::keyClick(&page.window, Qt::Key_2, Qt::AltModifier);
    CHECK(page.camera == std::vector{true, false});
    CHECK(page.presented.empty());
    auto* relation = page.window.findChild<ChoiceBox*>();
    REQUIRE(relation->hasFocus());
    auto* record = page.button(QStringLiteral("記録して読み取る"));
    REQUIRE(record != nullptr);
    CHECK_FALSE(record->isEnabled());
    QTest::keyClick(relation, Qt::Key_Down);
    QTest::keyClick(relation, Qt::Key_Down);
    QTest::keyClick(relation, Qt::Key_Tab);
    auto* reason = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    REQUIRE(reason != nullptr);
    QInputMethodEvent written; // as a Japanese input method hands it over
    written.setCommitString(QStringLiteral("入院中"));
    QCoreApplication::sendEvent(reason, &written);
    QTest::keyClick(reason, Qt::Key_Return);
    REQUIRE(page.presented.size() == 1);
    CHECK(page.presented.back().who == protocol::PresentedBy::Proxy);
    CHECK(page.presented.back().relation == QStringLiteral("子"));
    CHECK(page.presented.back().reason == QStringLiteral("入院中"));
    CHECK(page.camera == std::vector{true, false, true});

    SECTION("back to the patient: the record is gone") {
        QTest::keyClick(&page.window, Qt::Key_1, Qt::AltModifier);
        CHECK(page.presented.back().who == protocol::PresentedBy::Patient);
        CHECK(page.presented.back().reason.isEmpty());
    }
    SECTION("after a refusal the record is confirmed anew, before another card is read") {
        page.presented.clear();
        page.window.clearPatient();
        page.window.showScanProblem(Problem{"gateway.patient-card-lost", {}, {}});
        CHECK_FALSE(page.camera.back());
        CHECK(reason->text() == QStringLiteral("入院中"));
        QTest::keyClick(reason, Qt::Key_Return);
        REQUIRE(page.presented.size() == 1);
        CHECK(page.presented.back().who == protocol::PresentedBy::Proxy);
        CHECK(page.camera.back());
    }
    SECTION("a wrong code leaves the record as it is") {
        page.window.showScanProblem(Problem{"qr.not-patient-card", {}, {}});
        CHECK(page.camera.back());
    }
    SECTION("the next person starts as the patient") {
        page.window.showPatient(heading(), patientHistory());
        page.window.clearPatient();
        CHECK(page.presented.back().who == protocol::PresentedBy::Patient);
        CHECK(reason->text().isEmpty());
        CHECK(page.camera.back());
    }
}

TEST_CASE("wrong codes and refusals are said in words; the page goes on") {
    Scan page;
    for (const auto& [code, words] :
         {std::pair("qr.not-patient-card", "患者カードではない"), std::pair("qr.damaged", "壊れたカード"),
          std::pair("gateway.patient-card-lost", "紛失届"), std::pair("gateway.consent-withdrawn", "同意")}) {
        page.window.showScanProblem(Problem{code, {}, {}});
        INFO(code);
        CHECK(page.says(QString::fromUtf8(words)));
        CHECK(page.button(QStringLiteral("もう一度")) == nullptr); // showing the card again is the remedy
    }
    CHECK(page.camera == std::vector{true});
    page.window.showScanProblem(Problem{"gateway.session-expired", {}, {}});
    auto* again = page.button(QStringLiteral("サインインし直す"));
    REQUIRE(again != nullptr);
    again->click();
    CHECK(page.locks == 1);
}

TEST_CASE("progress has numbers after one second and a way out after three") {
    Scan page;
    page.window.showOpening(0, 412);
    auto* progress = page.window.findChild<ProgressRow*>();
    CHECK_FALSE(progress->isVisible());
    CHECK(QTest::qWaitFor([&] { return progress->isVisible(); }, 1500));
    CHECK(page.button(QStringLiteral("中止")) == nullptr);
    page.window.showOpening(120, 412);
    CHECK(progress->words().contains(QStringLiteral("412")));
    CHECK(progress->words().contains(QStringLiteral("120")));
    REQUIRE(QTest::qWaitFor([&] { return page.button(QStringLiteral("中止")) != nullptr; }, 3000));
    QTest::keyClick(&page.window, Qt::Key_Escape);
    CHECK(page.cancelled == 1);
    page.window.clearPatient();
    CHECK_FALSE(progress->isVisible());
}

TEST_CASE("what is quick shows no progress") {
    Scan page;
    page.window.showOpening(0, 10);
    page.window.showPatient(heading(), patientHistory());
    page.window.clearPatient();
    QTest::qWait(1200);
    CHECK_FALSE(page.window.findChild<ProgressRow*>()->isVisible());
}

TEST_CASE("leaving the scan page rests the camera") {
    Scan page;
    page.window.showPatient(heading(), patientHistory());
    CHECK(page.camera == std::vector{true, false});
    page.window.clearPatient();
    CHECK(page.camera == std::vector{true, false, true});
    page.window.lockScreen();
    CHECK(page.camera == std::vector{true, false, true, false});
}

TEST_CASE("Ctrl+L locks from here and not from the sign-in page") {
    Scan page;
    QTest::keyClick(&page.window, Qt::Key_L, Qt::ControlModifier);
    CHECK(page.locks == 1);
    page.window.lockScreen();
    QTest::keyClick(&page.window, Qt::Key_L, Qt::ControlModifier);
    CHECK(page.locks == 1);
}
