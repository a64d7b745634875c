#include "ui/controls/scroll_room.h"

#include "ui/theme/metrics.h"

#include <QApplication>
#include <QEvent>

namespace kmixr::ui {

ScrollRoom::ScrollRoom(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(content);
    // The ground is the page's.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*before*/, QWidget* now) {
        if (now != nullptr && widget() != nullptr && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, 0, Metrics::px(24));
    });
}

/// As wide as its content needs, but of any height.
QSize ScrollRoom::minimumSizeHint() const {
    const int wide = widget() == nullptr ? 0 : widget()->minimumSizeHint().width();
    return {wide, Metrics::px(60)};
}

/// A content that grows wider tells the layout round it.
bool ScrollRoom::eventFilter(QObject* of, QEvent* event) {
    if (of == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(of, event);
}

} // namespace kmixr::ui
