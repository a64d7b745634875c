// 検査: tests × dates. A column is a day at an institution (two institutions on one day are two columns) or a month; a
// cell says that the test was claimed, never a value.
#pragma once

#include "ui/details/history_model.h"

#include <span>

namespace kmixr::ui {

/// A cell in words.
struct CellWords {
    QString title, note;
};

class ExaminationModel : public HistoryModel {
    Q_OBJECT
public:
    struct DateColumn {
        Day day{}; ///< the first of the month when `monthly`
        history::InstitutionIndex institution = 0;
        bool monthly = false;
        bool dayUnknown = false;
    };
    using HistoryModel::HistoryModel;

    void setMonths(int months); ///< length of the span, 12, 36, 120
    void setMonthly(bool monthly);
    void setWithFees(bool with);

    [[nodiscard]] std::vector<MonthRecord> recordsOf(Month month) const override;
    /// The first date of a month in a row; 0 = there is none in the span.
    [[nodiscard]] int dateOf(Month month, int row) const;
    /// The date nearest to a month; only where there are dates.
    [[nodiscard]] int dateNear(Month month) const;

    [[nodiscard]] int dateColumns() const { return static_cast<int>(dates_.size()); }
    [[nodiscard]] static int nameColumn() { return 0; }
    [[nodiscard]] int countColumn() const { return dateColumns() + 1; }
    [[nodiscard]] int lastColumn() const { return dateColumns() + 2; }
    [[nodiscard]] bool isDate(int column) const { return column > 0 && column <= dateColumns(); }
    [[nodiscard]] const DateColumn& date(int column) const; ///< only when isDate
    [[nodiscard]] const history::Examination* test(int row) const;
    /// The fee of a row that stands for tests it hides; nullptr otherwise.
    [[nodiscard]] const history::BundledFee* bundle(int row) const;
    /// A fee that may hide a test in a month (§7); nullptr = none was claimed then.
    [[nodiscard]] const history::BundledFee* bundleIn(Month month) const;
    [[nodiscard]] int times(int row, int column) const; ///< how often in that cell
    /// Short signs of the institutions in the column heads: オリ, 瀬戸 …; unique for this patient.
    [[nodiscard]] QString sign(history::InstitutionIndex institution) const;
    [[nodiscard]] QStringList legend() const; ///< オ=オリーブ丘内科 …

    [[nodiscard]] int allTests() const; ///< without fees
    [[nodiscard]] int shownTests() const;
    /// 「HbA1c」 and 「2026年4月16日・オリーブ丘内科・医科 12か月で6回。前回 …(35日前)」
    [[nodiscard]] CellWords words(const QModelIndex& index) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    /// A date is called by its day and institution.
    [[nodiscard]] QString columnName(int column) const override;
    [[nodiscard]] int columnNamed(const QString& name) const override;
    [[nodiscard]] int groupOf(int row) const override;
    [[nodiscard]] QString groupWords(int group) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;
    [[nodiscard]] QString searchText(std::size_t record) const override;

private:
    [[nodiscard]] QString bundleNote(int column) const; ///< behind the words of an empty cell
    enum class Kind { Head, Test, Bundle };
    struct Row {
        Kind kind = Kind::Test;
        int of = 0; ///< group of a head, else the index in the history
        /// Of a test: where in cells_ its own begin and end.
        std::size_t from = 0, to = 0;
    };
    /// One time that a test was claimed: the date column counted from 0, and the place in Examination::done.
    struct Cell {
        int date = 0;
        std::uint32_t done = 0;
    };
    [[nodiscard]] DateColumn columnOf(const history::ExaminationDone& one) const;
    void buildDates(const std::vector<std::size_t>& tests);
    void buildSigns();
    void fillCells(Row& row);
    [[nodiscard]] bool wanted(std::size_t test) const;
    [[nodiscard]] bool inSpan(Day day) const;
    [[nodiscard]] bool counts(const history::ExaminationDone& one) const; ///< in the span and at the places chosen
    /// The times of one cell, in the order of Examination::done.
    [[nodiscard]] std::span<const Cell> cellsAt(int row, int column) const;
    [[nodiscard]] const Row& rowAt(int row) const { return rows_.at(static_cast<std::size_t>(row)); }

    std::vector<DateColumn> dates_; ///< oldest first
    std::vector<Row> rows_;
    std::vector<Cell> cells_;    ///< of all rows, one row after the other, in each by date
    std::vector<QString> signs_; ///< by institution; empty where it has no test
    int months_ = 12;
    bool monthly_ = false;
    bool withFees_ = false;
};

} // namespace kmixr::ui
