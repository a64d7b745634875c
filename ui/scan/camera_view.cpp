#include "ui/scan/camera_view.h"

#include "ui/scan/camera_frame.h"
#include "ui/scan/camera_source.h"
#include "ui/scan/preview_painter.h"

#include <QElapsedTimer>
#include <QPainter>

namespace kmixr::ui {

namespace {
/// Every second frame of a camera that sends thirty a second is read: a card is found as soon, for half the work.
constexpr qint64 offerEveryMs = 60;
} // namespace

struct CameraView::Parts {
    CameraSource source;
    Preview preview;
    bool readerBusy = false; ///< the last offered frame is still being looked at
    QElapsedTimer sinceOffer;
};

qr::GreyImage GreyFrame::view() const {
    return {reinterpret_cast<const std::uint8_t*>(luma.constData()), width, height, width, 1};
}

CameraView::CameraView(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    setAttribute(Qt::WA_OpaquePaintEvent); // every pixel is painted on every frame
    setAccessibleName(tr("Camera picture"));
    connect(&parts_->source, &CameraSource::frameArrived, this, &CameraView::paintFrame);
    connect(&parts_->source, &CameraSource::stateChanged, this, &CameraView::follow);
}

CameraView::~CameraView() {
    parts_->source.disconnect(this);
    stop();
}

void CameraView::start() {
    parts_->readerBusy = false;
    parts_->source.start();
}

void CameraView::stop() {
    parts_->source.stop();
    parts_->preview.picture.fill(Qt::black); // the memory too, not only the screen
    parts_->preview = {};
    parts_->readerBusy = false;
    setAccessibleDescription({});
    update();
}

void CameraView::nextCamera() {
    parts_->source.next();
}

CameraState CameraView::state() const {
    return parts_->source.state();
}

QString CameraView::cameraName() const {
    return parts_->source.cameraName();
}

QSize CameraView::sizeHint() const {
    return {866, 487};
}

void CameraView::frameDone() {
    parts_->readerBusy = false;
}

void CameraView::setOutline(const std::optional<std::array<qr::Point, 4>>& corners) {
    parts_->preview.outline = corners; // the next frame paints it: a repaint of its own would double the cost
}

void CameraView::setAdvice(const QString& words) {
    if (parts_->preview.advice == words)
        return;
    parts_->preview.advice = words;
    setAccessibleDescription(words);
    update();
}

void CameraView::paintFrame(const QVideoFrame& frame) {
    const CameraFrame seen(frame);
    parts_->preview.picture = seen.preview();
    parts_->preview.frameSize = seen.size();
    update();
    if (parts_->readerBusy || (parts_->sinceOffer.isValid() && !parts_->sinceOffer.hasExpired(offerEveryMs)))
        return;
    const GreyFrame grey = seen.grey();
    if (grey.luma.isEmpty())
        return;
    parts_->readerBusy = true;
    parts_->sinceOffer.start();
    emit frameOffered(grey);
}

void CameraView::follow(CameraState state) {
    struct Words {
        CameraState state;
        QString notice, remedy;
    };
    const std::array<Words, 5> table{{
        //: On the scan page, in place of the camera's picture
        {CameraState::Starting, tr("Starting the camera…"), {}},
        {CameraState::NoCamera, tr("No camera is connected"),
         tr("Connect the webcam to a USB port. The picture comes by itself.")},
        {CameraState::Busy, tr("Another program is using the camera"),
         tr("Close video calls and other programs that use the camera. The picture comes by itself.")},
        {CameraState::Stalled, tr("The camera sends no picture"),
         tr("Trying again. If this stays, unplug the camera and plug it in again.")},
        {CameraState::Unplugged, tr("The camera was unplugged"),
         tr("Plug the camera in again. The picture comes by itself.")},
    }};
    Preview& preview = parts_->preview;
    preview.notice.clear();
    preview.remedy.clear();
    for (const Words& words : table)
        if (words.state == state) {
            preview.notice = words.notice;
            preview.remedy = words.remedy;
            preview.picture = {};
            preview.outline.reset();
            setAccessibleDescription(words.notice);
        }
    update();
    emit stateChanged(state);
}

void CameraView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintPreview(painter, rect(), parts_->preview, font());
}

} // namespace kmixr::ui
