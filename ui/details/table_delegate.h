// Draws tables of rows: group heads over the whole width, cells by column, the selected row with its bar. A page's
// table derives from it and paints its own cells.
#pragma once

#include "ui/details/draw.h"
#include "ui/details/history_model.h"
#include "ui/details/views.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace kmixr::ui {

class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TableDelegate(const HistoryModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(&model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    /// All that is known of a row and not seen in it.
    [[nodiscard]] QString tooltip(const QTableView& table, const QModelIndex& index) const;

protected:
    /// `cell` has the padding taken off. The default paints DisplayRole in small text.
    virtual void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                           const draw::RowLook& look) const;
    /// Head rows: bold title, then a note. The default takes DisplayRole and ToolTipRole of column 0.
    virtual void paintHead(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    /// The ring of the row with the keyboard; `current` = this is its current cell.
    virtual void paintRing(QPainter& painter, const QRect& cell, const QModelIndex& index, bool current) const;
    [[nodiscard]] const HistoryModel& model() const { return *model_; }

private:
    /// A head whose first row does not stand whole in the view.
    [[nodiscard]] bool isOrphan(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] bool inFocusedRow(const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const HistoryModel* model_;
};

/// Column heads in caption text, left or right as the model's TextAlignmentRole says; a rule below.
class TableHead : public QHeaderView {
    Q_OBJECT
public:
    explicit TableHead(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

/// Space at both sides of a cell's words.
int cellPadding();
/// Space behind a right-aligned number that is followed by a column of words.
int numberGap();
/// Lets head rows reach over all columns and gives each row the height `heightOf(row)` once it comes into sight; after
/// every reset.
void layRows(TableView& view, const HistoryModel& model, std::function<int(int)> heightOf);
/// Columns as wide as the shares say; 0-based, in hundredths of what fixed columns leave. A negative share = fixed
/// pixels. Where they would leave the others less than `least` (px), the columns in `yields` are hidden one after the
/// other; what they say is in the row's tooltip and its evidence.
void layColumns(TableView& view, std::initializer_list<int> shares, int least = 0,
                std::initializer_list<int> yields = {});
/// Which columns are hidden, for the legend; empty = none.
QString hiddenColumns(const TableView& view);

} // namespace kmixr::ui
