#include "ui/frame/corner.h"

#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace kmixr::ui {

namespace {

int iconSide() {
    return Metrics::px(16);
}
int gap() {
    return Metrics::px(4);
}

} // namespace

QString Corner::word() const {
    return online ? QCoreApplication::translate("kmixr::ui::Corner", "Online")
                  : QCoreApplication::translate("kmixr::ui::Corner", "Offline");
}

int Corner::firstWidth() const {
    return QFontMetrics(Metrics::font(TextStep::Small, true)).horizontalAdvance(word()) + iconSide() + gap();
}

int Corner::width() const {
    return std::max(firstWidth(), QFontMetrics(Metrics::font(TextStep::Small)).horizontalAdvance(second));
}

int Corner::paint(QPainter& painter, const QRect& at) const {
    const Roles& r = Roles::current();
    const QFont bold = Metrics::font(TextStep::Small, true);
    const QFontMetrics metrics(bold);
    const int line = metrics.height() + Metrics::px(5);
    const int top = at.top() + (at.height() - 2 * line) / 2;
    const QRect first(at.left(), top, at.width(), line);
    painter.setFont(bold);
    painter.setPen(r.onBanner);
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, word());
    const int wordWidth = metrics.horizontalAdvance(word());
    painter.drawPixmap(
        at.right() + 1 - wordWidth - gap() - iconSide(), top + (line - iconSide()) / 2,
        Marks::icon(online ? QStringLiteral("network") : QStringLiteral("network-off"), iconSide(), r.onBanner));
    painter.setFont(Metrics::font(TextStep::Small));
    painter.setPen(r.onBanner2);
    painter.drawText(first.translated(0, line), Qt::AlignRight | Qt::AlignVCenter, second);
    return width();
}

void paintBannerGround(QPainter& painter, const QRect& at) {
    const Roles& r = Roles::current();
    painter.fillRect(at, r.banner);
    if (currentTheme() == Theme::HighContrast) {
        painter.fillRect(at.left(), at.bottom(), at.width(), 1, r.onBanner);
    }
}

} // namespace kmixr::ui
