// GET /v1/views/{id}/receipts?since=: the receipts of the person a view was opened for, as a stream.
#pragma once

#include "app/gateway/server/resources/call.h"
#include "app/gateway/server/store/receipt_store.h"
#include "app/gateway/server/store/view_store.h"

#include <chrono>
#include <map>
#include <string>

namespace kmixr::server {

class ViewReceipts {
public:
    using Delays = std::map<std::string, std::chrono::milliseconds>;
    struct Parts {
        const Clock& clock;
        PersonStore& people;
        ReceiptStore& receipts;
        ViewStore& views;
        const Delays& delays; ///< practice: by patient's label
    };
    explicit ViewReceipts(Parts parts) : parts_(parts) {}
    Answer show(const Call& call);

private:
    Outcome<ViewRecord> viewOf(const Call& call);
    [[nodiscard]] std::chrono::milliseconds delayFor(PersonId person) const;

    Parts parts_;
};

} // namespace kmixr::server
