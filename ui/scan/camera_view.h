// Live preview of the webcam. Offers frames to whoever decodes; lets a frame go while the last one is still being
// looked at; has a watchdog, because an unplugged or stalled camera raises no error (platform.md §3). The camera exists
// only while started.
#pragma once

#include "core/qr/symbol_reader.h"

#include <QImage>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QVideoFrame;

namespace kmixr::ui {

/// Luma of one frame, shared without copying pixels again.
struct GreyFrame {
    QByteArray luma; ///< width × height, row by row
    int width = 0;
    int height = 0;
    [[nodiscard]] qr::GreyImage view() const;
};

enum class CameraState { Off, Starting, Running, NoCamera, Busy, Stalled, Unplugged };

class CameraView : public QWidget {
    Q_OBJECT
public:
    explicit CameraView(QWidget* parent = nullptr);
    ~CameraView() override;

    void start();      ///< opens the chosen camera
    void stop();       ///< closes it and clears the picture: nobody sees the last patient's card
    void nextCamera(); ///< 「別のカメラ」
    [[nodiscard]] CameraState state() const;
    [[nodiscard]] QString cameraName() const; ///< as the system calls it; empty when there is none
    [[nodiscard]] QSize sizeHint() const override;
    /// The reader is ready for another frame; until it says so, frames are let go.
    void frameDone();
    /// Outline over the preview (in frame pixels), nothing = none.
    void setOutline(const std::optional<std::array<qr::Point, 4>>& corners);
    /// Words at the foot of the picture.
    void setAdvice(const QString& words);

signals:
    void frameOffered(const kmixr::ui::GreyFrame& frame);
    void stateChanged(kmixr::ui::CameraState state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Parts;
    void paintFrame(const QVideoFrame& frame);
    void follow(CameraState state);

    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
