#include "app/practice/camera/frame_maker.h"

#include <QBuffer>
#include <QImageWriter>

#include <algorithm>
#include <array>
#include <random>

namespace kmixr::practice {
namespace {

QImage softened(const QImage& picture) {
    QImage soft(picture.size(), QImage::Format_RGB32);
    const auto channel = [](QRgb pixel, int shift) { return static_cast<int>((pixel >> shift) & 0xFFU); };
    const int width = picture.width();
    const int height = picture.height();
    for (int y = 0; y < height; ++y) {
        const std::array rows{reinterpret_cast<const QRgb*>(picture.constScanLine(std::max(0, y - 1))),
                              reinterpret_cast<const QRgb*>(picture.constScanLine(y)),
                              reinterpret_cast<const QRgb*>(picture.constScanLine(std::min(height - 1, y + 1)))};
        auto* out = reinterpret_cast<QRgb*>(soft.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const std::array columns{std::max(0, x - 1), x, std::min(width - 1, x + 1)};
            QRgb pixel = 0xFF000000U;
            for (const int shift : {0, 8, 16}) {
                int sum = 8;
                for (std::size_t row = 0; row < 3; ++row)
                    for (std::size_t column = 0; column < 3; ++column)
                        sum += (row == 1 ? 2 : 1) * (column == 1 ? 2 : 1) * channel(rows[row][columns[column]], shift);
                pixel |= static_cast<QRgb>(sum / 16) << shift;
            }
            out[x] = pixel;
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
