#include "ui/details/place.h"

#include <QHash>

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr int neighbours = 8; ///< to either side

bool isItem(const HistoryModel& model, int row) {
    return row >= 0 && row < model.rowCount() && model.rowKind(row) == RowKind::Item;
}

} // namespace

Place::Place(const HistoryModel& model, const QModelIndex& at) {
    if (!at.isValid())
        return;
    history_ = model.history();
    row_ = at.row();
    record_ = model.recordOf(row_);
    column_ = model.columnName(at.column());
    if (!model.isRenewed())
        return;
    names_.push_back(model.nameOf(at));
    for (int far = 1; far <= neighbours; ++far) {
        for (const int row : {row_ + far, row_ - far}) {
            if (isItem(model, row))
                names_.push_back(model.nameOf(at.siblingAtRow(row)));
        }
    }
}

bool Place::isOfAnother(const HistoryModel& model) const {
    return history_ != model.history();
}

int Place::rowIn(const HistoryModel& model) const {
    if (!isOfAnother(model)) {
        for (int row = 0; record_ >= 0 && row < model.rowCount(); ++row) {
            if (model.recordOf(row) == record_)
                return row;
        }
        return -1;
    }
    if (names_.empty() || model.history() == nullptr)
        return -1;
    const int column = std::min(model.columnNamed(column_), model.columnCount() - 1);
    QHash<QString, int> rows; // only of what is looked for
    for (const RecordName& name : names_)
        rows.insert(name.exact, -1);
    int kin = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!isItem(model, row))
            continue;
        const RecordName name = model.nameOf(model.index(row, column));
        if (const auto at = rows.find(name.exact); at != rows.end() && at.value() < 0)
            at.value() = row;
        if (kin < 0 && !name.kin.isEmpty() && name.kin == names_.front().kin)
            kin = row;
    }
    rows.remove(QString()); // what has no name is not found by it
    if (const int same = rows.value(names_.front().exact, -1); same >= 0)
        return same;
    if (kin >= 0)
        return kin;
    for (const RecordName& name : names_) {
        if (const int row = rows.value(name.exact, -1); row >= 0)
            return row;
    }
    return -1;
}

QModelIndex Place::findIn(const HistoryModel& model) const {
    const int row = isSet() ? rowIn(model) : -1;
    return row < 0 ? QModelIndex()
                   : model.index(row, std::clamp(model.columnNamed(column_), 0, model.columnCount() - 1));
}

} // namespace kmixr::ui
