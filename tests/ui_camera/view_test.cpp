#include "app/practice/camera/show.h"
#include "core/qr/symbol_reader.h"
#include "ui/scan/camera_view.h"

#include <QCameraDevice>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMediaDevices>
#include <QPixmap>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace kmixr;
using namespace kmixr::practice;
using ui::CameraState;
using ui::CameraView;

namespace {

std::filesystem::path world() {
    return qEnvironmentVariable("KMIXR_TEST_WORLD").toStdString();
}

bool waitFor(const std::function<bool()>& condition, int milliseconds = 5000) {
    QElapsedTimer timer;
    timer.start();
    QTimer beat; // with a time limit processEvents would not sleep but spin
    beat.start(10);
    while (!condition() && !timer.hasExpired(milliseconds))
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return condition();
}

/// Holds something before the first camera; painting takes a second, so the same scene is not painted twice.
void present(const Scene& scene) {
    static std::string present = "-";
    if (present != scene.symbolText)
        REQUIRE(show(world(), scene));
    present = scene.symbolText;
}

/// The second camera sends JPEG, as many webcams do. It stands there before Qt asks what the cameras can do (Qt 6.8
/// asks once).
bool secondCamera() {
    static const bool there = show(world() / "second", patientCard("K06"), FrameFormat::Mjpeg).has_value();
    return there;
}

/// A scan page in miniature: decodes what is offered.
class Scanner {
    const bool secondCamera_ = secondCamera(); // before the view

public:
    Scanner() {
        present(patientCard("K05"));
        REQUIRE(secondCamera_);
        for (const auto fault : {CameraFault::Busy, CameraFault::Gone, CameraFault::Stall})
            REQUIRE(setFault(world(), fault, false));
        view.resize(866, 487);
        QObject::connect(&view, &CameraView::frameOffered, &view, [this](const ui::GreyFrame& frame) {
            ++offered;
            lastSize = QSize(frame.width, frame.height);
            const auto symbol = reader.read(frame.view());
            text = symbol ? symbol->text : "";
            if (symbol)
                view.setOutline(symbol->corners);
            if (answer)
                view.frameDone();
        });
        QObject::connect(&view, &CameraView::stateChanged, &view,
                         [this](CameraState state) { states.push_back(state); });
        view.show();
    }
    CameraView view;
    qr::SymbolReader reader;
    std::string text;
    QSize lastSize;
    int offered = 0;
    bool answer = true;
    std::vector<CameraState> states;
};

/// How many pixels of the shown picture are plain light green, the outline's colour.
int greenPixels(const QImage& picture) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == QColor(124, 242, 156) ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("frames arrive, the card is read, the outline is painted, stopping clears everything") {
    Scanner scanner;
    CHECK(scanner.view.state() == CameraState::Off);
    scanner.view.start();
    CHECK(scanner.view.state() == CameraState::Starting);
    REQUIRE(waitFor([&] { return !scanner.text.empty(); }));
    CHECK(scanner.text == practiceToken("K05").text());
    CHECK(scanner.lastSize == QSize(1280, 720));
    CHECK(scanner.view.state() == CameraState::Running);
    CHECK(scanner.view.cameraName() == "Practice Camera 1");
    CHECK(scanner.states == std::vector{CameraState::Starting, CameraState::Running});

    scanner.view.setAdvice(QStringLiteral("OK"));
    const QImage shown = scanner.view.grab().toImage();
    CHECK(greenPixels(shown) > 200);
    CHECK(shown.pixelColor(shown.width() / 2, 40) != shown.pixelColor(2, 2));

    scanner.view.stop();
    CHECK(scanner.view.state() == CameraState::Off);
    const QImage cleared = scanner.view.grab().toImage();
    for (const QPoint at : {QPoint(100, 100), QPoint(433, 243), QPoint(800, 450)})
        CHECK(cleared.pixelColor(at) == cleared.pixelColor(2, 2));
    const int before = scanner.offered;
    waitFor([] { return false; }, 300);
    CHECK(scanner.offered == before);
}

TEST_CASE("while a frame is looked at, the others are let go") {
    Scanner scanner;
    scanner.answer = false;
    scanner.view.start();
    REQUIRE(waitFor([&] { return scanner.offered == 1; }));
    waitFor([] { return false; }, 500);
    CHECK(scanner.offered == 1);
    scanner.view.frameDone();
    CHECK(waitFor([&] { return scanner.offered == 2; }, 1000));
}

TEST_CASE("a new scene is seen, also one without a card") {
    Scanner scanner;
    scanner.view.start();
    REQUIRE(waitFor([&] { return !scanner.text.empty(); }));
    present(otherPaper("https://www.example.invalid/"));
    CHECK(waitFor([&] { return scanner.text == "https://www.example.invalid/"; }));
    present(nobody());
    CHECK(waitFor([&] { return scanner.text.empty(); }));
}

TEST_CASE("a camera that stalls is noticed within two seconds and taken up again") {
    Scanner scanner;
    scanner.view.start();
    REQUIRE(waitFor([&] { return scanner.view.state() == CameraState::Running; }));
    REQUIRE(setFault(world(), CameraFault::Stall, true));
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Stalled; }, 2000));
    REQUIRE(setFault(world(), CameraFault::Stall, false));
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Running; }));
}

TEST_CASE("an unplugged camera is noticed within two seconds and taken up again") {
    Scanner scanner;
    scanner.view.start();
    REQUIRE(waitFor([&] { return scanner.view.state() == CameraState::Running; }));
    REQUIRE(setFault(world(), CameraFault::Gone, true));
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Unplugged; }, 2000));
    CHECK(scanner.view.accessibleDescription().contains("unplugged"));
    REQUIRE(setFault(world(), CameraFault::Gone, false));
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Running; }));
}

TEST_CASE("a camera in use by another program is called busy, and opened when it is free") {
    Scanner scanner;
    REQUIRE(setFault(world(), CameraFault::Busy, true));
    scanner.view.start();
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Busy; }));
    waitFor([] { return false; }, 1500);
    CHECK(scanner.view.state() == CameraState::Busy);
    CHECK(scanner.offered == 0);
    REQUIRE(setFault(world(), CameraFault::Busy, false));
    CHECK(waitFor([&] { return scanner.view.state() == CameraState::Running; }));
}

TEST_CASE("the other camera can be chosen, and back again") {
    Scanner scanner;
    if (QMediaDevices::videoInputs().size() < 2)
        SKIP("the second camera appeared after Qt had looked for cameras");
    scanner.view.start();
    REQUIRE(waitFor([&] { return scanner.text == practiceToken("K05").text(); }));
    scanner.view.nextCamera();
    CHECK(scanner.view.cameraName() == "Practice Camera 2");
    CHECK(waitFor([&] { return scanner.text == practiceToken("K06").text(); }));
    scanner.view.nextCamera();
    CHECK(waitFor([&] { return scanner.text == practiceToken("K05").text(); }));
}

TEST_CASE("a page that closes in the middle of a frame leaves nothing running") {
    for (int round = 0; round < 5; ++round) {
        auto scanner = std::make_unique<Scanner>();
        scanner->view.start();
        waitFor([&] { return scanner->offered > 0; }, 2000);
        scanner.reset();
        QCoreApplication::processEvents();
    }
    SUCCEED();
}
