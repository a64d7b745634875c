// Reads one object out of a card's file: files are often longer than their content and padded (cards.md §3).
#pragma once

#include "core/card/card_channel.h"

namespace kmixr::card {

/// SELECT by file id under the current application, then READ BINARY of exactly the outer object, tag and length
/// included. `card.refused` with the status word when the file is not there, `card.malformed` when it is cut short or
/// no object.
Outcome<Bytes> readObjectFile(CardChannel& channel, std::uint16_t fileId);

} // namespace kmixr::card
