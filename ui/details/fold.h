// Searching as a person means it: full and half width, capitals, hiragana and katakana count as the same letter.
#pragma once

#include <QString>

namespace kmixr::ui {

/// The form in which two texts are compared. Spaces and middle dots fall away.
QString folded(const QString& text);
/// Whether every word of `query` (parted by blanks) occurs in `foldedText`, which went through folded() already.
bool matches(const QString& foldedText, const QString& query);

} // namespace kmixr::ui
