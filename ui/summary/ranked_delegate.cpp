#include "ui/summary/ranked_delegate.h"

namespace kmixr::ui {

RankedModel::Heights RankedDelegate::heights(int width) const {
    // A group without a title has no head row.
    const bool titled = !model_->entries().empty() && !model_->headTitle(model_->entries().front().group).isEmpty();
    return {titled ? headHeight() : 0, Metrics::px(22),
            [this, width](const RankedModel::Entry& entry) { return itemHeight(entry, width); }};
}

int RankedDelegate::rowHeight(int row) const {
    switch (model_->rowKind(row)) {
    case RowKind::Head:
        return headHeight();
    case RowKind::More:
        return Metrics::px(22);
    case RowKind::Item:
        break;
    }
    return itemHeight(model_->entry(row), width_);
}

QSize RankedDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const {
    return {width_, rowHeight(index.row())};
}

void RankedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (draw::cut(option))
        return;
    const Roles& roles = Roles::current();
    const QRect& row = option.rect;
    const QRect inner = row.adjusted(listPadding(), 0, -listPadding(), 0);
    const RowKind kind = model_->rowKind(index.row());
    if (kind == RowKind::Head) {
        QStyleOptionViewItem next = option;
        next.rect.translate(0, row.height());
        next.rect.setHeight(rowHeight(index.row() + 1));
        if (draw::cut(next)) // no heading without a row below it
            return;
        const int group = model_->group(index.row());
        const QString title = model_->headTitle(group);
        draw::text(*painter, inner, Qt::AlignLeft, faces::captionBold, roles.text2, title);
        const int left = TypeFace::width(faces::captionBold, title) + Metrics::px(8);
        draw::elided(*painter, inner.adjusted(left, 0, 0, 0), Qt::AlignLeft, faces::caption, roles.text2,
                     model_->headNote(group));
        draw::bottomLine(*painter, inner, roles.line);
        return;
    }
    draw::RowLook look = draw::RowLook::of(option, striped() && index.row() % 2 == 1);
    // The lists stand side by side: only the one with the keyboard shows where it is.
    look.selected = look.selected && option.widget != nullptr && option.widget->hasFocus();
    draw::ground(*painter, row, look);
    if (kind == RowKind::More) {
        const QString key = model_->pageKey();
        draw::text(*painter, inner, Qt::AlignRight, faces::small, roles.accent, key);
        const int right = TypeFace::width(faces::small, key) + Metrics::px(8);
        const QString words = model_->moreWords(
            [room = inner.width() - right](const QString& all) { return TypeFace::width(faces::small, all) <= room; });
        draw::text(*painter, inner, Qt::AlignLeft, faces::small, draw::ink2(look), words);
    } else {
        if (!striped() && index.row() + 1 < model_->rowCount())
            draw::bottomLine(*painter, inner, roles.line);
        paintItem(*painter, row, model_->entry(index.row()), look);
    }
    if (look.focused)
        draw::ring(*painter, row, look.selected);
}

} // namespace kmixr::ui
