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

#include <QMainWindow>

#include <memory>

namespace kmixr::ui {

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        bool practice = false;   ///< violet band over everything
        QString institutionName; ///< from the settings until the gateway says otherwise
        QString terminalName;
        const Clock* clock = nullptr; ///< for the status line; the machine's own when absent. Outlives the window.
    };
    explicit MainWindow(const Options& options, QWidget* parent = nullptr);
    ~MainWindow() override;

    // --- sign-in page -------------------------------------------------------------------------------------------
    void showReader(const card::ReaderStatus& status); ///< no service / no reader / no card / unknown card
    void showSignIn(const SignInFacts& facts);         ///< card read, PIN wanted
    void showPinProblem(const Problem& problem,
                        const card::PinState& state);              ///< wrong PIN: tries again beside the field
    void showAccountWanted(const std::optional<Problem>& problem); ///< ID and password, on the same spot
    void showSignInProblem(const Problem& problem); ///< the way to the gateway or the card failed: sentence +
                                                    ///< 「もう一度」 (retryWanted); asked for by app/client/wiring
    void showSigningIn(); ///< busy, in words
    // --- home ---------------------------------------------------------------------------------------------------
    void showHome(const protocol::SignedIn& doctor); ///< scan page, camera runs
    void showScanAdvice(const QString& words);       ///< at the foot of the picture
    void showScanOutline(const std::optional<std::array<qr::Point, 4>>& corners, QSize frame);
    void showScanProblem(const Problem& problem); ///< a sentence from the problem table; the camera goes on
    void showOpening(std::int64_t received, std::int64_t total); ///< progress while receipts stream in
    // --- patient ------------------------------------------------------------------------------------------------
    /// Banner and pages change in the same frame.
    void showPatient(const PatientHeading& heading, std::shared_ptr<const history::History> history);
    void showRefreshing(std::int64_t received, std::int64_t total);
    void showPatientProblem(const Problem& problem); ///< the page keeps its place, a message stands above
    // --- everywhere ---------------------------------------------------------------------------------------------
    void showOnline(bool online);
    void showLockCountdown(int secondsLeft);
    /// Patient data leave the screen at once: models emptied, pages hidden, title without a name; then the sign-in
    /// page.
    void clearPatient();
    void lockScreen();
    [[nodiscard]] CameraView* cameraView() const;

signals:
    void pinGiven(kmixr::card::Pin& pin); ///< take it by std::move
    void accountGiven(const QString& id, const QString& password);
    void presentedByChanged(kmixr::protocol::PresentedBy who, const QString& relation, const QString& reason);
    void cancelOpeningWanted();
    void closePatientWanted();    ///< F12
    void lockWanted();            ///< Ctrl+L
    void scanShown(bool visible); ///< the scan page came or went: start or stop the camera
    void retryWanted();           ///< the remedy button of a problem message
    void userActive();            ///< key or mouse, for the idle lock

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kmixr::ui
