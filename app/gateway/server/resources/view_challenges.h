// POST /v1/view-challenges: for a patient's My Number card to sign, good for this laptop and this sign-in alone.
#pragma once

#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/resources/call.h"

namespace kmixr::server {

class ViewChallenges {
public:
    ViewChallenges(ChallengeDesk& desk, bool taken) : desk_(desk), taken_(taken) {}
    Answer create(const Call& call);

private:
    ChallengeDesk& desk_;
    bool taken_; ///< this gateway takes My Number cards
};

/// How a challenge knows its sign-in.
std::string sessionOf(const Call& call);

} // namespace kmixr::server
