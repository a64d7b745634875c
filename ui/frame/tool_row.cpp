#include "ui/frame/tool_row.h"

#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QPainter>
#include <QShortcut>

namespace kmixr::ui {

namespace {
constexpr int margin = 12;

int rowHeight() {
    return Metrics::slimPx(36, 30);
}
} // namespace

ToolRow::ToolRow(QWidget* parent)
    : QWidget(parent), tabs_(new TabBar(this)), note_(new WordLabel(TextStep::Small, &Roles::text2, this)),
      row_(new QHBoxLayout(this)),
      more_(new KeyButton(tr("Actions"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this)), menu_(new QMenu(this)) {
    row_->setContentsMargins(margin, 0, margin - KeyButton::ringRoom, 0);
    row_->setSpacing(0);
    row_->addWidget(tabs_, 0, Qt::AlignTop);
    row_->addStretch(1);
    row_->addWidget(note_);
    row_->addSpacing(margin);
    row_->addWidget(more_, 0, Qt::AlignVCenter);
    more_->setKey(QKeySequence(Qt::ALT | Qt::Key_O));
    more_->hide();
    connect(more_, &QAbstractButton::clicked, this, &ToolRow::openMenu);
    setFixedHeight(rowHeight());
}

KeyButton* ToolRow::addTool(const QString& words, const QKeySequence& key, const QString& icon) {
    auto* tool = new KeyButton(words, KeyButton::Kind::Plain, KeyButton::Size::Tool, this);
    if (!key.isEmpty()) {
        // The row listens, not the button: a folded button is hidden and would hear nothing.
        tool->setKeyCaption(key.toString(QKeySequence::NativeText));
        connect(new QShortcut(key, this), &QShortcut::activated, tool, &QAbstractButton::click);
    }
    tool->setMark(icon);
    row_->insertWidget(row_->count() - 1, tool, 0, Qt::AlignVCenter);
    tools_.push_back({tool, key});
    fold();
    return tool;
}

void ToolRow::setNote(const QString& words) {
    note_->setText(words);
    fold();
}

int ToolRow::widthWith(int tools) const {
    const int note = note_->text().isEmpty() ? 0 : note_->sizeHint().width();
    return 2 * margin + tabs_->sizeHint().width() + note + margin + tools;
}

void ToolRow::fold() {
    int all = 0;
    for (const Tool& tool : tools_) {
        all += tool.button->sizeHint().width();
    }
    const bool folded = widthWith(all) > width();
    for (const Tool& tool : tools_) {
        tool.button->setVisible(!folded);
    }
    more_->setVisible(folded);
}

void ToolRow::openMenu() {
    menu_->clear();
    for (const Tool& tool : tools_) {
        auto* action = menu_->addAction(tool.button->text());
        action->setShortcut(tool.key);                  // says the key; the row listens to it
        action->setShortcutContext(Qt::WidgetShortcut); // of the menu only, never twice
        action->setShortcutVisibleInContextMenu(true);
        action->setEnabled(tool.button->isEnabled());
        connect(action, &QAction::triggered, tool.button, &QAbstractButton::click);
    }
    menu_->popup(mapToGlobal(more_->geometry().bottomLeft()));
    if (!menu_->actions().isEmpty()) {
        menu_->setActiveAction(menu_->actions().constFirst());
    }
}

QSize ToolRow::minimumSizeHint() const {
    return {widthWith(more_->sizeHint().width()), rowHeight()};
}

void ToolRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

bool ToolRow::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        setFixedHeight(rowHeight());
        menu_->setFont(Metrics::font(TextStep::Small));
        updateGeometry();
        fold();
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
