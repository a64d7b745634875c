// The lines of one receipt as recorded, those a derived word rests on marked with ground and word. The name beside a
// line is the one the history derived from that very line.
#pragma once

#include "core/history/history.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace kmixr::ui {

class RawLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, Record, Name, Text, Mark, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// nullptr empties it.
    void show(std::shared_ptr<const history::History> history, std::uint32_t receipt,
              std::set<receipt::LineNumber> marked);
    [[nodiscard]] int firstMarkedRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// 「傷病名」 for "SY", and so on; the letters themselves when the record is not known.
    static QString recordName(const QString& record);

private:
    void readNames(std::uint32_t receipt);
    [[nodiscard]] QString text(std::size_t row, int column) const;

    std::shared_ptr<const history::History> history_;
    std::vector<QString> lines_;
    std::map<receipt::LineNumber, QString> names_;
    std::set<receipt::LineNumber> marked_;
};

} // namespace kmixr::ui
