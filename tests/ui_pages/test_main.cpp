// Catch2 with a QApplication on the off-screen platform, the light theme and the Japanese words, as the program starts.
#include "ui/theme/roles.h"

#include <QApplication>
#include <QTranslator>

#include <catch2/catch_session.hpp>

#include <cstdio>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QTranslator japanese;
    if (!japanese.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
        std::fputs("the Japanese words are not linked in\n", stderr);
        return 1;
    }
    QCoreApplication::installTranslator(&japanese);
    kmixr::ui::applyTheme(kmixr::ui::Theme::Light);
    return Catch::Session().run(argc, argv);
}
