// Which doctors' cards have signed in before.
#pragma once

#include "app/gateway/server/store/database.h"
#include "core/common/clock.h"

namespace kmixr::server {

/// Thread: any.
class CardStore {
public:
    explicit CardStore(Database& database) : database_(database) {}
    Outcome<bool> hasSignedIn(const std::string& cardFingerprint);
    Outcome<void> remember(const std::string& cardFingerprint, Instant at);

private:
    Database& database_;
};

} // namespace kmixr::server
