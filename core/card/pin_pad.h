// A PIN typed on the reader itself (PC/SC part 10): the reader's instructions for one VERIFY, and what its own status
// words mean. The PIN never reaches this program.
#pragma once

#include "core/card/card_session.h"
#include "core/card/pin_format.h"
#include "core/card/reader_features.h"
#include "core/card/status_word.h"
#include "core/common/bytes.h"

#include <optional>

namespace kmixr::card {

/// PIN_VERIFY_STRUCTURE for this card's PIN. nullopt where the pad could not take every PIN the rule allows, just as
/// the card wants it: a PIN cut short costs a try.
std::optional<Bytes> padVerify(const PinPadProperties& pad, const PinRule& rule, const PinFormat& format,
                               std::uint8_t reference);

/// The word for what a reader answers after the holder used the pad: its own words (64xx, 6B80) speak of the entry and
/// leave the card as it was, any other is the card's.
[[nodiscard]] tl::unexpected<Problem> failPadStatus(StatusWord word);

} // namespace kmixr::card
