// Opens the chosen camera and keeps it going: finds out by itself that it was unplugged, stalled or taken by another
// program, and tries again every second until it is stopped.
#pragma once

#include "ui/scan/camera_view.h"

#include <QCamera>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QObject>
#include <QTimer>
#include <QVideoSink>

#include <memory>

namespace kmixr::ui {

class CameraSource : public QObject {
    Q_OBJECT
public:
    CameraSource();
    ~CameraSource() override;

    void start();
    void stop();
    /// The camera after this one in the system's list, and round again.
    void next();
    [[nodiscard]] CameraState state() const { return state_; }
    [[nodiscard]] QString cameraName() const;

signals:
    void frameArrived(const QVideoFrame& frame);
    void stateChanged(kmixr::ui::CameraState state);

private:
    struct Pipe;

    void open();
    void close();
    void take(const QVideoFrame& frame);
    void watch();
    void giveUp(CameraState trouble);
    void setState(CameraState state);
    [[nodiscard]] QCameraDevice chosenDevice() const;

    QMediaDevices devices_;
    QByteArray chosen_; ///< id of the camera asked for; empty = the system's default
    std::unique_ptr<Pipe> pipe_;
    QTimer watchdog_;
    QTimer retry_;
    QElapsedTimer sinceFrame_;
    bool frameSeen_ = false; ///< from the camera open now
    CameraState state_ = CameraState::Off;
};

} // namespace kmixr::ui
