#include "ui/summary/problem_delegate.h"

namespace kmixr::ui {

struct ProblemDelegate::Parts {
    QString name, treatment, institution;
    QStringList badges;
    int badgesWidth = 0;
    int nameLines = 1;
    bool badgesBelow = false; ///< badges on a line of their own
    bool institutionBelow = false;
};

namespace {

/// As many whole words as a badge of this width holds, then …: all of them are said, and stand in the tooltip.
QString fitting(const QString& treatment, int width) {
    QStringList words = treatment.split(QChar{0x30FB});
    const auto fits = [width](const QString& all) {
        return draw::badgesWidth({all}, BadgeKind::Treatment, faces::caption) <= width;
    };
    QString all = treatment;
    while (!fits(all) && words.size() > 1) {
        words.removeLast();
        all = words.join(QChar{0x30FB}) + QChar{0x2026};
    }
    return all;
}

} // namespace

ProblemDelegate::Parts ProblemDelegate::parts(const RankedModel::Entry& entry, int width) const {
    Parts of{model_->problemName(entry), model_->treatment(entry), model_->institution(entry), model_->badges(entry)};
    const int inner = width - 2 * listPadding();
    const int gap = Metrics::px(4);
    const int name = TypeFace::width(faces::body, of.name);
    const int institution = TypeFace::width(faces::caption, of.institution) + Metrics::px(1);
    of.badgesWidth = draw::badgesWidth(of.badges, BadgeKind::Neutral, faces::caption);
    if (!of.treatment.isEmpty())
        of.treatment = fitting(of.treatment, inner - of.badgesWidth);
    if (!of.treatment.isEmpty())
        of.badgesWidth += draw::badgesWidth({of.treatment}, BadgeKind::Treatment, faces::caption);
    if (name + (of.badgesWidth > 0 ? gap + of.badgesWidth : 0) + institution <= inner)
        return of;
    of.badgesBelow = of.badgesWidth > 0;
    of.institutionBelow = name + institution > inner;
    of.nameLines = TypeFace::lines(faces::body, of.name, inner);
    return of;
}

int ProblemDelegate::itemHeight(const RankedModel::Entry& entry, int width) const {
    const Parts of = parts(entry, width);
    int height = Metrics::px(22);
    if (of.nameLines > 1)
        height += (of.nameLines - 1) * TypeFace::lineHeight(faces::body);
    if (of.badgesBelow || of.institutionBelow)
        height += Metrics::px(18);
    return height;
}

void ProblemDelegate::paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                                const draw::RowLook& look) const {
    const Parts of = parts(entry, row.width());
    const QRect inner = row.adjusted(listPadding(), 0, -listPadding(), -1);
    const bool twoLines = of.badgesBelow || of.institutionBelow;
    const int below = twoLines ? Metrics::px(19) : 0;
    const QRect first(inner.left(), inner.top(), inner.width(), inner.height() - below);
    const QRect second(inner.left(), first.bottom() + 1 - Metrics::px(2), inner.width(), below);
    draw::wrapped(painter, first, faces::body, draw::ink(look), of.name);
    int left = of.badgesBelow ? second.left() : first.left() + TypeFace::width(faces::body, of.name) + Metrics::px(4);
    const QRect& badgeRow = of.badgesBelow ? second : first;
    if (!of.treatment.isEmpty())
        left = draw::badges(painter, badgeRow, left, {of.treatment}, BadgeKind::Treatment, faces::caption);
    left = draw::badges(painter, badgeRow, left, of.badges, BadgeKind::Neutral, faces::caption);
    const QRect& place = of.institutionBelow ? second : first;
    const int from = of.badgesBelow == of.institutionBelow && of.badgesWidth > 0 ? left : place.left();
    draw::elided(painter, QRect(from, place.top(), place.right() - from + 1, place.height()), Qt::AlignRight,
                 faces::caption, draw::ink2(look), of.institution);
}

} // namespace kmixr::ui
