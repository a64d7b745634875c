// The one table from trouble to words: what happened, what it means, what to do, and which act is offered. A test holds
// it against every code of the rooms' problems.h.
#pragma once

#include "core/common/outcome.h"

#include <QString>

#include <string_view>
#include <vector>

namespace kmixr::ui {

/// The one button of a message.
enum class Remedy : std::uint8_t {
    None,
    Retry,        ///< do the same again
    SignInAgain,  ///< lock, and start with the card
    ClosePatient, ///< back to the scan page
};

struct ProblemWords {
    QString title;   ///< what happened
    QString meaning; ///< what it means; may be empty
    QString advice;  ///< what to do next
    Remedy remedy = Remedy::None;
    bool critical = false; ///< a fact that changes what one may do (UI.md §1), not a passing hitch
    QString code;          ///< small, for the telephone
};

/// Words for a problem. A code that is not in the table gets the words of "something unexpected" with its code.
ProblemWords wordsFor(const Problem& problem);
/// Words of the remedy's button; empty for None.
QString remedyWords(Remedy remedy);
/// Whether the table has a row of its own for that code.
bool hasWords(std::string_view code);
/// Every code of the table.
std::vector<std::string_view> codesWithWords();

} // namespace kmixr::ui
