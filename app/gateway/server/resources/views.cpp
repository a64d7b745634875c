#include "app/gateway/server/resources/views.h"

#include "app/gateway/server/resources/request_body.h"
#include "core/protocol/problems.h"
#include "core/qr/patient_card_token.h"

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

constexpr std::chrono::minutes lifetime{30};
constexpr std::size_t idSize = 16;

std::string insurerOf(const Coverage& coverage, const Patient& patient) {
    if (!coverage.insurerNumber.empty() || patient.identities.empty()) {
        return coverage.insurerNumber;
    }
    return patient.identities.back().insurerNumber;
}

} // namespace

Answer Views::create(const Call& call) {
    if (call.doctor->role != protocol::Role::Doctor) {
        return problemAnswer(Problem{std::string(p::notPermitted.text), "Only doctors open views", {}});
    }
    auto request = readBody(call.request, protocol::readViewRequest);
    if (!request) {
        return problemAnswer(request.error());
    }
    if (request->basis != protocol::ViewBasis::QrCard && request->basis != protocol::ViewBasis::MyNumberCard) {
        return problemAnswer(
            Problem{std::string(p::notPermitted.text), "This gateway opens views by a patient's card only", {}});
    }
    const auto view = open(call, *request);
    wipe(std::span<char>(request->cardToken));
    return view ? jsonAnswer(201, protocol::toJson(*view)) : problemAnswer(view.error());
}

Outcome<const Patient*> Views::patientOf(const Registry& registry, const std::string& tokenHash) {
    const auto card = registry.cards.find(tokenHash);
    if (card == registry.cards.end()) {
        return fail(p::patientCardUnknown);
    }
    switch (card->second.state) {
    case PatientCardState::Lost:
        return fail(p::patientCardLost);
    case PatientCardState::Replaced:
        return fail(p::patientCardReplaced);
    case PatientCardState::Live:
        break;
    }
    const Patient& patient = registry.patients[card->second.patient];
    if (!patient.consent) {
        return fail(p::consentWithdrawn);
    }
    return &patient;
}

Outcome<Views::Presented> Views::presented(const Call& call, const protocol::ViewRequest& request) {
    if (request.basis == protocol::ViewBasis::MyNumberCard) {
        return parts_.consents.check(call, *request.cardProof).map([](ConsentCheck::Agreed agreed) {
            return Presented{agreed.patient, {}, std::move(agreed.proof)};
        });
    }
    const auto token = qr::PatientCardToken::read(request.cardToken);
    if (!token) {
        return fail(p::malformedRequest, "card_token");
    }
    const auto patient = patientOf(*call.registry, toHex(token->hash()));
    if (!patient) {
        return fail(patient.error());
    }
    return Presented{*patient, token->ending(), std::nullopt};
}

Outcome<protocol::OpenedView> Views::open(const Call& call, const protocol::ViewRequest& request) {
    const auto shown = presented(call, request);
    if (!shown) {
        return fail(shown.error());
    }
    const Patient& patient = *shown->patient;
    const auto person = parts_.people.registered(patient.label);
    if (!person) {
        return fail(person.error());
    }
    const auto coverage = parts_.receipts.coverageOf(person->id);
    if (!coverage) {
        return fail(coverage.error());
    }
    const Instant now = parts_.clock.now();
    const std::string viewId = toHex(randomBytes(idSize));
    const auto recorded = parts_.views.record(
        {viewId, person->id, call.doctor->accountId, call.session.card, call.deviceFingerprint, wordOf(request.basis),
         wordOf(request.presentedBy), request.proxyRelation, request.proxyReason, now, now + lifetime},
        shown->proof);
    if (!recorded) {
        return fail(recorded.error());
    }
    protocol::OpenedView view;
    view.viewId = viewId;
    view.patientKey = person->patientKey;
    view.patient = patient.person;
    view.insurerNumber = insurerOf(*coverage, patient);
    const auto insurer = call.registry->insurers.find(view.insurerNumber);
    view.insurerName = insurer == call.registry->insurers.end() ? std::string() : insurer->second;
    view.cardEnding = shown->cardEnding;
    view.newestMonth = coverage->newestMonth;
    view.receiptCount = coverage->receipts;
    view.openedAt = now;
    view.expiresAt = now + lifetime;
    return view;
}

} // namespace kmixr::server
