// The program's one window: locked · home (open a patient) · patient. Passive: values come in by show…(), wishes go out
// as signals; app/client/wiring joins them to the flows. GUI thread.
#pragma once

#include "core/card/card_session.h"
#include "core/card/card_watch.h"
#include "core/common/outcome.h"
#include "core/history/history.h"
#include "core/protocol/messages.h"
#include "core/qr/symbol_reader.h"
#include "ui/frame/patient_heading.h"
#include "ui/frame/sign_in_facts.h"
#include "ui/scan/camera_view.h"
#include "ui/scan/patient_card_scene.h"

#include <QMainWindow>

#include <memory>

namespace kmixr::ui {

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        bool practice = false;     ///< violet band over everything
        QString institutionName{}; ///< from the settings until the gateway says otherwise
        QString terminalName{};
        const Clock* clock = nullptr; ///< for the status line; the machine's own when absent. Outlives the window.
    };
    explicit MainWindow(const Options& options, QWidget* parent = nullptr);
    ~MainWindow() override;

    // --- sign-in page: every one of these leaves patient and home first ---------------------------------------------
    /// No service / no reader / no card / unknown card / being read.
    void showReader(const card::ReaderStatus& status);
    /// Card read, PIN wanted; a blocked card gets its page instead of a field.
    void showSignIn(const SignInFacts& facts);
    /// Wrong PIN: tries again beside the field; blocked: a page with a way forward.
    void showPinProblem(const Problem& problem, const card::PinState& state);
    /// ID and password, on the same spot; `problem` when the last ones were refused.
    void showAccountWanted(const std::optional<Problem>& problem);
    /// The way to the gateway or the card failed: a sentence and 「もう一度」 (retryWanted).
    void showSignInProblem(const Problem& problem);
    void showSigningIn(); ///< busy, in words
    /// A problem that does not keep anybody from working (delivered rules refused); stays on the sign-in page.
    void showNotice(const Problem& problem);

    // --- home -------------------------------------------------------------------------------------------------------
    void showHome(const protocol::SignedIn& doctor); ///< scan page; scanShown(true) asks for the camera
    void showScanAdvice(const QString& words);       ///< at the foot of the picture
    void showScanOutline(const std::optional<std::array<qr::Point, 4>>& corners, QSize frame);
    void showScanProblem(const Problem& problem); ///< a sentence from the problem table; the camera goes on
    /// While receipts stream in: numbers after one second, 「中止」 after three. (0, 0) = asked, nothing known yet. On
    /// a patient that is shown already it means refreshing.
    void showOpening(std::int64_t received, std::int64_t total);

    // --- a patient agrees with the My Number card: a page of its own, which the doctor turns to them
    // ------------------
    /// Ignored when nobody is signed in.
    void showPatientCard(const PatientCardScene& scene);
    void showCardSecondsLeft(int seconds); ///< until the doctor's card must be back
    void endPatientCard();                 ///< back to the scan page

    // --- patient ----------------------------------------------------------------------------------------------------
    /// Banner and pages change in the same frame. Ignored when nobody is signed in: a late answer shows nothing.
    void showPatient(const PatientHeading& heading, std::shared_ptr<const history::History> history);
    void showRefreshing(std::int64_t received, std::int64_t total);
    void showPatientProblem(const Problem& problem); ///< the page keeps its place, a message stands above

    // --- everywhere -------------------------------------------------------------------------------------------------
    void showOnline(bool online);
    void showLockCountdown(int secondsLeft);
    /// Patient data leave the screen at once: models emptied first, pages hidden. From a patient this leads back to the
    /// scan page; an opening that runs is forgotten.
    void clearPatient();
    /// clearPatient(), and the sign-in page without a card.
    void lockScreen();
    [[nodiscard]] CameraView* cameraView() const;

signals:
    void pinGiven(kmixr::card::Pin& pin); ///< take it by std::move
    void pinPadChosen();                  ///< it is to be typed on the reader
    void accountGiven(const QString& id, const QString& password);
    /// Whenever it changes, and anew for each person. A proxy is told only once relation and reason are complete.
    void presentedByChanged(kmixr::protocol::PresentedBy who, const QString& relation, const QString& reason);
    void cancelOpeningWanted();
    void myNumberCardWanted();                       ///< F6 on the scan page
    void patientCardPinGiven(kmixr::card::Pin& pin); ///< the patient's or the doctor's; take it by std::move
    void patientCardPinPadChosen();                  ///< likewise
    void patientCardRetryWanted();
    void patientCardStopWanted();
    void closePatientWanted(); ///< F12
    void lockWanted();         ///< Ctrl+L
    /// Start or stop camera and reading: the scan page came or went, or a proxy's record is not complete.
    void scanShown(bool visible);
    void retryWanted(); ///< the remedy button of a problem message
    void userActive();  ///< key or mouse, for the idle lock

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
