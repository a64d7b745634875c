#include "ui/details/stand_note.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <QEvent>

#include <algorithm>
#include <bit>
#include <map>

namespace kmixr::ui {
namespace {

int gap() {
    return Metrics::px(8);
}

bool counted(const MonthRecord& record) {
    return (record.hiddenBy & hiddenByFees) == 0;
}

} // namespace

StandNote::StandNote(QWidget* parent) : QWidget(parent), all_(new LinkButton(this)), newest_(new LinkButton(this)) {
    all_->setText(tr("All of that month Alt+M"));
    all_->setShortcut(QKeySequence(Qt::ALT | Qt::Key_M));
    newest_->setText(tr("Back to the newest Esc"));
    connect(all_, &QAbstractButton::clicked, this, &StandNote::allWanted);
    connect(newest_, &QAbstractButton::clicked, this, &StandNote::newestWanted);
    hide();
}

void StandNote::show(const QString& words, bool more) {
    words_ = words;
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    all_->setVisible(more);
    place();
    update();
}

int StandNote::room(int width) const {
    int room = width - newest_->sizeHint().width() - 4 * gap();
    if (!all_->isHidden())
        room -= all_->sizeHint().width() + 2 * gap();
    return room;
}

int StandNote::heightFor(int width) const {
    return words_.isEmpty()
               ? 0
               : TypeFace::lines(faces::small, words_, room(width)) * TypeFace::lineHeight(faces::small) + gap();
}

void StandNote::place() {
    int right = width() - gap();
    for (LinkButton* link : {newest_, all_}) {
        if (link->isHidden())
            continue;
        const QSize size = link->sizeHint();
        link->setGeometry(right - size.width(), (height() - size.height()) / 2, size.width(), size.height());
        right -= size.width() + 2 * gap();
    }
}

void StandNote::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    painter.fillRect(rect(), roles.base);
    painter.fillRect(QRect(0, 0, Metrics::px(3), height()), roles.accent);
    draw::wrapped(painter, QRect(2 * gap(), 0, room(width()), height()), faces::small, roles.text, words_);
}

void StandNote::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void StandNote::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

void MonthStand::begin(Month month, FilterBar& bar, const std::vector<MonthRecord>& records, int everything) {
    month_ = month;
    switched_.clear();
    before_ = widened_ = bar.state();
    if (shownOf(records) > 0)
        return;
    // The fewest widenings that show one of them; what was typed is let go last.
    std::optional<unsigned> least;
    for (const MonthRecord& record : records) {
        const auto cost = [](unsigned by) { return std::pair(std::popcount(by), by); };
        if (counted(record) && (!least || cost(record.hiddenBy) < cost(*least)))
            least = record.hiddenBy;
    }
    if (least)
        widen(bar, *least, everything);
}

void MonthStand::widenForAll(FilterBar& bar, const std::vector<MonthRecord>& records, int everything) {
    unsigned by = 0;
    for (const MonthRecord& record : records)
        by |= counted(record) ? record.hiddenBy : 0U;
    widen(bar, by, everything);
}

void MonthStand::widen(FilterBar& bar, unsigned by, int everything) {
    FilterBar::State state = bar.state();
    if (by & hiddenByFilter) {
        state.filter = everything;
        switched_ << bar.filterWords(everything);
    }
    if (by & hiddenByPlaces) {
        state.places = Places::All;
        switched_ << FilterBar::placesWords(Places::All);
    }
    if (by & hiddenBySearch) {
        state.query.clear();
        switched_ << tr("search emptied");
    }
    bar.setState(state);
    widened_ = state;
}

void MonthStand::end(FilterBar& bar) {
    FilterBar::State state = bar.state();
    if (state.filter == widened_.filter)
        state.filter = before_.filter;
    if (state.places == widened_.places)
        state.places = before_.places;
    if (state.query == widened_.query)
        state.query = before_.query;
    bar.setState(state);
    forget();
}

QString MonthStand::words(const history::History& history, const std::vector<MonthRecord>& records, const QString& unit,
                          const QString& nothing) const {
    const QString month = Words::month(*month_);
    const auto covered = std::ranges::find(history.coverage, *month_, &history::CoverageMonth::month);
    const auto state = covered == history.coverage.end() ? history::CoverageState::Arrived : covered->state;
    if (state == history::CoverageState::Missing)
        return tr("Seen from %1: data not obtained (change of insurer). What was done then cannot be known").arg(month);
    QStringList parts{tr("Seen from %1").arg(month)};
    const int all = countOf(records);
    const int shown = shownOf(records);
    if (all == 0)
        parts << tr("%1 (up to treatment in %2)").arg(nothing, Words::month(*history.newestMonth));
    else
        parts << (shown == all ? unit.arg(all) : tr("%1, %2 of them shown").arg(unit.arg(all)).arg(shown));
    if (state == history::CoverageState::Partly)
        parts << tr("its data have arrived in part only");
    if (const auto fees = records.size() - static_cast<std::size_t>(all); all == 0 && fees > 0)
        parts << tr("fees: %1 (Alt+K)").arg(fees);
    if (!switched_.isEmpty())
        parts << tr("switched for it: %1").arg(switched_.join(tr(", ", "between names")));
    return parts.join(QStringLiteral(" · "));
}

int shownOf(const std::vector<MonthRecord>& records) {
    return static_cast<int>(std::ranges::count(records, 0U, &MonthRecord::hiddenBy));
}

int countOf(const std::vector<MonthRecord>& records) {
    return static_cast<int>(std::ranges::count_if(records, counted));
}

int rowOfMonth(const HistoryModel& model, Month month) {
    std::map<int, bool> begins;
    for (const MonthRecord& record : model.recordsOf(month))
        begins[record.record] = record.begins;
    int goesOn = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto at = model.rowKind(row) == RowKind::Item ? begins.find(model.recordOf(row)) : begins.end();
        if (at != begins.end() && at->second)
            return row;
        if (at != begins.end() && goesOn < 0)
            goesOn = row;
    }
    return goesOn;
}

} // namespace kmixr::ui
