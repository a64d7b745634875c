#include "ui/frame/tool_row.h"

#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QPainter>

namespace kmixr::ui {

ToolRow::ToolRow(QWidget* parent)
    : QWidget(parent), tabs_(new TabBar(this)), note_(new WordLabel(TextStep::Small, &Roles::text2, this)),
      row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(12, 0, 12 - KeyButton::ringRoom, 0);
    row_->setSpacing(0);
    row_->addWidget(tabs_, 0, Qt::AlignTop);
    row_->addStretch(1);
    row_->addWidget(note_);
    row_->addSpacing(12);
    setFixedHeight(Metrics::px(36));
}

KeyButton* ToolRow::addTool(const QString& words, const QKeySequence& key, const QString& icon) {
    auto* tool = new KeyButton(words, KeyButton::Kind::Plain, KeyButton::Size::Tool, this);
    if (!key.isEmpty()) {
        tool->setKey(key);
    }
    tool->setMark(icon);
    row_->addWidget(tool, 0, Qt::AlignVCenter);
    return tool;
}

void ToolRow::setNote(const QString& words) {
    note_->setText(words);
}

bool ToolRow::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        setFixedHeight(Metrics::px(36));
    }
    return QWidget::event(event);
}

void ToolRow::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.fillRect(rect(), r.base);
    painter.fillRect(0, height() - 1, width(), 1, r.border);
}

} // namespace kmixr::ui
