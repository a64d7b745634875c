#include "ui/details/panel.h"

#include "ui/details/draw.h"

#include <QEvent>

namespace kmixr::ui {

LegendPart circlePart(CircleState state, const QString& words) {
    return {.words = words, .mark = [state](QPainter& painter, const QRect& at) {
                const int side = Metrics::px(9);
                QRect square(0, 0, side, side);
                square.moveCenter(at.center());
                Marks::paintCircle(painter, square, state, Roles::current().text);
            }};
}

Legend::Legend(QWidget* parent) : QWidget(parent) {}

void Legend::setParts(std::vector<LegendPart> parts) {
    parts_ = std::move(parts);
    QStringList said;
    for (const LegendPart& part : parts_)
        said << part.words;
    setAccessibleName(said.join(QStringLiteral(" ")));
    setToolTip(said.join(QStringLiteral("  "))); // also what finds no room
    updateGeometry();
    update();
}

int Legend::partWidth(const LegendPart& part) const {
    const Face face = part.strong ? faces::captionBold : faces::caption;
    if (part.badge)
        return Marks::badgeSize(part.words, TypeFace::font(face), *part.badge).width();
    return TypeFace::width(face, part.words) + (part.mark ? Metrics::px(15) : 0);
}

QSize Legend::sizeHint() const {
    int width = 0;
    for (const LegendPart& part : parts_)
        width += partWidth(part) + Metrics::px(8);
    return {width, TypeFace::lineHeight(faces::caption) + Metrics::px(8)};
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Roles& roles = Roles::current();
    int x = 0;
    for (const LegendPart& part : parts_) {
        int wide = partWidth(part);
        if (x + wide > width()) {
            const bool shortened = !part.mark && !part.badge && width() - x >= Metrics::px(80);
            if (x > 0 && !shortened)
                return;
            wide = width() - x;
        }
        if (part.badge) {
            draw::badges(painter, rect(), x, {part.words}, *part.badge, faces::caption);
        } else {
            QRect at(x, 0, wide, height());
            if (part.mark) {
                part.mark(painter, QRect(x, 0, Metrics::px(12), height()));
                at.setLeft(x + Metrics::px(15));
            }
            draw::elided(painter, at, Qt::AlignLeft, part.strong ? faces::captionBold : faces::caption,
                         part.strong ? roles.text : roles.text2, part.words);
        }
        x += wide + Metrics::px(7);
    }
}

Panel::Panel(QWidget* parent, Edge edge)
    : QWidget(parent), edge_(edge), link_(new LinkButton(this)), foot_(new Legend(this)),
      footLink_(new LinkButton(this)) {
    link_->hide();
    foot_->hide();
    footLink_->hide();
    footLink_->setQuiet(true);
    connect(link_, &QAbstractButton::clicked, this, &Panel::linkFollowed);
    connect(footLink_, &QAbstractButton::clicked, this, &Panel::footFollowed);
}

void Panel::setTitle(const QString& title, const QString& note) {
    if (title == title_ && note == note_)
        return;
    title_ = title;
    note_ = note;
    setAccessibleName(title);
    setAccessibleDescription(note);
    place();
    update();
}

LinkButton* Panel::makeNoteLink() {
    if (noteLink_ == nullptr)
        noteLink_ = new LinkButton(this);
    place();
    return noteLink_;
}

void Panel::setBadge(const QString& words, BadgeKind kind, bool before) {
    badge_ = words;
    badgeKind_ = kind;
    badgeBefore_ = before;
    place();
    update();
}

void Panel::setLink(const QString& words, const QString& spoken) {
    link_->setText(words);
    link_->setVisible(!words.isEmpty());
    place();
    link_->setAccessibleName(spoken);
    link_->setToolTip(spoken);
}

void Panel::setContent(QWidget* content, bool inset) {
    content_ = content;
    inset_ = inset;
    content_->setParent(this);
    place();
}

void Panel::setFoot(std::vector<LegendPart> parts, const QString& link) {
    foot_->setVisible(!parts.empty());
    foot_->setParts(std::move(parts));
    footLink_->setText(link);
    footLink_->setVisible(!link.isEmpty());
    place();
    update();
}

void Panel::setEmptyWords(const QString& words) {
    empty_ = words;
    if (content_ != nullptr)
        content_->setVisible(words.isEmpty());
    setAccessibleDescription(words.isEmpty() ? note_ : words);
    update();
}

int Panel::headHeight() const {
    return title_.isEmpty() && content_ != nullptr ? 0 : Metrics::px(28);
}

int Panel::footHeight() const {
    return foot_->isHidden() && footLink_->isHidden() ? 0 : Metrics::px(24);
}

int Panel::padding() const {
    return Metrics::px(8);
}

QRect Panel::contentRect() const {
    const int side = inset_ ? padding() : 1;
    return rect().adjusted(side, headHeight() + 1, -side, -footHeight() - 2);
}

/// From behind title and badge to the link at the right.
QRect Panel::noteRect() const {
    const int badge = badge_.isEmpty() ? 0 : draw::badgesWidth({badge_}, badgeKind_, faces::caption);
    const int gap = badge == 0 ? 0 : Metrics::px(badgeBefore_ ? 4 : 6);
    const int left = padding() + badge + gap + TypeFace::width(faces::bodyBold, title_) + Metrics::px(10);
    const int right = link_->isHidden() ? width() - padding() : link_->geometry().left() - padding();
    return {left, 1, right - left, headHeight() - 1};
}

void Panel::place() {
    const int pad = padding();
    const QSize link = link_->sizeHint();
    link_->setGeometry(width() - pad - link.width(), (headHeight() - link.height()) / 2 + 1, link.width(),
                       link.height());
    if (noteLink_ != nullptr) {
        const QRect room = noteRect();
        noteLink_->setText(note_);
        noteLink_->setVisible(!note_.isEmpty());
        if (noteLink_->sizeHint().width() > room.width())
            noteLink_->setText(TypeFace::metrics(faces::small).elidedText(note_, Qt::ElideRight, room.width() - 2));
        noteLink_->setAccessibleName(note_);
        const QSize size = noteLink_->sizeHint();
        noteLink_->setGeometry(room.left(), (headHeight() - size.height()) / 2 + 1,
                               std::min(size.width(), room.width()), size.height());
    }
    const int foot = footHeight();
    const QSize way = footLink_->isHidden() ? QSize() : footLink_->sizeHint();
    footLink_->setGeometry(width() - pad - way.width(), height() - foot + (foot - way.height()) / 2, way.width(),
                           way.height());
    foot_->setGeometry(pad, height() - foot, width() - (way.isEmpty() ? 2 : 3) * pad - std::max(0, way.width()), foot);
    if (content_ != nullptr)
        content_->setGeometry(contentRect());
}

void Panel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void Panel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

void Panel::paintEmpty(QPainter& painter) const {
    const QRect room = contentRect().adjusted(padding(), Metrics::px(5), -padding(), 0);
    const int lines = TypeFace::lines(faces::small, empty_, room.width());
    const int high = lines * TypeFace::lineHeight(faces::small);
    draw::wrapped(painter, QRect(room.left(), room.top(), room.width(), high), faces::small, Roles::current().text2,
                  empty_);
}

void Panel::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool contrast = currentTheme() == Theme::HighContrast;
    QPen line(contrast ? roles.border : roles.line, 1);
    if (edge_ == Edge::Dashed) {
        line.setColor(roles.suspected);
        line.setDashPattern({3, 2});
    }
    painter.setPen(line);
    painter.setBrush(roles.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();

    const int pad = padding();
    if (headHeight() > 0) {
        const QRect head(pad, 1, width() - 2 * pad, headHeight() - 1);
        int x = head.left();
        if (!badge_.isEmpty() && badgeBefore_)
            x = draw::badges(painter, head, x, {badge_}, badgeKind_, faces::caption) + Metrics::px(4);
        draw::text(painter, head.adjusted(x - head.left(), 0, 0, 0), Qt::AlignLeft, faces::bodyBold, roles.text,
                   title_);
        x += TypeFace::width(faces::bodyBold, title_) + Metrics::px(10);
        if (!badge_.isEmpty() && !badgeBefore_)
            x = draw::badges(painter, head, x, {badge_}, badgeKind_, faces::caption) + Metrics::px(6);
        const int right = link_->isHidden() ? head.right() : link_->geometry().left() - pad;
        if (noteLink_ == nullptr)
            draw::elided(painter, QRect(x, head.top(), right - x, head.height()), Qt::AlignLeft, noteFace_, roles.text2,
                         note_);
        if (headHeight() < height())
            draw::bottomLine(painter, QRect(1, 0, width() - 2, headHeight()), contrast ? roles.border : roles.line);
    }
    if (footHeight() > 0)
        painter.fillRect(QRect(1, height() - footHeight() - 1, width() - 2, 1), contrast ? roles.border : roles.line);
    if (!empty_.isEmpty())
        paintEmpty(painter);
}

} // namespace kmixr::ui
