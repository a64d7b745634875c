// Hands answers out in the pieces a reader may take: whole, cut at Le with 61xx and GET RESPONSE, or 6Cxx first.
#pragma once

#include "app/practice/cards/card_faults.h"
#include "core/common/bytes.h"

namespace kmixr::practice {

struct Answer {
    Bytes data;
    std::uint16_t status = 0x9000;

    [[nodiscard]] Bytes encode() const;
};

class ResponseDesk {
public:
    /// The answer to a command with this Le, what does not fit being kept for GET RESPONSE. `exactable`: the command
    /// may be sent again with another Le, as READ BINARY may.
    Answer hand(Answer answer, std::optional<std::size_t> expected, bool exactable, const CardFaults& faults);
    /// GET RESPONSE.
    Answer more(std::optional<std::size_t> expected);
    /// Any other command lets the rest fall.
    void clear() { waiting_ = {}; }

private:
    Answer cut(Answer answer, std::size_t room);

    Answer waiting_;
};

} // namespace kmixr::practice
