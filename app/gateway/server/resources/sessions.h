// POST /v1/sessions, DELETE /v1/sessions/current: a doctor comes and goes (DESIGN §4, sign-in statement).
#pragma once

#include "app/gateway/server/desk/account_guard.h"
#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/desk/session_desk.h"
#include "app/gateway/server/resources/call.h"
#include "app/gateway/server/store/card_store.h"
#include "app/gateway/server/trust/card_check.h"

namespace kmixr::server {

class Sessions {
public:
    struct Parts {
        const Clock& clock;
        const CardCheck& cards;
        ChallengeDesk& challenges;
        SessionDesk& sessions;
        AccountGuard& guard;
        CardStore& knownCards;
    };
    explicit Sessions(Parts parts) : parts_(parts) {}

    Answer create(const Call& call);
    Answer removeCurrent(const Call& call);

private:
    /// The doctor whose card signed, or why not.
    Outcome<const Doctor*> authenticate(const Call& call, const protocol::SignInRequest& request);
    /// ID and password on this card's first use.
    Outcome<void> checkAccount(const Doctor& doctor, const std::string& card,
                               const std::optional<protocol::Account>& account);

    Parts parts_;
};

} // namespace kmixr::server
