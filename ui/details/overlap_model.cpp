#include "ui/details/medication_model.h"
#include "ui/details/words.h"

namespace kmixr::ui {

void OverlapModel::rebuild() {
    rows_.clear();
    if (hiddenOf_ != history_) { // what was put away for a patient stays so when newer data come
        hidden_ = stillThere(hidden_, hiddenOf_.get(), history_.get(), &history::History::duplicates);
        hiddenOf_ = history_;
    }
    if (!history_)
        return;
    for (std::uint32_t i = 0; i < history_->duplicates.size(); ++i) {
        if ((history_->duplicates[i].current || all_) && !hidden_.contains(i))
            rows_.push_back(i);
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
    hidden_.insert(rows_[static_cast<std::size_t>(row)]);
    refresh();
    emit hiddenChanged();
}

void OverlapModel::showHidden() {
    hidden_.clear();
    refresh();
    emit hiddenChanged();
}

const history::Duplicate& OverlapModel::pair(int row) const {
    return history_->duplicates.at(rows_.at(static_cast<std::size_t>(row)));
}

int OverlapModel::recordOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)));
}

RecordName OverlapModel::nameOf(const QModelIndex& at) const {
    return recordName(*history_, history_->duplicates.at(rows_.at(static_cast<std::size_t>(at.row()))));
}

RowKind OverlapModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

EvidenceAsk OverlapModel::ask(const QModelIndex& index) const {
    return index.isValid() ? pairEvidence(*history_, pair(index.row())) : EvidenceAsk{};
}

int OverlapModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int OverlapModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

QString OverlapModel::explanation(int row) const {
    const history::Duplicate& of = pair(row);
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
    const history::Duplicate& of = pair(index.row());
    return QStringLiteral("%1 %2 %3")
        .arg(Words::duplicateBadge(of), pairNames(*history_, of), explanation(index.row()));
}

} // namespace kmixr::ui
