#include "ui/summary/ranked_model.h"

#include <QStringList>

#include <algorithm>

namespace kmixr::ui {
namespace {

int heightOf(const std::vector<RankedModel::Entry>& entries, const std::vector<bool>& shown,
             const RankedModel::Heights& heights) {
    int height = 0;
    int group = -1;
    bool left = false;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!shown[i]) {
            left = true;
            continue;
        }
        if (entries[i].group != group) {
            group = entries[i].group;
            height += heights.head;
        }
        height += heights.item(entries[i]);
    }
    return left ? height + heights.more : height;
}

} // namespace

void RankedModel::rebuild() {
    entries_ = history_ ? rank() : std::vector<Entry>{};
    shown_.assign(entries_.size(), true);
    lay(shown_);
}

void RankedModel::lay(const std::vector<bool>& shown) {
    rows_.clear();
    left_ = 0;
    int group = -1;
    QStringList names;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (!shown[i]) {
            ++left_;
            if (const QString words = shortName(entries_[i]); !names.contains(words))
                names << words;
            continue;
        }
        if (entries_[i].group != group) {
            group = entries_[i].group;
            if (!headTitle(group).isEmpty())
                rows_.push_back({RowKind::Head, group});
        }
        rows_.push_back({RowKind::Item, static_cast<int>(i)});
    }
    more_ = left_ == 0 ? QString() : tr("%1 more (%2)").arg(left_).arg(names.join(tr(", ", "between names")));
    if (left_ > 0)
        rows_.push_back({RowKind::More, 0});
}

void RankedModel::fit(int height, const Heights& heights) {
    std::vector<bool> shown(entries_.size(), true);
    for (auto i = entries_.size(); i > 0 && heightOf(entries_, shown, heights) > height; --i)
        shown[i - 1] = entries_[i - 1].pinned;
    if (shown == shown_)
        return;
    beginResetModel();
    shown_ = shown;
    lay(shown_);
    endResetModel();
}

int RankedModel::naturalHeight(const Heights& heights) const {
    return heightOf(entries_, std::vector<bool>(entries_.size(), true), heights);
}

RowKind RankedModel::rowKind(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).kind;
}

int RankedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RankedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

const RankedModel::Entry& RankedModel::entry(int row) const {
    return entries_.at(static_cast<std::size_t>(rows_.at(static_cast<std::size_t>(row)).of));
}

int RankedModel::group(int row) const {
    const Row& at = rows_.at(static_cast<std::size_t>(row));
    return at.kind == RowKind::Head ? at.of : entries_.at(static_cast<std::size_t>(at.of)).group;
}

QVariant RankedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const bool spoken = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (row.kind == RowKind::More)
        return spoken ? QVariant(more_ + QLatin1Char(' ') + pageKey()) : QVariant();
    if (row.kind == RowKind::Head)
        return spoken ? QVariant((headTitle(row.of) + QLatin1Char(' ') + headNote(row.of)).trimmed()) : QVariant();
    const Entry& item = entries_[static_cast<std::size_t>(row.of)];
    switch (role) {
    case Qt::DisplayRole:
        return name(item);
    case Qt::AccessibleTextRole:
        return sentence(item);
    case Qt::ToolTipRole:
        return tip(item);
    default:
        return {};
    }
}

} // namespace kmixr::ui
