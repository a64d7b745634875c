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

} // namespace kmixr::ui
