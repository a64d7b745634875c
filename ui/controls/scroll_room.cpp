#include "ui/controls/scroll_room.h"

#include "ui/theme/metrics.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

namespace kmixr::ui {

ScrollRoom::ScrollRoom(QWidget* content, QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content); // not resizable by QScrollArea: that takes the height it would like for the least it needs
    content->installEventFilter(this);
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

void ScrollRoom::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

/// Keys and gaps give way by up to a third before anything is out of sight.
void ScrollRoom::fit() {
    QWidget* of = widget();
    const int wide = viewport()->width(), room = viewport()->height();
    const int least = of->minimumSizeHint().height();
    const int wished = std::max(of->hasHeightForWidth() ? of->heightForWidth(wide) : of->sizeHint().height(), least);
    const bool shares = room >= least && 3 * room >= 2 * wished;
    of->resize(wide, shares ? room : std::max(wished, room));
}

/// A content that grows tells the layout round it.
bool ScrollRoom::eventFilter(QObject* of, QEvent* event) {
    if (of == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::eventFilter(of, event);
}

} // namespace kmixr::ui
