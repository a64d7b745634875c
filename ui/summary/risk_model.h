// A risk list in its three answers: 記載あり, 記載なし, レセプトでは判定不可. No score, no percentage; the third column
// is never left out (clinical-rules.md §9).
#pragma once

#include "ui/details/history_model.h"

#include <array>

namespace kmixr::ui {

class RiskModel : public HistoryModel {
    Q_OBJECT
public:
    using HistoryModel::HistoryModel;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString edition() const;
    [[nodiscard]] QString upTo() const; ///< the newest data month; empty without receipts
    [[nodiscard]] int count(history::RiskAnswer answer) const;
    [[nodiscard]] int packs() const; ///< lists in force
    void showNext();                 ///< the next list, the first after the last
    void showFirst();                ///< takes effect with the next history
    /// Rows at most; a longer column ends with 「ほか n」. 0 = all.
    void setMaximumRows(int rows);
    [[nodiscard]] int longest() const; ///< rows that show everything

    /// nullptr for an empty cell and for 「ほか n」.
    [[nodiscard]] const history::RiskFactor* factor(const QModelIndex& index) const;
    [[nodiscard]] QString more(const QModelIndex& index) const; ///< 「ほか n」 or empty

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// "■ 記載あり", with a second line behind a line break.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

protected:
    void rebuild() override;

private:
    [[nodiscard]] const history::RiskPack* pack() const;

    std::array<std::vector<std::uint32_t>, 3> columns_; ///< into factors, by RiskAnswer
    int maximum_ = 0;
    std::size_t shown_ = 0; ///< which of the lists
};

} // namespace kmixr::ui
