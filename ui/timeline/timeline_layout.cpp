#include "ui/timeline/timeline_layout.h"

#include "ui/theme/metrics.h"

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr std::size_t mostVisitRows = 9;
constexpr std::size_t leastVisitRows = 2;
constexpr int leastDrugRows = 3;

int rowHeight() {
    return Metrics::px(17);
}

int headHeight() {
    return Metrics::px(19);
}

} // namespace

void TimelineLayout::setLanes(const TimelineLanes* lanes, std::optional<Month> selected) {
    lanes_ = lanes != nullptr && lanes->empty() ? nullptr : lanes;
    first_ = 0;
    if (lanes_ != nullptr)
        selected_ = std::clamp(selected.value_or(lanes_->last()), lanes_->first(), lanes_->last());
    fitWindow();
    lay();
}

void TimelineLayout::setSize(QSize size) {
    size_ = size;
    lay();
}

void TimelineLayout::setYears(int years) {
    years_ = years;
    fitWindow();
    lay();
}

bool TimelineLayout::select(Month month) {
    if (lanes_ == nullptr)
        return false;
    month = std::clamp(month, lanes_->first(), lanes_->last());
    const bool moved = month != selected_;
    selected_ = month;
    const Month before = from_;
    if (selected_ < from_)
        from_ = selected_;
    else if (selected_ > to_)
        from_ = later(selected_, 1 - 12 * years_);
    to_ = later(from_, 12 * years_ - 1);
    if (before != from_)
        lay();
    return moved;
}

bool TimelineLayout::showsMonths() const {
    return monthWidth() >= Metrics::px(20);
}

std::optional<Month> TimelineLayout::monthAt(int x) const {
    const TimeAxis of = axis();
    if (!of.valid() || x < of.left || x >= of.right)
        return std::nullopt;
    for (Month month = from_; month < to_; month += std::chrono::months(1)) {
        if (x < column(month).right())
            return month;
    }
    return to_;
}

/// The window ends with the newest month; it moves back only as far as the selected month needs.
void TimelineLayout::fitWindow() {
    if (lanes_ == nullptr)
        return;
    const int months = 12 * years_;
    if (to_.ok() && from_ <= selected_ && selected_ <= to_ && monthsBetween(from_, to_) == months - 1 &&
        to_ <= lanes_->last())
        return;
    const int back = monthsBetween(selected_, lanes_->last());
    to_ = lanes_->last() - std::chrono::months(back < months ? 0 : back - months / 2);
    from_ = later(to_, 1 - months);
}

int TimelineLayout::labelWidth() const {
    return std::min(Metrics::px(186), size_.width() / 4);
}

int TimelineLayout::axisHeight() const {
    return showsMonths() ? Metrics::px(36) : Metrics::px(21);
}

TimeAxis TimelineLayout::axis() const {
    TimeAxis axis;
    if (lanes_ == nullptr)
        return axis;
    axis.from = firstOf(from_);
    axis.to = firstOf(later(to_, 1));
    axis.left = labelWidth();
    axis.right = size_.width() - Metrics::px(18);
    return axis;
}

int TimelineLayout::monthWidth() const {
    return (size_.width() - Metrics::px(18) - labelWidth()) / (12 * years_);
}

QRect TimelineLayout::column(Month month) const {
    const TimeAxis of = axis();
    const int left = of.x(firstOf(month));
    return {left, axisHeight(), std::max(3, of.x(firstOf(later(month, 1))) - left), size_.height() - axisHeight()};
}

