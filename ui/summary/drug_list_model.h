// 現在の薬(推定): 要注意薬, 14日以上, 外用. 要注意薬 and duplicates are pinned: they never fall out of the list.
#pragma once

#include "ui/details/drug_groups.h"
#include "ui/summary/ranked_model.h"

#include <QStringList>

namespace kmixr::ui {

class DrugListModel : public RankedModel {
    Q_OBJECT
public:
    using RankedModel::RankedModel;

    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] QString headTitle(int group) const override;
    [[nodiscard]] QString headNote(int group) const override;
    [[nodiscard]] QString pageKey() const override;

    [[nodiscard]] const history::MedicationCourse& course(const Entry& entry) const;
    [[nodiscard]] QStringList duplicateBadges(const Entry& entry) const; ///< overlaps of 7 days and more
    [[nodiscard]] int count(DrugGroup group) const;

protected:
    [[nodiscard]] std::vector<Entry> rank() const override;
    [[nodiscard]] QString name(const Entry& entry) const override;
    [[nodiscard]] QString shortName(const Entry& entry) const override;
    [[nodiscard]] QString sentence(const Entry& entry) const override;
    [[nodiscard]] QString tip(const Entry& entry) const override;
};

/// 重複の内訳: each pair with its level, days and dates; behind them what is added up over drugs.
class DuplicateListModel : public RankedModel {
    Q_OBJECT
public:
    using RankedModel::RankedModel;

    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] QString headTitle(int group) const override;
    [[nodiscard]] QString headNote(int group) const override;
    [[nodiscard]] QString pageKey() const override;

    [[nodiscard]] int pairs() const; ///< entries that are overlaps
    [[nodiscard]] QString badge(const Entry& entry) const;
    [[nodiscard]] QString pairWords(const Entry& entry) const { return name(entry); }
    [[nodiscard]] QString overlap(const Entry& entry) const; ///< 重なり 68日 3/5〜5/11

protected:
    [[nodiscard]] std::vector<Entry> rank() const override;
    [[nodiscard]] QString name(const Entry& entry) const override;
    [[nodiscard]] QString sentence(const Entry& entry) const override;
    [[nodiscard]] QString tip(const Entry& entry) const override;

private:
    enum Group { Pairs, Sums };
    [[nodiscard]] const history::Duplicate& pair(const Entry& entry) const;
    [[nodiscard]] const history::IngredientSum& sum(const Entry& entry) const;
};

} // namespace kmixr::ui
