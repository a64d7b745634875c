// The reference gateway put together: stores, desks, resources and their routes. Knows no socket.
#pragma once

#include "app/gateway/server/desk/account_guard.h"
#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/ingest/ingester.h"
#include "app/gateway/server/registry/registry_book.h"
#include "app/gateway/server/resources/router.h"
#include "app/gateway/server/resources/sessions.h"
#include "app/gateway/server/resources/sign_in_challenges.h"
#include "app/gateway/server/resources/view_challenges.h"
#include "app/gateway/server/resources/view_receipts.h"
#include "app/gateway/server/resources/views.h"
#include "app/gateway/server/settings.h"

#include <memory>

namespace kmixr::server {

/// Thread: answer() from any; reload() one at a time.
class Gateway {
public:
    /// Opens the database, reads registry and card CA. `clock` must outlive it.
    static Outcome<std::unique_ptr<Gateway>> open(const Settings& settings, const Clock& clock);
    ~Gateway();

    [[nodiscard]] const Router& router() const { return router_; }
    /// Takes in whatever is new in the receipts' folder, after the registry's changes.
    Outcome<IngestReport> takeIn();
    /// Reads the registry again and takes in what is new. The old registry stays in force when the new one is unusable.
    Outcome<IngestReport> reload();

private:
    struct Checks {
        CardCheck doctors;
        std::optional<CardCheck> myNumberCards;
    };
    static Outcome<Checks> openChecks(const Settings& settings);
    Gateway(const Settings& settings, const Clock& clock, Database database, Checks checks, Registry registry);
    void addRoutes();

    Settings settings_;
    Database database_;
    Checks checks_;
    RegistryBook registry_;
    PersonStore people_;
    ReceiptStore receipts_;
    ViewStore views_;
    CardStore knownCards_;
    ChallengeDesk challengeDesk_, consentDesk_;
    SessionDesk sessionDesk_;
    AccountGuard accountGuard_;
    AnswerBook answers_;
    SignInChallenges signInChallenges_;
    Sessions sessions_;
    ViewChallenges viewChallenges_;
    ConsentCheck consents_;
    Views viewResource_;
    ViewReceipts viewReceipts_;
    Router router_;
};

} // namespace kmixr::server
