// POST /v1/sign-in-challenges
#pragma once

#include "app/gateway/server/desk/challenge_desk.h"
#include "app/gateway/server/resources/call.h"

namespace kmixr::server {

class SignInChallenges {
public:
    explicit SignInChallenges(ChallengeDesk& desk) : desk_(desk) {}
    Answer create(const Call& call);

private:
    ChallengeDesk& desk_;
};

} // namespace kmixr::server
