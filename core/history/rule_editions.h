// Which edition of the rules is used: the one that came with the program, or a newer one that was delivered and is
// signed under a trusted key (DESIGN §4).
#pragma once

#include "core/common/signed_bytes.h"
#include "core/history/derive.h"

namespace kmixr::history {

struct ChosenRules {
    std::shared_ptr<const Rules> rules;
    bool delivered = false;         ///< the delivered edition, not the program's own
    std::optional<Problem> refused; ///< a delivered edition is there and was not taken: history.pack-*
};

/// Opens `builtIn`, which must be right (history.rules-unreadable), and takes `delivered` in its place when that
/// folder is there, its signature is good under `trusted` and its number is greater. The same number again is neither
/// taken nor trouble. Reads files; thread: any.
Outcome<ChosenRules> chooseRules(const std::filesystem::path& builtIn, const std::filesystem::path& delivered,
                                 const TrustedKeys& trusted);

} // namespace kmixr::history
