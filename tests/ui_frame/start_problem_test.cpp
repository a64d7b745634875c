// A start that cannot go on says why, and ends when it was read.
#include "tests/ui_frame/seen_text.h"
#include "ui/problems/problem_table.h"
#include "ui/problems/start_problem.h"

#include <QApplication>
#include <QTest>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::ui;

TEST_CASE("a problem at the start is shown in words and closed with one key") {
    const Problem missing{"client.settings-missing", "/etc/somewhere", {}};
    QStringList seen;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        QWidget* window = QApplication::activeModalWidget();
        if (window != nullptr && seen.isEmpty()) {
            seen = test::everyTextOf(*window);
            QTest::keyClick(window, Qt::Key_Escape);
        }
    });
    look.start(20);
    showStartProblem(missing);
    const QString everything = seen.join(QLatin1Char('\n'));
    CHECK(everything.contains(wordsFor(missing).title));
    CHECK(everything.contains(QStringLiteral("client.settings-missing")));
    CHECK_FALSE(everything.contains(QStringLiteral("/etc/somewhere")));
}
