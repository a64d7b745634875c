#include "core/card/status_word.h"

#include "core/card/problems.h"

#include <array>
#include <cstdio>

namespace kmixr::card {

tl::unexpected<Problem> failStatus(StatusWord word, std::string_view step) {
    std::array<char, 8> hex{};
    static_cast<void>(std::snprintf(hex.data(), hex.size(), "%04X", static_cast<unsigned>(word)));
    const std::string detail = std::string(step) + ": SW " + hex.data();
    if (const auto tries = sw::triesLeft(word)) {
        return *tries == 0 ? fail(problems::pinBlocked, detail)
                           : fail(problems::pinWrong, detail, {{"tries_left", *tries}});
    }
    switch (word) {
    case sw::pinWrongUncounted:
        return fail(problems::pinWrong, detail);
    case sw::pinBlocked:
    case sw::referenceUnusable:
        return fail(problems::pinBlocked, detail);
    default:
        return fail(problems::refused, detail);
    }
}

} // namespace kmixr::card
