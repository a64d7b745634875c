#include "ui/signin/pin_field.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/style.h"
#include "ui/theme/theme_event.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace kmixr::ui {

namespace {

constexpr int longestPin = 64; ///< whatever a card says
constexpr int mostCells = 8;   ///< beyond, cells become too small and too many to be counted

/// A password field to screen readers; its value is only how much is typed.
class AccessiblePin : public QAccessibleWidget {
public:
    explicit AccessiblePin(PinField* field) : QAccessibleWidget(field, QAccessible::EditableText) {}
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
};

QAccessibleInterface* accessiblePin(const QString&, QObject* object) {
    auto* field = qobject_cast<PinField*>(object);
    return field != nullptr ? new AccessiblePin(field) : nullptr;
}

} // namespace

PinField::PinField(QWidget* parent) : QWidget(parent) {
    static const bool installed = [] {
        QAccessible::installFactory(&accessiblePin);
        return true;
    }();
    static_cast<void>(installed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setRule({});
}

void PinField::setRule(const card::PinRule& rule) {
    rule_ = rule;
    rule_.maxLength = std::clamp(rule.maxLength, 1, longestPin);
    rule_.minLength = std::clamp(rule.minLength, 1, rule_.maxLength);
    digits_ = SecretBytes(static_cast<std::size_t>(rule_.maxLength));
    count_ = over_ = 0;
    tell();
}

void PinField::setLarge() {
    large_ = true;
    updateGeometry();
}

double PinField::px(double at100) const {
    return large_ ? Metrics::largePx(at100) : Metrics::px(at100);
}

void PinField::clear() {
    wipe(digits_.bytes());
    count_ = over_ = 0;
    tell();
}

void PinField::type(char letter) {
    const bool digit = letter >= '0' && letter <= '9';
    const bool printable = letter > ' ' && letter <= '~';
    if (!(rule_.digitsOnly ? digit : printable)) {
        return;
    }
    if (count_ >= rule_.maxLength) {
        ++over_;
        tell();
        return;
    }
    digits_.bytes()[static_cast<std::size_t>(count_)] = static_cast<std::uint8_t>(letter);
    ++count_;
    tell();
}

void PinField::removeLast() {
    if (over_ > 0) {
        --over_;
        tell();
    } else if (count_ > 0) {
        --count_;
        digits_.bytes()[static_cast<std::size_t>(count_)] = 0;
        tell();
    }
}

card::Pin PinField::take() {
    card::Pin pin(std::as_const(digits_).bytes().first(static_cast<std::size_t>(count_)));
    clear();
    return pin;
}

void PinField::tell() {
    setAccessibleName(tr("PIN"));
    setAccessibleDescription(tr("%n typed", "digits of the PIN", count_ + over_));
    update();
    emit changed();
}

QSize PinField::sizeHint() const {
    return {Metrics::px(426), static_cast<int>(px(84))};
}

QSize PinField::minimumSizeHint() const {
    return {Metrics::px(200), static_cast<int>(px(50))};
}

bool PinField::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void PinField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit entered();
        return;
    case Qt::Key_Backspace:
        removeLast();
        return;
    case Qt::Key_Delete:
        clear();
        return;
    default:
        break;
    }
    const auto modifiers = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers == Qt::NoModifier && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        type(static_cast<char>('0' + (event->key() - Qt::Key_0)));
        return;
    }
    if (modifiers == Qt::NoModifier && !rule_.digitsOnly && event->text().size() == 1) {
        type(event->text().at(0).toLatin1());
        return;
    }
    QWidget::keyPressEvent(event);
}

void PinField::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        paintFocusRing(painter, rect());
    } else {
        painter.setPen(r.line);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
    }
    if (rule_.maxLength <= mostCells) {
        paintCells(painter);
    } else {
        paintBox(painter);
    }
}

void PinField::paintDot(QPainter& painter, QPointF centre, double room) const {
    const double dot = std::min(px(8), room * 0.3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Roles::current().text);
    painter.drawEllipse(centre, dot, dot);
}

void PinField::paintCells(QPainter& painter) const {
    const Roles& r = Roles::current();
    const int cells = rule_.maxLength;
    const double gap = cells <= 6 ? px(12) : px(4);
    const double room = width() - 2 * Metrics::px(10);
    const double wide = std::min(px(58), (room - gap * (cells - 1)) / cells);
    const double tall = std::min(px(66), height() - px(16));
    const double high = std::min<double>(tall, std::max(wide * 1.14, px(40)));
    double x = (width() - (wide * cells + gap * (cells - 1))) / 2;
    for (int i = 0; i < cells; ++i) {
        const QRectF cell(x, (height() - high) / 2, wide, high);
        QPen edge(over_ > 0 ? r.critical : isEnabled() ? r.border : r.line, over_ > 0 ? 2 : 1);
        if (i >= rule_.minLength || !isEnabled()) {
            edge.setDashPattern({3, 3});
        }
        painter.setPen(edge);
        painter.setBrush(r.base);
        painter.drawRoundedRect(cell, 2, 2);
        if (i < count_) {
            paintDot(painter, cell.center(), wide);
        }
        x += wide + gap;
    }
}

void PinField::paintBox(QPainter& painter) const {
    const Roles& r = Roles::current();
    const double high = std::min<double>(Metrics::px(56), height() - Metrics::px(16));
    const QRectF box(Metrics::px(14), (height() - high) / 2, width() - 2 * Metrics::px(14), high);
    QPen edge(over_ > 0 ? r.critical : isEnabled() ? r.border : r.line, over_ > 0 ? 2 : 1);
    if (!isEnabled()) {
        edge.setDashPattern({3, 3});
    }
    painter.setPen(edge);
    painter.setBrush(r.base);
    painter.drawRoundedRect(box, 2, 2);
    if (count_ == 0) {
        return;
    }
    painter.setFont(Metrics::font(TextStep::Small));
    painter.setPen(r.text2);
    const QString typed = accessibleDescription();
    const double words = QFontMetricsF(painter.font()).horizontalAdvance(typed);
    const QRectF inner = box.adjusted(Metrics::px(14), 0, -Metrics::px(14), 0);
    painter.drawText(inner, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), typed);
    const double room = inner.width() - words - Metrics::px(14);
    const double step = std::min<double>(Metrics::px(22), room / std::max(count_, 1));
    for (int i = 0; i < count_; ++i) {
        paintDot(painter, {inner.left() + step * (i + 0.5), inner.center().y()}, step);
    }
}

} // namespace kmixr::ui
