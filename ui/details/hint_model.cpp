#include "ui/details/hint_model.h"

#include "ui/details/words.h"

namespace kmixr::ui {

void HintModel::rebuild() {
    rows_.clear();
    if (hiddenOf_ != history_) { // what was put away for a patient stays so when newer data come
        hidden_ = stillThere(hidden_, hiddenOf_.get(), history_.get(), &history::History::hints);
        hiddenOf_ = history_;
    }
    if (!history_)
        return;
    for (std::uint32_t i = 0; i < history_->hints.size(); ++i) {
        if (!hidden_.contains(i))
            rows_.push_back(i);
    }
}

void HintModel::hide(int row) {
    if (row < 0 || row >= rowCount())
        return;
    hidden_.insert(rows_[static_cast<std::size_t>(row)]);
    refresh();
    emit hiddenChanged();
}

void HintModel::showHidden() {
    hidden_.clear();
    refresh();
    emit hiddenChanged();
}

const history::ContraindicationHint& HintModel::hint(int row) const {
    return history_->hints.at(rows_.at(static_cast<std::size_t>(row)));
}

QString HintModel::level(int row) const {
    return hint(row).level == history::HintLevel::Contraindicated ? tr("Contraindicated") : tr("Caution");
}

QString HintModel::names(int row) const {
    const auto& of = hint(row);
    return tr("%1 and %2", "a drug and a disease")
        .arg(Words::shown(history_->medications.at(of.drug).name),
             Words::shown(history_->problems.at(of.problem).name));
}

QString HintModel::explanation(int row) const {
    const auto& of = hint(row);
    const auto& problem = history_->problems.at(of.problem);
    QString words = tr("The insert's contraindications say “%1”. Disease name “%2” (%3)")
                        .arg(Words::shown(of.insertText), Words::shown(problem.name), Words::month(problem.lastMonth));
    if (!of.limit.empty())
        words = tr("%1. %2", "sentence after sentence").arg(words, Words::shown(of.limit));
    const QString revision = of.revision.empty() ? tr("date of revision not confirmed") : Words::shown(of.revision);
    return tr("%1. %2", "sentence after sentence")
        .arg(words, tr("Source: %1, %2").arg(Words::shown(of.insert), revision));
}

int HintModel::recordOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)));
}

RecordName HintModel::nameOf(const QModelIndex& at) const {
    return recordName(*history_, history_->hints.at(rows_.at(static_cast<std::size_t>(at.row()))));
}

RowKind HintModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

EvidenceAsk HintModel::ask(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    return {QStringLiteral("%1 — %2").arg(level(index.row()), names(index.row())), hint(index.row()).evidence};
}

int HintModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int HintModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1;
}

QVariant HintModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return QStringLiteral("%1 %2 %3").arg(level(index.row()), names(index.row()), explanation(index.row()));
}

} // namespace kmixr::ui
