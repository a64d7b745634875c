#include "ui/controls/progress_row.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"

#include <QPainter>

#include <algorithm>

namespace kmixr::ui {

ProgressRow::ProgressRow(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressRow::show(const QString& words, std::int64_t done, std::int64_t total) {
    words_ = words;
    part_ = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : -1;
    setAccessibleName(words);
    update();
}

QSize ProgressRow::sizeHint() const {
    return {Metrics::px(200), Metrics::px(34)};
}

void ProgressRow::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.setFont(Metrics::font(TextStep::Small));
    painter.setPen(r.text);
    const int bar = Metrics::px(12);
    painter.drawText(rect().adjusted(0, 0, 0, -bar), Qt::AlignLeft | Qt::AlignVCenter, words_);
    if (part_ >= 0) {
        const QRect edge(0, height() - bar, width() - 1, bar - 1);
        painter.setPen(r.border);
        painter.setBrush(r.base);
        painter.drawRect(edge);
        painter.fillRect(edge.adjusted(1, 1, -int(edge.width() * (1 - part_)), 0), r.accent);
    }
}

} // namespace kmixr::ui
