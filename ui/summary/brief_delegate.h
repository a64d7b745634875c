// A row of the short lists: (kind) name, then institution, date and count at the right, each ending on one line.
#pragma once

#include "ui/summary/brief_model.h"
#include "ui/summary/ranked_delegate.h"

namespace kmixr::ui {

class BriefDelegate : public RankedDelegate {
    Q_OBJECT
public:
    BriefDelegate(const BriefModel& model, QObject* parent) : RankedDelegate(model, parent), model_(&model) {}
    void measure();
    /// Where rows would fall out otherwise, a name of one line stands without its institution, which is in the tooltip.
    void setTight(bool tight) { tight_ = tight; }
    [[nodiscard]] static int usualHeight() {
        return Metrics::px(22.4);
    } ///< after setHistory and when the text size changes

protected:
    [[nodiscard]] int itemHeight(const RankedModel::Entry& entry, int width) const override;
    void paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                   const draw::RowLook& look) const override;

private:
    struct Places {
        int nameLeft = 0, institutionRight = 0, dateRight = 0, countRight = 0;
        bool institution = true;
        bool institutionBelow = false; ///< on a second line, under the date
        int nameRight = 0;
        int lines = 1;
    };
    [[nodiscard]] Places places(const Brief& brief, int width) const;

    const BriefModel* model_;
    bool tight_ = false;
    int kindWidth_ = 0, dateWidth_ = 0, countWidth_ = 0;
};

} // namespace kmixr::ui
