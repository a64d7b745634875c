// Hints from package inserts (clinical rules §8): a drug and a name the insert speaks of. Quoted, sourced, put away
// with one key; never on the page the patient looks at.
#pragma once

#include "ui/details/history_model.h"

#include <set>

namespace kmixr::ui {

class HintModel : public HistoryModel {
    Q_OBJECT
public:
    using HistoryModel::HistoryModel;

    void hide(int row);
    void showHidden();
    [[nodiscard]] const std::set<std::uint32_t>& hidden() const { return hidden_; }

    [[nodiscard]] QString level(int row) const; ///< 禁忌 / 注意
    [[nodiscard]] QString names(int row) const; ///< the drug and the disease
    [[nodiscard]] QString
    explanation(int row) const; ///< 添付文書の禁忌に『…』。病名『…』(2025年8月)。 and what limits it

    [[nodiscard]] RowKind rowKind(int row) const override;
    [[nodiscard]] int recordOf(int row) const override;
    [[nodiscard]] RecordName nameOf(const QModelIndex& at) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

signals:
    void hiddenChanged();

protected:
    void rebuild() override;

private:
    [[nodiscard]] const history::ContraindicationHint& hint(int row) const;

    std::vector<std::uint32_t> rows_;
    std::set<std::uint32_t> hidden_;
    std::shared_ptr<const history::History> hiddenOf_;
};

} // namespace kmixr::ui
