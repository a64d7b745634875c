#include "ui/details/lazy_rows.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace kmixr::ui {

int LazyRows::rows() const {
    return view_->model() == nullptr ? 0 : view_->model()->rowCount();
}

void LazyRows::lay(ShapeOf shapeOf) {
    shapeOf_ = std::move(shapeOf);
    view_->clearSpans();
    const int usual = view_->verticalHeader()->defaultSectionSize();
    for (int row = 0; row < std::min<int>(rows(), static_cast<int>(measured_.size())); ++row) {
        if (measured_.testBit(row) && view_->rowHeight(row) != usual)
            view_->setRowHeight(row, usual);
    }
    measured_ = QBitArray(rows());
}

int LazyRows::heightOf(int row) {
    if (measured_.testBit(row))
        return view_->rowHeight(row);
    measured_.setBit(row);
    const RowShape shape = shapeOf_(row);
    if (shape.span > 1)
        view_->setSpan(row, shape.spanFrom, 1, shape.span);
    const int height = std::max(shape.height, view_->verticalHeader()->defaultSectionSize());
    if (view_->rowHeight(row) != height)
        view_->setRowHeight(row, height);
    return height;
}

void LazyRows::measure(int row, int height, int step) {
    // Between a reset and lay() the rows are not those that were measured.
    if (!shapeOf_ || busy_ || measured_.size() != rows())
        return;
    busy_ = true;
    for (; row >= 0 && row < rows() && height > 0; row += step)
        height -= heightOf(row);
    busy_ = false;
}

void LazyRows::measureDown(int row, int height) {
    measure(row, height, 1);
}

void LazyRows::measureUp(int row, int height) {
    measure(row, height, -1);
}

} // namespace kmixr::ui
