#include "ui/details/controls.h"

#include "ui/details/draw.h"

#include <QKeyEvent>
#include <QShortcut>

namespace kmixr::ui {
namespace {

void edge(QPainter& painter, const QRect& at, const QColor& line, const QColor& ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

} // namespace

FilterChip::FilterChip(const QString& words, QWidget* parent) : QAbstractButton(parent) {
    setText(words);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    tell();
}

void FilterChip::setCount(int count) {
    if (count == count_)
        return;
    count_ = count;
    tell();
    updateGeometry();
    update();
}

void FilterChip::setKey(const QKeySequence& key) {
    key_ = key.toString(QKeySequence::PortableText);
    setShortcut(key);
    updateGeometry();
}

void FilterChip::setText(const QString& words) {
    const QKeySequence key = shortcut();
    QAbstractButton::setText(words);
    setShortcut(key);
    tell();
    updateGeometry();
}

void FilterChip::tell() {
    setAccessibleName(count_ < 0 ? text() : QStringLiteral("%1 %2").arg(text()).arg(count_));
}

QString FilterChip::beside() const {
    return count_ >= 0 ? QString::number(count_) : key_;
}

Face FilterChip::besideFace() const {
    return count_ >= 0 ? faces::body : faces::caption;
}

QSize FilterChip::sizeHint() const {
    // As wide as its bold form: nothing moves when the filter changes.
    const QString more = beside();
    const int gap = more.isEmpty() ? 0 : Metrics::px(6) + TypeFace::width(besideFace(), more);
    return {TypeFace::width(faces::smallBold, text()) + gap + 2 * Metrics::px(13), Metrics::slimPx(33, 28)};
}

bool FilterChip::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        tell();
        updateGeometry();
    }
    return QAbstractButton::event(event);
}

void FilterChip::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    draw::RowLook look;
    look.selected = isChecked();
    const bool dark = isChecked() && currentTheme() == Theme::HighContrast;
    const QColor ground = isChecked() ? (dark ? roles.accent : roles.sel) : (underMouse() ? roles.alt : roles.base);
    edge(painter, rect(), isChecked() ? roles.accent : roles.border, ground);
    const Face face = isChecked() ? faces::smallBold : faces::small;
    const QString more = beside();
    const int words = TypeFace::width(face, text());
    const int gap = more.isEmpty() ? 0 : Metrics::px(6) + TypeFace::width(besideFace(), more);
    QRect at = rect();
    at.setLeft((width() - words - gap) / 2);
    draw::text(painter, at, Qt::AlignLeft, face, draw::ink(look), text());
    at.setRight((width() + words + gap) / 2);
    draw::text(painter, at, Qt::AlignRight, besideFace(), draw::ink2(look), more);
    if (hasFocus())
        draw::ring(painter, rect(), isChecked());
}

LinkButton::LinkButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

Face LinkButton::face() const {
    return quiet_ ? faces::caption : faces::small;
}

void LinkButton::setQuiet(bool quiet) {
    quiet_ = quiet;
    update();
}

void LinkButton::setFramed(bool framed) {
    framed_ = framed;
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const {
    return {TypeFace::width(face(), text()) + 2 + (framed_ ? 2 * Metrics::px(5) : 0),
            TypeFace::lineHeight(faces::small) + Metrics::px(6)};
}

void LinkButton::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    if (framed_)
        edge(painter, rect().adjusted(0, Metrics::px(2), 0, -Metrics::px(2)), roles.border, roles.base);
    const int inset = framed_ ? Metrics::px(5) : 0;
    draw::text(painter, rect().adjusted(inset, 0, -inset, 0), Qt::AlignRight, face(),
               quiet_ ? roles.text2 : roles.accent, text());
    if (underMouse())
        draw::bottomLine(painter, rect().adjusted(0, 0, 0, -Metrics::px(3)), quiet_ ? roles.text2 : roles.accent);
}

FoldLine::FoldLine(const QKeySequence& key, QWidget* parent)
    : QAbstractButton(parent), key_(key.toString(QKeySequence::PortableText)) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(new QShortcut(key, this), &QShortcut::activated, this, &QAbstractButton::click);
}

