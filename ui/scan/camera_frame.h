// One video frame as the two pictures we need: grey for the decoder, small and mirrored for the eye.
#pragma once

#include "ui/scan/camera_view.h"

#include <QImage>
#include <QVideoFrame>

namespace kmixr::ui {

/// Reads a frame where the driver left it. The frame stays mapped as long as this lives; copies are made only on
/// request.
class CameraFrame {
public:
    explicit CameraFrame(const QVideoFrame& frame);
    ~CameraFrame();
    CameraFrame(const CameraFrame&) = delete;
    CameraFrame& operator=(const CameraFrame&) = delete;

    /// The whole luma plane; empty when the frame cannot be read.
    [[nodiscard]] GreyFrame grey() const;
    /// Half the width and height, RGB32, mirrored as people expect to see themselves; null when the frame cannot be
    /// read.
    [[nodiscard]] QImage preview() const;
    [[nodiscard]] QSize size() const { return size_; }

private:
    struct Layout;
    static const Layout* layoutOf(const QVideoFrame& frame);
    [[nodiscard]] bool fits(const Layout& layout) const;

    QVideoFrame frame_;
    QSize size_;
    const Layout* layout_ = nullptr; ///< nullptr: the picture was converted by Qt (RGB, JPEG, deep formats)
    QImage converted_;
};

} // namespace kmixr::ui
