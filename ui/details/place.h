// Where one stands in a list, said so that it is found again when the rows were put in another order, filtered, or come
// from a newer history of the same patient.
#pragma once

#include "ui/details/history_model.h"

#include <vector>

namespace kmixr::ui {

/// Taken when a model begins to be reset, asked for when it was.
class Place {
public:
    Place() = default;
    Place(const HistoryModel& model, const QModelIndex& at);

    [[nodiscard]] bool isSet() const { return row_ >= 0; }
    /// The model is about to show, or shows, another history than the one the place was taken in.
    [[nodiscard]] bool isOfAnother(const HistoryModel& model) const;
    /// The same record; in a newer history what became of it, else its nearest neighbour. Invalid = none of them is
    /// there any more.
    [[nodiscard]] QModelIndex findIn(const HistoryModel& model) const;

private:
    [[nodiscard]] int rowIn(const HistoryModel& model) const;

    const history::History* history_ = nullptr;
    int record_ = -1, row_ = -1;
    QString column_;
    std::vector<RecordName> names_; ///< of the record and its neighbours, nearest first; only for another history
};

} // namespace kmixr::ui
