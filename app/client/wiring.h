// Joins the flows to the window: wishes of the window become calls of a flow, signals of a flow become values on the
// window. Nothing is decided here, and nobody else knows both sides.
#pragma once

#include "app/client/flows/card_desk.h"
#include "app/client/flows/idle_lock.h"
#include "app/client/flows/patient_card_flow.h"
#include "app/client/flows/scan_desk.h"
#include "app/client/flows/sign_in_flow.h"
#include "app/client/flows/view_flow.h"
#include "ui/frame/main_window.h"

#include <QObject>

namespace kmixr::client {

class Wiring : public QObject {
    Q_OBJECT
public:
    struct Sides {
        ui::MainWindow& window;
        SignInFlow& signIn;
        ViewFlow& view;
        PatientCardFlow& patientCard;
        ScanDesk& scan;
        IdleLock& idle;
        gateway::GatewayClient& gateway;
    };
    explicit Wiring(const Sides& sides, QObject* parent = nullptr);

private:
    void joinSignIn();
    void joinScan();
    void joinPatientCard();
    void joinView();
    void joinLock();
    /// Patient off the screen, vault locked, session forgotten; everyone who leaves goes through here.
    void leave();

    Sides sides_;
    Presenter presenter_;
    std::optional<protocol::SignedIn> doctor_;
};

} // namespace kmixr::client
