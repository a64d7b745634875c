// Draws the time line's lanes where its layout puts them, in the colours of the theme. Keeps nothing.
#pragma once

#include "ui/timeline/timeline_layout.h"

#include <QPainter>

namespace kmixr::ui {

class TimelinePainter {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::TimelineView)
public:
    /// `at` has lanes, and outlives the painter.
    explicit TimelinePainter(const TimelineLayout& at) : at_(at), lanes_(*at.lanes()) {}
    void paint(QPainter& painter) const;

private:
    void paintGround(QPainter& painter, const TimeAxis& axis) const;
    void paintYears(QPainter& painter, const TimeAxis& axis) const;
    void paintRow(QPainter& painter, const TimeAxis& axis, const TimelineLayout::Row& row) const;
    void paintSurgery(QPainter& painter, const TimeAxis& axis, const QRect& row) const;
    void paintStays(QPainter& painter, const TimeAxis& axis, const QRect& row) const;
    void paintDrug(QPainter& painter, const TimeAxis& axis, const QRect& row, const TimelineLanes::Drug& drug) const;
    void paintVisits(QPainter& painter, const QRect& row, const TimelineLanes::Visits& visits) const;
    void paintInsurer(QPainter& painter, const TimeAxis& axis, const QRect& row, std::size_t index) const;

    const TimelineLayout& at_;
    const TimelineLanes& lanes_;
};

} // namespace kmixr::ui
