#include "ui/controls/mark_view.h"

#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"

namespace kmixr::ui {

MarkView::MarkView(int side, QColor Roles::* role, QWidget* parent) : QWidget(parent), side_(side), role_(role) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MarkView::set(const QString& icon, QColor Roles::* role) {
    icon_ = icon;
    role_ = role;
    update();
}

QSize MarkView::sizeHint() const {
    return {Metrics::px(side_), Metrics::px(side_)};
}

void MarkView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.drawPixmap(0, 0, Marks::icon(icon_, Metrics::px(side_), Roles::current().*role_));
}

MarkLine::MarkLine(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MarkLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), Roles::current().line);
}

} // namespace kmixr::ui
