#include "ui/frame/band.h"

#include "ui/controls/accessible_role.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme_event.h"

#include <QPainter>

namespace kmixr::ui {

Band::Band(const QString& words, Role ground, Role ink, int height, QWidget* parent)
    : QWidget(parent), words_(words), ground_(ground), ink_(ink), height_(height) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText);
    setAccessibleName(words);
}

QSize Band::sizeHint() const {
    return {Metrics::px(300), Metrics::slimPx(height_, 0.7 * height_)};
}

bool Band::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void Band::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.fillRect(rect(), r.*ground_);
    painter.setPen(r.*ink_);
    painter.setFont(Metrics::font(TextStep::Small, true));
    painter.drawText(rect(), Qt::AlignCenter, words_);
}

} // namespace kmixr::ui
