#include "ui/details/views.h"

#include "ui/details/history_model.h"

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

void TableView::setRowShapes(LazyRows::ShapeOf shapeOf) {
    shaped_ = true;
    rows_.lay(std::move(shapeOf));
    measureSight();
    updateGeometries();
    findAgain();
}

void TableView::measureSight() {
    if (model() == nullptr)
        return;
    const int high = viewport()->height();
    rows_.measureDown(verticalScrollBar()->value(), high);
    // The last page decides how far one can scroll.
    rows_.measureUp(model()->rowCount() - 1, high);
}

/// The first row in sight begins at the edge, also at the end of the list and after rows above it were measured.
void TableView::pin() {
    const int top = verticalScrollBar()->value();
    if (top < verticalHeader()->count())
        verticalHeader()->setOffsetToSectionPosition(top);
}

int TableView::heightOfFirst(int count) {
    int high = 0;
    for (int row = 0; row < count; ++row) {
        rows_.measureDown(row, 1);
        high += rowHeight(row);
    }
    return high;
}

void TableView::setModel(QAbstractItemModel* model) {
    if (this->model() != nullptr)
        this->model()->disconnect(this, nullptr);
    QTableView::setModel(model);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TableView::remember);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (!shaped_)
            findAgain();
    });
}

void TableView::remember() {
    sight_.emplace();
    const auto* of = qobject_cast<const HistoryModel*>(model());
    if (of == nullptr || of->rowCount() == 0)
        return;
    sight_->renewed = of->isRenewed();
    sight_->current = Place(*of, currentIndex());
    const int first = verticalScrollBar()->value();
    const int below = firstRowBelow();
    const int row = currentIndex().row();
    if (row >= first && (below < 0 || row < below))
        sight_->below = row - first;
    if (!sight_->renewed || first == 0)
        return;
    int top = first;
    while (top + 1 < of->rowCount() && !walkable(top))
        ++top;
    sight_->top = Place(*of, of->index(top, 0));
    sight_->above = top - first;
}

void TableView::findAgain() {
    if (!sight_)
        return;
    const Sight sight = *sight_;
    sight_.reset();
    const auto* of = qobject_cast<const HistoryModel*>(model());
    if (of == nullptr)
        return;
    QModelIndex found = sight.current.findIn(*of);
    const QModelIndex top = sight.top.findIn(*of);
    if (!found.isValid() && !top.isValid())
        scrollToTop();
    if (!found.isValid() && hasFocus()) // the keyboard always stands somewhere
        found = firstItem(*of, startColumn_);
    if (found.isValid())
        setCurrentIndex(found);
    if (!sight.renewed || of->rowCount() == 0)
        return;
    // Who has not scrolled sees what is new at the top. Who has: the row one stands on keeps its place, else the first.
    const bool stands = found.isValid() && sight.below >= 0;
    int first = 0;
    if (sight.top.isSet() && stands)
        first = found.row() - sight.below;
    else if (top.isValid())
        first = top.row() - sight.above;
    verticalScrollBar()->setValue(std::max(0, first));
    if (stands)
        scrollTo(found);
}

void TableView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (index.isValid()) { // how far to scroll depends on the rows around
        rows_.measureDown(index.row(), viewport()->height());
        rows_.measureUp(index.row(), viewport()->height());
    }
    pin();
    QTableView::scrollTo(index, hint);
    // The head of a group is not walked on: it comes into sight with the first row below it.
    const int head = index.row() - 1;
    if (hint == EnsureVisible && head >= 0 && verticalScrollBar()->value() == index.row() && !walkable(head) &&
        rowHeight(head) + rowHeight(index.row()) <= viewport()->height())
        verticalScrollBar()->setValue(head);
}

bool TableView::walkable(int row) const {
    return model()->flags(model()->index(row, 0)).testFlag(Qt::ItemIsSelectable);
}

/// A page further, so that no row is passed unseen: those between stand whole beside the one arrived at.
int TableView::pageFrom(int row, int step) const {
    int room = viewport()->height();
    int reached = row;
    for (int next = row + step; next >= 0 && next < model()->rowCount(); next += step) {
        // Upwards the head of a group stands above its first row, and takes of the room as well.
        const int with = step < 0 && next > 0 && !walkable(next - 1) ? rowHeight(next - 1) : 0;
        room -= rowHeight(next);
        if (room < with && reached != row)
            break;
        reached = next;
    }
    int back = reached; // not on a head: rather a row less than one too far
    while (back != row && !walkable(back))
        back -= step;
    return back != row ? back : reached;
}

void TableView::updateGeometries() {
    measureSight();
    QTableView::updateGeometries();
    pin();
}

int TableView::firstRowBelow() const {
    if (model() == nullptr || model()->rowCount() == 0)
        return -1;
    const int last = rowAt(viewport()->height() - 1);
    if (last < 0)
        return -1;
    const bool whole = rowViewportPosition(last) + rowHeight(last) <= viewport()->height();
    int below = whole ? last + 1 : last;
    if (below >= model()->rowCount())
        return -1;
    if (below > 0 && !walkable(below - 1) && rowViewportPosition(below - 1) > 0)
        --below; // the head of a group is not seen without a row of it
    return below;
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
    measureSight();
    QTableView::scrollContentsBy(dx, dy);
    pin();
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
    QModelIndex next;
    if (from.isValid() && (action == MovePageDown || action == MovePageUp)) {
        if (action == MovePageDown)
            rows_.measureDown(from.row(), 2 * viewport()->height());
        else
            rows_.measureUp(from.row(), 2 * viewport()->height());
        pin();
        next = model()->index(pageFrom(from.row(), action == MovePageDown ? 1 : -1), from.column());
    } else {
        next = QTableView::moveCursor(action, modifiers);
    }
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

void SummaryList::setModel(QAbstractItemModel* model) {
    QListView::setModel(model);
    const auto* of = qobject_cast<const HistoryModel*>(model);
    if (of == nullptr)
        return;
    connect(of, &QAbstractItemModel::modelAboutToBeReset, this, [this, of] { place_ = Place(*of, currentIndex()); });
    connect(of, &QAbstractItemModel::modelReset, this, [this, of] {
        if (const QModelIndex found = place_.findIn(*of); found.isValid())
            setCurrentIndex(found);
        place_ = {};
    });
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
