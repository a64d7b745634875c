// The record of every view: who looked at whom, from which laptop, on what ground, and when.
#pragma once

#include "app/gateway/server/store/database.h"
#include "app/gateway/server/store/person_store.h"
#include "core/common/clock.h"

namespace kmixr::server {

struct ViewRecord {
    std::string viewId;
    PersonId person = 0;
    std::string account; ///< the doctor's account
    std::string card;    ///< fingerprint of the card certificate
    std::string device;  ///< fingerprint of the device certificate
    std::string basis, presentedBy, proxyRelation, proxyReason;
    Instant openedAt, expiresAt;
};

/// The patient's own signature behind a view.
struct ConsentProof {
    std::string card; ///< public_key_sha256 of the My Number card
    Bytes certificate, statement, signature;
};

/// Thread: any.
class ViewStore {
public:
    explicit ViewStore(Database& database) : database_(database) {}
    /// View and proof together or neither.
    Outcome<void> record(const ViewRecord& view, const std::optional<ConsentProof>& proof = std::nullopt);
    Outcome<std::optional<ViewRecord>> find(const std::string& viewId);

private:
    Outcome<void> recordView(const ViewRecord& view);

    Database& database_;
};

} // namespace kmixr::server
