#include "ui/controls/choice_box.h"

#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

namespace kmixr::ui {

QSize ChoiceBox::sizeHint() const {
    return {Metrics::px(160), Metrics::px(33)};
}

void ChoiceBox::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool ring = hasFocus();
    QPen edge(ring ? r.focus : r.border, ring ? 2 : 1);
    if (!isEnabled()) {
        edge.setDashPattern({3, 2});
    }
    painter.setPen(edge);
    painter.setBrush(isEnabled() ? r.base : r.window);
    const double inset = ring ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 2, 2);
    const bool chosen = currentIndex() >= 0;
    const int side = Metrics::px(16);
    const QRect words = rect().adjusted(Metrics::px(10), 0, -side - Metrics::px(16), 0);
    painter.setFont(Metrics::font(TextStep::Body));
    painter.setPen(chosen && isEnabled() ? r.text : r.text2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, chosen ? currentText() : placeholderText());
    painter.drawPixmap(width() - side - Metrics::px(10), (height() - side) / 2,
                       Marks::icon(QStringLiteral("chevron-down"), side, r.text2));
}

} // namespace kmixr::ui
