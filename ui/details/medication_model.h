// Rows of 投薬: one drug each, with its bar. Filters by state, three orders.
#pragma once

#include "ui/details/drug_groups.h"
#include "ui/details/history_model.h"

#include <set>

namespace kmixr::ui {

enum class DrugFilter { Current, ShortOrEnded, AtInstitution, All };
enum class DrugOrder { Class, Prescriber, End };

class MedicationModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { Class, Name, Dose, Prescriber, Chart, Today, ColumnCount };
    using HistoryModel::HistoryModel;

    void setFilter(DrugFilter filter);
    void setOrder(DrugOrder order);
    /// Overlaps that are not shown, by index into the history.
    void setHidden(const std::set<std::uint32_t>& pairs);

    /// Drugs with a supply that reaches into the month.
    [[nodiscard]] std::vector<MonthRecord> recordsOf(Month month) const override;
    [[nodiscard]] int count(DrugFilter filter) const;
    [[nodiscard]] int kinds(DrugFilter filter) const { return count(filter); }
    [[nodiscard]] std::uint32_t drug(int row) const { return rows_.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] const history::MedicationCourse& course(int row) const;
    [[nodiscard]] const QStringList& classWords() const { return classWords_; } ///< of all drugs, each once
    /// Overlaps of this drug that are shown: current ones, all of them under すべて.
    [[nodiscard]] std::vector<std::uint32_t> overlaps(int row) const;
    [[nodiscard]] QStringList badges(int row) const;
    [[nodiscard]] QStringList marks(int row) const; ///< neutral ones: 査定で減額・削除
    [[nodiscard]] bool showsPair(const history::Duplicate& pair, std::uint32_t index) const;
    /// A fill in words: days, dates, prescriber.
    [[nodiscard]] QString fillWords(int row, int fill) const;
    [[nodiscard]] EvidenceAsk askFill(int row, int fill) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
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
    [[nodiscard]] bool wanted(const history::MedicationCourse& course, DrugFilter filter) const;
    [[nodiscard]] QString periods(const history::MedicationCourse& course) const;

    void order(); ///< of all drugs and their classes; once for each history

    std::vector<std::uint32_t> rows_;
    const history::History* orderedOf_ = nullptr;
    std::vector<std::uint32_t> all_; ///< every drug in the order of the page
    std::vector<int> classes_;       ///< by drug: its class as a number
    QStringList classWords_;         ///< by that number
    std::set<std::uint32_t> hidden_;
    DrugFilter filter_ = DrugFilter::Current;
    DrugOrder order_ = DrugOrder::Class;
};

/// The overlaps under the chart, and what is added up over drugs behind them: each line, or how many were put away.
class OverlapModel : public HistoryModel {
    Q_OBJECT
public:
    using HistoryModel::HistoryModel;
    /// With ended drugs as well (filter すべて).
    void setAll(bool all);
    void hide(int row);
    void showHidden();
    [[nodiscard]] const std::set<std::uint32_t>& hidden() const { return hidden_; } ///< overlaps put away
    [[nodiscard]] std::size_t putAway() const { return hidden_.size() + hiddenSums_.size(); }
    [[nodiscard]] int pairs() const; ///< rows that are overlaps
    [[nodiscard]] QString badge(int row) const;
    [[nodiscard]] QString names(int row) const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QString
    explanation(int row) const; ///< level / both institutions / days and dates; drugs / day / source

signals:
    void hiddenChanged();

protected:
    void rebuild() override;

private:
    [[nodiscard]] const history::Duplicate* pair(int row) const; ///< nullptr: a sum
    [[nodiscard]] const history::IngredientSum& sum(int row) const;

    std::vector<std::uint32_t> rows_; ///< into History::duplicates; behind the last of them into History::sums
    std::set<std::uint32_t> hidden_, hiddenSums_;
    std::shared_ptr<const history::History> hiddenOf_;
    bool all_ = false;
};

} // namespace kmixr::ui
