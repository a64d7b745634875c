#include "ui/controls/key_button.h"

#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/style.h"
#include "ui/theme/theme_event.h"

#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace kmixr::ui {

struct KeyButton::Look {
    QColor ground, edge, words, key;
    bool dashed = false;
};

KeyButton::KeyButton(const QString& words, Kind kind, Size size, QWidget* parent)
    : QPushButton(words, parent), kind_(kind), size_(size) {
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
}

void KeyButton::setKey(const QKeySequence& key, const QString& caption) {
    auto* shortcut = new QShortcut(key, this);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &QAbstractButton::click);
    setKeyCaption(caption.isEmpty() ? key.toString(QKeySequence::PortableText) : caption);
}

void KeyButton::setKeyCaption(const QString& caption) {
    keyCaption_ = caption;
    setAccessibleDescription(caption);
    updateGeometry();
    update();
}

void KeyButton::setFlush(bool flush) {
    flush_ = flush;
    update();
}

void KeyButton::setMark(const QString& iconName) {
    mark_ = iconName;
    updateGeometry();
    update();
}

QFont KeyButton::wordFont() const {
    switch (size_) {
    case Size::Tool:
        return Metrics::font(TextStep::Small);
    case Size::Pad: {
        // Digits of the pad are as large as a name, and light.
        QFont font = Metrics::font(text().size() == 1 ? TextStep::Name : TextStep::Body);
        font.setBold(false);
        return font;
    }
    case Size::LargePad: {
        QFont font = Metrics::font(TextStep::Name);
        // Where the window is low, the digits follow their buttons.
        const int most = std::max(Metrics::px(15), height() * 55 / 100);
        font.setPixelSize(std::min(Metrics::largePx(text().size() == 1 ? 26 : 14), most));
        font.setBold(false);
        return font;
    }
    case Size::Normal:
    case Size::Large:
        break;
    }
    return Metrics::font(TextStep::Body, kind_ == Kind::Primary);
}

QFont KeyButton::keyFont() const {
    return Metrics::font(size_ == Size::Tool ? TextStep::Caption : TextStep::Small, kind_ == Kind::Primary);
}

int KeyButton::contentWidth() const {
    int width = QFontMetrics(wordFont()).horizontalAdvance(text());
    if (!keyCaption_.isEmpty()) {
        width += Metrics::px(size_ == Size::Tool ? 5 : 8) + QFontMetrics(keyFont()).horizontalAdvance(keyCaption_);
    }
    if (!mark_.isEmpty()) {
        width += Metrics::px(16 + 5);
    }
    return width;
}

QSize KeyButton::sizeHint() const {
    int height = Metrics::px(33);
    int padding = Metrics::px(15);
    switch (size_) {
    case Size::Tool:
        height = Metrics::px(26);
        padding = Metrics::px(8);
        break;
    case Size::Large:
        height = Metrics::px(46);
        break;
    case Size::Pad:
        height = Metrics::px(62);
        break;
    case Size::LargePad:
        height = Metrics::largePx(62);
        break;
    case Size::Normal:
        break;
    }
    if (kind_ == Kind::Link) {
        padding = Metrics::px(4);
    }
    return {contentWidth() + 2 * padding + 2 * ringRoom, height + 2 * ringRoom};
}

QSize KeyButton::minimumSizeHint() const {
    const QSize hint = sizeHint();
    return size_ == Size::Pad || size_ == Size::LargePad ? QSize(hint.width(), Metrics::px(28) + 2 * ringRoom) : hint;
}

KeyButton::Look KeyButton::look() const {
    const Roles& r = Roles::current();
    if (!isEnabled()) {
        return {.ground = r.window, .edge = r.border, .words = r.text2, .key = r.text2, .dashed = true};
    }
    if (kind_ == Kind::Primary) {
        return {.ground = r.accent, .edge = r.accent, .words = r.onAccent, .key = r.onAccent};
    }
    if (kind_ == Kind::Link) {
        return {.ground = Qt::transparent, .edge = Qt::transparent, .words = r.accent, .key = r.accent};
    }
    const QColor ground = isDown() ? r.sel : underMouse() ? r.alt : r.base;
    return {.ground = ground, .edge = r.border, .words = r.text, .key = r.text2};
}

void KeyButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Roles& r = Roles::current();
    const Look now = look();
    const int room = flush_ ? 0 : ringRoom;
    const QRect box = rect().adjusted(room, room, -room, -room);
    QPen edge(now.edge, 1);
    if (now.dashed) {
        edge.setDashPattern({3, 2});
    }
    painter.setPen(edge);
    painter.setBrush(now.ground);
    if (kind_ != Kind::Link || !isEnabled()) {
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }

    if (hasFocus()) {
        paintFocusRing(painter, rect());
        if (flush_ && kind_ == Kind::Primary) { // accent on accent would not be seen: a line of paper between them
            painter.setPen(QPen(r.onAccent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(rect().adjusted(3, 3, -4, -4));
        }
    }

    int x = box.left() + (box.width() - contentWidth()) / 2;
    if (!mark_.isEmpty()) {
        const int side = Metrics::px(16);
        painter.drawPixmap(x, box.center().y() - side / 2 + 1, Marks::icon(mark_, side, now.words));
        x += side + Metrics::px(5);
    }
    // Both sizes stand on one baseline.
    const QFontMetrics metrics(wordFont());
    const int baseline = box.top() + (box.height() - metrics.height()) / 2 + metrics.ascent();
    painter.setFont(wordFont());
    painter.setPen(now.words);
    painter.drawText(x, baseline, text());
    if (!keyCaption_.isEmpty()) {
        x += metrics.horizontalAdvance(text()) + Metrics::px(size_ == Size::Tool ? 5 : 8);
        painter.setFont(keyFont());
        painter.setPen(now.key);
        painter.drawText(x, baseline, keyCaption_);
    }
}

bool KeyButton::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QPushButton::event(event);
}

} // namespace kmixr::ui
