// A screen reader's way into a painted widget: the items it shows, one child each (UI.md §11: nothing painted that
// cannot be said).
#pragma once

#include <QRect>
#include <QString>
#include <QWidget>

namespace kmixr::ui {

/// What a painter that is not an item view offers.
class PaintedItems {
public:
    virtual ~PaintedItems() = default;
    [[nodiscard]] virtual int itemCount() const = 0;
    [[nodiscard]] virtual QString itemWords(int item) const = 0;
    [[nodiscard]] virtual QRect itemPlace(int item) const = 0; ///< in the widget
    [[nodiscard]] virtual int currentItem() const = 0;         ///< −1 = none
};

/// Tells Qt how to speak of widgets that are PaintedItems; called once by each such class.
void installPaintedItemsAccess();
/// The current item moved: the reader follows.
void announceItem(QWidget* widget, int item);

} // namespace kmixr::ui
