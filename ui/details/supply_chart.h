// Medication over time: one block for each fill, dashed where the period is the flat 14 days, framed where two drugs
// overlap, hatched where data have not arrived, with lines for the data's end and today (UI.md §4, §6).
#pragma once

#include "core/history/history.h"

#include <QPainter>
#include <QRect>

#include <vector>

namespace kmixr::ui {

/// Days on a strip of pixels.
struct TimeAxis {
    Day from{};
    Day to{}; ///< the day after the last
    int left = 0, right = 0;

    [[nodiscard]] int x(Day day) const;
    [[nodiscard]] bool valid() const { return from.ok() && to.ok() && from < to && right > left; }
};

class SupplyChart {
public:
    SupplyChart(const history::History& history, const TimeAxis& axis) : history_(&history), axis_(axis) {}

    /// What lies behind the bars of every row: hatch, month lines, data's end, today.
    void paintGround(QPainter& painter, const QRect& row, bool monthLines) const;
    /// The month the page stands at, between two strokes.
    void paintMonth(QPainter& painter, const QRect& row, Month month) const;
    void paintLines(QPainter& painter, const QRect& row) const;
    /// `overlaps` index into the history's duplicates; `fill` is ringed, -1 = none.
    void paintCourse(QPainter& painter, const QRect& row, const history::MedicationCourse& course,
                     const std::vector<std::uint32_t>& overlaps, int fill) const;
    /// Years, months, 「データ 4/30」 and 「本日 7/8」.
    void paintAxis(QPainter& painter, const QRect& head) const;

private:
    [[nodiscard]] QRect bar(const QRect& row, Day from, Day to) const;
    void paintSupplies(QPainter& painter, const QRect& row, const history::MedicationCourse& course) const;
    void paintChange(QPainter& painter, const QRect& row, const history::MedicationCourse& course) const;
    /// A word in a frame over the bar, from a day on.
    void paintLabel(QPainter& painter, const QRect& row, Day day, const QString& words) const;

    const history::History* history_;
    TimeAxis axis_;
};

} // namespace kmixr::ui
