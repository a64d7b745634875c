// See a patient: the presented card → the gateway opens a view (consent recorded there) → what is held is shown at once
// → new receipts stream in → consent and receipts go into the vault in one transaction → the summary is derived and
// shown. A reply belongs to one request: an answer for the previous patient is dropped.
#pragma once

#include "app/client/worker.h"
#include "core/common/clock.h"
#include "core/gateway/gateway_client.h"
#include "core/history/derive.h"
#include "core/qr/patient_card_token.h"
#include "core/receipt/masters.h"
#include "core/vault/vault.h"

#include <QObject>

#include <memory>
#include <vector>

namespace kmixr::client {

/// Who shows the card, chosen before it is shown.
struct Presenter {
    protocol::PresentedBy who = protocol::PresentedBy::Patient;
    QString relation, reason;
};

/// What the pages need; banner and body travel together.
struct ShownPatient {
    protocol::OpenedView view;
    protocol::ViewBasis basis = protocol::ViewBasis::QrCard;
    Presenter presenter;
    std::shared_ptr<const history::History> history;
};

class ViewFlow : public QObject {
    Q_OBJECT
public:
    struct Knowledge { ///< what histories are derived with
        std::shared_ptr<const receipt::Masters> masters;
        std::shared_ptr<const history::Rules> rules;
    };
    ViewFlow(gateway::GatewayClient& gateway, Worker& vaultWorker, const Clock& clock, Knowledge knowledge,
             QObject* parent = nullptr);
    ~ViewFlow() override;

    /// The doctor's unlocked vault; null takes it away (lock), which also ends any view.
    void setVault(std::shared_ptr<vault::Vault> vault);
    /// Opens the patient of this card. Only one view at a time: a running one is ended first.
    void begin(const qr::PatientCardToken& token, const Presenter& presenter);
    /// Opens the patient whose My Number card signed this.
    void begin(const protocol::CardProof& proof, const Presenter& presenter);
    /// Fetches again what was interrupted.
    void resume();
    /// Ends the view; late answers are dropped.
    void close();
    [[nodiscard]] bool active() const { return vault_ != nullptr && active_; }

signals:
    /// The gateway knows the patient; receipts are on their way. `total` 0 = not told.
    void opening(std::int64_t received, std::int64_t total);
    /// Show this now. `complete` false: what was held, the rest is being fetched.
    void shown(const kmixr::client::ShownPatient& patient, bool complete);
    /// No view came about: nothing of a patient is on the screen.
    void refused(const kmixr::Problem& problem);
    /// A view is open, but the fetch did not end well; what arrived is kept and shown.
    void incomplete(const kmixr::Problem& problem);

private:
    struct Fetch;
    void open(protocol::ViewRequest request, const Presenter& presenter, const Sha256& tokenHash);
    void refuse(const Problem& problem);
    /// Why the data of the open view may be here.
    [[nodiscard]] vault::ConsentRecord consent() const;
    void fetch(const std::string& since);
    void arrived(const std::vector<protocol::Delivery>& deliveries);
    void keep(const Outcome<std::string>& cursor);
    template <class T, class Next>
    void follow(QFuture<Outcome<T>> future, Next next);

    gateway::GatewayClient& gateway_;
    Worker& vaultWorker_;
    const Clock& clock_;
    Knowledge knowledge_;
    std::shared_ptr<vault::Vault> vault_;
    std::uint64_t run_ = 0;
    bool active_ = false;
    bool fetchedAnew_ = false; ///< once a view: everything again after a damaged vault
    protocol::OpenedView view_;
    protocol::ViewBasis basis_ = protocol::ViewBasis::QrCard;
    Presenter presenter_;
    Sha256 tokenHash_{}; ///< zero: not by a QR card
    std::unique_ptr<Fetch> fetch_;
};

} // namespace kmixr::client
