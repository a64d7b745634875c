#include "app/gateway/server/store/card_store.h"

namespace kmixr::server {

Outcome<bool> CardStore::hasSignedIn(const std::string& cardFingerprint) {
    const auto found =
        database_.first("SELECT 1 FROM cards WHERE fingerprint = ?", [](const Row&) { return true; }, cardFingerprint);
    if (!found) {
        return fail(found.error());
    }
    return found->has_value();
}

Outcome<void> CardStore::remember(const std::string& cardFingerprint, Instant at) {
    return database_.run("INSERT OR IGNORE INTO cards (fingerprint, first_signed_in) VALUES (?, ?)", cardFingerprint,
                         toRfc3339(at));
}

} // namespace kmixr::server
