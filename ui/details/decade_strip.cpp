#include "ui/details/decade_strip.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace kmixr::ui {

using history::ProcedureGroup;

namespace {

constexpr int years = 10;
constexpr std::size_t mostBands = 2;

int axisHeight() {
    return Metrics::px(20);
}

} // namespace

DecadeStrip::DecadeStrip(const ProcedureModel& model, QWidget* parent) : QWidget(parent), model_(&model) {
    installPaintedItemsAccess();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Ten years of surgery and admissions"));
}

void DecadeStrip::rebuild(bool samePatient) {
    const std::optional<Event> stood =
        current_ >= 0 ? std::optional(events_.at(static_cast<std::size_t>(current_))) : std::nullopt;
    events_.clear();
    lanes_ = {tr("Surgery"), tr("Admissions")};
    current_ = -1;
    if (model_->history() != nullptr && model_->history()->newestMonth) {
        addSurgery();
        addStays();
        addBands();
        const Day from = axis().from;
        std::erase_if(events_, [from](const Event& event) { return event.to < from; });
        std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) {
            return std::pair(a.lane, a.from) < std::pair(b.lane, b.from);
        });
    }
    if (stood && samePatient) {
        const auto same = std::find_if(events_.begin(), events_.end(), [&stood](const Event& event) {
            return event.lane == stood->lane && event.from == stood->from && event.label == stood->label;
        });
        current_ = same == events_.end() ? -1 : static_cast<int>(same - events_.begin());
    }
    updateGeometry();
    update();
}

void DecadeStrip::addSurgery() {
    const history::History& history = *model_->history();
    for (std::uint32_t i = 0; i < history.procedures.size(); ++i) {
        const auto& record = history.procedures[i];
        if (record.group != ProcedureGroup::Surgery || !record.exclusion.empty())
            continue;
        const QString name = Words::shown(record.name);
        events_.push_back({0, record.day, record.day, name,
                           tr("Surgery, %1, %2").arg(Words::dayOrMonth(record.day, record.dayUnknown), name),
                           model_->askRecords({i})});
    }
}

void DecadeStrip::addStays() {
    const history::History& history = *model_->history();
    for (const Stay& stay : model_->stays()) {
        const QString where = Words::institution(history, stay.institution);
        Event event{1, stay.from, stay.to, {}, {}, {}};
        event.words = tr("Admission, %1, %2 to %3, %4 days")
                          .arg(where, Words::day(stay.from), Words::day(stay.to))
                          .arg(stay.days());
        event.ask.title = event.words;
        for (const auto receipt : stay.receipts) {
            const auto& value = history.receipts.at(receipt).value;
            event.ask.evidence.push_back(
                {receipt, value.insurance ? value.insurance->line : std::max(1U, value.firstLine)});
        }
        events_.push_back(std::move(event));
    }
}

void DecadeStrip::addBands() {
    const history::History& history = *model_->history();
    for (const auto& records : model_->longRepeats()) {
        const auto& last = history.procedures.at(records.front());
        const QString name = Words::shown(last.name);
        auto lane = static_cast<int>(lanes_.indexOf(name, 2));
        if (lane < 0) {
            if (lanes_.size() >= 2 + static_cast<qsizetype>(mostBands))
                continue;
            lane = static_cast<int>(lanes_.size());
            lanes_ << name;
        }
        const Day from = firstOf(monthOf(history.procedures.at(records.back()).day));
        const Day to = lastOf(monthOf(last.day));
        events_.push_back(
            {lane,
             from,
             to,
             {},
             tr("%1, month by month from %2 to %3").arg(name, Words::month(monthOf(from)), Words::month(monthOf(to))),
             model_->askRecords(records)});
    }
}

int DecadeStrip::count(Lane lane) const {
    return static_cast<int>(std::count_if(events_.begin(), events_.end(),
                                          [lane](const Event& event) { return event.lane == static_cast<int>(lane); }));
}

void DecadeStrip::setStandMonth(std::optional<Month> month) {
    stand_ = month;
    update();
}

int DecadeStrip::labelWidth() const {
    int width = Metrics::px(80);
    for (const QString& lane : lanes_)
        width = std::max(width, TypeFace::width(faces::caption, lane) + Metrics::px(16));
    return std::min({width, Metrics::px(260), this->width() / 3});
}

int DecadeStrip::laneHeight() const {
    return Metrics::px(20);
}

QSize DecadeStrip::sizeHint() const {
    const int lanes = std::max(2, static_cast<int>(lanes_.size()));
    return {Metrics::px(400), axisHeight() + lanes * laneHeight() + Metrics::px(6)};
}

TimeAxis DecadeStrip::axis() const {
    TimeAxis axis;
    const history::History* history = model_->history();
    if (history == nullptr || !history->newestMonth)
        return axis;
    axis.to = firstOf(*history->newestMonth + std::chrono::months(1));
    axis.from = Day{(axis.to.year() - std::chrono::years(years)) / axis.to.month() / std::chrono::day{1}};
    axis.left = labelWidth();
    axis.right = width() - Metrics::px(20);
    return axis;
}

QRect DecadeStrip::laneRect(int lane) const {
    return {0, axisHeight() + lane * laneHeight(), width(), laneHeight()};
}

QString DecadeStrip::itemWords(int item) const {
    return events_.at(static_cast<std::size_t>(item)).words;
}

