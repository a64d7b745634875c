// The body of a receipt as on paper: 傷病名, then 摘要 and what follows, with the rows a derived word rests on marked
// with ground and word. Sections begin with a row of headings.
#pragma once

#include "core/history/history.h"
#include "core/receipt/sheet.h"

#include <QAbstractTableModel>

#include <memory>
#include <set>
#include <vector>

namespace kmixr::ui {

class SheetModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Number = 診療識別 or 主; of a disease, Amount is 診療開始日 and Points 転帰.
    enum Column { Number, Name, Amount, Points, Days, Mark, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// nullptr empties it.
    void show(const history::History* history, std::uint32_t receipt, std::set<receipt::LineNumber> marked);
    /// The first row of evidence that stands in the body; -1 when none does (the head, or an excluded claim).
    [[nodiscard]] int firstMarkedRow() const;
    [[nodiscard]] bool isHeading(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        bool heading = false;
        bool marked = false;
        receipt::SheetRow value;
    };
    [[nodiscard]] QString headingText(receipt::SheetPart part, int column) const;
    [[nodiscard]] QString text(const Row& row, int column) const;

    std::vector<Row> rows_;
};

} // namespace kmixr::ui
