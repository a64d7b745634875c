#include "ui/frame/tab_bar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme_event.h"

#include <QKeySequence>
#include <QPainter>
#include <QShortcut>

namespace kmixr::ui {

namespace {
QFont nameFont(bool current) {
    return Metrics::font(TextStep::Body, current);
}
QFont capFont(bool current) {
    return Metrics::font(TextStep::Caption, current);
}
QFont countFont() {
    return Metrics::font(TextStep::Small);
}
int gap() {
    return Metrics::slimPx(7, 5);
}
int side() {
    return Metrics::slimPx(13, 9);
}
} // namespace

TabBar::TabBar(QWidget* parent) : QTabBar(parent) {
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void TabBar::addPage(Qt::Key key, const QString& name) {
    pages_.push_back({QKeySequence(key).toString(QKeySequence::PortableText), name, {}});
    const int index = addTab(name);
    tell(index);
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    connect(shortcut, &QShortcut::activated, this, [this, index] {
        if (index == currentIndex()) {
            emit tabBarClicked(index); // another page may lie over this one
        } else {
            setCurrentIndex(index);
        }
    });
}

void TabBar::setCount(int page, int count) {
    if (page < 0 || page >= static_cast<int>(pages_.size())) {
        return;
    }
    pages_[static_cast<std::size_t>(page)].count = count < 0 ? QString() : QString::number(count);
    tell(page);
}

void TabBar::tell(int index) {
    const Page& page = pages_[static_cast<std::size_t>(index)];
    setTabText(index, page.name); // re-lays the tabs out with the new count
    updateGeometry();             // asked for its size while hidden, QTabBar would not tell its layout of the change
    setAccessibleTabName(index, QStringList{page.name, page.count}.join(QLatin1Char(' ')).trimmed());
    setTabToolTip(index, page.key);
}

int TabBar::capWidth(const Page& page) const {
    return QFontMetrics(capFont(true)).horizontalAdvance(page.key) + Metrics::px(8);
}

QSize TabBar::tabSizeHint(int index) const {
    if (index < 0 || index >= static_cast<int>(pages_.size())) {
        return QTabBar::tabSizeHint(index);
    }
    const Page& page = pages_[static_cast<std::size_t>(index)];
    int width = 2 * side() + capWidth(page) + gap() + QFontMetrics(nameFont(true)).horizontalAdvance(page.name);
    // From 130 % counts give way, so that six tabs fit (picture 03 at 150 %).
    if (!page.count.isEmpty() && Metrics::factor() < 1.3) {
        width += gap() + QFontMetrics(countFont()).horizontalAdvance(page.count);
    }
    return {width, Metrics::slimPx(36, 30)};
}

bool TabBar::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        for (int i = 0; i < count(); ++i) {
            setTabText(i, tabText(i) + QLatin1Char(' ')); // QTabBar measures anew only when a text changes
            tell(i);
        }
    }
    return QTabBar::event(event);
}

void TabBar::paintTab(QPainter& painter, int index) const {
    const Roles& r = Roles::current();
    const Page& page = pages_[static_cast<std::size_t>(index)];
    const bool current = index == currentIndex();
    const bool strong = currentTheme() == Theme::HighContrast && current;
    const QRect at = tabRect(index);
    const QColor name = strong ? r.onAccent : current ? r.accent : r.text;
    const QColor quiet = strong ? r.onAccent : current ? r.text : r.text2;
    if (current) {
        painter.fillRect(at, strong ? r.accent : r.sel);
        painter.fillRect(at.left(), at.bottom() - 2, at.width(), 3, r.accent);
    }
    painter.setPen(r.line);
    if (index == 0) {
        painter.drawLine(at.left(), at.top(), at.left(), at.bottom());
    }
    painter.drawLine(at.right(), at.top(), at.right(), at.bottom());

    int x = at.left() + side();
    const QFontMetrics capMetrics(capFont(true));
    const QRect cap(x, at.top() + (at.height() - capMetrics.height() - 3) / 2, capWidth(page), capMetrics.height() + 3);
    painter.setPen(strong ? r.onAccent : r.line);
    painter.setBrush(strong ? QBrush(r.accent) : QBrush(r.base));
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setFont(capFont(current));
    painter.setPen(quiet);
    painter.drawText(cap, Qt::AlignCenter, page.key);
    x += cap.width() + gap();
    painter.setFont(nameFont(current));
    painter.setPen(name);
    painter.drawText(QRect(x, at.top(), at.width(), at.height()), Qt::AlignLeft | Qt::AlignVCenter, page.name);
    if (Metrics::factor() < 1.3) {
        x += QFontMetrics(nameFont(current)).horizontalAdvance(page.name) + gap();
        painter.setFont(countFont());
        painter.setPen(quiet);
        painter.drawText(QRect(x, at.top(), at.width(), at.height()), Qt::AlignLeft | Qt::AlignVCenter, page.count);
    }
    if (current && hasFocus()) {
        painter.setPen(QPen(strong ? r.onAccent : r.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(at.adjusted(2, 2, -3, -4));
    }
}

void TabBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < count(); ++i) {
        paintTab(painter, i);
    }
}

} // namespace kmixr::ui
