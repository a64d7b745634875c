// Rows of 傷病: the diagnosed ones, and in a model of their own type the suspected ones. Neither can hold the other's.
#pragma once

#include "ui/details/history_model.h"

#include <optional>

namespace kmixr::ui {

class ProblemTableModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { Name, Treatment, Institution, Start, Strip, Last, ColumnCount };
    using HistoryModel::HistoryModel;

    [[nodiscard]] const history::ClinicalProblem* problem(int row) const; ///< nullptr for heads
    [[nodiscard]] int all() const { return all_; }                        ///< without search and filter
    [[nodiscard]] int shown() const;

    [[nodiscard]] std::vector<MonthRecord> recordsOf(Month month) const override;
    /// A month the strip shows and marks; nullopt = it ends with the newest.
    void setStandMonth(std::optional<Month> month) { stand_ = month; }
    [[nodiscard]] const std::optional<Month>& standMonth() const { return stand_; }
    /// The twelve months of the strip, oldest first; empty without data.
    [[nodiscard]] std::vector<Month> stripMonths() const;

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] QString exampleOf(int row) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    struct Row {
        bool head = false;
        int of = 0; ///< group of a head, index of a problem
        int count = 0;
    };
    void rebuild() final;
    [[nodiscard]] QString searchText(std::size_t record) const final;
    [[nodiscard]] virtual bool belongs(const history::ClinicalProblem& problem) const = 0;
    /// May narrow further: the chosen filter.
    [[nodiscard]] virtual bool wanted(const history::ClinicalProblem& problem) const = 0;
    /// Group of a problem; −1 = this model has no heads.
    [[nodiscard]] virtual int group(const history::ClinicalProblem& problem) const = 0;
    [[nodiscard]] virtual QString groupTitle(int group) const = 0;
    [[nodiscard]] virtual QString groupNote(int group) const = 0;
    [[nodiscard]] virtual QString treatment(const history::ClinicalProblem& problem) const = 0;
    [[nodiscard]] const Row& rowAt(int row) const { return rows_.at(static_cast<std::size_t>(row)); }

private:
    [[nodiscard]] QString sentence(const history::ClinicalProblem& problem) const;

    std::vector<Row> rows_;
    std::optional<Month> stand_;
    int all_ = 0;
};

/// Every grade but 疑い, in groups by grade or by institution.
class DiseaseModel : public ProblemTableModel {
    Q_OBJECT
public:
    using ProblemTableModel::ProblemTableModel;
    void setGrade(std::optional<history::Grade> grade); ///< nullopt = all
    void setByInstitution(bool by);
    [[nodiscard]] int count(history::Grade grade) const;
    [[nodiscard]] int groupOf(int row) const override;
    [[nodiscard]] QString groupWords(int group) const override;

protected:
    [[nodiscard]] bool belongs(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] bool wanted(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] int group(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] QString groupTitle(int group) const override;
    [[nodiscard]] QString groupNote(int group) const override;
    [[nodiscard]] QString treatment(const history::ClinicalProblem& problem) const override;

private:
    std::optional<history::Grade> grade_;
    bool byInstitution_ = false;
};

class SuspectedModel : public ProblemTableModel {
    Q_OBJECT
public:
    using ProblemTableModel::ProblemTableModel;

protected:
    [[nodiscard]] bool belongs(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] bool wanted(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] int group(const history::ClinicalProblem& problem) const override;
    [[nodiscard]] QString groupTitle(int group) const override;
    [[nodiscard]] QString groupNote(int group) const override;
    /// The paired test, or when the suspicion was no longer written.
    [[nodiscard]] QString treatment(const history::ClinicalProblem& problem) const override;
};

} // namespace kmixr::ui
