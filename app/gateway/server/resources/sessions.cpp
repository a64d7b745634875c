#include "app/gateway/server/resources/sessions.h"

#include "app/gateway/server/resources/policy.h"
#include "app/gateway/server/resources/request_body.h"
#include "app/gateway/server/trust/certificate.h"
#include "core/protocol/problems.h"

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

void wipeAccount(protocol::SignInRequest& request) {
    if (request.account) {
        wipe(std::span<char>(request.account->password));
    }
}

} // namespace

Answer Sessions::create(const Call& call) {
    auto request = readBody(call.request, protocol::readSignInRequest);
    if (!request) {
        return problemAnswer(request.error());
    }
    const auto doctor = authenticate(call, *request);
    const std::string card = fingerprintOf(request->certificate);
    const auto account = doctor ? checkAccount(**doctor, card, request->account) : Outcome<void>();
    wipeAccount(*request);
    if (!doctor || !account) {
        return problemAnswer(doctor ? account.error() : doctor.error());
    }
    const NewSession session = parts_.sessions.open(call.deviceFingerprint, card);
    protocol::SignedIn signedIn;
    signedIn.sessionToken = session.token;
    signedIn.expiresAt = session.expiresAt;
    signedIn.doctorName = (*doctor)->name;
    signedIn.doctorKana = (*doctor)->kana;
    signedIn.role = (*doctor)->role;
    signedIn.institutionName = call.device->institutionName;
    signedIn.terminalName = call.device->name;
    signedIn.lockAfterSeconds = policy::lockAfterSeconds;
    signedIn.cardSwapSeconds = policy::cardSwapSeconds;
    return jsonAnswer(201, protocol::toJson(signedIn));
}

Outcome<const Doctor*> Sessions::authenticate(const Call& call, const protocol::SignInRequest& request) {
    const auto challenge = parts_.challenges.take(request.challengeId, call.deviceFingerprint);
    if (!challenge) {
        return fail(challenge.error());
    }
    if (const auto trusted = parts_.cards.checkCertificate(request.certificate, parts_.clock.now()); !trusted) {
        return fail(trusted.error());
    }
    // The nonce makes the statement fresh; the time in it is the laptop's and may be wrong without harm.
    const Bytes statement =
        protocol::signInStatement(challenge->nonce, call.request.deviceCertificate, request.signedAt);
    if (const auto genuine = CardCheck::checkSignature(request.certificate, statement, request.signature); !genuine) {
        return fail(genuine.error());
    }
    const auto doctor = call.registry->doctors.find(fingerprintOf(request.certificate));
    if (doctor == call.registry->doctors.end()) {
        return fail(p::cardNotRegistered);
    }
    if (!doctor->second.active) {
        return fail(p::accountSuspended);
    }
    return &doctor->second;
}

Outcome<void> Sessions::checkAccount(const Doctor& doctor, const std::string& card,
                                     const std::optional<protocol::Account>& account) {
    const auto known = parts_.knownCards.hasSignedIn(card);
    if (!known) {
        return fail(known.error());
    }
    if (*known && !account) {
        return {};
    }
    if (!account) {
        return fail(p::accountRequired);
    }
    if (!parts_.guard.mayTry(card)) {
        return fail(p::busy, "too many wrong passwords");
    }
    if (account->id != doctor.accountId || !doctor.password.matches(account->password)) {
        parts_.guard.wrong(card);
        return fail(p::accountRejected);
    }
    parts_.guard.right(card);
    return parts_.knownCards.remember(card, parts_.clock.now());
}

Answer Sessions::removeCurrent(const Call& call) {
    parts_.sessions.close(call.request.bearer);
    return emptyAnswer(204);
}

} // namespace kmixr::server
