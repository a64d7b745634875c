#include "ui/timeline/timeline_view.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <QKeyEvent>
#include <QMouseEvent>

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

int barHeight() {
    return Metrics::px(9);
}

/// Visits of a month as a share of the cell: 1 · 2–3 · 4–9 · 10 days and more.
int levelOf(int days) {
    return days >= 10 ? 4 : days >= 4 ? 3 : days >= 2 ? 2 : 1;
}

Month later(Month month, int months) {
    return month + std::chrono::months(months);
}

} // namespace

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
    installPaintedItemsAccess();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Time line by month"));
}

void TimelineView::setLanes(const TimelineLanes* lanes) {
    lanes_ = lanes;
    rows_.clear();
    if (lanes_ != nullptr && lanes_->empty())
        lanes_ = nullptr;
    if (lanes_ != nullptr)
        selected_ = lanes_->last();
    fitWindow();
    layRows();
    update();
}

void TimelineView::setYears(int years) {
    if (years == years_)
        return;
    years_ = years;
    fitWindow();
    layRows();
    update();
}

/// The window ends with the newest month; it moves back only as far as the selected month needs.
void TimelineView::fitWindow() {
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

int TimelineView::labelWidth() const {
    return std::min(Metrics::px(186), width() / 4);
}

int TimelineView::axisHeight() const {
    return monthWidth() >= Metrics::px(20) ? Metrics::px(36) : Metrics::px(21);
}

TimeAxis TimelineView::axis() const {
    TimeAxis axis;
    if (lanes_ == nullptr)
        return axis;
    axis.from = firstOf(from_);
    axis.to = firstOf(later(to_, 1));
    axis.left = labelWidth();
    axis.right = width() - Metrics::px(18);
    return axis;
}

int TimelineView::monthWidth() const {
    return (width() - Metrics::px(18) - labelWidth()) / (12 * years_);
}

QRect TimelineView::column(Month month) const {
    const TimeAxis of = axis();
    const int left = of.x(firstOf(month));
    return {left, axisHeight(), std::max(3, of.x(firstOf(later(month, 1))) - left), height() - axisHeight()};
}

void TimelineView::layRows() {
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
    const int rowRoom = height() - axisHeight();
    // What is low gives way in this order: institutions join, then drugs are counted; the data lane always stands.
    while (visitRows > leastVisitRows && others() + leastDrugRows * rowHeight() > rowRoom)
        --visitRows;
    const bool joined = visitRows < visits.size();
    const int room = std::max(1, (rowRoom - others()) / rowHeight());
    std::size_t drugRows = drugs.size();
    if (static_cast<int>(drugRows) > room) {
        drugRows = static_cast<std::size_t>(room - 1);
        hiddenDrugs_ = static_cast<int>(drugs.size() - drugRows);
    }
    int top = axisHeight();
    const auto add = [&](Lane lane, const QString& label, std::size_t index = 0) {
        const int high = lane == Lane::Head ? headHeight() : rowHeight();
        rows_.push_back({lane, top, high, index, label});
        top += high;
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
}

// --- painting -------------------------------------------------------------------------------------------------------

void TimelineView::paintGround(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    for (const auto& gap : lanes_->gaps()) {
        const int left = std::max(axis.left, axis.x(firstOf(gap.from)));
        const int right = std::min(axis.right, axis.x(firstOf(later(gap.to, 1))));
        if (left < right)
            painter.fillRect(QRect(left, axisHeight(), right - left, height() - axisHeight()),
                             Marks::hatch(roles.hatch));
    }
    if (firstOf(lanes_->first()) > axis.from) { // before the first receipt nothing is known
        const int right = std::min(axis.right, axis.x(firstOf(lanes_->first())));
        painter.fillRect(QRect(axis.left, axisHeight(), right - axis.left, height() - axisHeight()),
                         Marks::hatch(roles.hatch));
    }
    const QRect at = column(selected_);
    painter.fillRect(at, roles.sel);
    painter.fillRect(QRect(at.left(), at.top(), 2, at.height()), roles.accent);
    painter.fillRect(QRect(at.right() - 1, at.top(), 2, at.height()), roles.accent);
}

void TimelineView::paintYears(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    const bool months = monthWidth() >= Metrics::px(20);
    const int line = months ? axisHeight() / 2 : axisHeight();
    for (auto year = axis.from.year(); year <= axis.to.year(); ++year) {
        const Day first = Day{year / std::chrono::January / std::chrono::day{1}};
        const int x = std::max(axis.left, axis.x(first));
        if (first >= axis.to)
            break;
        if (first >= axis.from)
            painter.fillRect(QRect(x, 0, 1, height()), roles.line);
        const int end = std::min(axis.right, axis.x(Day{(year + std::chrono::years(1)) / 1 / 1}));
        const QString number = QString::number(int(year));
        const int wide = TypeFace::width(faces::small, number);
        if (x + wide + Metrics::px(4) > end)
            continue;
        draw::text(painter, QRect(x + Metrics::px(4), 0, wide, line), Qt::AlignLeft, faces::small, roles.text2, number);
        QString era = QString::fromStdString(eraYear(Day{year / std::chrono::December / std::chrono::day{31}}));
        era.remove(u'年');
        const int left = x + wide + Metrics::px(8);
        if (left + TypeFace::width(faces::caption, era) <= end)
            draw::text(painter, QRect(left, 0, end - left, line), Qt::AlignLeft, faces::caption, roles.text2, era);
    }
    if (months) {
        for (Month month = from_; month <= to_; month += std::chrono::months(1)) {
            const QRect at = column(month);
            draw::text(painter, QRect(at.left(), line, at.width(), line), Qt::AlignHCenter, faces::caption, roles.text2,
                       QString::number(unsigned(month.month())));
        }
    }
    painter.fillRect(QRect(0, axisHeight() - 1, axis.right, 1), roles.border);
}

void TimelineView::paintSurgery(QPainter& painter, const TimeAxis& axis, const QRect& row) const {
    const Roles& roles = Roles::current();
    const auto& all = lanes_->surgery();
    const int half = Metrics::px(6);
    int labelEnd = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].day < axis.from || all[i].day >= axis.to)
            continue;
        const int x = axis.x(all[i].day);
        const int middle = row.center().y();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(roles.critical);
        const QPointF triangle[] = {QPointF(x - half, middle + half * 0.8), QPointF(x + half, middle + half * 0.8),
                                    QPointF(x, middle - half * 0.9)};
        painter.drawPolygon(triangle, 3);
        painter.restore();
        const int left = x + half + Metrics::px(3);
        int right = axis.right;
        if (i + 1 < all.size() && all[i + 1].day < axis.to)
            right = axis.x(all[i + 1].day) - half - Metrics::px(4);
        if (left >= labelEnd && right - left >= Metrics::px(30)) {
            draw::elided(painter, QRect(left, row.top(), right - left, row.height()), Qt::AlignLeft, faces::caption,
                         roles.text, all[i].name);
            labelEnd = left;
        }
    }
}

