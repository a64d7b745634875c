#include "tests/ui_frame/japanese.h"

#include <catch2/catch_session.hpp>

#include <cstdio>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const kmixr::ui::test::Japanese japanese;
    if (!japanese.loaded()) {
        std::fputs("the Japanese words are not linked in\n", stderr);
        return 1;
    }
    return Catch::Session().run(argc, argv);
}
