// Does a patient's My Number card agree to this view? Everything that must hold before its signature counts (DESIGN
// §4): the challenge, the certificate, the signature, the person behind the key.
#pragma once

#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/resources/call.h"
#include "app/gateway/server/store/view_store.h"
#include "app/gateway/server/trust/card_check.h"

#include <optional>

namespace kmixr::server {

class ConsentCheck {
public:
    struct Parts {
        const Clock& clock;
        const std::optional<CardCheck>& myNumberCards; ///< nothing: this gateway takes none
        ChallengeDesk& challenges;
    };
    explicit ConsentCheck(Parts parts) : parts_(parts) {}

    /// Who agreed, and the proof to be kept. The challenge is spent whatever comes out.
    struct Agreed {
        const Patient* patient = nullptr; ///< in the call's registry
        ConsentProof proof;
    };
    Outcome<Agreed> check(const Call& call, const protocol::CardProof& proof);

private:
    Parts parts_;
};

} // namespace kmixr::server
