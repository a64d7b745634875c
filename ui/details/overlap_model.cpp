#include "ui/details/medication_model.h"
#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {

void OverlapModel::rebuild() {
    rows_.clear();
    if (hiddenOf_ != history_) { // what was put away for a patient stays so when newer data come
        hidden_ = stillThere(hidden_, hiddenOf_.get(), history_.get(), &history::History::duplicates);
        hiddenSums_ = stillThere(hiddenSums_, hiddenOf_.get(), history_.get(), &history::History::sums);
        hiddenOf_ = history_;
    }
    if (!history_)
        return;
    for (std::uint32_t i = 0; i < history_->duplicates.size(); ++i) {
        if ((history_->duplicates[i].current || all_) && !hidden_.contains(i))
            rows_.push_back(i);
    }
    const auto behind = static_cast<std::uint32_t>(history_->duplicates.size());
    for (std::uint32_t i = 0; i < history_->sums.size(); ++i) {
        if ((history_->sums[i].current || all_) && !hiddenSums_.contains(i))
            rows_.push_back(behind + i);
    }
}

void OverlapModel::setAll(bool all) {
    if (all == all_)
        return;
    all_ = all;
    refresh();
}

void OverlapModel::hide(int row) {
    if (row < 0 || row >= rowCount())
        return;
    const auto of = rows_[static_cast<std::size_t>(row)];
    if (pair(row) != nullptr)
        hidden_.insert(of);
    else
        hiddenSums_.insert(of - static_cast<std::uint32_t>(history_->duplicates.size()));
    refresh();
    emit hiddenChanged();
}

void OverlapModel::showHidden() {
    hidden_.clear();
    hiddenSums_.clear();
    refresh();
    emit hiddenChanged();
}

const history::Duplicate* OverlapModel::pair(int row) const {
    const auto of = rows_.at(static_cast<std::size_t>(row));
    return of < history_->duplicates.size() ? &history_->duplicates[of] : nullptr;
}

const history::IngredientSum& OverlapModel::sum(int row) const {
    return history_->sums.at(rows_.at(static_cast<std::size_t>(row)) - history_->duplicates.size());
}

int OverlapModel::pairs() const {
    return history_ ? static_cast<int>(std::count_if(rows_.begin(), rows_.end(),
                                                     [this](auto of) { return of < history_->duplicates.size(); }))
                    : 0;
}

QString OverlapModel::badge(int row) const {
    const auto* of = pair(row);
    return of != nullptr ? Words::duplicateBadge(*of) : Words::sumBadge();
}

QString OverlapModel::names(int row) const {
    const auto* of = pair(row);
    return of != nullptr ? pairNames(*history_, *of) : Words::sum(sum(row));
}

int OverlapModel::recordOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)));
}

RecordName OverlapModel::nameOf(const QModelIndex& at) const {
    const auto* of = pair(at.row());
    return of != nullptr ? recordName(*history_, *of) : recordName(*history_, sum(at.row()));
}

RowKind OverlapModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

EvidenceAsk OverlapModel::ask(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const auto* of = pair(index.row());
    return of != nullptr ? pairEvidence(*history_, *of) : sumEvidence(sum(index.row()));
}

int OverlapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int OverlapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

QString OverlapModel::explanation(int row) const {
    if (pair(row) == nullptr)
        return sumExplanation(*history_, sum(row));
    const history::Duplicate& of = *pair(row);
    const auto& drugs = history_->medications;
    const QString where = tr("%1 and %2", "two institutions")
                              .arg(Words::institution(*history_, drugs.at(of.first).prescriber),
                                   Words::institution(*history_, drugs.at(of.second).prescriber));
    const QString overlap = tr("overlap %1 d (%2)").arg(of.days).arg(Words::span(of.from, of.to, history_->today));
    return tr("%1 / %2 / %3").arg(Words::duplicateLevel(of.level), where, overlap);
}

QVariant OverlapModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return QStringLiteral("%1 %2 %3").arg(badge(index.row()), names(index.row()), explanation(index.row()));
}

} // namespace kmixr::ui
