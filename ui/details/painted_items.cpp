#include "ui/details/painted_items.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <memory>
#include <vector>

namespace kmixr::ui {
namespace {

class ItemsAccess;

/// One painted item as a list item.
class ItemAccess : public QAccessibleInterface {
public:
    ItemAccess(QWidget* widget, int item) : widget_(widget), item_(item) {}

    [[nodiscard]] bool isValid() const override { return items() != nullptr && item_ < items()->itemCount(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(widget_);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? items()->itemWords(item_) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        return isValid() ? items()->itemPlace(item_).translated(widget_->mapToGlobal(QPoint(0, 0))) : QRect();
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        const bool current = isValid() && items()->currentItem() == item_;
        state.selected = current;
        state.focused = current && widget_->hasFocus();
        state.invalid = !isValid();
        return state;
    }
    [[nodiscard]] int item() const { return item_; }

private:
    [[nodiscard]] const PaintedItems* items() const { return dynamic_cast<const PaintedItems*>(widget_); }

    QWidget* widget_;
    int item_;
};

class ItemsAccess : public QAccessibleWidget {
public:
    explicit ItemsAccess(QWidget* widget) : QAccessibleWidget(widget, QAccessible::List) {}
    ~ItemsAccess() override {
        for (const auto id : ids_)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override {
        const auto* items = dynamic_cast<const PaintedItems*>(widget());
        return items == nullptr ? 0 : items->itemCount();
    }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(ids_.size()) <= index)
            ids_.push_back(
                QAccessible::registerAccessibleInterface(new ItemAccess(widget(), static_cast<int>(ids_.size()))));
        return QAccessible::accessibleInterface(ids_[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        const auto* item = dynamic_cast<const ItemAccess*>(child);
        return item == nullptr ? -1 : item->item();
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        const auto* items = dynamic_cast<const PaintedItems*>(widget());
        return items == nullptr ? nullptr : child(items->currentItem());
    }

private:
    mutable std::vector<QAccessible::Id> ids_;
};

QAccessibleInterface* accessOf(const QString& /*className*/, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    return widget != nullptr && dynamic_cast<PaintedItems*>(widget) != nullptr ? new ItemsAccess(widget) : nullptr;
}

} // namespace

void installPaintedItemsAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(installed);
}

void announceItem(QWidget* widget, int item) {
    QAccessibleEvent event(widget, QAccessible::Focus);
    event.setChild(item);
    QAccessible::updateAccessibility(&event);
}

} // namespace kmixr::ui
