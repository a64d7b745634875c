#include "ui/scan/camera_frame.h"

#include <QVideoFrame>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace kmixr::ui;
using Format = QVideoFrameFormat;

namespace {

constexpr int width = 32;
constexpr int height = 16;

/// Left half: Y 82, Cb 90, Cr 240 (red); right half: Y 41, Cb 240, Cr 110 (blue). One byte of the luma differs: (3, 1).
constexpr int luma(int x, int y) {
    return x == 3 && y == 1 ? 200 : x < width / 2 ? 82 : 41;
}
constexpr int blue(int x) {
    return x < width / 2 ? 90 : 240;
}
constexpr int red(int x) {
    return x < width / 2 ? 240 : 110;
}

void put(QVideoFrame& frame, int plane, int at, int y, int value) {
    frame.bits(plane)[y * frame.bytesPerLine(plane) + at] = static_cast<uchar>(value);
}

QVideoFrame painted(Format::PixelFormat format) {
    QVideoFrame frame(Format(QSize(width, height), format));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int half = x / 2;
            switch (format) {
            case Format::Format_YUYV:
            case Format::Format_UYVY: {
                const int shift = format == Format::Format_UYVY ? 1 : 0;
                put(frame, 0, 2 * x + shift, y, luma(x, y));
                put(frame, 0, 2 * x + 1 - shift, y, x % 2 == 0 ? blue(x) : red(x));
                break;
            }
            case Format::Format_NV12:
            case Format::Format_NV21: {
                const int shift = format == Format::Format_NV21 ? 1 : 0;
                put(frame, 0, x, y, luma(x, y));
                put(frame, 1, 2 * half + shift, y / 2, blue(x));
                put(frame, 1, 2 * half + 1 - shift, y / 2, red(x));
                break;
            }
            case Format::Format_YUV420P:
            case Format::Format_YV12: {
                const int bluePlane = format == Format::Format_YV12 ? 2 : 1;
                put(frame, 0, x, y, luma(x, y));
                put(frame, bluePlane, half, y / 2, blue(x));
                put(frame, 3 - bluePlane, half, y / 2, red(x));
                break;
            }
            default:
                put(frame, 0, x, y, luma(x, y));
            }
        }
    frame.unmap();
    return frame;
}

} // namespace

TEST_CASE("luma and colours are right in every YUV format") {
    const auto format = GENERATE(Format::Format_YUYV, Format::Format_UYVY, Format::Format_NV12, Format::Format_NV21,
                                 Format::Format_YUV420P, Format::Format_YV12);
    CAPTURE(int(format));
    const CameraFrame frame(painted(format));
    const GreyFrame grey = frame.grey();
    REQUIRE(grey.luma.size() == width * height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            REQUIRE(int(uchar(grey.luma[y * width + x])) == luma(x, y));
    const QImage preview = frame.preview();
    REQUIRE(preview.size() == QSize(width / 2, height / 2));
    const QColor left = preview.pixelColor(2, 4); // mirrored: the blue side
    const QColor right = preview.pixelColor(width / 2 - 3, 4);
    CHECK(left.blue() > 200);
    CHECK(left.red() < 60);
    CHECK(right.red() > 200);
    CHECK(right.blue() < 60);
}

TEST_CASE("a grey camera gives a grey picture") {
    const CameraFrame frame(painted(Format::Format_Y8));
    CHECK(int(uchar(frame.grey().luma[width + 3])) == 200);
    CHECK(frame.preview().pixelColor(0, 0) == QColor(41, 41, 41));
}

TEST_CASE("RGB frames are converted by Qt") {
    QVideoFrame frame(Format(QSize(width, height), Format::Format_BGRX8888));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            auto* pixel = frame.bits(0) + y * frame.bytesPerLine(0) + 4 * x;
            pixel[0] = pixel[1] = pixel[2] = static_cast<uchar>(x < width / 2 ? 10 : 220);
            pixel[3] = 255;
        }
    frame.unmap();
    const CameraFrame seen(frame);
    REQUIRE(seen.grey().luma.size() == width * height);
    CHECK(int(uchar(seen.grey().luma[2])) == 10);
    CHECK(seen.preview().pixelColor(1, 1).red() == 220);
}

TEST_CASE("a frame that holds nothing gives nothing") {
    const CameraFrame frame{QVideoFrame()};
    CHECK(frame.grey().luma.isEmpty());
    CHECK(frame.preview().isNull());
}
