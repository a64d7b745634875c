// 主な傷病: treated and named-on problems of all institutions, the same name once. Suspected ones are not in here.
#pragma once

#include "ui/summary/ranked_model.h"

#include <QStringList>

namespace kmixr::ui {

class ProblemListModel : public RankedModel {
    Q_OBJECT
public:
    using RankedModel::RankedModel;

    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] QString headTitle(int group) const override;
    [[nodiscard]] QString headNote(int group) const override;
    [[nodiscard]] QString pageKey() const override;

    // For the delegate.
    [[nodiscard]] QString problemName(const Entry& entry) const { return name(entry); }
    [[nodiscard]] QString treatment(const Entry& entry) const; ///< "インスリン・DPP-4", of all institutions
    [[nodiscard]] QStringList badges(const Entry& entry) const;
    [[nodiscard]] QString institution(const Entry& entry) const; ///< "オリーブ丘 他1"

    /// Problems of one grade; for the foot. Suspected ones are counted, never named.
    [[nodiscard]] int count(history::Grade grade) const;

protected:
    [[nodiscard]] std::vector<Entry> rank() const override;
    [[nodiscard]] QString name(const Entry& entry) const override;
    [[nodiscard]] QString sentence(const Entry& entry) const override;
    [[nodiscard]] QString tip(const Entry& entry) const override;

private:
    [[nodiscard]] const history::ClinicalProblem& lead(const Entry& entry) const;
};

} // namespace kmixr::ui
