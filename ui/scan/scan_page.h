// Opening a patient: live preview, who presents the card, words for everything that can go wrong (UI.md §7, 02).
#pragma once

#include "core/common/outcome.h"
#include "core/protocol/messages.h"
#include "ui/controls/progress_row.h"
#include "ui/problems/problem_message.h"
#include "ui/scan/camera_view.h"
#include "ui/scan/presenter_box.h"

#include <QStackedWidget>
#include <QTimer>

namespace kmixr::ui {

class ScanPage : public QWidget {
    Q_OBJECT
public:
    explicit ScanPage(QWidget* parent = nullptr);

    /// A new person may come: presenter back to the patient, no message, nothing opening.
    void begin();
    void takeFocus() { presenter_->takeFocus(); }
    void setAdvice(const QString& words);
    void setOutline(const std::optional<std::array<qr::Point, 4>>& corners);
    void showProblem(const Problem& problem);
    void showOpening(std::int64_t received, std::int64_t total);
    /// An opening that was refused or stopped; see PresenterBox::confirmAgain().
    void abandon();
    [[nodiscard]] CameraView* camera() { return camera_; }
    /// Whether cards may be read now: a proxy's record is complete.
    [[nodiscard]] bool ready() const { return presenter_->ready(); }

signals:
    void presentedByChanged(kmixr::protocol::PresentedBy who, const QString& relation, const QString& reason);
    /// The camera should run or rest (the page is visible, and a proxy's record is complete).
    void cameraWanted(bool wanted);
    void cancelWanted();
    void signInAgainWanted();
    void myNumberCardWanted(); ///< F6

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void endOpening();
    QWidget* makeTips();
    QWidget* makeProgress();
    QWidget* makeOtherWays();
    void lookAtOtherWays();
    void tellPresenter();
    void wantCamera();
    void showCameraState();
    void standardAdvice();

    CameraView* camera_;
    TitledBox* left_;
    PresenterBox* presenter_;
    ProblemMessage* message_;
    QStackedWidget* strip_; ///< tips, or the progress of an opening
    ProgressRow* progress_ = nullptr;
    KeyButton* cancel_ = nullptr;
    KeyButton* myNumber_ = nullptr;
    WordLabel* myNumberNote_ = nullptr;
    QTimer afterOneSecond_, afterThreeSeconds_, adviceOver_;
    bool opening_ = false;
    bool cameraOn_ = false;
};

} // namespace kmixr::ui
