#include "app/gateway/server/resources/consent_check.h"

#include "app/gateway/server/resources/view_challenges.h"
#include "app/gateway/server/trust/certificate.h"
#include "core/protocol/problems.h"

namespace kmixr::server {

namespace p = protocol::problems;

Outcome<ConsentCheck::Agreed> ConsentCheck::check(const Call& call, const protocol::CardProof& proof) {
    if (!parts_.myNumberCards) {
        return fail(p::notPermitted, "This gateway does not take My Number cards");
    }
    const auto challenge = parts_.challenges.take(proof.challengeId, call.deviceFingerprint, sessionOf(call));
    if (!challenge) {
        return fail(challenge.error());
    }
    if (const auto trusted = parts_.myNumberCards->checkCertificate(proof.certificate, parts_.clock.now()); !trusted) {
        return fail(trusted.error());
    }
    // The nonce makes it fresh; the time in it is the laptop's and may be wrong without harm.
    Bytes statement = protocol::consentStatement(challenge->nonce, call.request.deviceCertificate,
                                                 protocol::sessionBinding(call.request.bearer), proof.signedAt);
    if (const auto genuine = CardCheck::checkSignature(proof.certificate, statement, proof.signature); !genuine) {
        return fail(p::consentSignatureRejected, genuine.error().detail);
    }
    // From here on whoever asks has proved to hold the card: only now is it told whether anybody is behind it.
    const std::string key = publicKeyHashOf(proof.certificate);
    const auto card = call.registry->myNumberCards.find(key);
    if (card == call.registry->myNumberCards.end()) {
        return fail(p::myNumberCardUnknown);
    }
    if (!card->second.live) {
        return fail(p::myNumberCardRevoked);
    }
    const Patient& patient = call.registry->patients[card->second.patient];
    if (!patient.consent) {
        return fail(p::consentWithdrawn);
    }
    return Agreed{&patient, {key, proof.certificate, std::move(statement), proof.signature}};
}

} // namespace kmixr::server
