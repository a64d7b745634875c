// A page that stands at the month chosen on the time line: the quiet line that says so, with the way back to the
// newest, and what had to be widened for it.
#pragma once

#include "ui/details/controls.h"
#include "ui/details/filter_bar.h"

#include <QCoreApplication>
#include <QWidget>

#include <optional>
#include <vector>

namespace kmixr::ui {

/// 「2024年11月から見ています · この月の記載 12件中 4件を表示」, at the right 「この月をすべて表示 Alt+M」 「最新に戻る
/// Esc」. Hidden while nothing is said.
class StandNote : public QWidget {
    Q_OBJECT
public:
    explicit StandNote(QWidget* parent);

    /// Empty = the page stands at the newest. `more`: rows of the month are out of sight by a filter.
    void show(const QString& words, bool more);
    /// 0 while hidden.
    [[nodiscard]] int heightFor(int width) const;

signals:
    void newestWanted();
    void allWanted(); ///< Alt+M

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place();
    [[nodiscard]] int room(int width) const; ///< for the words

    QString words_;
    LinkButton *all_, *newest_;
};

/// What a page does for a month, and how it was before.
class MonthStand {
    Q_DECLARE_TR_FUNCTIONS(kmixr::ui::StandNote)
public:
    [[nodiscard]] const std::optional<Month>& month() const { return month_; }
    /// Widens the bar as little as lets a row of the month be seen, or for all its rows; `everything` is the filter
    /// that hides none. Nothing is widened where a row is seen.
    void begin(Month month, FilterBar& bar, const std::vector<MonthRecord>& records, int everything);
    void widenForAll(FilterBar& bar, const std::vector<MonthRecord>& records, int everything);
    /// Another thing than the bar was changed for the month: its words.
    void alsoSwitched(const QString& words) { switched_ << words; }
    /// What was widened and has not been touched since goes back to what it was.
    void end(FilterBar& bar);
    void forget() { *this = {}; }

    /// The line: `unit` with %1 counts the month's rows, `nothing` says that there is none.
    [[nodiscard]] QString words(const history::History& history, const std::vector<MonthRecord>& records,
                                const QString& unit, const QString& nothing) const;

private:
    void widen(FilterBar& bar, unsigned by, int everything);

    std::optional<Month> month_;
    FilterBar::State before_, widened_;
    QStringList switched_;
};

/// How many of the records are hidden by nothing; fees folded away are not counted.
int shownOf(const std::vector<MonthRecord>& records);
int countOf(const std::vector<MonthRecord>& records);
/// The first row of a month, of what begins in it if anything does; −1 = none is shown.
int rowOfMonth(const HistoryModel& model, Month month);

} // namespace kmixr::ui
