// Nothing needs a mouse: Tab reaches every widget that takes the keyboard, and the focus is never lost.
#include "tests/ui_frame/samples.h"

#include <QApplication>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace kmixr;
using namespace kmixr::ui;
using namespace kmixr::ui::test;

namespace {

std::set<QWidget*> stops(MainWindow& window) {
    std::set<QWidget*> all;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
            widget->focusProxy() == nullptr) {
            all.insert(widget);
        }
    }
    return all;
}

void checkReach(MainWindow& window, const char* page) {
    INFO(page);
    const std::set<QWidget*> wanted = stops(window);
    REQUIRE(wanted.size() >= 2);
    std::set<QWidget*> reached;
    for (std::size_t i = 0; i < wanted.size() * 2 + 4; ++i) {
        QWidget* at = QApplication::focusWidget();
        REQUIRE(at != nullptr); // never lost
        REQUIRE(at->isVisible());
        reached.insert(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    for (QWidget* widget : wanted) {
        INFO(widget->metaObject()->className() << " " << widget->accessibleName().toStdString());
        CHECK(reached.contains(widget));
        CHECK_FALSE((widget->accessibleName().isEmpty() && widget->property("text").toString().isEmpty() &&
                     QString::fromLatin1(widget->metaObject()->className()) != QStringLiteral("kmixr::ui::TabBar")));
    }
}

} // namespace

TEST_CASE("Tab reaches everything on every page, and everything has a name") {
    MainWindow window(options());
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    window.showSignIn(facts());
    checkReach(window, "PIN");
    window.showAccountWanted(std::nullopt);
    checkReach(window, "account");
    window.showSignInProblem(Problem{"gateway.offline", {}, {}});
    checkReach(window, "problem");
    window.showSignIn(facts());
    window.showHome(doctor());
    checkReach(window, "scan");
    QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier);
    checkReach(window, "scan, proxy");
    window.showPatient(heading(), patientHistory());
    checkReach(window, "patient");
}
