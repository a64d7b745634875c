// Draws a RankedModel: heads, the row of what is left out, and the items as each panel wishes.
#pragma once

#include "ui/details/draw.h"
#include "ui/summary/ranked_model.h"

#include <QStyledItemDelegate>

namespace kmixr::ui {

class RankedDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    RankedDelegate(const RankedModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(&model) {}

    /// Heights of the rows in a view of this width, as fit() wants them.
    [[nodiscard]] RankedModel::Heights heights(int width) const;
    /// The width of the view that shows the rows: set before it is laid out.
    void setWidth(int width) { width_ = width; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    [[nodiscard]] virtual int itemHeight(const RankedModel::Entry& entry, int width) const = 0;
    /// `row` is the whole width of the list; ground, ring and line are drawn already.
    virtual void paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                           const draw::RowLook& look) const = 0;
    /// Every second row on the alternate ground instead of lines between the rows.
    [[nodiscard]] virtual bool striped() const { return false; }
    [[nodiscard]] virtual int headHeight() const { return Metrics::px(20); }

private:
    [[nodiscard]] int rowHeight(int row) const;

    const RankedModel* model_;
    int width_ = 0;
};

/// Space left and right of the words of every list.
inline int listPadding() {
    return Metrics::px(7);
}

} // namespace kmixr::ui
