#include "ui/details/draw.h"
#include "ui/details/words.h"
#include "ui/summary/flag_row.h"

#include <QKeyEvent>

namespace kmixr::ui {
namespace {

int glyphSize() {
    return Metrics::px(20);
}

int textLeft() {
    return Metrics::px(11) + glyphSize() + Metrics::px(7);
}

} // namespace

void FlagChip::showFlag(const history::History& history, const history::Flag& flag) {
    words_ = Words::shown(flag.words);
    icon_ = QString::fromStdString(flag.icon);
    if (!Marks::hasIcon(icon_))
        icon_ = QStringLiteral("warning");
    caution_ = flag.caution;
    nameOnly_ = flag.basis == history::FlagBasis::Name;
    when_ = Words::month(flag.lastMonth);
    shortWhen_ = QStringLiteral("%1/%2").arg(int(flag.lastMonth.year())).arg(unsigned(flag.lastMonth.month()));
    const QString where = Words::shortInstitution(history, flag.institution);
    const QString basis = Words::flagBasis(flag.basis);
    const QString detail = Words::shown(flag.detail);
    // A drug is its own evidence kind; anything else is said behind the month.
    const bool drug = flag.basis == history::FlagBasis::Drug && !detail.isEmpty();
    brief_ = QStringLiteral("%1 %2").arg(drug ? detail : basis, when_);
    evidence_ = nameOnly_ ? brief_ : tr("%1 · %2", "evidence, institution").arg(brief_, where);
    if (!drug && !detail.isEmpty() && detail != basis) {
        brief_ = tr("%1 · %2", "evidence, institution").arg(brief_, detail);
        evidence_ = tr("%1 · %2", "evidence, institution").arg(evidence_, detail);
    }
    const QString place = Words::institution(history, flag.institution);
    const QString more =
        detail.isEmpty() || detail == basis ? basis : tr("%1 · %2", "evidence, institution").arg(basis, detail);
    setAccessibleName(tr("%1, last %2, %3, %4").arg(words_, when_, place, more));
    setToolTip(QStringLiteral("%1\n%2 %3\n%4").arg(words_, more, when_, place));
    update();
}

void FlagChip::showMore(int count) {
    more_ = true;
    words_ = tr("%1 more").arg(count);
    setAccessibleName(words_);
    update();
}

void FlagChip::setForm(Form form) {
    form_ = form;
    update();
}

int FlagChip::naturalWidth(Form form) const {
    const int words = TypeFace::width(faces::bodyBold, words_);
    const int right = Metrics::px(6);
    if (more_)
        return words + Metrics::px(24);
    if (form == Form::OneLine)
        return textLeft() + words + Metrics::px(12) + TypeFace::width(faces::caption, shortWhen_) + right;
    const int second = TypeFace::width(faces::caption, form == Form::TwoLines ? evidence_ : brief_);
    return std::max(textLeft() + std::max(words, second) + right, Metrics::px(150));
}

void FlagChip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        emit walked(-1);
        return;
    case Qt::Key_Right:
        emit walked(+1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FlagChip::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    const bool contrast = currentTheme() == Theme::HighContrast;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(contrast ? roles.border : roles.line, 1));
    painter.setBrush(underMouse() ? roles.alt : roles.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
    if (more_) {
        draw::text(painter, rect(), Qt::AlignHCenter, faces::bodyBold, roles.text2, words_);
        if (hasFocus())
            draw::ring(painter, rect());
        return;
    }
    const QColor colour = caution_ ? roles.caution : roles.critical;
    if (nameOnly_) { // two thin bars: a name says so, no act
        painter.fillRect(QRect(0, 0, 2, height()), colour);
        painter.fillRect(QRect(4, 0, 2, height()), colour);
    } else {
        painter.fillRect(QRect(0, 0, 5, height()), colour);
    }
    const int icon = glyphSize();
    painter.drawPixmap(Metrics::px(11), (height() - icon) / 2, Marks::icon(icon_, icon, colour));
    const QRect inner = rect().adjusted(textLeft(), 0, -Metrics::px(4), 0);
    if (form_ == Form::OneLine) {
        draw::text(painter, inner, Qt::AlignLeft, faces::bodyBold, colour, words_);
        const int left = TypeFace::width(faces::bodyBold, words_) + Metrics::px(8);
        draw::elided(painter, inner.adjusted(left, 0, 0, 0), Qt::AlignRight, faces::caption, roles.text2, shortWhen_);
    } else {
        const int middle = height() / 2 + Metrics::px(1);
        draw::text(painter, QRect(inner.left(), Metrics::px(2), inner.width(), middle - Metrics::px(2)), Qt::AlignLeft,
                   faces::bodyBold, colour, words_);
        draw::elided(painter, QRect(inner.left(), middle, inner.width(), height() - middle - Metrics::px(2)),
                     Qt::AlignLeft, faces::caption, roles.text2, form_ == Form::TwoLines ? evidence_ : brief_);
    }
    if (hasFocus())
        draw::ring(painter, rect());
}

} // namespace kmixr::ui
