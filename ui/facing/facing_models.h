// What a patient may look at together with the doctor (UI.md §8, picture 17): drugs without the words that tell a
// disease, and surgery. Drugs and acts that the rules call sensitive are counted, never named.
#pragma once

#include "ui/details/history_model.h"

namespace kmixr::ui {

/// Current drugs by estimate: name, amount, until when, where from. No class, no duplicate, nothing sensitive.
class FacingDrugModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { Name, Dose, Until, Place, ColumnCount };
    using HistoryModel::HistoryModel;

    [[nodiscard]] int hidden() const { return hidden_; }
    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;

private:
    std::vector<std::uint32_t> rows_; ///< into History::medications
    int hidden_ = 0;
};

/// Surgery of five years.
class FacingSurgeryModel : public HistoryModel {
    Q_OBJECT
public:
    enum Column { When, Name, Place, ColumnCount };
    using HistoryModel::HistoryModel;

    [[nodiscard]] int hidden() const { return hidden_; }
    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    void rebuild() override;

private:
    std::vector<std::uint32_t> rows_; ///< into History::procedures
    int hidden_ = 0;
};

} // namespace kmixr::ui
