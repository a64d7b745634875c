// The two short lists at the right of the summary: procedures and tests, each row name · institution · date.
#pragma once

#include "ui/summary/ranked_model.h"

namespace kmixr::ui {

/// A row as the delegate draws it.
struct Brief {
    QString kind{}; ///< 手術, 処置 …, may be empty
    QString name;
    QString institution{};
    QString date{};
    QString count{};     ///< 12回, may be empty
    bool isNote = false; ///< a fee that hides tests: its kind stands in a badge, over the whole width
};

class BriefModel : public RankedModel {
    Q_OBJECT
public:
    using RankedModel::RankedModel;
    [[nodiscard]] virtual Brief brief(const Entry& entry) const = 0;
    [[nodiscard]] QString headTitle(int group) const override;
    [[nodiscard]] QString headNote(int group) const override;

protected:
    [[nodiscard]] QString name(const Entry& entry) const override;
    [[nodiscard]] QString sentence(const Entry& entry) const override;
};

/// Surgery of 5 years, other acts of the last 3 data months (the windows of the national emergency summary); the same
/// act at the same institution once. Management fees and other people's costs are not acts on this patient.
class ProcedureListModel : public BriefModel {
    Q_OBJECT
public:
    using BriefModel::BriefModel;
    [[nodiscard]] Brief brief(const Entry& entry) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] QString pageKey() const override;

protected:
    [[nodiscard]] std::vector<Entry> rank() const override;
    [[nodiscard]] QString shortName(const Entry& entry) const override;
    [[nodiscard]] QString tip(const Entry& entry) const override;
};

/// Tests of 12 months: of each kind the most frequent first, then the next of each kind, so that a few lines show the
/// width.
class TestListModel : public BriefModel {
    Q_OBJECT
public:
    using BriefModel::BriefModel;
    [[nodiscard]] Brief brief(const Entry& entry) const override;
    [[nodiscard]] EvidenceAsk ask(const QModelIndex& index) const override;
    [[nodiscard]] QString pageKey() const override;

protected:
    [[nodiscard]] std::vector<Entry> rank() const override;
    [[nodiscard]] QString tip(const Entry& entry) const override;
};

} // namespace kmixr::ui
