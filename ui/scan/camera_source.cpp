#include "ui/scan/camera_source.h"

#include <QFile>
#include <QVideoFrame>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace kmixr::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s;      // between two frames
constexpr auto firstPatience = 4s; // webcams take a second or two to begin
constexpr auto retryEvery = 1s;
constexpr auto watchEvery = 200ms;

/// Is the device still there? Qt does not tell (platform notes §3): its list follows the folder /dev, and a camera that
/// left while it was running raises no error. Opening the node does no harm and answers precisely.
bool isThere(const QCameraDevice& device) {
    const QByteArray node = device.id();
    if (!node.startsWith("/dev/"))
        return QMediaDevices::videoInputs().contains(device);
    const int fd = ::open(node.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return errno == EBUSY;
    ::close(fd);
    return true;
}

/// Smaller is better: near 1280×720, at least 24 pictures a second, and rather plain pixels than JPEG.
int unfitness(const QCameraFormat& format) {
    const QSize size = format.resolution();
    const int away = std::abs(size.width() - 1280) + std::abs(size.height() - 720);
    const int slow = format.maxFrameRate() < 24 ? 2000 : 0;
    const int packed = format.pixelFormat() == QVideoFrameFormat::Format_Jpeg ? 1 : 0;
    return away + slow + packed;
}

} // namespace

/// Camera, session and sink of one opening; made and destroyed together.
struct CameraSource::Pipe {
    explicit Pipe(const QCameraDevice& device) : camera(device) {
        const auto formats = device.videoFormats();
        const auto best = std::ranges::min_element(formats, {}, unfitness);
        if (best != formats.end())
            camera.setCameraFormat(*best);
        session.setCamera(&camera);
        session.setVideoSink(&sink);
    }
    // Members die in the opposite order: the session lets go of both before they are gone.
    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession session;
};

CameraSource::CameraSource() {
    watchdog_.setInterval(watchEvery);
    retry_.setInterval(retryEvery);
    retry_.setSingleShot(true);
    connect(&watchdog_, &QTimer::timeout, this, &CameraSource::watch);
    connect(&retry_, &QTimer::timeout, this, &CameraSource::open);
    connect(&devices_, &QMediaDevices::videoInputsChanged, this, [this] {
        if (retry_.isActive())
            open();
    });
}

CameraSource::~CameraSource() {
    close();
}

void CameraSource::start() {
    if (state_ != CameraState::Off)
        return;
    setState(CameraState::Starting);
    open();
}

void CameraSource::stop() {
    retry_.stop();
    close();
    setState(CameraState::Off);
}

void CameraSource::next() {
    const auto inputs = QMediaDevices::videoInputs();
    if (inputs.isEmpty())
        return;
    const auto now = inputs.indexOf(chosenDevice());
    chosen_ = inputs[(now + 1) % inputs.size()].id();
    if (state_ == CameraState::Off)
        return;
    retry_.stop();
    close();
    setState(CameraState::Starting);
    open();
}

QString CameraSource::cameraName() const {
    return chosenDevice().description();
}

QCameraDevice CameraSource::chosenDevice() const {
    const auto inputs = QMediaDevices::videoInputs();
    const auto found = std::ranges::find(inputs, chosen_, &QCameraDevice::id);
    return found != inputs.end() ? *found : QMediaDevices::defaultVideoInput();
}

void CameraSource::open() {
    retry_.stop();
    close();
    const QCameraDevice device = chosenDevice();
    if (device.isNull())
        return giveUp(state_ == CameraState::Unplugged ? CameraState::Unplugged : CameraState::NoCamera);
    if (!isThere(device))
        return giveUp(CameraState::Unplugged);
    pipe_ = std::make_unique<Pipe>(device);
    // Queued: these signals come out of the objects that giveUp destroys, and from Qt 6.8 on from another thread.
    connect(
        &pipe_->camera, &QCamera::errorOccurred, this,
        [this, device](QCamera::Error, const QString&) {
            giveUp(isThere(device) ? CameraState::Busy : CameraState::Unplugged);
        },
        Qt::QueuedConnection);
    connect(&pipe_->sink, &QVideoSink::videoFrameChanged, this, &CameraSource::take, Qt::QueuedConnection);
    frameSeen_ = false;
    sinceFrame_.start();
    watchdog_.start();
    pipe_->camera.start();
}

void CameraSource::close() {
    watchdog_.stop();
    if (!pipe_)
        return;
    pipe_->camera.disconnect(this);
    pipe_->sink.disconnect(this);
    pipe_->camera.stop();
    pipe_.reset();
}

void CameraSource::take(const QVideoFrame& frame) {
    if (!pipe_ || !frame.isValid()) // a frame that was under way when the camera was closed
        return;
    frameSeen_ = true;
    sinceFrame_.restart();
    setState(CameraState::Running);
    emit frameArrived(frame);
}

void CameraSource::watch() {
    if (!sinceFrame_.hasExpired(std::chrono::milliseconds(frameSeen_ ? patience : firstPatience).count()))
        return;
    giveUp(pipe_ && isThere(pipe_->camera.cameraDevice()) ? CameraState::Stalled : CameraState::Unplugged);
}

void CameraSource::giveUp(CameraState trouble) {
    if (state_ == CameraState::Off) // a queued error of a camera that has been stopped since
        return;
    close();
    retry_.start();
    setState(trouble);
}

void CameraSource::setState(CameraState state) {
    if (state_ == state)
        return;
    state_ = state;
    emit stateChanged(state);
}

} // namespace kmixr::ui