QRect DecadeStrip::itemPlace(int item) const {
    const Event& event = events_.at(static_cast<std::size_t>(item));
    const TimeAxis of = axis();
    const QRect lane = laneRect(event.lane);
    const int least = Metrics::px(12);
    const int x1 = std::max(of.left, of.x(event.from));
    const int x2 = std::min(of.right, of.x(addDays(event.to, 1)));
    const int wide = std::max(least, x2 - x1);
    const int left = event.lane == 0 ? x1 - least / 2 : x1;
    return {left - 2, lane.top() + 1, wide + 4, lane.height() - 2};
}

void DecadeStrip::paintYears(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    int labelEnd = 0; // a year is only written where the one before leaves room
    for (auto year = axis.from.year(); year <= axis.to.year(); ++year) {
        const Day first = Day{year / std::chrono::January / std::chrono::day{1}};
        if (first < axis.from || first >= axis.to)
            continue;
        const int x = axis.x(first);
        painter.fillRect(QRect(x, Metrics::px(4), 1, height() - Metrics::px(8)), roles.line);
        const QString words = Words::year(year);
        const int end = x + Metrics::px(4) + TypeFace::width(faces::caption, words);
        if (x < labelEnd || end > axis.right)
            continue;
        labelEnd = end;
        draw::text(painter, QRect(x + Metrics::px(4), 0, Metrics::px(60), axisHeight()), Qt::AlignLeft, faces::caption,
                   roles.text2, words);
    }
    painter.fillRect(QRect(axis.right, 0, 2, height()), roles.text);
}

void DecadeStrip::paintEvents(QPainter& painter, const TimeAxis& axis) const {
    const Roles& roles = Roles::current();
    int labelEnd = 0; // of the surgery lane: a label is only written where the one before leaves room
    for (std::size_t i = 0; i < events_.size(); ++i) {
        const Event& event = events_[i];
        const QRect lane = laneRect(event.lane);
        const int x1 = std::clamp(axis.x(event.from), axis.left, axis.right);
        const int x2 = std::clamp(axis.x(addDays(event.to, 1)), axis.left, axis.right);
        if (event.lane == 0) {
            const int half = Metrics::px(7);
            const int middle = lane.center().y();
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(roles.critical);
            const QPointF triangle[] = {QPointF(x1 - half, middle + half * 0.8),
                                        QPointF(x1 + half, middle + half * 0.8), QPointF(x1, middle - half * 0.9)};
            painter.drawPolygon(triangle, 3);
            painter.restore();
            const int left = x1 + half + Metrics::px(3);
            int right = axis.right;
            if (i + 1 < events_.size() && events_[i + 1].lane == 0)
                right = axis.x(events_[i + 1].from) - half - Metrics::px(6);
            if (left >= labelEnd && right - left >= Metrics::px(36)) {
                draw::elided(painter, QRect(left, lane.top(), right - left, lane.height()), Qt::AlignLeft,
                             faces::caption, roles.text, event.label);
                labelEnd = left;
            }
        } else if (event.lane == 1) {
            painter.fillRect(QRect(x1, lane.top() + Metrics::px(4), std::max(Metrics::px(5), x2 - x1),
                                   lane.height() - Metrics::px(8)),
                             roles.text);
        } else {
            painter.fillRect(QRect(x1, lane.center().y() - Metrics::px(4), x2 - x1, Metrics::px(8)), roles.bar);
        }
        if (static_cast<int>(i) == current_ && hasFocus())
            draw::ring(painter, itemPlace(current_));
    }
}

void DecadeStrip::paintEvent(QPaintEvent* /*event*/) {
    const TimeAxis of = axis();
    if (!of.valid())
        return;
    const Roles& roles = Roles::current();
    QPainter painter(this);
    paintYears(painter, of);
    for (int lane = 0; lane < static_cast<int>(lanes_.size()); ++lane)
        draw::elided(painter, laneRect(lane).adjusted(Metrics::px(2), 0, labelWidth() - width() - Metrics::px(6), 0),
                     Qt::AlignLeft, faces::caption, roles.text, lanes_[lane]);
    if (stand_ && model_->history() != nullptr)
        SupplyChart(*model_->history(), of).paintMonth(painter, rect(), *stand_);
    paintEvents(painter, of);
    if (hasFocus() && current_ < 0)
        draw::ring(painter, rect());
}

void DecadeStrip::walk(int step) {
    if (events_.empty())
        return;
    const int last = static_cast<int>(events_.size()) - 1;
    current_ = current_ < 0 ? (step > 0 ? 0 : last) : std::clamp(current_ + step, 0, last);
    update();
    announceItem(this, current_);
}

void DecadeStrip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        walk(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        walk(+1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current_ >= 0)
            emit asked(events_.at(static_cast<std::size_t>(current_)).ask);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

int DecadeStrip::itemAt(QPoint at) const {
    for (int item = 0; item < itemCount(); ++item) {
        if (itemPlace(item).contains(at))
            return item;
    }
    return -1;
}

void DecadeStrip::mousePressEvent(QMouseEvent* event) {
    if (const int item = itemAt(event->pos()); item >= 0) {
        current_ = item;
        setFocus(Qt::MouseFocusReason);
        update();
    }
}

void DecadeStrip::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int item = itemAt(event->pos()); item >= 0)
        emit asked(events_.at(static_cast<std::size_t>(item)).ask);
}

void DecadeStrip::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

} // namespace kmixr::ui
