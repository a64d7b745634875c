#include "ui/summary/brief_delegate.h"

namespace kmixr::ui {

void BriefDelegate::measure() {
    kindWidth_ = dateWidth_ = countWidth_ = 0;
    for (const RankedModel::Entry& entry : model_->entries()) {
        const Brief brief = model_->brief(entry);
        if (brief.isNote)
            continue;
        kindWidth_ = std::max(kindWidth_, TypeFace::width(faces::caption, brief.kind));
        dateWidth_ = std::max(dateWidth_, TypeFace::width(faces::small, brief.date));
        countWidth_ = std::max(countWidth_, TypeFace::width(faces::small, brief.count));
    }
}

BriefDelegate::Places BriefDelegate::places(const Brief& brief, int width) const {
    const int gap = Metrics::px(4);
    Places at;
    if (brief.isNote) {
        at.nameLeft = listPadding() + draw::badgesWidth({brief.kind}, BadgeKind::Neutral, faces::caption);
        at.nameRight = width - listPadding();
        at.lines = TypeFace::lines(faces::caption, brief.name, at.nameRight - at.nameLeft);
        return at;
    }
    at.nameLeft = listPadding() + (kindWidth_ > 0 ? kindWidth_ + gap : 0);
    at.countRight = width - listPadding();
    at.dateRight = at.countRight - (countWidth_ > 0 ? countWidth_ + gap : 0);
    at.institutionRight = at.dateRight - dateWidth_ - gap;
    const int institution = TypeFace::width(faces::caption, brief.institution) + gap;
    const int name = TypeFace::width(faces::body, brief.name);
    at.institution =
        !tight_ || at.nameLeft + name + institution <= at.institutionRight || at.nameLeft + name > at.institutionRight;
    if (!at.institution) {
        at.nameRight = at.institutionRight;
        return at;
    }
    at.institutionBelow = at.nameLeft + name + institution > at.institutionRight;
    if (at.institutionBelow) { // below date and count, which have to be as wide
        at.nameRight = std::min(at.institutionRight, at.countRight - institution);
        at.lines = std::max(2, TypeFace::lines(faces::body, brief.name, at.nameRight - at.nameLeft));
    } else {
        at.nameRight = at.institutionRight - institution;
    }
    return at;
}

int BriefDelegate::itemHeight(const RankedModel::Entry& entry, int width) const {
    const int lines = places(model_->brief(entry), width).lines;
    return lines == 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(6);
}

void BriefDelegate::paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                              const draw::RowLook& look) const {
    const Brief brief = model_->brief(entry);
    const Places at = places(brief, row.width());
    const auto span = [&row](int left, int right) {
        return QRect(row.left() + left, row.top(), right - left, row.height() - 1);
    };
    if (brief.isNote) {
        draw::badges(painter, row, row.left() + listPadding(), {brief.kind}, BadgeKind::Neutral, faces::caption);
        draw::wrapped(painter, span(at.nameLeft, at.nameRight), faces::caption, draw::ink2(look), brief.name);
        return;
    }
    draw::text(painter, span(listPadding(), at.nameLeft), Qt::AlignLeft, faces::caption, draw::ink2(look), brief.kind);
    draw::wrapped(painter, span(at.nameLeft, at.nameRight), faces::body, draw::ink(look), brief.name);
    QRect first = span(at.nameLeft, at.countRight);
    QRect second = first;
    if (at.institutionBelow) {
        first.setHeight(first.height() / 2);
        second.setTop(first.bottom() + 1);
        draw::text(painter, second, Qt::AlignRight, faces::caption, draw::ink2(look), brief.institution);
    } else if (at.institution) {
        draw::text(painter, span(at.nameLeft, at.institutionRight), Qt::AlignRight, faces::caption, draw::ink2(look),
                   brief.institution);
    }
    draw::text(painter, first.adjusted(0, 0, at.dateRight - at.countRight, 0), Qt::AlignRight, faces::small,
               draw::ink(look), brief.date);
    draw::text(painter, first, Qt::AlignRight, faces::small, draw::ink2(look), brief.count);
}

} // namespace kmixr::ui
