#include "app/practice/camera/frame_maker.h"

#include <QBuffer>
#include <QImageWriter>

#include <algorithm>
#include <array>
#include <random>

namespace kmixr::practice {
namespace {

/// Binomial, three taps each way. Red and blue are summed side by side in one word, 16 bits apart, green in another.
QImage softened(const QImage& picture) {
    constexpr std::uint32_t twoLanes = 0x00FF00FFU;
    const int width = picture.width();
    const int height = picture.height();
    QImage soft(picture.size(), QImage::Format_RGB32);
    std::vector<std::uint32_t> redBlue(static_cast<std::size_t>(width));
    std::vector<std::uint32_t> green(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        const auto* above = reinterpret_cast<const QRgb*>(picture.constScanLine(std::max(0, y - 1)));
        const auto* here = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        const auto* below = reinterpret_cast<const QRgb*>(picture.constScanLine(std::min(height - 1, y + 1)));
        for (std::size_t x = 0; x < redBlue.size(); ++x) {
            redBlue[x] = (above[x] & twoLanes) + 2 * (here[x] & twoLanes) + (below[x] & twoLanes);
            green[x] = ((above[x] >> 8U) & 0xFFU) + 2 * ((here[x] >> 8U) & 0xFFU) + ((below[x] >> 8U) & 0xFFU);
        }
        auto* out = reinterpret_cast<QRgb*>(soft.scanLine(y));
        for (std::size_t x = 0; x < redBlue.size(); ++x) {
            const std::size_t left = x == 0 ? 0 : x - 1;
            const std::size_t right = std::min(x + 1, redBlue.size() - 1);
            const std::uint32_t sumRedBlue = redBlue[left] + 2 * redBlue[x] + redBlue[right] + 0x00080008U;
            const std::uint32_t sumGreen = green[left] + 2 * green[x] + green[right] + 8;
            out[x] = 0xFF000000U | ((sumRedBlue >> 4U) & twoLanes) | ((sumGreen << 4U) & 0xFF00U);
        }
    }
    return soft;
}

void addNoise(QImage& picture, const Sensor& sensor) {
    if (sensor.noise <= 0)
        return;
    // One table of normal values, walked from a new place in each row: drawing two million of them takes seconds.
    std::mt19937_64 chance(sensor.seed);
    std::normal_distribution<double> normal(0, sensor.noise);
    std::array<int, 8192> table{};
    std::ranges::generate(table, [&] { return static_cast<int>(std::lround(normal(chance))); });
    for (int y = 0; y < picture.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        std::size_t at = chance() % table.size();
        for (int x = 0; x < picture.width(); ++x) {
            const int change = table[at++ % table.size()];
            const auto noisy = [&](int value) { return std::clamp(value + change, 0, 255); };
            row[x] = qRgb(noisy(qRed(row[x])), noisy(qGreen(row[x])), noisy(qBlue(row[x])));
        }
    }
}

/// ITU-R BT.601, 16…235, as webcams deliver it.
Bytes toYuyv(const QImage& picture) {
    Bytes bytes(static_cast<std::size_t>(picture.width()) * static_cast<std::size_t>(picture.height()) * 2);
    std::uint8_t* out = bytes.data();
    const auto luma = [](QRgb p) { return (66 * qRed(p) + 129 * qGreen(p) + 25 * qBlue(p) + 128) / 256 + 16; };
    for (int y = 0; y < picture.height(); ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x + 1 < picture.width(); x += 2) {
            const int red = (qRed(row[x]) + qRed(row[x + 1])) / 2;
            const int green = (qGreen(row[x]) + qGreen(row[x + 1])) / 2;
            const int blue = (qBlue(row[x]) + qBlue(row[x + 1])) / 2;
            *out++ = static_cast<std::uint8_t>(luma(row[x]));
            *out++ = static_cast<std::uint8_t>((-38 * red - 74 * green + 112 * blue) / 256 + 128);
            *out++ = static_cast<std::uint8_t>(luma(row[x + 1]));
            *out++ = static_cast<std::uint8_t>((112 * red - 94 * green - 18 * blue) / 256 + 128);
        }
    }
    return bytes;
}

Bytes toJpeg(const QImage& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(80);
    if (!writer.write(picture))
        return {};
    return {bytes.begin(), bytes.end()};
}

} // namespace

Bytes makeFrame(const QImage& picture, const Sensor& sensor, FrameFormat format) {
    QImage seen = sensor.blur ? softened(picture) : picture.copy();
    addNoise(seen, sensor);
    return format == FrameFormat::Yuyv ? toYuyv(seen) : toJpeg(seen);
}

} // namespace kmixr::practice
