// Reads objects out of a card's files: files are often longer than their content and padded (cards.md §3).
#pragma once

#include "core/card/card_channel.h"
#include "core/card/known_cards.h"

namespace kmixr::card {

/// SELECT by name in the form the card takes; false when the card has no such application.
Outcome<bool> selectApplication(CardChannel& channel, ByteView aid);

/// SELECT by file id under the current application, then readSelectedObject.
Outcome<Bytes> readObjectFile(CardChannel& channel, std::uint16_t fileId, const KnownCards& known);

/// A certificate that was most likely read before is looked at before it is read; a new one is read in one go where the
/// card can.
enum class Expect : std::uint8_t { Known, New };

/// READ BINARY of exactly the one object that begins at `offset` of the selected file, tag and length included; a known
/// certificate is recognized by its beginning and not read to the end. `card.refused` with the status word when there
/// is nothing to read, `card.malformed` when it is cut short or no object.
Outcome<Bytes> readSelectedObject(CardChannel& channel, const KnownCards& known, std::size_t offset = 0,
                                  Expect expect = Expect::Known);

/// All objects of the selected file in their order, without the filling after the last; records one after the other.
Outcome<Bytes> readSelectedRow(CardChannel& channel);

} // namespace kmixr::card
