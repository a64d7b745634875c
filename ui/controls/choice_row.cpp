#include "ui/controls/choice_row.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QShortcut>
#include <QStyleOptionButton>

namespace kmixr::ui {

ChoiceRow::ChoiceRow(const QString& words, const QKeySequence& key, QWidget* parent)
    : QRadioButton(words, parent), keyCaption_(key.toString(QKeySequence::PortableText)) {
    auto* shortcut = new QShortcut(key, this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        click();
    });
    setAccessibleDescription(keyCaption_);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ChoiceRow::sizeHint() const {
    const int words = QFontMetrics(Metrics::font(TextStep::Body, true)).horizontalAdvance(text());
    const int key = QFontMetrics(Metrics::font(TextStep::Small)).horizontalAdvance(keyCaption_);
    return {words + key + Metrics::px(80), Metrics::px(34)};
}

void ChoiceRow::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    if (isChecked()) {
        painter.fillRect(rect(), r.sel);
        painter.fillRect(0, 0, 3, height(), r.accent);
    } else if (underMouse()) {
        painter.fillRect(rect(), r.alt);
    }
    QStyleOptionButton dot;
    dot.initFrom(this);
    dot.state.setFlag(QStyle::State_On, isChecked());
    const int side = Metrics::px(19);
    dot.rect = QRect(Metrics::px(13), (height() - side) / 2, side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &dot, &painter, this);
    const QRect words = rect().adjusted(Metrics::px(43), 0, -Metrics::px(10), 0);
    painter.setPen(isEnabled() ? r.text : r.text2);
    painter.setFont(Metrics::font(TextStep::Body, isChecked()));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setPen(r.text2);
    painter.setFont(Metrics::font(TextStep::Small));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, keyCaption_);
    if (hasFocus()) {
        paintFocusRing(painter, rect());
    }
}

} // namespace kmixr::ui
