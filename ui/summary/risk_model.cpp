#include "ui/summary/risk_model.h"

#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {

using history::RiskAnswer;
using history::RiskFactor;

const history::RiskPack* RiskModel::pack() const {
    return history_ && shown_ < history_->riskPacks.size() ? &history_->riskPacks[shown_] : nullptr;
}

int RiskModel::packs() const {
    return history_ ? static_cast<int>(history_->riskPacks.size()) : 0;
}

void RiskModel::showNext() {
    if (packs() < 2)
        return;
    shown_ = (shown_ + 1) % history_->riskPacks.size();
    refresh();
}

void RiskModel::showFirst() {
    shown_ = 0;
}

void RiskModel::rebuild() {
    columns_ = {};
    if (const auto* of = pack()) {
        for (std::uint32_t i = 0; i < of->factors.size(); ++i)
            columns_.at(static_cast<std::size_t>(of->factors[i].answer)).push_back(i);
    }
}

void RiskModel::setMaximumRows(int rows) {
    if (rows == maximum_)
        return;
    maximum_ = rows;
    refresh();
}

int RiskModel::longest() const {
    std::size_t rows = 0;
    for (const auto& column : columns_)
        rows = std::max(rows, column.size());
    return static_cast<int>(rows);
}

QString RiskModel::title() const {
    return pack() != nullptr ? Words::shown(pack()->title) : QString();
}

QString RiskModel::edition() const {
    return pack() != nullptr ? Words::shown(pack()->edition) : QString();
}

QString RiskModel::upTo() const {
    return history_ && history_->newestMonth ? Words::month(*history_->newestMonth) : QString();
}

int RiskModel::count(RiskAnswer answer) const {
    return static_cast<int>(columns_.at(static_cast<std::size_t>(answer)).size());
}

int RiskModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid())
        return 0;
    return maximum_ > 0 ? std::min(maximum_, longest()) : longest();
}

int RiskModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 3;
}

QString RiskModel::more(const QModelIndex& index) const {
    const auto& column = columns_.at(static_cast<std::size_t>(index.column()));
    const int rows = rowCount();
    const bool last = index.row() == rows - 1 && static_cast<int>(column.size()) > rows;
    return last ? tr("%1 more").arg(static_cast<int>(column.size()) - rows + 1) : QString();
}

const RiskFactor* RiskModel::factor(const QModelIndex& index) const {
    const auto& column = columns_.at(static_cast<std::size_t>(index.column()));
    const auto row = static_cast<std::size_t>(index.row());
    return row < column.size() && more(index).isEmpty() ? &pack()->factors.at(column[row]) : nullptr;
}

QVariant RiskModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const RiskFactor* of = factor(index);
    if (of == nullptr)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(more(index)) : QVariant();
    const QString name = Words::shown(of->name);
    const QString basis = Words::shown(of->basis);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole: {
        const QString answer = headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString();
        return basis.isEmpty() ? tr("%1: %2").arg(answer, name) : tr("%1: %2, %3").arg(answer, name, basis);
    }
    case Qt::ToolTipRole:
        return basis.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, basis);
    default:
        return {};
    }
}

QVariant RiskModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    switch (static_cast<RiskAnswer>(section)) {
    case RiskAnswer::Recorded:
        return spoken ? tr("Recorded") : tr("Recorded\nEnter: evidence");
    case RiskAnswer::NotRecorded: {
        if (!history_ || !history_->newestMonth)
            return Words::noReceipts();
        return spoken ? tr("Not recorded up to treatment in %1").arg(upTo()) : tr("Not recorded\nup to %1").arg(upTo());
    }
    case RiskAnswer::CannotKnow:
        return spoken ? tr("Cannot be known from receipts") : tr("Receipts\ncannot tell");
    }
    return {};
}

Qt::ItemFlags RiskModel::flags(const QModelIndex& index) const {
    return index.isValid() && factor(index) != nullptr ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

int RiskModel::recordOf(int row) const {
    return row;
}

RecordName RiskModel::nameOf(const QModelIndex& at) const {
    const RiskFactor* of = factor(at);
    const QString name = of == nullptr ? QString() : Words::shown(of->name);
    return {name, name};
}

RowKind RiskModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

EvidenceAsk RiskModel::ask(const QModelIndex& index) const {
    const RiskFactor* of = index.isValid() ? factor(index) : nullptr;
    if (of == nullptr)
        return {};
    return {tr("%1 — %2").arg(title(), Words::shown(of->name)), of->evidence};
}

} // namespace kmixr::ui
