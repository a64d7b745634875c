#include "ui/details/views.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace kmixr::ui {
namespace {

bool asks(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

void prepare(QAbstractItemView& view) {
    view.setFrameShape(QFrame::NoFrame);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Wheel, keys and the look-ahead line move it; a bar would only take the width of a column.
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setTabKeyNavigation(false);
    view.setMouseTracking(true);
    view.viewport()->setAttribute(Qt::WA_Hover);
}

} // namespace

QModelIndex firstItem(const QAbstractItemModel& model, int column) {
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, column);
        if (model.flags(index) & Qt::ItemIsSelectable)
            return index;
    }
    return {};
}

TableView::TableView(QWidget* parent) : QTableView(parent) {
    prepare(*this);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerItem);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QAbstractItemView::doubleClicked, this, &TableView::asked);
}

void TableView::setUsualRowHeight(int height) {
    verticalHeader()->setDefaultSectionSize(height);
}

int TableView::firstRowBelow() const {
    if (model() == nullptr || model()->rowCount() == 0)
        return -1;
    const int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        return -1;
    const bool whole = rowViewportPosition(last) + rowHeight(last) <= viewport()->height();
    const int below = whole ? last + 1 : last;
    return below < model()->rowCount() ? below : -1;
}

void TableView::pageDown() {
    const int below = firstRowBelow();
    if (below >= 0)
        scrollTo(model()->index(below, std::max(0, currentIndex().column())), QAbstractItemView::PositionAtTop);
}

int TableView::heightFor(int rows) const {
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return head + rows * verticalHeader()->defaultSectionSize();
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (asks(*event) && currentIndex().isValid()) {
        emit asked(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TableView::focusInEvent(QFocusEvent* event) {
    if (!currentIndex().isValid() && model() != nullptr)
        setCurrentIndex(firstItem(*model(), startColumn_));
    QTableView::focusInEvent(event);
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    emit sightChanged();
}

void TableView::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    // Rows are left white while they are cut at the foot: a blitted row would keep that white.
    viewport()->update();
    emit sightChanged();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the ring goes round the whole row
    emit currentMoved(current);
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex from = currentIndex();
    QModelIndex next = QTableView::moveCursor(action, modifiers);
    // Where whole rows are walked, Home and End mean the first and the last row.
    if (selectionBehavior() == QAbstractItemView::SelectRows && (action == MoveHome || action == MoveEnd))
        next = model()->index(action == MoveHome ? 0 : model()->rowCount() - 1, std::max(0, from.column()));
    if (!next.isValid())
        return from;
    // A page may end on a head: then the nearest row in the same direction, else the other, else where we were.
    const int forward = !from.isValid() || next.row() >= from.row() ? 1 : -1;
    for (const int step : {forward, -forward}) {
        for (int row = next.row(); row >= 0 && row < model()->rowCount(); row += step) {
            const QModelIndex candidate = model()->index(row, next.column());
            if (model()->flags(candidate) & Qt::ItemIsSelectable)
                return candidate;
        }
    }
    return from;
}

SummaryList::SummaryList(QWidget* parent) : QListView(parent) {
    prepare(*this);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QAbstractItemView::doubleClicked, this, &SummaryList::asked);
}

void SummaryList::keyPressEvent(QKeyEvent* event) {
    if (asks(*event) && currentIndex().isValid()) {
        emit asked(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void SummaryList::focusInEvent(QFocusEvent* event) {
    if (!currentIndex().isValid() && model() != nullptr)
        setCurrentIndex(firstItem(*model()));
    QListView::focusInEvent(event);
    viewport()->update();
}

void SummaryList::focusOutEvent(QFocusEvent* event) {
    QListView::focusOutEvent(event);
    viewport()->update();
}

} // namespace kmixr::ui
