#include "ui/controls/word_label.h"

#include "ui/theme/theme_event.h"

#include <QEvent>

namespace kmixr::ui {

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

void WordLabel::setRole(Role role) {
    role_ = role;
    dress();
}

bool WordLabel::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        dress();
    }
    return QLabel::event(event);
}

void WordLabel::dress() {
    setFont(Metrics::font(step_, bold_));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Roles::current().*role_);
    setPalette(colours);
}

} // namespace kmixr::ui
