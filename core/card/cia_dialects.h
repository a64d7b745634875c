// How cards of ISO/IEC 7816-15 want a key to be named and what they want to be given. The standard leaves both to the
// card (cards.md §5); the tables are tried from the top until an answer proves right against the certificate. Every row
// is a deterministic question: none spends a try or changes the card.
#pragma once

#include "core/card/apdu.h"
#include "core/card/cia.h"

#include <span>

namespace kmixr::card::cia {

enum class Naming : std::uint8_t {
    ReferenceAndAlgorithm, ///< the algorithm as EF.CIAInfo says it
    Reference,
    FileAndReference,
    File,
};
enum class Input : std::uint8_t { DigestInfo, PaddedBlock, Hash };
enum class Operation : std::uint8_t { ComputeSignature, InternalAuthenticate, GeneralAuthenticate, DecipherPoint };

struct Dialect {
    bool ec;
    std::uint8_t control; ///< control reference template: B6 signature, A4 authentication, B8 confidentiality
    Naming naming;
    std::optional<std::uint8_t> algorithm;
    Operation operation;
    Input input = Input::Hash;
};

std::span<const Dialect> signDialects();
std::span<const Dialect> agreementDialects();

/// MANAGE SECURITY ENVIRONMENT: SET as the dialect names this key; nullopt when the entry lacks what it would take.
std::optional<CommandApdu> nameKey(const Dialect& dialect, const PrivateKey& key);
/// The operation itself over what was prepared for it (a DigestInfo, a block, a hash, a point 04 ‖ X ‖ Y).
CommandApdu operationOf(const Dialect& dialect, ByteView prepared, std::size_t replyLength);

} // namespace kmixr::card::cia