void TimelineView::paintStays(QPainter& painter, const TimeAxis& axis, const QRect& row) const {
    const Roles& roles = Roles::current();
    const auto& all = lanes_->stays();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].to < axis.from || all[i].from >= axis.to)
            continue;
        const int left = std::max(axis.left, axis.x(all[i].from));
        const int right = std::min(axis.right, axis.x(addDays(all[i].to, 1)));
        const QRect block(left, row.top() + Metrics::px(3), std::max(Metrics::px(5), right - left),
                          row.height() - Metrics::px(6));
        painter.fillRect(block, roles.text);
        const QString words = tr("%1 d", "days of an admission").arg(all[i].days());
        const int at = block.right() + Metrics::px(4);
        const int next = i + 1 < all.size() ? axis.x(all[i + 1].from) : axis.right;
        if (at + TypeFace::width(faces::caption, words) < next)
            draw::text(painter, QRect(at, row.top(), Metrics::px(60), row.height()), Qt::AlignLeft, faces::caption,
                       roles.text2, words);
    }
}

void TimelineView::paintDrug(QPainter& painter, const TimeAxis& axis, const QRect& row,
                             const TimelineLanes::Drug& drug) const {
    const Roles& roles = Roles::current();
    const auto& history = lanes_->history();
    const int top = row.top() + (row.height() - barHeight()) / 2;
    const auto span = [&](Day from, Day to) {
        const int left = std::clamp(axis.x(from), axis.left, axis.right);
        const int right = std::clamp(axis.x(addDays(to, 1)), axis.left, axis.right);
        return QRect(left, top, std::max(1, right - left), barHeight());
    };
    const bool whole = years_ >= 5; // single fills would be narrower than the gap between them
    for (const auto index : drug.courses) {
        const auto& course = history.medications[index];
        const bool estimated = course.supplies.back().estimatedPeriod;
        const auto bar = [&](Day from, Day to) {
            if (to < axis.from || from >= axis.to)
                return;
            const QRect at = span(from, to);
            if (estimated) {
                QPen pen(roles.bar, 1);
                pen.setDashPattern({3, 2});
                painter.setPen(pen);
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(at.adjusted(0, 0, -1, -1));
            } else {
                painter.fillRect(!whole && at.width() > 3 ? at.adjusted(0, 0, -1, 0) : at, roles.bar);
            }
        };
        if (whole) {
            bar(course.supplies.front().start, course.end);
        } else {
            for (const auto& supply : course.supplies)
                bar(supply.start, supply.end);
        }
    }
    QStringList badges;
    int frames = axis.right;
    for (const auto index : drug.overlaps) {
        const auto& pair = history.duplicates.at(index);
        if (pair.to < axis.from || pair.from >= axis.to)
            continue;
        const QRect at = span(pair.from, pair.to).adjusted(-2, -2, 2, 2);
        painter.setPen(QPen(roles.caution, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(at);
        badges << Words::duplicateBadge(pair);
        frames = std::min(frames, at.left());
    }
    const int wide = draw::badgesWidth(badges, BadgeKind::Duplicate, faces::caption);
    if (!badges.isEmpty() && frames - wide > axis.left)
        draw::badges(painter, row, frames - wide, badges, BadgeKind::Duplicate, faces::caption);
}

void TimelineView::paintVisits(QPainter& painter, const QRect& row, const TimelineLanes::Visits& visits) const {
    const Roles& roles = Roles::current();
    const bool digits = monthWidth() >= Metrics::px(20);
    painter.fillRect(QRect(labelWidth(), row.bottom(), axis().right - labelWidth(), 1), roles.line);
    for (auto at = visits.months.lower_bound(from_); at != visits.months.end() && at->first <= to_; ++at) {
        const QRect cell = column(at->first);
        const auto& of = at->second;
        if (digits) {
            const bool strong = of.inpatient || of.days >= 10;
            const QRect box(cell.left() + 1, row.top() + 1, cell.width() - 1, row.height() - 2);
            painter.fillRect(box, strong         ? roles.heat4
                                  : of.days >= 4 ? roles.heat3
                                  : of.days >= 2 ? roles.heat2
                                                 : roles.heat1);
            draw::text(painter, box, Qt::AlignHCenter, faces::caption, strong ? roles.heat4Digits : roles.heatDigits,
                       of.inpatient ? tr("in", "in-patient, in a cell") : QString::number(of.days));
            continue;
        }
        const int level = of.inpatient ? 4 : levelOf(of.days);
        const int high = std::max(2, (row.height() - 2) * level / 4);
        const QColor ink = of.inpatient ? roles.text : of.days >= 10 ? roles.heat4 : roles.bar;
        painter.fillRect(QRect(cell.left(), row.bottom() - high, std::max(2, cell.width() - 1), high), ink);
    }
}

void TimelineView::paintInsurer(QPainter& painter, const TimeAxis& axis, const QRect& row, std::size_t index) const {
    const Roles& roles = Roles::current();
    const QRect inner = row.adjusted(0, Metrics::px(4), 0, -Metrics::px(4));
    for (const auto& span : lanes_->insurers()[index].spans) {
        const int left = std::max(axis.left, axis.x(firstOf(span.from)));
        const int right = std::min(axis.right, axis.x(firstOf(later(span.to, 1))));
        if (right <= left)
            continue;
        painter.setPen(QPen(roles.good, 2));
        painter.setBrush(roles.base);
        painter.drawRect(QRect(left + 1, inner.top(), right - left - 2, inner.height()));
    }
    if (index > 0)
        return;
    for (const auto& gap : lanes_->gaps()) { // named once, beside its hatch
        const int left = axis.x(firstOf(later(gap.to, 1))) + Metrics::px(4);
        if (firstOf(gap.from) < axis.from || left >= axis.right)
            continue;
        const QString words = TimelineLanes::gapWords(gap);
        const int wide = TypeFace::width(faces::captionBold, words) + Metrics::px(6);
        const int at = std::min(left, axis.right - wide);
        painter.fillRect(QRect(at, row.top(), wide, row.height()), roles.base);
        draw::text(painter, QRect(at + Metrics::px(3), row.top(), wide, row.height()), Qt::AlignLeft,
                   faces::captionBold, roles.critical, words);
    }
}

void TimelineView::paintRow(QPainter& painter, const TimeAxis& axis, const Row& row) const {
    const Roles& roles = Roles::current();
    const QRect at(0, row.top, width(), row.height);
    const int indent = row.lane == Lane::Head ? Metrics::px(2) : Metrics::px(12);
    const QRect label(indent, row.top, labelWidth() - indent - Metrics::px(8), row.height);
    if (row.lane == Lane::Head) {
        if (row.top > axisHeight())
            painter.fillRect(QRect(0, row.top, axis.right, 1), roles.border);
        draw::elided(painter, QRect(indent, row.top, width(), row.height), Qt::AlignLeft, faces::captionBold,
                     roles.text, row.label);
        return;
    }
    draw::elided(painter, label, Qt::AlignLeft, faces::caption, row.lane == Lane::MoreDrugs ? roles.text2 : roles.text,
                 row.label);
    switch (row.lane) {
    case Lane::Surgery:
        paintSurgery(painter, axis, at);
        break;
    case Lane::Admissions:
        paintStays(painter, axis, at);
        break;
    case Lane::Drug:
        paintDrug(painter, axis, at, lanes_->drugs()[row.index]);
        break;
    case Lane::Visits:
        paintVisits(painter, at, lanes_->visits()[row.index]);
        break;
    case Lane::MoreVisits: {
        TimelineLanes::Visits rest;
        for (std::size_t i = row.index; i < lanes_->visits().size(); ++i) {
            for (const auto& [month, cell] : lanes_->visits()[i].months) {
                rest.months[month].days += cell.days;
                rest.months[month].inpatient |= cell.inpatient;
            }
        }
        paintVisits(painter, at, rest);
        break;
    }
    case Lane::Insurer:
        paintInsurer(painter, axis, at, row.index);
        break;
    case Lane::Head:
    case Lane::MoreDrugs:
        break;
    }
}

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
    const TimeAxis of = axis();
    if (!of.valid())
        return;
    QPainter painter(this);
    paintGround(painter, of);
    paintYears(painter, of);
    for (const Row& row : rows_) {
        if (row.top + row.height <= height()) // no row half shown
            paintRow(painter, of, row);
    }
    if (hasFocus())
        draw::ring(painter, column(selected_).adjusted(-2, 0, 2, 0));
}

// --- walking --------------------------------------------------------------------------------------------------------

void TimelineView::select(Month month) {
    if (lanes_ == nullptr)
        return;
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
        layRows();
    update();
    if (moved) {
        announceItem(this, currentItem());
        emit selectionMoved();
    }
}

void TimelineView::step(int months) {
    select(later(selected_, months));
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (lanes_ == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Find)) { // the page has no search of its own
        QWidget::keyPressEvent(event);
        return;
    }
    const bool year = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        step(year ? -12 : -1);
        return;
    case Qt::Key_Right:
        step(year ? 12 : 1);
        return;
    case Qt::Key_Up:
        select(lanes_->nextEvent(selected_, -1));
        return;
    case Qt::Key_Down:
        select(lanes_->nextEvent(selected_, 1));
        return;
    case Qt::Key_PageUp:
        step(-12 * years_);
        return;
    case Qt::Key_PageDown:
        step(12 * years_);
        return;
    case Qt::Key_Home:
        select(lanes_->first());
        return;
    case Qt::Key_End:
        select(lanes_->last());
        return;
    case Qt::Key_1:
    case Qt::Key_3:
    case Qt::Key_5:
        emit yearsWanted(event->key() - Qt::Key_0);
        return;
    case Qt::Key_0:
        emit yearsWanted(10);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

int TimelineView::itemCount() const {
    return lanes_ == nullptr ? 0 : 12 * years_;
}

QString TimelineView::itemWords(int item) const {
    return lanes_ == nullptr ? QString() : lanes_->words(later(from_, item));
}

QRect TimelineView::itemPlace(int item) const {
    return column(later(from_, item));
}

int TimelineView::currentItem() const {
    return lanes_ == nullptr ? -1 : monthsBetween(from_, selected_);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    const TimeAxis of = axis();
    if (!of.valid() || event->pos().x() < of.left || event->pos().x() >= of.right)
        return;
    for (Month month = from_; month <= to_; month += std::chrono::months(1)) {
        const QRect at = column(month);
        if (event->pos().x() < at.right() || month == to_) {
            select(month);
            return;
        }
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    mousePressEvent(event);
    emit opened();
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layRows();
}

void TimelineView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TimelineView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void TimelineView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layRows();
}

} // namespace kmixr::ui
