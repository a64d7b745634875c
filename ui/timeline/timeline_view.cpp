#include "ui/timeline/timeline_view.h"

#include "ui/details/draw.h"
#include "ui/timeline/timeline_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

namespace kmixr::ui {

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
    installPaintedItemsAccess();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Time line by month"));
}

void TimelineView::setLanes(const TimelineLanes* lanes, std::optional<Month> selected) {
    at_.setLanes(lanes, selected);
    update();
}

void TimelineView::setYears(int years) {
    if (years == at_.years())
        return;
    at_.setYears(years);
    update();
}

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    if (!at_.axis().valid())
        return;
    QPainter painter(this);
    TimelinePainter(at_).paint(painter);
    if (hasFocus())
        draw::ring(painter, at_.column(at_.selected()).adjusted(-2, 0, 2, 0));
}

void TimelineView::select(Month month) {
    const bool moved = at_.select(month);
    update();
    if (moved) {
        announceItem(this, currentItem());
        emit selectionMoved();
    }
}

void TimelineView::step(int months) {
    if (at_.lanes() != nullptr)
        select(later(at_.selected(), months));
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (at_.lanes() == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Find)) { // the page has no search of its own
        QWidget::keyPressEvent(event);
        return;
    }
    const bool year = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        step(year ? -12 : -1);
        return;
    case Qt::Key_Right:
        step(year ? 12 : 1);
        return;
    case Qt::Key_Up:
        if (year) {
            scroll(-1);
            return;
        }
        select(at_.lanes()->nextEvent(at_.selected(), -1));
        return;
    case Qt::Key_Down:
        if (year) {
            scroll(1);
            return;
        }
        select(at_.lanes()->nextEvent(at_.selected(), 1));
        return;
    case Qt::Key_PageUp:
        step(-12 * at_.years());
        return;
    case Qt::Key_PageDown:
        step(12 * at_.years());
        return;
    case Qt::Key_Home:
        select(at_.lanes()->first());
        return;
    case Qt::Key_End:
        select(at_.lanes()->last());
        return;
    case Qt::Key_1:
    case Qt::Key_3:
    case Qt::Key_5:
        emit yearsWanted(event->key() - Qt::Key_0);
        return;
    case Qt::Key_0:
        emit yearsWanted(10);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

int TimelineView::itemCount() const {
    return at_.lanes() == nullptr ? 0 : 12 * at_.years();
}

QString TimelineView::itemWords(int item) const {
    return at_.lanes() == nullptr ? QString() : at_.lanes()->words(later(at_.from(), item));
}

QRect TimelineView::itemPlace(int item) const {
    return at_.column(later(at_.from(), item));
}

int TimelineView::currentItem() const {
    return at_.lanes() == nullptr ? -1 : monthsBetween(at_.from(), at_.selected());
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (const auto month = at_.monthAt(event->pos().x()))
        select(*month);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
    emit opened();
}

void TimelineView::scroll(int rows) {
    at_.scroll(rows);
    update();
    emit sightChanged();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    scroll(event->angleDelta().y() > 0 ? -1 : 1);
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    at_.setSize(size());
    emit sightChanged();
}

void TimelineView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void TimelineView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        at_.lay();
}

} // namespace kmixr::ui
