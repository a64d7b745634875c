#include "app/gateway/server/store/view_store.h"

namespace kmixr::server {

Outcome<void> ViewStore::record(const ViewRecord& view, const std::optional<ConsentProof>& proof) {
    return database_.transaction([&]() -> Outcome<void> {
        auto recorded = recordView(view);
        if (!recorded || !proof) {
            return recorded;
        }
        return database_.run(
            "INSERT INTO consent_proofs (view_id, card, certificate, statement, signature) VALUES (?, ?, ?, ?, ?)",
            view.viewId, proof->card, proof->certificate, proof->statement, proof->signature);
    });
}

Outcome<void> ViewStore::recordView(const ViewRecord& view) {
    return database_.run(
        "INSERT INTO views (view_id, person, account, card, device, basis, presented_by, proxy_relation,"
        " proxy_reason, opened_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        view.viewId, view.person, view.account, view.card, view.device, view.basis, view.presentedBy,
        view.proxyRelation, view.proxyReason, toRfc3339(view.openedAt), toRfc3339(view.expiresAt));
}

Outcome<std::optional<ViewRecord>> ViewStore::find(const std::string& viewId) {
    const auto instant = [](const Row& row, int column) { return parseRfc3339(row.text(column)).value_or(Instant()); };
    return database_.first(
        "SELECT view_id, person, account, card, device, basis, presented_by, proxy_relation, proxy_reason, opened_at, "
        "expires_at"
        " FROM views WHERE view_id = ?",
        [&](const Row& row) {
            return ViewRecord{row.text(0), row.integer(1), row.text(2), row.text(3),     row.text(4),     row.text(5),
                              row.text(6), row.text(7),    row.text(8), instant(row, 9), instant(row, 10)};
        },
        viewId);
}

} // namespace kmixr::server
