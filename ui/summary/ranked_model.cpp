#include "ui/summary/ranked_model.h"

#include <QStringList>

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr qsizetype mostNames = 20; ///< of what is left out; the row has room for fewer

/// Height of entries put under each other, with the heads of their groups.
class Pile {
public:
    explicit Pile(const RankedModel::Heights& heights) : heights_(&heights) {}
    void add(const RankedModel::Entry& entry) {
        if (entry.group != group_)
            height_ += heights_->head;
        group_ = entry.group;
        height_ += heights_->item(entry);
    }
    [[nodiscard]] int height() const { return height_; }

private:
    const RankedModel::Heights* heights_;
    int group_ = -1;
    int height_ = 0;
};

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
            if (names.size() <= mostNames) {
                if (const QString words = shortName(entries_[i]); !names.contains(words))
                    names << words;
            }
            continue;
        }
        if (entries_[i].group != group) {
            group = entries_[i].group;
            if (!headTitle(group).isEmpty())
                rows_.push_back({RowKind::Head, group});
        }
        rows_.push_back({RowKind::Item, static_cast<int>(i)});
    }
    leftNames_ = names;
    if (left_ > 0)
        rows_.push_back({RowKind::More, 0});
}

QString RankedModel::moreWords(const std::function<bool(const QString&)>& fits) const {
    for (qsizetype count = std::min(leftNames_.size(), mostNames); count > 0; --count) {
        QString names = leftNames_.first(count).join(tr(", ", "between names"));
        if (count < leftNames_.size())
            names = tr("%1 …", "first names of a list that goes on").arg(names);
        if (QString words = tr("%1 more (%2)").arg(left_).arg(names); fits(words))
            return words;
    }
    return tr("%1 more").arg(left_);
}

void RankedModel::fit(int height, const Heights& heights) {
    std::vector<std::size_t> pinned;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].pinned)
            pinned.push_back(i);
    }
    // As many of the first entries as fit together with the pinned ones behind them.
    std::size_t first = 0;
    Pile front(heights);
    for (std::size_t count = 0;; ++count) {
        Pile all = front;
        const auto behind = std::lower_bound(pinned.begin(), pinned.end(), count);
        for (auto at = behind; at != pinned.end(); ++at)
            all.add(entries_[*at]);
        const bool left = entries_.size() - count > static_cast<std::size_t>(pinned.end() - behind);
        if (all.height() + (left ? heights.more : 0) <= height)
            first = count;
        if (count == entries_.size() || front.height() > height)
            break;
        front.add(entries_[count]);
    }
    std::vector<bool> shown(entries_.size(), false);
    std::fill_n(shown.begin(), first, true);
    for (const auto at : pinned)
        shown[at] = true;
    if (shown == shown_)
        return;
    beginResetModel();
    shown_ = shown;
    lay(shown_);
    endResetModel();
}

int RankedModel::naturalHeight(const Heights& heights, int most) const {
    Pile pile(heights);
    for (const Entry& entry : entries_) {
        pile.add(entry);
        if (pile.height() > most)
            break;
    }
    return pile.height();
}

RowKind RankedModel::rowKind(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).kind;
}

int RankedModel::recordOf(int row) const {
    return rowKind(row) == RowKind::Item ? rows_[static_cast<std::size_t>(row)].of : -1;
}

/// The list joins what has one name.
RecordName RankedModel::nameOf(const QModelIndex& at) const {
    if (rowKind(at.row()) != RowKind::Item)
        return {};
    const QString words = name(entry(at.row()));
    return {words, words};
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
    if (row.kind == RowKind::More) {
        const QString all = moreWords([](const QString&) { return true; });
        return spoken ? QVariant(all + QLatin1Char(' ') + pageKey()) : role == Qt::ToolTipRole ? all : QVariant();
    }
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
