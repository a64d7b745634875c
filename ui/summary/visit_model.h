// Visits and coverage on one month axis: a row for each institution, pharmacies together, the last row what has
// arrived.
#pragma once

#include "ui/details/history_model.h"

#include <optional>

namespace kmixr::ui {

class VisitModel : public HistoryModel {
    Q_OBJECT
public:
    struct Cell {
        int days = 0;
        bool inpatient = false;
        std::optional<history::CoverageState> unknown{}; ///< the month has not arrived, or is missing: hatched
        std::vector<std::uint32_t> visits{};             ///< into History::visits
    };
    using HistoryModel::HistoryModel;

    /// Institution rows at most; the rest join as 「他 n機関」. 0 = all.
    void setMaximumRows(int rows);
    /// Months of the axis at most, of data and of those not arrived; between 8 and 16.
    void setMaximumMonths(int months);
    [[nodiscard]] int allRows() const { return allRows_; } ///< institution rows when nothing is joined

    [[nodiscard]] Month month(int column) const;
    [[nodiscard]] bool isCoverage(int row) const;
    [[nodiscard]] const Cell& cell(int row, int column) const; ///< not for the coverage row
    /// nullopt before the first receipt.
    [[nodiscard]] std::optional<history::CoverageState> coverage(int column) const;
    /// Months of the axis that are missing in the span (抜).
    [[nodiscard]] std::vector<Month> missing() const;
    [[nodiscard]] bool hasPartly() const; ///< a month of the axis arrived in part

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] QString columnName(int column) const override;
    [[nodiscard]] int columnNamed(const QString& name) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;

private:
    struct Row {
        std::vector<history::InstitutionIndex> institutions;
        bool pharmacies = false;
        bool joined = false; ///< 「他 n機関」
        std::vector<Cell> cells{};
    };
    void buildAxis();
    void buildRows();
    [[nodiscard]] QString label(const Row& row, bool full) const;

    std::vector<Month> months_;
    std::vector<Row> rows_;
    std::vector<std::optional<history::CoverageState>> coverage_;
    int maximum_ = 0;
    int mostMonths_ = 16;
    int allRows_ = 0;
};

} // namespace kmixr::ui
