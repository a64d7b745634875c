#include "tests/ui_frame/seen_text.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMetaProperty>
#include <QTabBar>

namespace kmixr::ui::test {

namespace {

void addModel(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& all) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex at = model.index(row, column, parent);
            for (const auto& value : model.itemData(at)) {
                all << value.toString();
            }
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                                   int(Qt::AccessibleDescriptionRole), int(Qt::StatusTipRole)}) {
                all << model.data(at, role).toString();
            }
        }
    }
}

void addAccessible(QAccessibleInterface* node, QStringList& all, int depth) {
    if (node == nullptr || !node->isValid() || depth > 40) {
        return;
    }
    for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        all << node->text(text);
    }
    for (int i = 0; i < node->childCount(); ++i) {
        addAccessible(node->child(i), all, depth + 1);
    }
}

} // namespace

QStringList everyTextOf(QWidget& window) {
    QStringList all;
    QList<QWidget*> widgets = window.findChildren<QWidget*>();
    widgets << &window;
    for (const QWidget* widget : std::as_const(widgets)) {
        // Every text property of every widget: text, toolTip, accessibleName, windowTitle, placeholderText …
        const QMetaObject* meta = widget->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QVariant value = meta->property(i).read(widget);
            if (value.metaType().id() == QMetaType::QString) {
                all << value.toString();
            }
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                all << tabs->tabText(i) << tabs->tabToolTip(i) << tabs->accessibleTabName(i);
            }
        }
    }
    for (const QAbstractItemModel* model : window.findChildren<QAbstractItemModel*>()) {
        addModel(*model, {}, all);
    }
    addAccessible(QAccessible::queryAccessibleInterface(&window), all, 0);
    all.removeAll(QString());
    return all;
}

QStringList foundIn(QWidget& window, const QStringList& words) {
    const QString everything = everyTextOf(window).join(QLatin1Char('\n'));
    QStringList found;
    for (const QString& word : words) {
        if (everything.contains(word)) {
            found << word;
        }
    }
    return found;
}

bool says(QWidget& window, const QString& words) {
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() &&
            (widget->accessibleName().contains(words) || widget->property("text").toString().contains(words))) {
            return true;
        }
    }
    return false;
}

KeyButton* buttonOf(QWidget& window, const QString& words) {
    for (auto* each : window.findChildren<KeyButton*>()) {
        if (each->text() == words && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

} // namespace kmixr::ui::test
