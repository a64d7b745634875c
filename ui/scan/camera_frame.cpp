#include "ui/scan/camera_frame.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cstring>

namespace kmixr::ui {

/// Where luma and colour differences lie in the 8-bit YUV formats: plane, first byte, bytes from one sample to the
/// next, and how often colour is sampled (1 = every second column / row).
struct CameraFrame::Layout {
    struct Channel {
        int plane, first, step;
    };
    QVideoFrameFormat::PixelFormat format;
    Channel luma, blue, red;
    int columnShift, rowShift;
    bool colour;
};

namespace {

constexpr int maxSide = qr::SymbolReader::maxSide;

/// ITU-R BT.601, 16…235: what webcams send.
QRgb toRgb(int luma, int blue, int red) {
    const int y = 298 * (luma - 16) + 128;
    const int u = blue - 128;
    const int v = red - 128;
    const auto level = [](int value) { return std::clamp(value >> 8, 0, 255); };
    return qRgb(level(y + 409 * v), level(y - 100 * u - 208 * v), level(y + 516 * u));
}

} // namespace

const CameraFrame::Layout* CameraFrame::layoutOf(const QVideoFrame& frame) {
    using Format = QVideoFrameFormat;
    static constexpr std::array<Layout, 7> layouts{{
        {Format::Format_YUYV, {0, 0, 2}, {0, 1, 4}, {0, 3, 4}, 1, 0, true},
        {Format::Format_UYVY, {0, 1, 2}, {0, 0, 4}, {0, 2, 4}, 1, 0, true},
        {Format::Format_NV12, {0, 0, 1}, {1, 0, 2}, {1, 1, 2}, 1, 1, true},
        {Format::Format_NV21, {0, 0, 1}, {1, 1, 2}, {1, 0, 2}, 1, 1, true},
        {Format::Format_YUV420P, {0, 0, 1}, {1, 0, 1}, {2, 0, 1}, 1, 1, true},
        {Format::Format_YV12, {0, 0, 1}, {2, 0, 1}, {1, 0, 1}, 1, 1, true},
        {Format::Format_Y8, {0, 0, 1}, {0, 0, 1}, {0, 0, 1}, 0, 0, false},
    }};
    const auto* found = std::ranges::find(layouts, frame.pixelFormat(), &Layout::format);
    return found == layouts.end() ? nullptr : found;
}

CameraFrame::CameraFrame(const QVideoFrame& frame) : frame_(frame), size_(frame.size()) {
    if (!frame_.isValid() || size_.isEmpty() || size_.width() > maxSide || size_.height() > maxSide) {
        size_ = {};
        return;
    }
    layout_ = layoutOf(frame_);
    if (layout_ != nullptr && frame_.map(QVideoFrame::ReadOnly) && fits(*layout_))
        return;
    layout_ = nullptr;
    converted_ = frame_.toImage();
    size_ = converted_.size();
}

CameraFrame::~CameraFrame() {
    if (frame_.isMapped())
        frame_.unmap();
}

/// A driver's strides are believed only as far as the mapped bytes go.
bool CameraFrame::fits(const Layout& layout) const {
    const auto reaches = [&](const Layout::Channel& channel, int columns, int rows) {
        const int stride = frame_.bytesPerLine(channel.plane);
        const qint64 last = qint64(rows - 1) * stride + channel.first + qint64(columns - 1) * channel.step;
        return channel.plane < frame_.planeCount() && stride > 0 && last < frame_.mappedBytes(channel.plane);
    };
    const int columns = size_.width();
    const int rows = size_.height();
    const int colourColumns = std::max(1, columns >> layout.columnShift); // odd sides leave the last one out
    const int colourRows = std::max(1, rows >> layout.rowShift);
    return reaches(layout.luma, columns, rows) && (!layout.colour || (reaches(layout.blue, colourColumns, colourRows) &&
                                                                      reaches(layout.red, colourColumns, colourRows)));
}

GreyFrame CameraFrame::grey() const {
    if (size_.isEmpty())
        return {};
    const int width = size_.width();
    const int height = size_.height();
    GreyFrame grey{QByteArray(qsizetype(width) * height, Qt::Uninitialized), width, height};
    auto* out = reinterpret_cast<std::uint8_t*>(grey.luma.data());
    const QImage plain = layout_ == nullptr ? converted_.convertToFormat(QImage::Format_Grayscale8) : QImage();
    for (int y = 0; y < height; ++y, out += width) {
        if (layout_ == nullptr) {
            std::memcpy(out, plain.constScanLine(y), std::size_t(width));
            continue;
        }
        const auto& luma = layout_->luma;
        const std::uint8_t* row = frame_.bits(luma.plane) + qsizetype(y) * frame_.bytesPerLine(luma.plane) + luma.first;
        if (luma.step == 1) {
            std::memcpy(out, row, std::size_t(width));
            continue;
        }
        for (int x = 0; x < width; ++x)
            out[x] = row[2 * x];
    }
    return grey;
}

QImage CameraFrame::preview() const {
    const QSize half(size_.width() / 2, size_.height() / 2);
    if (half.isEmpty())
        return {};
    if (layout_ == nullptr)
        return converted_.scaled(half).mirrored(true, false).convertToFormat(QImage::Format_RGB32);
    QImage image(half, QImage::Format_RGB32);
    const auto row = [this](const Layout::Channel& channel, int y) {
        return frame_.bits(channel.plane) + qsizetype(y) * frame_.bytesPerLine(channel.plane) + channel.first;
    };
    for (int y = 0; y < half.height(); ++y) {
        const std::uint8_t* luma = row(layout_->luma, 2 * y);
        const std::uint8_t* blue = row(layout_->blue, (2 * y) >> layout_->rowShift);
        const std::uint8_t* red = row(layout_->red, (2 * y) >> layout_->rowShift);
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y)) + half.width() - 1;
        for (int x = 0; x < half.width(); ++x, --out) {
            const int grey = luma[2 * x * layout_->luma.step];
            const int sample = (2 * x) >> layout_->columnShift;
            *out = layout_->colour ? toRgb(grey, blue[sample * layout_->blue.step], red[sample * layout_->red.step])
                                   : qRgb(grey, grey, grey);
        }
    }
    return image;
}

} // namespace kmixr::ui
