#include "ui/marks/marks.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QFontMetrics>

#include <cmath>

namespace kmixr::ui {

namespace {

struct BadgeLook {
    QColor ground, edge, words;
    bool bold = false;
    bool dashed = false;
    const char* icon = nullptr;
};

BadgeLook lookOf(BadgeKind kind) {
    const Roles& r = Roles::current();
    switch (kind) {
    case BadgeKind::Treatment:
        return {.ground = r.base, .edge = r.accent, .words = r.accent};
    case BadgeKind::Duplicate:
        return {.ground = r.cautionGround, .edge = r.caution, .words = r.caution, .bold = true};
    case BadgeKind::Suspected:
        return {.ground = r.base, .edge = r.suspected, .words = r.suspected, .dashed = true};
    case BadgeKind::Good:
        return {.ground = r.goodGround, .edge = r.good, .words = r.good, .bold = true, .icon = "check"};
    case BadgeKind::Caution:
        return {.ground = r.cautionGround, .edge = r.caution, .words = r.caution, .bold = true, .icon = "warning"};
    case BadgeKind::Critical:
        return {.ground = r.criticalGround, .edge = r.critical, .words = r.critical, .bold = true, .icon = "cross"};
    case BadgeKind::Neutral:
        break;
    }
    return {.ground = r.base, .edge = r.border, .words = r.text2};
}

QFont fontOf(const BadgeLook& look, QFont font) {
    font.setBold(look.bold);
    return font;
}

int iconSide(const QFontMetrics& metrics) {
    return (metrics.ascent() * 9) / 10;
}

} // namespace

QSize Marks::badgeSize(const QString& words, const QFont& font, BadgeKind kind) {
    const BadgeLook look = lookOf(kind);
    const QFontMetrics metrics(fontOf(look, font));
    const int icon = look.icon != nullptr ? iconSide(metrics) + Metrics::px(3) : 0;
    return {metrics.horizontalAdvance(words) + icon + 2 * Metrics::px(5) + 1, metrics.height() + Metrics::px(2)};
}

void Marks::paintBadge(QPainter& painter, const QRect& at, const QString& words, BadgeKind kind, const QFont& font) {
    const BadgeLook look = lookOf(kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen edge(look.edge, 1);
    if (look.dashed)
        edge.setDashPattern({3, 2});
    painter.setPen(edge);
    painter.setBrush(look.ground);
    painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    const QFont face = fontOf(look, font);
    const QFontMetrics metrics(face);
    QRect inner = at.adjusted(Metrics::px(5), 0, -Metrics::px(5), 0);
    if (look.icon != nullptr) {
        const int side = iconSide(metrics);
        painter.drawPixmap(inner.left(), inner.center().y() - side / 2 + 1,
                           icon(QString::fromLatin1(look.icon), side, look.words));
        inner.setLeft(inner.left() + side + Metrics::px(3));
    }
    painter.setFont(face);
    painter.setPen(look.words);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
    painter.restore();
}

void Marks::paintCircle(QPainter& painter, const QRect& at, CircleState state, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = std::max(1.2, at.height() * 0.13);
    const double side = std::min(at.width(), at.height()) - line;
    QRectF circle(0, 0, side, side);
    circle.moveCenter(QRectF(at).center());
    painter.setPen(QPen(colour, line));
    painter.setBrush(state == CircleState::Full ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(circle);
    if (state == CircleState::Half) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPie(circle, 90 * 16, 180 * 16);
    }
    painter.restore();
}

QBrush Marks::hatch(const QColor& colour) {
    // A 4 px tile whose diagonal meets itself on every side.
    QPixmap tile(4, 4);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setPen(colour);
    for (int i = 0; i < 4; ++i)
        painter.drawPoint(i, 3 - i);
    painter.end();
    return QBrush(tile);
}

QString Marks::displayText(const std::string& utf8) {
    QString text = QString::fromStdString(utf8);
    // The regular weight of the face has these two exchanged; the CJK forms are right in both weights (UI.md §2).
    text.replace(QChar(0x2265), QChar(0x2267));
    text.replace(QChar(0x2264), QChar(0x2266));
    return text;
}

} // namespace kmixr::ui
