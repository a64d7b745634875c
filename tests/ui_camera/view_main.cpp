// The environment must stand before Qt and the camera device look at it.
#include <QApplication>
#include <QTemporaryDir>

#include <catch2/catch_session.hpp>

int main(int argc, char** argv) {
    const QTemporaryDir world;
    qputenv("KMIXR_TEST_WORLD", world.path().toUtf8());
    qputenv("KMIXR_PRACTICE_CAMERA", (world.path() + "/camera:" + world.path() + "/second/camera").toUtf8());
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
