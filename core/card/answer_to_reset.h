// What a card says of itself when it is powered (ISO/IEC 7816-3 §8, 7816-4 §12.1.1). Never which card it is: that is
// found out by SELECT alone (cards.md §1); only what its interface can do.
#pragma once

#include "core/common/bytes.h"

namespace kmixr::card {

/// The historical bytes announce extended Lc and Le (card capabilities, third byte, bit 7). False for any bytes that
/// say nothing, or are no answer to reset.
bool announcesExtendedLength(ByteView answerToReset);

} // namespace kmixr::card
