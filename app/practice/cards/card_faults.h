// What goes wrong with a software card, as its file says: cards in the field do all of this (cards.md §11).
#pragma once

#include "core/common/bytes.h"
#include "core/common/json.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace kmixr::practice {

enum class RemovalMoment : std::uint8_t {
    Before, ///< the command arrives at an empty reader: the card has not seen it
    During, ///< the card has worked on it, counters included; the answer is lost
    After,  ///< the answer arrives, then the card is gone
};

/// Names an instruction byte, such as 0x2A for signing, 0x20 for VERIFY with a PIN.
using Instruction = std::uint8_t;

struct CardFaults {
    std::optional<Instruction> removeAt;
    RemovalMoment removal = RemovalMoment::During;
    std::optional<Instruction> hangAt; ///< never answers; the reader stays busy until the card is taken out
    std::optional<Instruction> slowAt;
    std::chrono::milliseconds slowness{0};
    bool answersByGetResponse = false;           ///< 61xx for every answer with data
    bool wantsExactLength = false;               ///< 6Cxx unless Le is the exact length
    bool refusesChaining = false;                ///< 6884
    bool refusesExtended = false;                ///< 6700
    bool claimsExtended = false;                 ///< the ATR announces extended lengths although they are refused
    bool tellsNoTries = false;                   ///< 6300 in place of 63Cx
    int dirtyEvery = 0;                          ///< every so many commands the contact fails: 6F00, nothing done
    std::optional<std::size_t> certificateCutAt; ///< the certificate's file ends after so many bytes

    friend bool operator==(const CardFaults&, const CardFaults&) = default;
};

/// {"remove":{"at":"2A","when":"before|during|after"}, "hang":{"at":"2A"}, "slow":{"at":"2A","milliseconds":1000},
///  "get_response":true, "exact_length":true, "refuse_chaining":true, "refuse_extended":true, "claim_extended":true,
///  "uncounted_pin":true, "dirty_every":7, "certificate_cut_at":600}; whatever is absent works as it should.
Outcome<CardFaults> faultsFromJson(const Json& object);
Json faultsToJson(const CardFaults& faults);

} // namespace kmixr::practice
