#include "ui/details/history_model.h"

namespace kmixr::ui {

void HistoryModel::setHistory(std::shared_ptr<const history::History> history) {
    beginResetModel();
    history_ = std::move(history);
    rebuild();
    endResetModel();
}

void HistoryModel::refresh() {
    beginResetModel();
    rebuild();
    endResetModel();
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    // Heads are read, not walked on: the arrow keys go from row to row.
    return rowKind(index.row()) == RowKind::Head ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QString HistoryModel::groupOf(int /*row*/) const {
    return {};
}

QString HistoryModel::exampleOf(int /*row*/) const {
    return {};
}

LookAhead lookAhead(const HistoryModel& model, int from) {
    LookAhead result;
    if (from < 0)
        return result;
    QList<std::pair<QString, int>> counts;
    for (int row = from; row < model.rowCount(); ++row) {
        if (model.rowKind(row) != RowKind::Item)
            continue;
        const QString group = model.groupOf(row);
        if (counts.isEmpty() || counts.last().first != group)
            counts.append({group, 0});
        ++counts.last().second;
        if (result.example.isEmpty())
            result.example = model.exampleOf(row);
    }
    for (const auto& [group, count] : counts)
        result.groups << (group.isEmpty() ? QString::number(count) : QStringLiteral("%1 %2").arg(group).arg(count));
    return result;
}

} // namespace kmixr::ui
