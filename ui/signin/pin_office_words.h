// Where a locked card is unlocked, in words: one row a place. Which place it is, the card's profile says.
#pragma once

#include "core/card/card_session.h"

#include <QString>

namespace kmixr::ui {

struct PinOfficeWords {
    QString lastTry; ///< beside the warning that one more wrong PIN locks the card
    QString locked;  ///< what to do with a locked one
    QString forgot;  ///< whom to ask who forgot the PIN
};

PinOfficeWords wordsFor(card::PinOffice office);

} // namespace kmixr::ui
