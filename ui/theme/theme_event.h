// Theme or text size changed: sent to every widget once everything is in place, so that fonts and sizes are taken anew.
#pragma once

#include <QEvent>

namespace kmixr::ui {

/// The type of that event; a widget that keeps fonts or fixed sizes handles it in event().
QEvent::Type themeChangedEvent();

} // namespace kmixr::ui
