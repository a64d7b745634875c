// Everything a window says: on labels and buttons, in tool tips, models and to screen readers. Hidden widgets count,
// too.
#pragma once

#include "ui/controls/key_button.h"

#include <QStringList>
#include <QWidget>

namespace kmixr::ui::test {

QStringList everyTextOf(QWidget& window);
/// Those of `words` that occur in any text of the window.
QStringList foundIn(QWidget& window, const QStringList& words);

/// Whether something visible says it: a label, a button, an accessible name.
bool says(QWidget& window, const QString& words);
/// The visible button of these words, or nullptr.
KeyButton* buttonOf(QWidget& window, const QString& words);

} // namespace kmixr::ui::test
