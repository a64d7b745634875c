#include "ui/details/draw.h"

#include <QAbstractItemView>

namespace kmixr::ui::draw {
namespace {

int baseline(const QRect& at, const QFontMetrics& metrics) {
    return at.top() + (at.height() - metrics.height()) / 2 + metrics.ascent();
}

} // namespace

void text(QPainter& painter, const QRect& at, Qt::Alignment align, Face face, const QColor& colour,
          const QString& words) {
    if (words.isEmpty())
        return;
    int left = at.left();
    if (align & Qt::AlignRight)
        left = at.left() + at.width() - TypeFace::width(face, words);
    else if (align & Qt::AlignHCenter)
        left = at.left() + (at.width() - TypeFace::width(face, words)) / 2;
    painter.setFont(TypeFace::font(face));
    painter.setPen(colour);
    painter.drawText(QPoint(left, baseline(at, TypeFace::metrics(face))), words);
}

void elided(QPainter& painter, const QRect& at, Qt::Alignment align, Face face, const QColor& colour,
            const QString& words) {
    const bool fits = TypeFace::width(face, words) <= at.width();
    text(painter, at, align, face, colour,
         fits ? words : TypeFace::metrics(face).elidedText(words, Qt::ElideRight, at.width()));
}

void wrapped(QPainter& painter, const QRect& at, Face face, const QColor& colour, const QString& words) {
    const QStringList lines = TypeFace::broken(face, words, at.width());
    const int pitch = TypeFace::lineHeight(face);
    QRect line(at.left(), at.top() + (at.height() - pitch * static_cast<int>(lines.size())) / 2, at.width(), pitch);
    for (const QString& part : lines) {
        text(painter, line, Qt::AlignLeft, face, colour, part);
        line.translate(0, pitch);
    }
}

int badges(QPainter& painter, const QRect& row, int left, const QStringList& words, BadgeKind kind, Face face) {
    const QFont& font = TypeFace::font(face);
    for (const QString& word : words) {
        QSize size = Marks::badgeSize(word, font, kind);
        size.setHeight(TypeFace::lineHeight(face) + Metrics::px(2));
        Marks::paintBadge(painter, QRect(QPoint(left, row.top() + (row.height() - size.height()) / 2), size), word,
                          kind, font);
        left += size.width() + Metrics::px(4);
    }
    return left;
}

int badgesWidth(const QStringList& words, BadgeKind kind, Face face) {
    int width = 0;
    for (const QString& word : words)
        width += Marks::badgeSize(word, TypeFace::font(face), kind).width() + Metrics::px(4);
    return width;
}

void circle(QPainter& painter, const QRect& row, int x, CircleState state, const QColor& colour) {
    const int side = Metrics::px(10);
    Marks::paintCircle(painter, QRect(x - side / 2, row.top() + (row.height() - side) / 2, side, side), state, colour);
}

RowLook RowLook::of(const QStyleOptionViewItem& option, bool alternate) {
    RowLook look;
    look.selected = option.state & QStyle::State_Selected;
    look.focused = (option.state & QStyle::State_HasFocus) && option.widget != nullptr && option.widget->hasFocus();
    look.alternate = alternate;
    look.hover = option.state & QStyle::State_MouseOver;
    return look;
}

void ground(QPainter& painter, const QRect& at, const RowLook& look) {
    const Roles& roles = Roles::current();
    if (look.selected)
        painter.fillRect(at, inverted(look) ? roles.accent : roles.sel);
    else if (look.alternate || look.hover)
        painter.fillRect(at, roles.alt);
}

void selectionBar(QPainter& painter, const QRect& row) {
    painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), Roles::current().accent);
}

QColor ringColour(bool onSelected) {
    const Roles& roles = Roles::current();
    return onSelected && currentTheme() == Theme::HighContrast ? roles.onAccent : roles.focus;
}

bool inverted(const RowLook& look) {
    return look.selected && currentTheme() == Theme::HighContrast;
}

void ring(QPainter& painter, const QRect& at, bool onSelected) {
    painter.save();
    painter.setPen(QPen(ringColour(onSelected), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(at.adjusted(1, 1, -1, -1));
    painter.restore();
}

QColor ink(const RowLook& look) {
    const Roles& roles = Roles::current();
    return inverted(look) ? roles.onAccent : roles.text;
}

QColor ink2(const RowLook& look) {
    const Roles& roles = Roles::current();
    return inverted(look) ? roles.onAccent : roles.text2;
}

void bottomLine(QPainter& painter, const QRect& at, const QColor& colour) {
    painter.fillRect(QRect(at.left(), at.bottom(), at.width(), 1), colour);
}

bool cut(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view == nullptr)
        return false;
    // What a scrolled page around the view leaves of it counts, not only the view's own edge.
    const QRect seen = view->viewport()->visibleRegion().boundingRect();
    return !seen.isEmpty() && (option.rect.bottom() > seen.bottom() || option.rect.top() < seen.top());
}

void monthSides(QPainter& painter, const QRect& at, const QColor& colour) {
    painter.fillRect(QRect(at.left(), at.top(), 1, at.height()), colour);
    painter.fillRect(QRect(at.right(), at.top(), 1, at.height()), colour);
}

} // namespace kmixr::ui::draw
