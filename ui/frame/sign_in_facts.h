// What the sign-in page shows of a card that has been read.
#pragma once

#include "core/card/card_session.h"

#include <chrono>
#include <optional>

namespace kmixr::ui {

struct SignInFacts { ///< left half of the sign-in page
    card::CardHolder holder;
    card::PinRule pinRule;
    card::PinState pinState;
    std::optional<std::chrono::milliseconds> clockOffset;
    bool pinPad = false; ///< the PIN may be typed on the reader
};

} // namespace kmixr::ui
