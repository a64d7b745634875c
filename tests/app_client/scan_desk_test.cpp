// The scanning desk alone: drawn pictures in, tokens out.
#include "app/client/flows/scan_desk.h"
#include "tests/core_qr/test_picture.h"

#include <QCoreApplication>
#include <QTest>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::client;

namespace {

constexpr int width = 640, height = 480;

qr::PatientCardToken cardOf(std::uint8_t filling) {
    std::array<std::uint8_t, 16> bytes{};
    bytes.fill(filling);
    return qr::PatientCardToken::of(bytes);
}

QByteArray frameOf(const std::string& text) {
    qr::test::Dice dice(1);
    auto picture = qr::test::desk(width, height, dice);
    if (!text.empty()) {
        qr::test::paint(picture, qr::test::symbolOf(text), qr::test::Pose{.centre = {320, 240}, .size = 260}.corners());
    }
    const auto image = qr::test::viewOf(picture);
    QByteArray luma;
    for (int row = 0; row < image.height; ++row) {
        luma.append(reinterpret_cast<const char*>(image.pixels) + static_cast<std::ptrdiff_t>(row) * image.rowStride,
                    image.width);
    }
    return luma;
}

struct Desk {
    ScanDesk scan;
    std::vector<std::string> read;
    int stillThere = 0;

    Desk() {
        QObject::connect(&scan, &ScanDesk::tokenRead, &scan,
                         [this](const qr::PatientCardToken& token) { read.push_back(token.text()); });
        QObject::connect(&scan, &ScanDesk::cardStillThere, &scan, [this] { ++stillThere; });
        scan.start();
    }
    /// The camera shows this for so long.
    void show(const QByteArray& frame, int ms) {
        QElapsedTimer since;
        since.start();
        do {
            bool done = false;
            const auto once = QObject::connect(&scan, &ScanDesk::frameDone, &scan, [&done] { done = true; });
            scan.look(frame, width, height);
            REQUIRE(QTest::qWaitFor([&done] { return done; }, 10'000));
            QObject::disconnect(once);
            QTest::qWait(50);
        } while (since.elapsed() < ms);
    }
};

} // namespace

TEST_CASE("a card that stays before the camera opens one view, not another after the refusal or the end") {
    const auto first = cardOf(0x11), second = cardOf(0x22);
    const QByteArray firstFrame = frameOf(first.text()), secondFrame = frameOf(second.text()), empty = frameOf({});
    Desk desk;
    desk.show(firstFrame, 300);
    REQUIRE(desk.read == std::vector{first.text()});

    desk.scan.start(); // refused, or the patient was closed, and the card lies there still
    desk.show(firstFrame, 2600);
    CHECK(desk.read.size() == 1);
    CHECK(desk.stillThere == 1);

    SECTION("the next patient's card is taken at once") {
        desk.show(secondFrame, 200);
        CHECK(desk.read == std::vector{first.text(), second.text()});
    }
    SECTION("a trembling hand is no new presentation") {
        desk.show(empty, 300);
        desk.show(firstFrame, 300);
        CHECK(desk.read.size() == 1);
    }
    SECTION("taken away and shown again, it opens again") {
        desk.show(empty, 1700);
        desk.show(firstFrame, 200);
        CHECK(desk.read == std::vector{first.text(), first.text()});
    }
}

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
