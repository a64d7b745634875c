#include "ui/controls/titled_box.h"

#include "ui/theme/theme_event.h"

#include <QEvent>
#include <QPainter>

namespace kmixr::ui {

TitledBox::TitledBox(const QString& title, QWidget* parent) : QWidget(parent), content_(new QVBoxLayout) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 1, 1, 1);
    all->setSpacing(0);
    if (!title.isEmpty()) {
        head_ = new QWidget(this);
        auto* row = new QHBoxLayout(head_);
        auto* words = new WordLabel(title, TextStep::Body, &Roles::text, head_);
        words->setBold(true);
        note_ = new WordLabel(TextStep::Small, &Roles::text2, head_);
        row->setContentsMargins(8, 0, 8, 0);
        row->addWidget(words);
        row->addStretch(1);
        row->addWidget(note_);
        all->addWidget(head_);
        setAccessibleName(title);
    }
    all->addLayout(content_, 1);
    content_->setContentsMargins(12, 12, 12, 12);
    content_->setSpacing(8);
    size();
}

void TitledBox::setNote(const QString& note) {
    if (note_ != nullptr) {
        note_->setText(note);
    }
}

void TitledBox::size() {
    if (head_ != nullptr) {
        head_->setFixedHeight(Metrics::px(27));
    }
}

void TitledBox::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(r.line);
    painter.setBrush(r.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (head_ != nullptr) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.drawLine(1, head_->geometry().bottom(), width() - 2, head_->geometry().bottom());
    }
}

bool TitledBox::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        size();
    }
    return QWidget::event(event);
}

} // namespace kmixr::ui