QSize FoldLine::sizeHint() const {
    return {Metrics::px(200), Metrics::px(24)};
}

void FoldLine::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    edge(painter, rect(), roles.line, underMouse() ? roles.alt : roles.base);
    const int icon = Metrics::px(14);
    const int pad = Metrics::px(8);
    painter.drawPixmap(pad, (height() - icon) / 2,
                       Marks::icon(isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), icon,
                                   roles.accent));
    const int key = TypeFace::width(faces::caption, key_);
    draw::text(painter, rect().adjusted(0, 0, -pad, 0), Qt::AlignRight, faces::caption, roles.text2, key_);
    draw::elided(painter, rect().adjusted(icon + 2 * pad, 0, -key - 2 * pad, 0), Qt::AlignLeft, faces::smallBold,
                 roles.text, text());
    if (hasFocus())
        draw::ring(painter, rect());
}

LookAheadLine::LookAheadLine(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LookAheadLine::show(const QStringList& what, const QString& example) {
    if (what == what_ && example == example_)
        return;
    what_ = what;
    example_ = example;
    const QString below = tr("Below: %1").arg(what.join(QStringLiteral("  ")));
    setAccessibleName(what.isEmpty() ? tr("Nothing below") : below);
    setText(what.isEmpty() ? QString() : below);
    setEnabled(!what.isEmpty());
    update();
}

int LookAheadLine::widthOfCounts() const {
    if (what_.isEmpty())
        return 0;
    int wide = Metrics::px(14 + 8 + 10) + TypeFace::width(faces::small, tr("Below:"));
    for (const QString& part : what_)
        wide += TypeFace::width(faces::smallBold, part) + Metrics::px(10);
    return wide;
}

QSize LookAheadLine::sizeHint() const {
    return {Metrics::px(200), Metrics::px(22)};
}

void LookAheadLine::paintEvent(QPaintEvent* /*event*/) {
    if (what_.isEmpty())
        return;
    const Roles& roles = Roles::current();
    QPainter painter(this);
    const int icon = Metrics::px(14);
    painter.drawPixmap(0, (height() - icon) / 2, Marks::icon(QStringLiteral("chevron-down"), icon, roles.text2));
    QRect at = rect().adjusted(icon + Metrics::px(8), 0, 0, 0);
    const auto put = [&](Face face, const QColor& colour, const QString& words) {
        draw::text(painter, at, Qt::AlignLeft, face, colour, words);
        at.setLeft(at.left() + TypeFace::width(face, words) + Metrics::px(10));
    };
    put(faces::small, roles.text2, tr("Below:"));
    for (const QString& part : what_) {
        if (at.left() + TypeFace::width(faces::smallBold, part) > width()) {
            put(faces::smallBold, roles.text, QStringLiteral("…"));
            return;
        }
        put(faces::smallBold, roles.text, part);
    }
    if (!example_.isEmpty() && at.left() + TypeFace::width(faces::small, example_) <= width())
        put(faces::small, roles.text2, example_);
}

SearchField::SearchField(const QString& hint, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(hint);
    setAccessibleName(hint);
    setMaxLength(100);
    setInputMethodHints(Qt::ImhNone);
    setClearButtonEnabled(false);
    fit();
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WindowShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

void SearchField::fit() {
    setFixedHeight(Metrics::slimPx(33, 28));
    setTextMargins(Metrics::px(26), 0, Metrics::px(10), 0);
}

void SearchField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    const Roles& roles = Roles::current();
    QPainter painter(this);
    const int icon = Metrics::px(18);
    painter.drawPixmap(Metrics::px(10), (height() - icon) / 2,
                       Marks::icon(QStringLiteral("search"), icon, roles.text2));
    const int hint = TypeFace::width(faces::body, placeholderText()) + Metrics::px(38);
    const bool room = hint + TypeFace::width(faces::small, QStringLiteral("Ctrl+F")) + Metrics::px(14) <= width();
    if (text().isEmpty() && !hasFocus() && room)
        draw::text(painter, rect().adjusted(0, 0, -Metrics::px(10), 0), Qt::AlignRight, faces::small, roles.text2,
                   QStringLiteral("Ctrl+F"));
}

} // namespace kmixr::ui
