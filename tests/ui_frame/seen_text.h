// Everything a window says: on labels and buttons, in tool tips, models and to screen readers. Hidden widgets count,
// too.
#pragma once

#include <QStringList>
#include <QWidget>

namespace kmixr::ui::test {

QStringList everyTextOf(QWidget& window);
/// Those of `words` that occur in any text of the window.
QStringList foundIn(QWidget& window, const QStringList& words);

} // namespace kmixr::ui::test
