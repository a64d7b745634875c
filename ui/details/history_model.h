// What every model of these rooms is: rows of indices into one shared history, no copies; and the evidence of a row.
#pragma once

#include "core/history/history.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace kmixr::ui {

/// What a row wishes to have shown: the derived word, and the receipt lines it came from.
struct EvidenceAsk {
    QString title;
    std::vector<history::Evidence> evidence;
};

/// Whose records are shown: everybody's, one's own institution's, or the others'.
enum class Places { All, Own, Others };

enum class RowKind { Item, Head, More }; ///< a row, a group's head, 「他 3件(…)」

/// DisplayRole is the text of a cell, AccessibleTextRole the sentence a screen reader says, ToolTipRole what else is
/// known.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// nullptr empties the model: nothing of the patient remains.
    void setHistory(std::shared_ptr<const history::History> history);
    [[nodiscard]] const history::History* history() const { return history_.get(); }
    /// `own` is the name of one's own institution; empty = it has none, and everything is of others.
    void setPlaces(Places places, const QString& own);

    [[nodiscard]] virtual RowKind rowKind(int row) const = 0;
    /// The group an item stands in, for the look-ahead line; empty = no groups.
    [[nodiscard]] virtual QString groupOf(int row) const;
    /// One word about an item for the look-ahead line; empty = none.
    [[nodiscard]] virtual QString exampleOf(int row) const;
    /// Empty evidence = nothing to open.
    [[nodiscard]] virtual EvidenceAsk ask(const QModelIndex& index) const = 0;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

protected:
    /// Builds the rows from history_ (may be nullptr). Called between begin- and endResetModel.
    virtual void rebuild() = 0;
    /// Builds again: filter, order or size changed.
    void refresh();
    [[nodiscard]] bool inPlace(history::InstitutionIndex institution) const;

    std::shared_ptr<const history::History> history_;

private:
    Places places_ = Places::All;
    QString own_; ///< folded
};

/// What stands from row `from` on: each group with its count, and one example. `from` < 0 = nothing.
struct LookAhead {
    QStringList groups;
    QString example;
};
LookAhead lookAhead(const HistoryModel& model, int from);

} // namespace kmixr::ui
