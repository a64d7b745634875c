// What scanning with preview costs: CPU of one core at 1280×720, 30 frames a second (budget: DESIGN §10).
#include "app/practice/camera/show.h"
#include "core/qr/symbol_reader.h"
#include "ui/scan/camera_view.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <ctime>

using namespace kmixr;

namespace {

double cpuShare(bool card) {
    const std::filesystem::path world = qEnvironmentVariable("KMIXR_TEST_WORLD").toStdString();
    REQUIRE(practice::show(world, card ? practice::patientCard("K05") : practice::nobody()));
    ui::CameraView view;
    qr::LiveSymbolReader reader;
    int frames = 0;
    view.resize(866, 487);
    QObject::connect(&view, &ui::CameraView::frameOffered, &view, [&](const ui::GreyFrame& frame) {
        ++frames;
        const auto symbol = reader.read(frame.view());
        view.setOutline(symbol ? std::optional(symbol->corners) : std::nullopt);
        view.frameDone();
    });
    view.show();
    view.start();
    QElapsedTimer wall;
    wall.start();
    REQUIRE(QTest::qWaitFor([&] { return frames > 0; }, 5000));
    frames = 0;
    wall.restart();
    const std::clock_t cpu = std::clock();
    QEventLoop living; // as the program lives: asleep until something comes
    QTimer::singleShot(5000, &living, &QEventLoop::quit);
    living.exec();
    const double share = double(std::clock() - cpu) / CLOCKS_PER_SEC * 1000 / double(wall.elapsed());
    std::printf("%s: %.1f frames read a second, %.1f %% of one core\n", card ? "card" : "no card", frames / 5.0,
                100 * share);
    CHECK(frames > 60);
    return share;
}

} // namespace

TEST_CASE("scanning with preview") {
    CHECK(cpuShare(true) < 0.15);
    CHECK(cpuShare(false) < 0.15);
}
