// A problem: name, the treatment seen with it in an outlined badge, the institution at the right; two lines where one
// is too narrow. Names are never shortened.
#pragma once

#include "ui/summary/problem_list_model.h"
#include "ui/summary/ranked_delegate.h"

namespace kmixr::ui {

class ProblemDelegate : public RankedDelegate {
    Q_OBJECT
public:
    ProblemDelegate(const ProblemListModel& model, QObject* parent) : RankedDelegate(model, parent), model_(&model) {}

protected:
    [[nodiscard]] int itemHeight(const RankedModel::Entry& entry, int width) const override;
    void paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                   const draw::RowLook& look) const override;

private:
    struct Parts;
    [[nodiscard]] Parts parts(const RankedModel::Entry& entry, int width) const;

    const ProblemListModel* model_;
};

} // namespace kmixr::ui
