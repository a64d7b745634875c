// How a card wants its PIN inside VERIFY (cards.md §5–§8): the same facts make the body of a PIN typed on the screen
// and the reader's instructions for one typed on its pad.
#pragma once

#include "core/common/secret_bytes.h"

#include <cstddef>
#include <cstdint>

namespace kmixr::card {

struct PinFormat {
    bool bcd = false;          ///< two digits a byte, else ASCII
    std::size_t blockSize = 0; ///< bytes it is filled up to; 0: as long as it is
    std::uint8_t padding = 0xFF;
};

/// The body of VERIFY for a PIN as typed.
SecretBytes pinBody(const PinFormat& format, const SecretBytes& typed);

} // namespace kmixr::card
