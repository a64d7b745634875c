// How a receipt says whose it is, written so that two spellings of the same thing are equal.
#pragma once

#include "app/gateway/server/registry/registry.h"
#include "core/receipt/receipt.h"

#include <string>
#include <string_view>

namespace kmixr::server {

/// All fields normalised: half-width, no spaces, leading zeros of numbers dropped.
struct Identification {
    std::string payer; ///< insurer (or, without one, the first public payer)
    std::string symbol, number, branch;
    std::string birth; ///< "1941-02-11", empty when not recorded
    receipt::Sex sex = receipt::Sex::Unknown;
    std::string name, kana;

    /// Enough is there to tell one person from another.
    [[nodiscard]] bool whole() const;
};

Identification identificationOf(const receipt::Receipt& receipt);
Identification identificationOf(const Patient& patient, const Identity& identity);

/// The payer's number without its last digit, which is computed from the others and so tells nothing: a number with a
/// wrong check digit is still that insurer's (uke.md, practice-patients.md).
std::string payerBody(std::string_view payerNumber);
/// Full-width ASCII to half-width; spaces and hyphens dropped.
std::string normalised(std::string_view text);

} // namespace kmixr::server
