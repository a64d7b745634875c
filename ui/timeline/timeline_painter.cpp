#include "ui/timeline/timeline_painter.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {
namespace {

int barHeight() {
    return Metrics::px(9);
}

/// Visits of a month as a share of the cell: 1 · 2–3 · 4–9 · 10 days and more.
int levelOf(int days) {
    return days >= 10 ? 4 : days >= 4 ? 3 : days >= 2 ? 2 : 1;
}

} // namespace

void TimelinePainter::paint(QPainter& painter) const {
    const TimeAxis axis = at_.axis();
    paintGround(painter, axis);
    paintYears(painter, axis);
    for (const TimelineLayout::Row& row : at_.rows()) {
        if (at_.inSight(row)) // no row half shown
            paintRow(painter, axis, row);
    }
}

void TimelinePainter::paintGround(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    for (const auto& gap : lanes_.gaps()) {
        const int left = std::max(axis.left, axis.x(firstOf(gap.from)));
        const int right = std::min(axis.right, axis.x(firstOf(later(gap.to, 1))));
        if (left < right)
            painter.fillRect(QRect(left, at_.axisHeight(), right - left, at_.size().height() - at_.axisHeight()),
                             Marks::hatch(roles.hatch));
    }
    if (firstOf(lanes_.first()) > axis.from) { // before the first receipt nothing is known
        const int right = std::min(axis.right, axis.x(firstOf(lanes_.first())));
        painter.fillRect(QRect(axis.left, at_.axisHeight(), right - axis.left, at_.size().height() - at_.axisHeight()),
                         Marks::hatch(roles.hatch));
    }
    const QRect at = at_.column(at_.selected());
    painter.fillRect(at, roles.sel);
    painter.fillRect(QRect(at.left(), at.top(), 2, at.height()), roles.accent);
    painter.fillRect(QRect(at.right() - 1, at.top(), 2, at.height()), roles.accent);
}

void TimelinePainter::paintYears(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    const bool months = at_.showsMonths();
    const int line = months ? at_.axisHeight() / 2 : at_.axisHeight();
    for (auto year = axis.from.year(); year <= axis.to.year(); ++year) {
        const Day first = Day{year / std::chrono::January / std::chrono::day{1}};
        const int x = std::max(axis.left, axis.x(first));
        if (first >= axis.to)
            break;
        if (first >= axis.from)
            painter.fillRect(QRect(x, 0, 1, at_.size().height()), roles.line);
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
        for (Month month = at_.from(); month <= at_.to(); month += std::chrono::months(1)) {
            const QRect at = at_.column(month);
            draw::text(painter, QRect(at.left(), line, at.width(), line), Qt::AlignHCenter, faces::caption, roles.text2,
                       QString::number(unsigned(month.month())));
        }
    }
    painter.fillRect(QRect(0, at_.axisHeight() - 1, axis.right, 1), roles.border);
}

void TimelinePainter::paintSurgery(QPainter& painter, const TimeAxis& axis, const QRect& row) const {
    const Roles& roles = Roles::current();
    const auto& all = lanes_.surgery();
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

void TimelinePainter::paintStays(QPainter& painter, const TimeAxis& axis, const QRect& row) const {
    const Roles& roles = Roles::current();
    const auto& all = lanes_.stays();
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

void TimelinePainter::paintDrug(QPainter& painter, const TimeAxis& axis, const QRect& row,
                                const TimelineLanes::Drug& drug) const {
    const Roles& roles = Roles::current();
    const auto& history = lanes_.history();
    const int top = row.top() + (row.height() - barHeight()) / 2;
    const auto span = [&](Day from, Day to) {
        const int left = std::clamp(axis.x(from), axis.left, axis.right);
        const int right = std::clamp(axis.x(addDays(to, 1)), axis.left, axis.right);
        return QRect(left, top, std::max(1, right - left), barHeight());
    };
    const bool whole = at_.years() >= 5; // single fills would be narrower than the gap between them
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

void TimelinePainter::paintVisits(QPainter& painter, const QRect& row, const TimelineLanes::Visits& visits) const {
    const Roles& roles = Roles::current();
    const bool digits = at_.showsMonths();
    painter.fillRect(QRect(at_.labelWidth(), row.bottom(), at_.axis().right - at_.labelWidth(), 1), roles.line);
    for (auto at = visits.months.lower_bound(at_.from()); at != visits.months.end() && at->first <= at_.to(); ++at) {
        const QRect cell = at_.column(at->first);
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

void TimelinePainter::paintInsurer(QPainter& painter, const TimeAxis& axis, const QRect& row, std::size_t index) const {
    const Roles& roles = Roles::current();
    const QRect inner = row.adjusted(0, Metrics::px(4), 0, -Metrics::px(4));
    for (const auto& span : lanes_.insurers()[index].spans) {
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
    for (const auto& gap : lanes_.gaps()) { // named once, beside its hatch
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

void TimelinePainter::paintRow(QPainter& painter, const TimeAxis& axis, const TimelineLayout::Row& row) const {
    const Roles& roles = Roles::current();
    const QRect at(0, row.top, at_.size().width(), row.height);
    const int indent = row.lane == TimelineLayout::Lane::Head ? Metrics::px(2) : Metrics::px(12);
    const QRect label(indent, row.top, at_.labelWidth() - indent - Metrics::px(8), row.height);
    if (row.lane == TimelineLayout::Lane::Head) {
        if (row.top > at_.axisHeight())
            painter.fillRect(QRect(0, row.top, axis.right, 1), roles.border);
        draw::elided(painter, QRect(indent, row.top, at_.size().width(), row.height), Qt::AlignLeft, faces::captionBold,
                     roles.text, row.label);
        return;
    }
    draw::elided(painter, label, Qt::AlignLeft, faces::caption,
                 row.lane == TimelineLayout::Lane::MoreDrugs ? roles.text2 : roles.text, row.label);
    switch (row.lane) {
    case TimelineLayout::Lane::Surgery:
        paintSurgery(painter, axis, at);
        break;
    case TimelineLayout::Lane::Admissions:
        paintStays(painter, axis, at);
        break;
    case TimelineLayout::Lane::Drug:
        paintDrug(painter, axis, at, lanes_.drugs()[row.index]);
        break;
    case TimelineLayout::Lane::Visits:
        paintVisits(painter, at, lanes_.visits()[row.index]);
        break;
    case TimelineLayout::Lane::MoreVisits: {
        TimelineLanes::Visits rest;
        for (std::size_t i = row.index; i < lanes_.visits().size(); ++i) {
            for (const auto& [month, cell] : lanes_.visits()[i].months) {
                rest.months[month].days += cell.days;
                rest.months[month].inpatient |= cell.inpatient;
            }
        }
        paintVisits(painter, at, rest);
        break;
    }
    case TimelineLayout::Lane::Insurer:
        paintInsurer(painter, axis, at, row.index);
        break;
    case TimelineLayout::Lane::Head:
    case TimelineLayout::Lane::MoreDrugs:
        break;
    }
}

} // namespace kmixr::ui
