// What every model of these rooms is: rows of indices into one shared history, no copies; and the evidence of a row.
#pragma once

#include "core/history/history.h"
#include "ui/details/fold.h"
#include "ui/details/record_names.h"

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

/// What keeps a record from being shown, as bits.
inline constexpr unsigned hiddenByFilter = 1, hiddenByPlaces = 2, hiddenBySearch = 4, hiddenByFees = 8;

/// A record that has to do with a month.
struct MonthRecord {
    int record = -1; ///< as recordOf()
    unsigned hiddenBy = 0;
    bool begins = false; ///< it is first recorded in that month, or only there
};

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
    /// Only rows with what was typed; empty = all.
    void setQuery(const QString& typed);

    [[nodiscard]] virtual RowKind rowKind(int row) const = 0;
    /// What a row stands for, as a number that stays while the history does, however rows are filtered and ordered;
    /// −1 = nothing of its own.
    [[nodiscard]] virtual int recordOf(int row) const;
    /// The same, said so that it holds in a newer history of the patient as well; empty = nothing to be found again.
    [[nodiscard]] virtual RecordName nameOf(const QModelIndex& at) const;
    /// What a column is called, and the column of that name or the nearest to it: columns may come and go with rows.
    [[nodiscard]] virtual QString columnName(int column) const;
    [[nodiscard]] virtual int columnNamed(const QString& name) const;
    /// During a reset: it brings another history, not only other rows of the same.
    [[nodiscard]] bool isRenewed() const { return renewed_; }
    /// What stands in the receipts of a month, shown or not.
    [[nodiscard]] virtual std::vector<MonthRecord> recordsOf(Month month) const;
    /// The group an item stands in, for the look-ahead line: a small number, 0 and up. A number and not words, since it
    /// is asked for every row below.
    [[nodiscard]] virtual int groupOf(int row) const;
    /// The words of such a number; empty = no groups.
    [[nodiscard]] virtual QString groupWords(int group) const;
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
    /// Whether a record has what was typed. Its text is folded at the first question and kept with the history, so that
    /// a key stroke only looks.
    [[nodiscard]] bool isFound(std::size_t record) const;
    /// What a record is searched in; asked once for each.
    [[nodiscard]] virtual QString searchText(std::size_t record) const;
    [[nodiscard]] const SearchQuery& query() const { return query_; }

    std::shared_ptr<const history::History> history_;

private:
    bool renewed_ = false;
    Places places_ = Places::All;
    QString own_; ///< folded
    SearchQuery query_;
    mutable std::vector<QString> texts_; ///< by record, folded; null = not asked yet
    mutable std::vector<bool> isOwn_;    ///< by institution of the history; empty = not asked yet
};

/// What stands from row `from` on: each group with its count, and one example. `from` < 0 = nothing.
struct LookAhead {
    QStringList groups;
    QString example;
    int rows = 0; ///< all of them
};
LookAhead lookAhead(const HistoryModel& model, int from);

} // namespace kmixr::ui
