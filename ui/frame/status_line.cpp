#include "ui/frame/status_line.h"

#include "ui/controls/accessible_role.h"
#include "ui/theme/metrics.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme_event.h"

#include <QDate>
#include <QLocale>
#include <QPainter>

namespace kmixr::ui {

namespace {
constexpr int soonSeconds = 30; ///< from here on the time to lock stands out
constexpr int lookEveryMs = 5000;
} // namespace

StatusLine::StatusLine(const Clock& clock, QWidget* parent) : QWidget(parent), clock_(clock) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StatusBar);
    startTimer(lookEveryMs, Qt::CoarseTimer);
}

void StatusLine::setDoctor(const QString& role, const QString& name, const QString& card) {
    role_ = role;
    name_ = name;
    card_ = card;
    tell();
}

void StatusLine::setNotes(const QStringList& notes) {
    notes_ = notes;
    tell();
}

void StatusLine::setKeys(const QStringList& keys) {
    keys_ = keys;
    tell();
}

void StatusLine::setSecondsLeft(int seconds) {
    // Not told to screen readers: a name that changes each second would drown everything else.
    secondsLeft_ = seconds;
    update();
}

void StatusLine::tell() {
    QStringList said{QStringList{role_, name_, card_}.join(QLatin1Char(' ')).simplified()};
    said << notes_ << keys_;
    said.removeAll(QString());
    setAccessibleName(said.join(QStringLiteral(" / ")));
    update();
}

QString StatusLine::dateAndTime() const {
    const Instant now = clock_.now();
    const Day day = dayInJapan(now);
    const QDate date(int(day.year()), int(unsigned(day.month())), int(unsigned(day.day())));
    return tr("%1 (%2) %3", "date, weekday, time")
        .arg(QString::fromStdString(japaneseDay(day)), QLocale().dayName(date.dayOfWeek(), QLocale::ShortFormat),
             QString::fromStdString(clockTimeInJapan(now)));
}

QSize StatusLine::sizeHint() const {
    return {Metrics::px(600), Metrics::slimPx(25, 19)};
}

bool StatusLine::event(QEvent* event) {
    if (event->type() == themeChangedEvent()) {
        updateGeometry();
    }
    return QWidget::event(event);
}

void StatusLine::timerEvent(QTimerEvent*) {
    if (const QString time = dateAndTime(); time != lastTime_) {
        lastTime_ = time;
        update();
    }
}

void StatusLine::paintEvent(QPaintEvent*) {
    const Roles& r = Roles::current();
    QPainter painter(this);
    painter.fillRect(rect(), r.window);
    painter.fillRect(0, 0, width(), 1, currentTheme() == Theme::HighContrast ? r.border : r.line);
    const QFont plain = Metrics::font(TextStep::Caption);
    const QFont bold = Metrics::font(TextStep::Caption, true);
    const QRect inner = rect().adjusted(12, 1, -12, 0);
    int x = inner.left();
    const auto put = [&](const QString& words, const QFont& font, const QColor& colour, int gap) {
        if (words.isEmpty()) {
            return;
        }
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(x, inner.top(), inner.width(), inner.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += QFontMetrics(font).horizontalAdvance(words) + gap;
    };
    put(role_, plain, r.text2, Metrics::px(4));
    put(name_, bold, r.text, card_.isEmpty() ? Metrics::px(18) : 0);
    put(card_.isEmpty() ? QString() : tr("(%1)", "kind of card").arg(card_), plain, r.text2, Metrics::px(18));
    for (const QString& note : notes_) {
        put(note, plain, r.text2, Metrics::px(18));
    }
    if (secondsLeft_ >= 0) {
        const QString left =
            QStringLiteral("%1:%2").arg(secondsLeft_ / 60).arg(secondsLeft_ % 60, 2, 10, QLatin1Char('0'));
        const bool soon = secondsLeft_ <= soonSeconds;
        put(tr("locks in %1 without a touch").arg(left), soon ? bold : plain, soon ? r.caution : r.text2,
            Metrics::px(18));
    }
    // From the right end; what finds no room beside the left part is left out, the date last.
    int right = inner.right() + 1;
    QStringList rightWords{dateAndTime()};
    for (auto key = keys_.crbegin(); key != keys_.crend(); ++key) {
        rightWords << *key;
    }
    painter.setFont(plain);
    painter.setPen(r.text2);
    for (const QString& words : rightWords) {
        const int wide = QFontMetrics(plain).horizontalAdvance(words);
        if (right - wide < x) {
            break;
        }
        painter.drawText(QRect(right - wide, inner.top(), wide + 1, inner.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         words);
        right -= wide + Metrics::px(18);
    }
}

} // namespace kmixr::ui
