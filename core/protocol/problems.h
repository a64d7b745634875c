// Trouble the gateway can name. Each is the end of a problem document's type: "https://kmix-r.example/problems/<end>"
// (RFC 9457), and becomes code "gateway.<end>" on the client. The list is closed here so that every one has words.
#pragma once

#include "core/common/outcome.h"

#include <array>

namespace kmixr::protocol::problems {
inline constexpr ProblemCode malformedRequest{"gateway.malformed-request"};   ///< 400
inline constexpr ProblemCode deviceUnknown{"gateway.device-unknown"};         ///< 403
inline constexpr ProblemCode deviceRevoked{"gateway.device-revoked"};         ///< 403
inline constexpr ProblemCode challengeExpired{"gateway.challenge-expired"};   ///< 401
inline constexpr ProblemCode signatureRejected{"gateway.signature-rejected"}; ///< 401
inline constexpr ProblemCode cardNotRegistered{
    "gateway.card-not-registered"}; ///< 403: certificate belongs to no account
inline constexpr ProblemCode certificateRejected{
    "gateway.certificate-rejected"}; ///< 403: wrong CA, expired or revoked card certificate
inline constexpr ProblemCode accountRequired{"gateway.account-required"};          ///< 401: send ID and password too
inline constexpr ProblemCode accountRejected{"gateway.account-rejected"};          ///< 401
inline constexpr ProblemCode accountSuspended{"gateway.account-suspended"};        ///< 403
inline constexpr ProblemCode sessionExpired{"gateway.session-expired"};            ///< 401
inline constexpr ProblemCode notPermitted{"gateway.not-permitted"};                ///< 403: role may not do this
inline constexpr ProblemCode patientCardUnknown{"gateway.patient-card-unknown"};   ///< 404
inline constexpr ProblemCode patientCardLost{"gateway.patient-card-lost"};         ///< 409: reported lost
inline constexpr ProblemCode patientCardReplaced{"gateway.patient-card-replaced"}; ///< 409: reissued, this one is dead
inline constexpr ProblemCode consentWithdrawn{"gateway.consent-withdrawn"};        ///< 409
// The patient's My Number card: every way its consent may not count.
inline constexpr ProblemCode consentChallengeExpired{
    "gateway.consent-challenge-expired"}; ///< 401: unknown or too old; the card must sign again
inline constexpr ProblemCode consentChallengeUsed{"gateway.consent-challenge-used"}; ///< 409: opened a view already
inline constexpr ProblemCode consentChallengeForeign{
    "gateway.consent-challenge-foreign"}; ///< 403: another laptop's or another sign-in's
inline constexpr ProblemCode consentSignatureRejected{"gateway.consent-signature-rejected"}; ///< 401
inline constexpr ProblemCode myNumberCardUntrusted{
    "gateway.my-number-card-untrusted"}; ///< 403: no certificate of the user-authentication CA
inline constexpr ProblemCode myNumberCardExpired{"gateway.my-number-card-expired"}; ///< 403: also not yet in validity
inline constexpr ProblemCode myNumberCardUnknown{
    "gateway.my-number-card-unknown"}; ///< 404: linked to no person of the registry
inline constexpr ProblemCode myNumberCardRevoked{"gateway.my-number-card-revoked"}; ///< 409: lost, renewed, given back
inline constexpr ProblemCode viewExpired{"gateway.view-expired"};                   ///< 410
inline constexpr ProblemCode notFound{"gateway.not-found"};                         ///< 404
inline constexpr ProblemCode tooLarge{"gateway.too-large"};                         ///< 413
inline constexpr ProblemCode busy{"gateway.busy"};                                  ///< 429, 503
inline constexpr ProblemCode serverFault{"gateway.server-fault"};                   ///< 500

/// Every code above, so that a type can be told from one we do not know.
inline constexpr std::array all{malformedRequest,
                                deviceUnknown,
                                deviceRevoked,
                                challengeExpired,
                                signatureRejected,
                                cardNotRegistered,
                                certificateRejected,
                                accountRequired,
                                accountRejected,
                                accountSuspended,
                                sessionExpired,
                                notPermitted,
                                patientCardUnknown,
                                patientCardLost,
                                patientCardReplaced,
                                consentWithdrawn,
                                consentChallengeExpired,
                                consentChallengeUsed,
                                consentChallengeForeign,
                                consentSignatureRejected,
                                myNumberCardUntrusted,
                                myNumberCardExpired,
                                myNumberCardUnknown,
                                myNumberCardRevoked,
                                viewExpired,
                                notFound,
                                tooLarge,
                                busy,
                                serverFault};
} // namespace kmixr::protocol::problems
