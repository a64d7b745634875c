// Trouble this room can name. One switch (pcsc_problem.cpp) turns PC/SC results into these; status words likewise.
#pragma once

#include "core/common/outcome.h"

namespace kmixr::card::problems {
inline constexpr ProblemCode serviceStopped{"card.service-stopped"}; ///< pcscd is not running or went away
inline constexpr ProblemCode noReader{"card.no-reader"};
inline constexpr ProblemCode noCard{"card.no-card"};
inline constexpr ProblemCode removed{"card.removed"};                    ///< taken out in the middle of a conversation
inline constexpr ProblemCode heldByOther{"card.held-by-other"};          ///< another program uses the card
inline constexpr ProblemCode reset{"card.reset"};                        ///< another program reset it; start over
inline constexpr ProblemCode unknownCard{"card.unknown-card"};           ///< no profile answered
inline constexpr ProblemCode myNumberCard{"card.my-number-card"};        ///< a patient's card where a doctor's is asked
inline constexpr ProblemCode notMyNumberCard{"card.not-my-number-card"}; ///< another card where a patient's is asked
inline constexpr ProblemCode communication{"card.communication"};
inline constexpr ProblemCode pinWrong{"card.pin-wrong"}; ///< numbers: tries_left (absent when the card does not tell)
inline constexpr ProblemCode pinBlocked{"card.pin-blocked"};
inline constexpr ProblemCode pinMalformed{"card.pin-malformed"};    ///< refused before it was sent: costs no try
inline constexpr ProblemCode pinPadTimeout{"card.pin-pad-timeout"}; ///< of the reader's own pad: nothing came of it,
inline constexpr ProblemCode pinPadCancelled{"card.pin-pad-cancelled"}; ///< nothing was sent to the card
inline constexpr ProblemCode pinPadLength{"card.pin-pad-length"};       ///< too few or too many digits, not sent
inline constexpr ProblemCode pinPadRefused{"card.pin-pad-refused"};     ///< the pad cannot be used for this card
inline constexpr ProblemCode refused{"card.refused"};                   ///< any other status word, in the detail
inline constexpr ProblemCode malformed{"card.malformed"};               ///< data on the card do not parse
inline constexpr ProblemCode signatureWrong{"card.signature-wrong"};    ///< signature does not fit the certificate
inline constexpr ProblemCode certificateExpired{"card.certificate-expired"};
inline constexpr ProblemCode noVaultMeans{"card.no-vault-means"}; ///< card can give no deterministic secret
} // namespace kmixr::card::problems
