// POST /v1/views: the patient's card (QR card, or My Number card with its signature) opens a view; every one is
// recorded before it is answered.
#pragma once

#include "app/gateway/server/resources/consent_check.h"
#include "app/gateway/server/store/person_store.h"
#include "app/gateway/server/store/receipt_store.h"
#include "app/gateway/server/store/view_store.h"
#include "core/protocol/messages.h"

namespace kmixr::server {

class Views {
public:
    struct Parts {
        const Clock& clock;
        PersonStore& people;
        ReceiptStore& receipts;
        ViewStore& views;
        ConsentCheck& consents;
    };
    explicit Views(Parts parts) : parts_(parts) {}
    Answer create(const Call& call);

private:
    /// Who agreed and how that shows: the card's ending, or the signature to keep.
    struct Presented {
        const Patient* patient = nullptr;
        std::string cardEnding;
        std::optional<ConsentProof> proof;
    };
    Outcome<Presented> presented(const Call& call, const protocol::ViewRequest& request);
    Outcome<protocol::OpenedView> open(const Call& call, const protocol::ViewRequest& request);
    /// The person whose QR card this is, if the card and their consent still stand.
    static Outcome<const Patient*> patientOf(const Registry& registry, const std::string& tokenHash);

    Parts parts_;
};

} // namespace kmixr::server
