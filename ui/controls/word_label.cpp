#include "ui/controls/word_label.h"

#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace kmixr::ui {

namespace {
constexpr double lineSpacing = 1.3;
} // namespace

WordLabel::WordLabel(TextStep step, Role role, QWidget* parent) : QLabel(parent), step_(step), role_(role) {
    setTextFormat(Qt::PlainText);
    setFocusPolicy(Qt::NoFocus);
    dress();
}

WordLabel::WordLabel(const QString& words, TextStep step, Role role, QWidget* parent) : WordLabel(step, role, parent) {
    setText(words);
}

void WordLabel::setBold(bool bold) {
    bold_ = bold;
    dress();
}

void WordLabel::setPixels(int at100) {
    pixels_ = at100;
    dress();
}

void WordLabel::setRole(Role role) {
    role_ = role;
    dress();
}

void WordLabel::dress() {
    QFont face = Metrics::font(step_, bold_);
    if (pixels_ > 0) {
        face.setPixelSize(Metrics::px(pixels_));
    }
    setFont(face);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Roles::current().*role_);
    setPalette(colours);
    updateGeometry();
}

int WordLabel::lineHeight() const {
    return static_cast<int>(std::lround(font().pixelSize() * lineSpacing));
}

int WordLabel::margins() const {
    return contentsMargins().left() + contentsMargins().right();
}

int WordLabel::lay(QTextLayout& layout, int width) const {
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(wordWrap() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFont(font());
    const double inset = (lineHeight() - QFontMetricsF(font()).height()) / 2;
    int height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height + inset});
        height += lineHeight();
    }
    layout.endLayout();
    return height;
}

QSize WordLabel::sizeHint() const {
    const QMargins around = contentsMargins();
    const int width = QFontMetrics(font()).horizontalAdvance(text()) + 1;
    return {width + margins(), lineHeight() + around.top() + around.bottom()};
}

QSize WordLabel::minimumSizeHint() const {
    // Text that wraps may become as narrow as six letters; a single line gives way at its end before the window grows.
    const int letters = wordWrap() ? 6 : 2;
    return {std::min(sizeHint().width(), font().pixelSize() * letters + margins()), sizeHint().height()};
}

int WordLabel::heightForWidth(int width) const {
    QTextLayout layout(text());
    const QMargins around = contentsMargins();
    return std::max(lay(layout, width - margins()), lineHeight()) + around.top() + around.bottom();
}

void WordLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(isEnabled() ? palette().color(QPalette::WindowText) : Roles::current().text2);
    QTextLayout layout(text());
    const QRect room = contentsRect();
    const int height = lay(layout, room.width());
    layout.draw(&painter, QPointF(room.left(), room.top() + std::max(0, (room.height() - height) / 2)));
}

bool WordLabel::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        dress();
    }
    return QLabel::event(event);
}

} // namespace kmixr::ui
