// Diffie-Hellman on P-256 with a key inside the card (cards.md §9): the vault's own point, whose discrete logarithm
// nobody knows, and a question whose answer the host can check, so that no wrong answer becomes a wrong key.
#pragma once

#include "core/card/certificate.h"
#include "core/card/wiped_bytes.h"
#include "core/common/outcome.h"

#include <array>

namespace kmixr::card {

/// 04 ‖ X ‖ Y.
using CurvePoint = std::array<std::uint8_t, 65>;

/// A point of the curve made from the constant alone (hashed until an X fits): the same constant gives the same point,
/// and no one can have chosen it knowing its private half.
CurvePoint vaultPoint(ByteView constant);

/// A fresh key pair: its point goes to the card, `expected` is what a card holding the certificate's key must answer.
struct AgreementQuestion {
    CurvePoint point;
    WipedBytes expected; ///< X, 32 bytes
};
/// `card.malformed` when the certificate's key is not on P-256.
Outcome<AgreementQuestion> agreementQuestion(const Certificate& certificate);

/// X of what a card answers: bare, as a whole point, or either of them in 7C{82 …}, 7C{85 …}; empty when it is none.
WipedBytes agreedX(ByteView answer);

} // namespace kmixr::card
