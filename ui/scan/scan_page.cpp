#include "ui/scan/scan_page.h"

#include "ui/controls/scroll_room.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <chrono>

namespace kmixr::ui {

using namespace std::chrono_literals;

ScanPage::ScanPage(QWidget* parent)
    : QWidget(parent), camera_(new CameraView),
      left_(new TitledBox(tr("Show the QR code of the patient card to the camera"), this)),
      presenter_(new PresenterBox(this)), message_(new ProblemMessage({Remedy::SignInAgain}, this)),
      strip_(new QStackedWidget) {
    camera_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    strip_->addWidget(makeTips());
    strip_->addWidget(makeProgress());
    strip_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    left_->content()->setContentsMargins(0, 0, 0, 0);
    left_->content()->setSpacing(0);
    left_->content()->addWidget(camera_, 1);
    left_->content()->addWidget(strip_);

    auto* ways = new QWidget;
    auto* right = new QVBoxLayout(ways);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    right->addWidget(presenter_);
    right->addWidget(makeOtherWays());
    right->addWidget(message_);
    right->addStretch(1);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(12, 8, 12, 8);
    all->setSpacing(12);
    all->addWidget(left_, 868);
    all->addWidget(new ScrollRoom(ways, this), 462);

    for (QTimer* timer : {&afterOneSecond_, &afterThreeSeconds_, &adviceOver_}) {
        timer->setSingleShot(true);
    }
    connect(&afterOneSecond_, &QTimer::timeout, this, [this] { strip_->setCurrentIndex(1); });
    connect(&afterThreeSeconds_, &QTimer::timeout, cancel_, &QWidget::show);
    connect(&adviceOver_, &QTimer::timeout, this, &ScanPage::standardAdvice);
    connect(presenter_, &PresenterBox::changed, this, &ScanPage::tellPresenter);
    connect(camera_, &CameraView::stateChanged, this, &ScanPage::showCameraState);
    connect(message_, &ProblemMessage::remedyWanted, this, &ScanPage::signInAgainWanted);
    standardAdvice();
}

QWidget* ScanPage::makeTips() {
    auto* tips = new QWidget;
    auto* title = new WordLabel(tr("If it is not read"), TextStep::Small, &Roles::text, tips);
    auto* words = new WordLabel(tr("Hold it 15 to 25 cm away, avoid reflections, keep the card flat"), TextStep::Small,
                                &Roles::text2, tips);
    title->setBold(true);
    words->setWordWrap(true);
    auto* other = new KeyButton(tr("Other camera"), KeyButton::Kind::Plain, KeyButton::Size::Normal, tips);
    other->setKey(QKeySequence(Qt::ALT | Qt::Key_C));
    connect(other, &QAbstractButton::clicked, camera_, &CameraView::nextCamera);
    auto* text = new QVBoxLayout;
    text->setSpacing(1);
    text->addStretch(1);
    text->addWidget(title);
    text->addWidget(words);
    text->addStretch(1);
    auto* row = new QHBoxLayout(tips);
    row->setContentsMargins(14, 8, 12, 8);
    row->addLayout(text, 1);
    row->addWidget(other);
    return tips;
}

QWidget* ScanPage::makeOtherWays() {
    auto* box = new TitledBox(tr("Without a QR card"), this);
    myNumber_ = new KeyButton(tr("Open with the My Number card"), KeyButton::Kind::Plain, KeyButton::Size::Normal, box);
    myNumber_->setMark(QStringLiteral("card"));
    myNumber_->setKey(QKeySequence(Qt::Key_F6));
    myNumber_->setFlush(true);
    myNumberNote_ = new WordLabel(TextStep::Small, &Roles::text2, box);
    myNumberNote_->setWordWrap(true);
    connect(myNumber_, &QAbstractButton::clicked, this, &ScanPage::myNumberCardWanted);
    box->content()->setContentsMargins(12, 10, 12, 10);
    box->content()->setSpacing(8);
    box->content()->addWidget(myNumber_);
    box->content()->addWidget(myNumberNote_);
    return box;
}

/// A button that cannot be pressed says why.
void ScanPage::lookAtOtherWays() {
    myNumber_->setEnabled(presenter_->ready() && !opening_);
    myNumberNote_->setText(opening_               ? tr("A patient is being opened")
                           : !presenter_->ready() ? tr("Record relation and reason first")
                                                  : tr("The patient types the 4-digit PIN of the card"));
}

QWidget* ScanPage::makeProgress() {
    auto* box = new QWidget;
    progress_ = new ProgressRow(box);
    cancel_ = new KeyButton(tr("Stop"), KeyButton::Kind::Plain, KeyButton::Size::Normal, box);
    cancel_->setKey(QKeySequence(Qt::Key_Escape), QStringLiteral("Esc"));
    cancel_->hide();
    connect(cancel_, &QAbstractButton::clicked, this, &ScanPage::cancelWanted);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(14, 8, 12, 8);
    row->setSpacing(16);
    row->addWidget(progress_, 1);
    row->addWidget(cancel_);
    return box;
}

void ScanPage::begin() {
    endOpening();
    message_->clear();
    adviceOver_.stop();
    standardAdvice();
    presenter_->reset(); // tells the presenter, too
}

void ScanPage::setAdvice(const QString& words) {
    camera_->setAdvice(words);
}

void ScanPage::standardAdvice() {
    lookAtOtherWays();
    if (opening_) {
        camera_->setAdvice(tr("Read. Checking…"));
    } else if (!presenter_->ready()) {
        camera_->setAdvice(tr("Record relation and reason first"));
    } else {
        camera_->setAdvice(tr("Hold the card inside the frame"));
    }
}

void ScanPage::setOutline(const std::optional<std::array<qr::Point, 4>>& corners) {
    camera_->setOutline(corners);
}

void ScanPage::showProblem(const Problem& problem) {
    endOpening();
    message_->show(problem);
    camera_->setAdvice(message_->title());
    adviceOver_.start(6s);
}

void ScanPage::showOpening(std::int64_t received, std::int64_t total) {
    if (!opening_) {
        opening_ = true;
        message_->clear();
        adviceOver_.stop();
        standardAdvice();
        afterOneSecond_.start(1s);
        afterThreeSeconds_.start(3s);
    }
    const QString words = total > 0      ? tr("Receipts: %1 of %2").arg(received).arg(total)
                          : received > 0 ? tr("Receipts: %1").arg(received)
                                         : tr("Asking the council's server…");
    progress_->show(words, received, total);
}

void ScanPage::abandon() {
    endOpening();
    presenter_->confirmAgain();
}

void ScanPage::endOpening() {
    opening_ = false;
    afterOneSecond_.stop();
    afterThreeSeconds_.stop();
    cancel_->hide();
    strip_->setCurrentIndex(0);
    setOutline(std::nullopt);
    standardAdvice();
}

void ScanPage::tellPresenter() {
    if (presenter_->ready()) {
        emit presentedByChanged(presenter_->who(), presenter_->relation(), presenter_->reason());
    }
    standardAdvice();
    wantCamera();
}

void ScanPage::wantCamera() {
    const bool wanted = isVisible() && presenter_->ready();
    if (wanted != cameraOn_) {
        cameraOn_ = wanted;
        emit cameraWanted(wanted);
    }
}

void ScanPage::showCameraState() {
    left_->setNote(camera_->cameraName().isEmpty() ? QString() : tr("Camera: %1").arg(camera_->cameraName()));
}

void ScanPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    wantCamera();
}

void ScanPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    wantCamera();
}

} // namespace kmixr::ui
