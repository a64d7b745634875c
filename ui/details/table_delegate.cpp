#include "ui/details/table_delegate.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QToolTip>

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
        if (isOrphan(option, index)) // its rows stand below the edge: it comes into sight with the first of them
            return;
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

bool TableDelegate::isOrphan(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const int next = index.row() + 1;
    return view != nullptr && next < model_->rowCount() &&
           view->rowViewportPosition(next) + view->rowHeight(next) > view->viewport()->height();
}

/// What is known besides, and what has no room: the words of hidden columns, and of a cell that ends with ….
bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(view);
    if (event->type() != QEvent::ToolTip || table == nullptr || !index.isValid() ||
        model_->rowKind(index.row()) != RowKind::Item)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tooltip(*table, index), view);
    return true;
}

QString TableDelegate::tooltip(const QTableView& table, const QModelIndex& index) const {
    const QString known = index.data(Qt::ToolTipRole).toString();
    QStringList lines;
    if (const QString cell = index.data().toString(); !known.contains(cell))
        lines << cell;
    lines << known;
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QString words = model_->index(index.row(), column).data().toString();
        if (table.isColumnHidden(column) && !words.isEmpty())
            lines << QCoreApplication::translate("kmixr::ui::TableDelegate", "%1: %2", "head of a column, its words")
                         .arg(model_->headerData(column, Qt::Horizontal).toString(), words);
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
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
    const auto* table = qobject_cast<const QTableView*>(parent());
    int last = model_->columnCount() - 1;
    while (last > 0 && table != nullptr && table->isColumnHidden(last))
        --last;
    if (index.column() == last)
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
    draw::elided(*painter, rect.adjusted(cellPadding(), 0, -cellPadding() - after, 0),
                 right ? Qt::AlignRight : Qt::AlignLeft, faces::caption, Roles::current().text2,
                 model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
}

void layRows(TableView& view, const HistoryModel& model, std::function<int(int)> heightOf) {
    view.setRowShapes([&model, heightOf = std::move(heightOf)](int row) {
        const bool head = model.rowKind(row) == RowKind::Head;
        return RowShape{.height = heightOf(row), .span = head ? model.columnCount() : 1};
    });
}

void layColumns(TableView& view, std::initializer_list<int> shares, int least, std::initializer_list<int> yields) {
    std::vector<int> of(shares);
    int fixed = 0;
    int sum = 0;
    for (const int share : of) {
        if (share < 0)
            fixed -= share;
        else
            sum += share;
    }
    const int width = view.viewport()->width();
    for (const int column : yields) {
        const bool hidden = width - fixed < least;
        view.setColumnHidden(column, hidden);
        int& share = of.at(static_cast<std::size_t>(column));
        if (hidden) {
            (share < 0 ? fixed : sum) -= std::abs(share);
            share = 0;
        }
    }
    const int rest = std::max(0, width - fixed);
    int last = static_cast<int>(of.size()) - 1;
    while (last > 0 && view.isColumnHidden(last))
        --last;
    int used = 0;
    for (int column = 0; column <= last; ++column) {
        if (view.isColumnHidden(column))
            continue;
        const int share = of.at(static_cast<std::size_t>(column));
        const int wide = share < 0 ? -share : rest * share / std::max(1, sum);
        view.setColumnWidth(column, column == last ? std::max(1, width - used) : wide);
        used += wide;
    }
}

QString hiddenColumns(const TableView& view) {
    QStringList heads;
    for (int column = 0; view.model() != nullptr && column < view.model()->columnCount(); ++column) {
        if (view.isColumnHidden(column))
            heads << view.model()->headerData(column, Qt::Horizontal).toString();
    }
    return heads.isEmpty()
               ? QString()
               : QCoreApplication::translate("kmixr::ui::TableDelegate", "without room: %1", "names of columns")
                     .arg(heads.join(QChar{0x30FB}));
}

} // namespace kmixr::ui
