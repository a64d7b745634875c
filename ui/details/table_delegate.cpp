#include "ui/details/table_delegate.h"

namespace kmixr::ui {

int cellPadding() {
    return Metrics::px(5);
}

int numberGap() {
    return Metrics::px(24);
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (draw::cut(option))
        return;
    const QRect& at = option.rect;
    if (model_->rowKind(index.row()) == RowKind::Head) {
        if (index.column() == 0)
            paintHead(*painter, at, index);
        else
            draw::bottomLine(*painter, at, Roles::current().border);
        return;
    }
    const draw::RowLook look = draw::RowLook::of(option, index.row() % 2 == 1);
    draw::ground(*painter, at, look);
    draw::bottomLine(*painter, at, Roles::current().line);
    if (look.selected && index.column() == 0)
        draw::selectionBar(*painter, at);
    paintCell(*painter, at.adjusted(cellPadding(), 0, -cellPadding(), -1), index, look);
    if (inFocusedRow(option, index))
        paintRing(*painter, at, index, look.focused);
}

bool TableDelegate::inFocusedRow(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row();
}

void TableDelegate::paintRing(QPainter& painter, const QRect& cell, const QModelIndex& index, bool /*current*/) const {
    // One ring round the row, drawn by each of its cells.
    const QColor colour = draw::ringColour(true);
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 2), colour);
    painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), colour);
    if (index.column() == 0)
        painter.fillRect(QRect(cell.left(), cell.top(), 2, cell.height()), colour);
    if (index.column() + 1 == model_->columnCount())
        painter.fillRect(QRect(cell.right() - 1, cell.top(), 2, cell.height()), colour);
}

void TableDelegate::paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                              const draw::RowLook& look) const {
    const bool right = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    draw::elided(painter, cell, right ? Qt::AlignRight : Qt::AlignLeft, faces::small, draw::ink(look),
                 index.data().toString());
}

void TableDelegate::paintHead(QPainter& painter, const QRect& row, const QModelIndex& index) const {
    const Roles& roles = Roles::current();
    const QRect inner = row.adjusted(cellPadding(), 0, -cellPadding(), 0);
    const QString title = index.data().toString();
    draw::text(painter, inner, Qt::AlignLeft, faces::bodyBold, roles.text, title);
    const int left = TypeFace::width(faces::bodyBold, title) + Metrics::px(12);
    draw::elided(painter, inner.adjusted(left, 0, 0, 0), Qt::AlignLeft, faces::caption, roles.text2,
                 index.data(Qt::ToolTipRole).toString());
    draw::bottomLine(painter, row, roles.border);
}

TableHead::TableHead(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1);
    setSectionsClickable(false);
}

QSize TableHead::sizeHint() const {
    return {Metrics::px(100), Metrics::px(21)};
}

void TableHead::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Roles::current().base);
    for (int section = 0; section < count(); ++section) {
        if (!isSectionHidden(section))
            paintSection(&painter, QRect(sectionViewportPosition(section), 0, sectionSize(section), height()), section);
    }
    draw::bottomLine(painter, viewport()->rect(), Roles::current().border);
}

void TableHead::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const bool right = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const int after = right && section + 1 < count() ? numberGap() : 0;
    draw::text(*painter, rect.adjusted(cellPadding(), 0, -cellPadding() - after, 0),
               right ? Qt::AlignRight : Qt::AlignLeft, faces::caption, Roles::current().text2,
               model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
}

void layRows(TableView& view, const HistoryModel& model, std::function<int(int)> heightOf) {
    view.setRowShapes([&model, heightOf = std::move(heightOf)](int row) {
        const bool head = model.rowKind(row) == RowKind::Head;
        return RowShape{.height = heightOf(row), .span = head ? model.columnCount() : 1};
    });
}

void layColumns(TableView& view, std::initializer_list<int> shares) {
    int fixed = 0;
    int sum = 0;
    for (const int share : shares) {
        if (share < 0)
            fixed -= share;
        else
            sum += share;
    }
    const int rest = std::max(0, view.viewport()->width() - fixed);
    int column = 0;
    int used = 0;
    for (const int share : shares) {
        const bool last = column + 1 == static_cast<int>(shares.size());
        const int width = share < 0 ? -share : rest * share / std::max(1, sum);
        view.setColumnWidth(column++, last ? std::max(1, view.viewport()->width() - used) : width);
        used += width;
    }
}

} // namespace kmixr::ui
