#include "ui/details/supply_chart.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

namespace kmixr::ui {
namespace {

int barHeight() {
    return Metrics::px(13);
}

/// Months between two labels so that their words do not touch.
int labelStep(int monthWidth) {
    for (const int step : {1, 3, 6, 12}) {
        if (monthWidth * step >= Metrics::px(36))
            return step;
    }
    return 12;
}

} // namespace

int TimeAxis::x(Day day) const {
    const double share = static_cast<double>(daysBetween(from, day)) / std::max(1, daysBetween(from, to));
    return left + static_cast<int>(share * (right - left));
}

QRect SupplyChart::bar(const QRect& row, Day from, Day to) const {
    const int x1 = std::clamp(axis_.x(from), axis_.left, axis_.right);
    const int x2 = std::clamp(axis_.x(addDays(to, 1)), axis_.left, axis_.right);
    const int high = std::min(barHeight(), row.height() - 4);
    return {x1, row.top() + (row.height() - high) / 2, x2 - x1, high};
}

void SupplyChart::paintGround(QPainter& painter, const QRect& row, bool monthLines) const {
    const Roles& roles = Roles::current();
    if (history_->newestMonth) {
        const int from = std::max(axis_.left, axis_.x(addDays(lastOf(*history_->newestMonth), 1)));
        if (from < axis_.right)
            painter.fillRect(QRect(from, row.top(), axis_.right - from, row.height()), Marks::hatch(roles.hatch));
    }
    if (!monthLines)
        return;
    const int months = std::max(1, monthsBetween(monthOf(axis_.from), monthOf(axis_.to)));
    const int step = labelStep((axis_.right - axis_.left) / months);
    for (Month month = monthOf(axis_.from); firstOf(month) < axis_.to; month += std::chrono::months(1)) {
        const bool labelled = step == 1 || (unsigned(month.month()) - 1) % static_cast<unsigned>(step) == 0;
        if (labelled)
            painter.fillRect(QRect(axis_.x(firstOf(month)), row.top(), 1, row.height()), roles.line);
    }
}

void SupplyChart::paintLines(QPainter& painter, const QRect& row) const {
    const Roles& roles = Roles::current();
    if (history_->newestMonth) {
        const int x = axis_.x(addDays(lastOf(*history_->newestMonth), 1));
        painter.fillRect(QRect(x, row.top(), 2, row.height()), roles.text);
    }
    if (history_->today >= axis_.from && history_->today < axis_.to)
        painter.fillRect(QRect(axis_.x(history_->today), row.top(), 2, row.height()), roles.accent);
}

void SupplyChart::paintMonth(QPainter& painter, const QRect& row, Month month) const {
    const Day first = firstOf(month);
    if (first < axis_.from || first >= axis_.to)
        return;
    const int left = axis_.x(first);
    const int right = axis_.x(firstOf(month + std::chrono::months(1)));
    draw::monthSides(painter, QRect(left, row.top(), std::max(3, right - left), row.height()), Roles::current().text);
}

void SupplyChart::paintSupplies(QPainter& painter, const QRect& row, const history::MedicationCourse& course) const {
    const Roles& roles = Roles::current();
    for (const history::Supply& supply : course.supplies) {
        if (supply.end < axis_.from || supply.start >= axis_.to)
            continue;
        QRect block = bar(row, supply.start, supply.end);
        if (block.width() < 1)
            block.setWidth(1);
        if (supply.estimatedPeriod) {
            QPen pen(roles.bar, block.width() > 4 ? 2 : 1);
            pen.setDashPattern({2, 1.5});
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(block.adjusted(1, 1, -2, -2));
        } else {
            // A gap of one pixel tells the fills apart while they are wide enough for it.
            painter.fillRect(block.width() > 3 ? block.adjusted(0, 0, -1, 0) : block, roles.bar);
        }
    }
}

void SupplyChart::paintChange(QPainter& painter, const QRect& row, const history::MedicationCourse& course) const {
    for (std::size_t i = 1; i < course.supplies.size(); ++i) {
        const history::Supply& before = course.supplies[i - 1];
        const history::Supply& after = course.supplies[i];
        if (before.code == after.code || after.start < axis_.from || after.start >= axis_.to)
            continue;
        QString from = Words::strength(Words::shown(before.name));
        const QString to = Words::strength(Words::shown(after.name));
        if (from == to) // another brand, not another strength
            continue;
        // "1→2mg": the unit once when both share it
        for (qsizetype unit = 0; unit < from.size(); ++unit) {
            if (!from[unit].isDigit() && from[unit] != u'.' && to.endsWith(from.mid(unit))) {
                from.truncate(unit);
                break;
            }
        }
        paintLabel(painter, row, after.start, QStringLiteral("%1→%2").arg(from, to));
    }
    if (course.switchedFrom && course.supplies.front().start >= axis_.from && course.supplies.front().start < axis_.to)
        paintLabel(painter, row, course.supplies.front().start, Words::switched());
}

void SupplyChart::paintLabel(QPainter& painter, const QRect& row, Day day, const QString& words) const {
    const Roles& roles = Roles::current();
    const int wide = TypeFace::width(faces::caption, words) + Metrics::px(4);
    const int left = std::min(axis_.x(day), axis_.right - wide);
    const int high = TypeFace::lineHeight(faces::caption);
    const QRect label(left, row.top() + (row.height() - high) / 2, wide, high);
    painter.fillRect(label, roles.base);
    painter.setPen(roles.border);
    painter.drawRect(label.adjusted(0, 0, -1, -1));
    draw::text(painter, label, Qt::AlignHCenter, faces::caption, roles.text, words);
}

void SupplyChart::paintCourse(QPainter& painter, const QRect& row, const history::MedicationCourse& course,
                              const std::vector<std::uint32_t>& overlaps, int fill) const {
    const Roles& roles = Roles::current();
    painter.save();
    painter.setClipRect(QRect(axis_.left, row.top(), axis_.right - axis_.left, row.height()), Qt::IntersectClip);
    paintSupplies(painter, row, course);
    for (const auto index : overlaps) {
        const history::Duplicate& pair = history_->duplicates.at(index);
        if (pair.to < axis_.from || pair.from >= axis_.to)
            continue;
        const QRect frame = bar(row, pair.from, pair.to).adjusted(-1, -2, 1, 3);
        QRect strip = frame;
        strip.setTop(frame.bottom() - Metrics::px(6));
        painter.fillRect(strip, roles.cautionGround);
        painter.fillRect(strip, QBrush(roles.caution, Qt::BDiagPattern));
        painter.setPen(QPen(roles.caution, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.adjusted(1, 1, -1, -1));
    }
    paintChange(painter, row, course);
    if (fill >= 0 && fill < static_cast<int>(course.supplies.size())) {
        const history::Supply& supply = course.supplies[static_cast<std::size_t>(fill)];
        draw::ring(painter, bar(row, supply.start, supply.end).adjusted(-3, -4, 3, 4));
    }
    painter.restore();
}

void SupplyChart::paintAxis(QPainter& painter, const QRect& head) const {
    const Roles& roles = Roles::current();
    const int line = head.height() / 2;
    const QRect upper(head.left(), head.top(), head.width(), line);
    const QRect lower(head.left(), head.top() + line, head.width(), head.height() - line);
    const int months = std::max(1, monthsBetween(monthOf(axis_.from), monthOf(axis_.to)));
    const int monthWidth = (axis_.right - axis_.left) / months;
    const int step = labelStep(monthWidth);

    std::vector<QRect> taken; ///< words that a year must not touch
    std::vector<int> strokes; ///< x of the two strokes
    const auto mark = [&](Day day, const QString& words, const QColor& colour, bool before) {
        const int wide = TypeFace::width(faces::captionBold, words);
        const int x = axis_.x(day);
        int left = before ? x - wide - Metrics::px(3) : std::min(x - wide / 2, axis_.right - wide);
        if (!before && !taken.empty()) // at large text the two dates come close: the later one gives way to the right
            left = std::max(left, taken.back().right());
        taken.emplace_back(left - Metrics::px(6), upper.top(), wide + Metrics::px(12), upper.height());
        draw::text(painter, QRect(left, upper.top(), wide, upper.height()), Qt::AlignLeft, faces::captionBold, colour,
                   words);
        painter.fillRect(QRect(x, lower.top(), 2, lower.height()), colour);
        strokes.push_back(x);
    };
    if (history_->newestMonth) {
        const Day end = lastOf(*history_->newestMonth);
        mark(addDays(end, 1), Words::dataTo(end), roles.text, true);
    }
    if (history_->today >= axis_.from && history_->today < axis_.to)
        mark(history_->today, Words::todayIs(history_->today), roles.accent, false);

    for (Month month = monthOf(axis_.from); firstOf(month) < axis_.to; month += std::chrono::months(1)) {
        const int x = axis_.x(firstOf(month));
        const bool first = month == monthOf(axis_.from);
        if (first || month.month() == std::chrono::January) {
            const QString year = Words::year(month.year());
            const QRect at(x + Metrics::px(3), upper.top(), TypeFace::width(faces::caption, year), upper.height());
            const bool free =
                std::none_of(taken.begin(), taken.end(), [&](const QRect& of) { return of.intersects(at); });
            const bool room = !first || 13 - unsigned(month.month()) >= 36U / std::max(1, monthWidth);
            if (free && room && at.right() <= axis_.right) {
                draw::text(painter, at, Qt::AlignLeft, faces::caption, roles.text2, year);
                taken.push_back(at.adjusted(0, 0, Metrics::px(6), 0));
            }
        }
        const bool labelled =
            step < 12 && (step == 1 || (unsigned(month.month()) - 1) % static_cast<unsigned>(step) == 0);
        if (!labelled)
            continue;
        const QString words = Words::monthNumber(month);
        const int wide = TypeFace::width(faces::caption, words);
        int left = step == 1 ? x + (monthWidth - wide) / 2 : x;
        for (const int stroke : strokes) { // a stroke through the number would make it another one
            if (stroke >= left - 2 && stroke <= left + wide)
                left = stroke + Metrics::px(4);
        }
        if (left + wide > axis_.right)
            continue; // the next column's heading stands there
        draw::text(painter, QRect(left, lower.top(), wide, lower.height()), Qt::AlignLeft, faces::caption, roles.text2,
                   words);
    }
}

} // namespace kmixr::ui
