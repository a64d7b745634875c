#include "ui/controls/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace kmixr::ui {

namespace {

constexpr const char* property = "kmixrAccessibleRole";

QAccessibleInterface* byRole(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr) {
        return nullptr;
    }
    const QVariant role = widget->property(property);
    return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

} // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role) {
    static const bool installed = [] {
        QAccessible::installFactory(&byRole);
        return true;
    }();
    static_cast<void>(installed);
    widget->setProperty(property, static_cast<int>(role));
}

} // namespace kmixr::ui
