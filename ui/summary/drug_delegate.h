// A drug of the summary: class · name and duplicate badge · dose × days · state at the data's end · state today with
// date · prescriber. The columns are measured from the rows, so that left and right edges line up.
#pragma once

#include "ui/summary/drug_list_model.h"
#include "ui/summary/ranked_delegate.h"

#include <QWidget>

namespace kmixr::ui {

/// x of each column in a list of one width.
struct DrugColumns {
    int classLeft = 0, nameLeft = 0, nameRight = 0;
    int doseRight = 0;
    int endCircle = 0;   ///< centre
    int todayCircle = 0; ///< centre
    int todayLeft = 0;
    int placeLeft = 0, placeRight = 0;
    bool stacked = false; ///< large text in a narrow list: the name above, its values on a line below
};

class DrugDelegate : public RankedDelegate {
    Q_OBJECT
public:
    DrugDelegate(const DrugListModel& model, QObject* parent) : RankedDelegate(model, parent), model_(&model) {}

    /// Measures the rows of the model again; after setHistory and when the text size changes.
    void measure();
    [[nodiscard]] DrugColumns columns(int width) const;
    void setTight(bool tight) { tight_ = tight; } ///< rows 22.5 instead of 24

protected:
    [[nodiscard]] int itemHeight(const RankedModel::Entry& entry, int width) const override;
    void paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                   const draw::RowLook& look) const override;
    [[nodiscard]] bool striped() const override { return true; }
    [[nodiscard]] int headHeight() const override { return Metrics::px(19); }

private:
    static int valuesHeight(); ///< of the second line, when stacked
    [[nodiscard]] int nameLines(const RankedModel::Entry& entry, int width) const;

    const DrugListModel* model_;
    int classWidth_ = 0, doseWidth_ = 0, placeWidth_ = 0, untilWidth_ = 0;
    bool tight_ = false;
};

/// The head row over the drug list: 分類 薬剤名 1日量×日数 4/30 本日 7/8 処方元.
class DrugColumnHeads : public QWidget {
    Q_OBJECT
public:
    DrugColumnHeads(const DrugListModel& model, const DrugDelegate& delegate, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const DrugListModel* model_;
    const DrugDelegate* delegate_;
};

class DuplicateDelegate : public RankedDelegate {
    Q_OBJECT
public:
    DuplicateDelegate(const DuplicateListModel& model, QObject* parent)
        : RankedDelegate(model, parent), model_(&model) {}

protected:
    [[nodiscard]] int itemHeight(const RankedModel::Entry& entry, int width) const override;
    void paintItem(QPainter& painter, const QRect& row, const RankedModel::Entry& entry,
                   const draw::RowLook& look) const override;
    [[nodiscard]] int headHeight() const override { return Metrics::px(19); }

private:
    const DuplicateListModel* model_;
};

CircleState circleOf(history::DrugState state);

} // namespace kmixr::ui