void TimelineLayout::lay() {
    rows_.clear();
    hiddenDrugs_ = 0;
    if (lanes_ == nullptr)
        return;
    const auto& drugs = lanes_->drugs();
    const auto& visits = lanes_->visits();
    std::size_t visitRows = std::min<std::size_t>(visits.size(), mostVisitRows);
    const auto others = [&] {
        return 4 * headHeight() + rowHeight() * (2 + static_cast<int>(visitRows + lanes_->insurers().size()));
    };
    const int rowRoom = size_.height() - axisHeight();
    // What is low gives way in this order: institutions join, then drugs are counted; the data lane always stands.
    while (visitRows > leastVisitRows && others() + leastDrugRows * rowHeight() > rowRoom)
        --visitRows;
    std::size_t drugRows = drugs.size();
    if (others() + std::min(leastDrugRows, static_cast<int>(drugs.size())) * rowHeight() > rowRoom) {
        visitRows = std::min<std::size_t>(visits.size(), mostVisitRows); // scrolled, so nothing need give way
    } else if (const int room = std::max(1, (rowRoom - others()) / rowHeight()); static_cast<int>(drugRows) > room) {
        drugRows = static_cast<std::size_t>(room - 1);
        hiddenDrugs_ = static_cast<int>(drugs.size() - drugRows);
    }
    const bool joined = visitRows < visits.size();
    const auto add = [&](Lane lane, const QString& label, std::size_t index = 0) {
        rows_.push_back({lane, 0, lane == Lane::Head ? headHeight() : rowHeight(), index, label});
    };
    add(Lane::Head, tr("Events"));
    add(Lane::Surgery, tr("Surgery"));
    add(Lane::Admissions, tr("Admissions"));
    add(Lane::Head, tr("Drugs (14 days and more, by estimate)"));
    for (std::size_t i = 0; i < drugRows; ++i)
        add(Lane::Drug, drugs[i].label(), i);
    if (hiddenDrugs_ > 0)
        add(Lane::MoreDrugs, tr("%1 others (F5)").arg(hiddenDrugs_));
    add(Lane::Head, tr("Visit days a month"));
    for (std::size_t i = 0; i < visitRows; ++i) {
        const bool rest = joined && i + 1 == visitRows;
        add(rest ? Lane::MoreVisits : Lane::Visits,
            rest ? tr("%1 other institutions").arg(visits.size() - i) : visits[i].name, i);
    }
    add(Lane::Head, tr("Data"));
    for (std::size_t i = 0; i < lanes_->insurers().size(); ++i)
        add(Lane::Insurer, lanes_->insurers()[i].name, i);
    place();
}

void TimelineLayout::place() {
    int below = 0; // no further than until the last row stands at the foot
    std::size_t last = rows_.size();
    while (last > 0 && below + rows_[last - 1].height <= size_.height() - axisHeight())
        below += rows_[--last].height;
    first_ = std::min(first_, last);
    int top = axisHeight();
    for (std::size_t i = 0; i < first_; ++i)
        top -= rows_[i].height;
    for (Row& row : rows_) {
        row.top = top;
        top += row.height;
    }
}

void TimelineLayout::scroll(int rows) {
    const auto wanted = static_cast<std::ptrdiff_t>(first_) + rows;
    first_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, wanted));
    place();
}

bool TimelineLayout::inSight(const Row& row) const {
    const int needed = row.height + (row.lane == Lane::Head ? rowHeight() : 0);
    return row.top >= axisHeight() && row.top + needed <= size_.height();
}

QStringList TimelineLayout::below() const {
    int drugs = 0;
    int institutions = 0;
    bool data = false;
    for (const Row& row : rows_) {
        if (row.top < axisHeight() || inSight(row))
            continue;
        drugs += row.lane == Lane::Drug ? 1 : 0;
        institutions += row.lane == Lane::Visits ? 1 : 0;
        if (row.lane == Lane::MoreVisits)
            institutions += static_cast<int>(lanes_->visits().size() - row.index);
        data = data || row.lane == Lane::Insurer;
    }
    QStringList words;
    if (drugs > 0)
        words << tr("drugs %1", "below").arg(drugs);
    if (institutions > 0)
        words << tr("institutions %1", "below").arg(institutions);
    if (data)
        words << tr("Data");
    return words;
}

} // namespace kmixr::ui
