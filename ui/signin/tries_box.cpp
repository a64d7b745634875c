#include "ui/signin/tries_box.h"

#include "ui/controls/accessible_role.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QPainter>

namespace kmixr::ui {

int TriesBox::px(double at100) const {
    return large_ ? Metrics::largePx(at100) : Metrics::px(at100);
}
QFont TriesBox::plain() const {
    QFont font = Metrics::font(TextStep::Small);
    font.setPixelSize(px(13));
    return font;
}
QFont TriesBox::strong() const {
    QFont font = Metrics::font(TextStep::Title);
    font.setPixelSize(px(17));
    return font;
}

TriesBox::TriesBox(QWidget* parent) : QWidget(parent) {
    QSizePolicy fixed(QSizePolicy::Fixed, QSizePolicy::Fixed);
    fixed.setRetainSizeWhenHidden(true); // the field below does not jump
    setSizePolicy(fixed);
    setAccessibleRole(this, QAccessible::StaticText);
}

void TriesBox::show(const card::PinState& state) {
    last_ = state.triesLeft && *state.triesLeft <= 1;
    number_.clear();
    after_.clear();
    if (state.triesLeft) {
        before_ = tr("Left:", "tries left, before the number");
        number_ = QString::number(*state.triesLeft);
        after_ = tr("tries", "after the number of tries left");
    } else {
        before_ = tr("The card does not tell how many tries are left");
    }
    setAccessibleName(QStringList{before_, number_, after_}.join(QLatin1Char(' ')).trimmed());
    QWidget::show();
    updateGeometry();
    update();
}

void TriesBox::clear() {
    QWidget::hide();
}

QSize TriesBox::sizeHint() const {
    const QFontMetrics small(plain());
    int wide = small.horizontalAdvance(before_) + 2 * px(11);
    if (!number_.isEmpty()) {
        wide += QFontMetrics(strong()).horizontalAdvance(number_) + small.horizontalAdvance(after_) + 2 * px(8);
    }
    return {wide, px(26)};
}

void TriesBox::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(last_ ? r.critical : r.border);
    painter.setBrush(last_ ? r.criticalGround : r.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setPen(last_ ? r.critical : r.text);
    int x = px(11);
    const auto put = [&](const QFont& font, const QString& words) {
        painter.setFont(font);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += QFontMetrics(font).horizontalAdvance(words) + px(8);
    };
    put(plain(), before_);
    put(strong(), number_);
    put(plain(), after_);
}

} // namespace kmixr::ui
