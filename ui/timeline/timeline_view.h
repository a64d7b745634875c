// The time line, painted: one time axis, four lanes (events, long-term drugs, visits, data). The keyboard walks month
// by month through all lanes at once; each month is one item for a screen reader.
#pragma once

#include "ui/details/painted_items.h"
#include "ui/timeline/timeline_layout.h"

#include <QWidget>

namespace kmixr::ui {

class TimelineView : public QWidget, public PaintedItems {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent);

    /// `lanes` outlives the view's use of it; nullptr = nothing to show. Without `selected`: the newest month.
    void setLanes(const TimelineLanes* lanes, std::optional<Month> selected = {});
    /// 10, 5, 3 or 1; the selected month stays in sight.
    void setYears(int years);
    [[nodiscard]] int years() const { return at_.years(); }
    [[nodiscard]] Month selected() const { return at_.selected(); }
    [[nodiscard]] Month from() const { return at_.from(); } ///< first month in sight
    [[nodiscard]] Month to() const { return at_.to(); }     ///< last one
    void select(Month month);
    [[nodiscard]] QStringList below() const { return at_.below(); }
    void scroll(int rows); ///< Ctrl+↑↓ and the wheel, where the rows find no room
    [[nodiscard]] int hiddenDrugs() const { return at_.hiddenDrugs(); } ///< rows that found no room

    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QString itemWords(int item) const override;
    [[nodiscard]] QRect itemPlace(int item) const override;
    [[nodiscard]] int currentItem() const override;

signals:
    void selectionMoved();
    void sightChanged();         ///< scrolled or resized: what lies below may have changed
    void yearsWanted(int years); ///< 1, 3, 5 or 0 typed
    void opened();               ///< Enter or a double click: the receipts of the selected month

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void step(int months);

    TimelineLayout at_;
};

} // namespace kmixr::ui
