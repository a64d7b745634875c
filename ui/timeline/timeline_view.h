// The time line, painted: one time axis, four lanes (events, long-term drugs, visits, data). The keyboard walks month
// by month through all lanes at once; each month is one item for a screen reader.
#pragma once

#include "ui/details/painted_items.h"
#include "ui/details/supply_chart.h"
#include "ui/timeline/timeline_lanes.h"

#include <QWidget>

namespace kmixr::ui {

class TimelineView : public QWidget, public PaintedItems {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent);

    /// `lanes` outlives the view's use of it; nullptr = nothing to show.
    void setLanes(const TimelineLanes* lanes);
    /// 10, 5, 3 or 1; the selected month stays in sight.
    void setYears(int years);
    [[nodiscard]] int years() const { return years_; }
    [[nodiscard]] Month selected() const { return selected_; }
    [[nodiscard]] Month from() const { return from_; } ///< first month in sight
    [[nodiscard]] Month to() const { return to_; }     ///< last one
    void select(Month month);
    [[nodiscard]] int hiddenDrugs() const { return hiddenDrugs_; } ///< rows that found no room

    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QString itemWords(int item) const override;
    [[nodiscard]] QRect itemPlace(int item) const override;
    [[nodiscard]] int currentItem() const override;

signals:
    void selectionMoved();
    void yearsWanted(int years); ///< 1, 3, 5 or 0 typed
    void opened();               ///< Enter or a double click: the receipts of the selected month

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Lane { Head, Surgery, Admissions, Drug, MoreDrugs, Visits, MoreVisits, Insurer };
    struct Row {
        Lane lane = Lane::Head;
        int top = 0, height = 0;
        std::size_t index = 0;
        QString label{};
    };
    void fitWindow();
    void layRows();
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] int monthWidth() const;
    [[nodiscard]] QRect column(Month month) const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int labelWidth() const;
    void paintGround(QPainter& painter, const TimeAxis& axis) const;
    void paintYears(QPainter& painter, const TimeAxis& axis) const;
    void paintRow(QPainter& painter, const TimeAxis& axis, const Row& row) const;
    void paintSurgery(QPainter& painter, const TimeAxis& axis, const QRect& row) const;
    void paintStays(QPainter& painter, const TimeAxis& axis, const QRect& row) const;
    void paintDrug(QPainter& painter, const TimeAxis& axis, const QRect& row, const TimelineLanes::Drug& drug) const;
    void paintVisits(QPainter& painter, const QRect& row, const TimelineLanes::Visits& visits) const;
    void paintInsurer(QPainter& painter, const TimeAxis& axis, const QRect& row, std::size_t index) const;
    void step(int months);

    const TimelineLanes* lanes_ = nullptr;
    int years_ = 10;
    Month from_{}, to_{}, selected_{};
    std::vector<Row> rows_;
    int hiddenDrugs_ = 0;
};

} // namespace kmixr::ui
