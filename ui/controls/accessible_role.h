// What a painted widget is to a screen reader, where its class alone does not tell.
#pragma once

#include <QAccessible>

class QWidget;

namespace kmixr::ui {

/// Set it before the widget is first asked for; name and description stay the widget's own.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace kmixr::ui
