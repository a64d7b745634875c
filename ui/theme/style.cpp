#include "ui/theme/style.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace kmixr::ui {

namespace {

void paintBox(QPainter& painter, const QStyleOption& option, bool round) {
    const Roles& roles = Roles::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const int side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side - 2, side - 2);
    box.moveCenter(QRectF(option.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge(enabled ? roles.text : roles.border, 1.5);
    if (!enabled)
        edge.setStyle(Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(roles.base);
    if (round) {
        painter.drawEllipse(box);
        if (on) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(enabled ? roles.text : roles.text2);
            painter.drawEllipse(box.center(), box.width() * 0.29, box.width() * 0.29);
        }
    } else {
        painter.drawRect(box);
        if (on) {
            painter.setPen(QPen(enabled ? roles.text : roles.text2, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF at = box.topLeft();
            const double u = box.width();
            const QPointF check[] = {at + QPointF(0.2 * u, 0.52 * u), at + QPointF(0.42 * u, 0.74 * u),
                                     at + QPointF(0.82 * u, 0.26 * u)};
            painter.drawPolyline(check, 3);
        }
    }
    painter.restore();
}

} // namespace

void paintFocusRing(QPainter& painter, const QRect& outer) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Roles::current().focus, 2));
    painter.drawRoundedRect(QRectF(outer).adjusted(1, 1, -1, -1), 3, 3);
    painter.restore();
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        // Views draw the ring of the current cell in their delegates; a second dotted one would only add noise.
        if (qobject_cast<const QAbstractItemView*>(widget) == nullptr)
            paintFocusRing(*painter, option->rect);
        return;
    case PE_IndicatorRadioButton:
        paintBox(*painter, *option, true);
        return;
    case PE_IndicatorCheckBox:
        paintBox(*painter, *option, false);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Metrics::px(19);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
    case SH_Widget_Animation_Duration: // nothing moves by itself
        return 0;
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace kmixr::ui
