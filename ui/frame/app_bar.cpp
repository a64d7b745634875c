#include "ui/frame/app_bar.h"

#include "ui/controls/accessible_role.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme_event.h"

#include <QEvent>

namespace kmixr::ui {

AppBar::AppBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Grouping);
}

void AppBar::setTitle(const QString& title, const QString& subtitle) {
    title_ = title;
    subtitle_ = subtitle;
    tell();
}

void AppBar::setPlace(const QString& institution, const QString& terminal) {
    corner_.second = QStringList{institution, terminal}.join(QLatin1Char(' ')).trimmed();
    tell();
}

void AppBar::setOnline(bool online) {
    corner_.online = online;
    tell();
}

void AppBar::tell() {
    setAccessibleName(QStringList{title_, subtitle_, corner_.word(), corner_.second}.join(QStringLiteral(" ")));
    update();
}

QSize AppBar::sizeHint() const {
    return {Metrics::px(600), Metrics::slimPx(58, 48)};
}

bool AppBar::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void AppBar::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    paintBannerGround(painter, rect());
    const QRect inner = rect().adjusted(16, 0, -16, 0);
    const QFont titleFont = Metrics::font(TextStep::Title);
    const QFont subFont = Metrics::font(TextStep::Small);
    const QFontMetrics titleMetrics(titleFont);
    const QFontMetrics subMetrics(subFont);
    const int gap = subtitle_.isEmpty() ? 0 : Metrics::px(4);
    const int block = titleMetrics.height() + (subtitle_.isEmpty() ? 0 : gap + subMetrics.height());
    const int top = (height() - block) / 2;
    painter.setFont(titleFont);
    painter.setPen(r.onBanner);
    painter.drawText(inner.left(), top + titleMetrics.ascent(), title_);
    painter.setFont(subFont);
    painter.setPen(r.onBanner2);
    painter.drawText(inner.left(), top + titleMetrics.height() + gap + subMetrics.ascent(), subtitle_);
    corner_.paint(painter, inner);
}

} // namespace kmixr::ui
