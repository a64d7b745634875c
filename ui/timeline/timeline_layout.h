// Where the time line's lanes and months stand: which rows find room, which years are in sight. Values only; the view
// asks for it anew when its size, lanes or text size change.
#pragma once

#include "ui/details/supply_chart.h"
#include "ui/timeline/timeline_lanes.h"

#include <QRect>
#include <QSize>
#include <QStringList>

namespace kmixr::ui {

class TimelineLayout {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::TimelineView)
public:
    enum class Lane { Head, Surgery, Admissions, Drug, MoreDrugs, Visits, MoreVisits, Insurer };
    struct Row {
        Lane lane = Lane::Head;
        int top = 0, height = 0;
        std::size_t index = 0; ///< into the drugs, visits or insurers of the lanes
        QString label{};
    };

    /// `lanes` outlives the layout's use of it; nullptr = nothing to show. Without `selected`: the newest month.
    void setLanes(const TimelineLanes* lanes, std::optional<Month> selected = {});
    void setSize(QSize size);
    /// The selected month stays in sight.
    void setYears(int years);
    /// Moves the window only as far as the month needs. True when another month is selected than before.
    bool select(Month month);
    void lay(); ///< the rows anew, after another text size
    /// Where the rows find no room even when they join, they stand whole and are scrolled: this many rows further down.
    void scroll(int rows);
    /// What stands below the last row in sight: "drugs 9", "institutions 5", "data".
    [[nodiscard]] QStringList below() const;
    [[nodiscard]] bool inSight(const Row& row) const; ///< whole; a head only with a row of it

    [[nodiscard]] const TimelineLanes* lanes() const { return lanes_; }
    [[nodiscard]] QSize size() const { return size_; }
    [[nodiscard]] int years() const { return years_; }
    [[nodiscard]] Month from() const { return from_; } ///< first month in sight
    [[nodiscard]] Month to() const { return to_; }     ///< last one
    [[nodiscard]] Month selected() const { return selected_; }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] int hiddenDrugs() const { return hiddenDrugs_; } ///< rows that found no room

    [[nodiscard]] TimeAxis axis() const; ///< not valid where there is nothing to show
    [[nodiscard]] int monthWidth() const;
    [[nodiscard]] bool showsMonths() const; ///< months are wide enough for a number
    [[nodiscard]] QRect column(Month month) const;
    [[nodiscard]] std::optional<Month> monthAt(int x) const;
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int labelWidth() const;

private:
    void fitWindow();

    const TimelineLanes* lanes_ = nullptr;
    QSize size_;
    int years_ = 10;
    Month from_{}, to_{}, selected_{};
    void place(); ///< the rows under each other, from the first in sight on

    std::vector<Row> rows_;
    int hiddenDrugs_ = 0;
    std::size_t first_ = 0; ///< row in sight
};

/// So many months later.
inline Month later(Month month, int months) {
    return month + std::chrono::months(months);
}

} // namespace kmixr::ui
