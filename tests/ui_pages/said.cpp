#include "tests/ui_pages/said.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QKeyEvent>

namespace kmixr::test {
namespace {

void say(QAccessibleInterface* at, QStringList& into, int depth) {
    if (at == nullptr || depth > 12)
        return;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        if (const QString text = at->text(kind); !text.isEmpty())
            into << text;
    }
    for (int i = 0; i < at->childCount(); ++i)
        say(at->child(i), into, depth + 1);
}

} // namespace

QStringList rows(const ui::HistoryModel& model) {
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        result << (model.rowKind(row) == ui::RowKind::Head ? QStringLiteral("# ") : QString()) +
                      cells.join(QStringLiteral(" | "));
    }
    return result;
}

QStringList everyText(const QAbstractItemModel& model) {
    QStringList all;
    const auto roles = {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole,
                        Qt::ToolTipRole, Qt::StatusTipRole,      Qt::WhatsThisRole,
                        Qt::EditRole};
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : roles)
                all << model.index(row, column).data(role).toString();
        }
    }
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const int count = orientation == Qt::Horizontal ? model.columnCount() : model.rowCount();
        for (int section = 0; section < count; ++section) {
            for (const int role : roles)
                all << model.headerData(section, orientation, role).toString();
        }
    }
    all.removeAll(QString());
    return all;
}

QString everything(const QAbstractItemModel& model) {
    return everyText(model).join(u'\n');
}

QStringList spokenTexts(QWidget& widget) {
    QStringList all;
    say(QAccessible::queryAccessibleInterface(&widget), all, 0);
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        for (const QString& text : {child->toolTip(), child->statusTip(), child->whatsThis(), child->accessibleName(),
                                    child->accessibleDescription()}) {
            if (!text.isEmpty())
                all << text;
        }
    }
    return all;
}

QString spoken(QWidget& widget) {
    return spokenTexts(widget).join(u'\n');
}

void present(QWidget& page, int width, int height) {
    page.resize(width, height);
    page.show();
    page.activateWindow();
    QCoreApplication::processEvents();
}

void press(QWidget& widget, int key, Qt::KeyboardModifiers modifiers) {
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(&widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(&widget, &up);
    QCoreApplication::processEvents();
}

} // namespace kmixr::test
