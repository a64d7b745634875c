// The row over a table: search, filters of which one is chosen, words at the right about what is shown, switches.
#pragma once

#include "ui/details/controls.h"
#include "ui/details/history_model.h"

#include <QMenu>
#include <QWidget>

#include <vector>

namespace kmixr::ui {

class FilterBar : public QWidget {
    Q_OBJECT
public:
    FilterBar(const QString& searchHint, QWidget* parent);

    /// One of several; the first added is the chosen one. Alt+1, Alt+2 … choose by key.
    void addFilter(int id, const QString& words);
    void setCount(int id, int count);
    void setFilterVisible(int id, bool visible);
    [[nodiscard]] int filter() const { return filter_; }
    void choose(int id);
    /// A switch or a button at the right end (or left, behind the filters).
    FilterChip* addSwitch(const QString& words, const QKeySequence& key, bool right);
    /// A gap and a second set of filters, chosen apart from the first.
    void addSecondFilter(int id, const QString& words);
    [[nodiscard]] int secondFilter() const { return second_; }

    /// A chip that goes round everybody's, one's own and the others' institutions (Alt+I).
    void addPlaces();
    [[nodiscard]] Places places() const { return places_; }

    /// All that narrows, to be put back later.
    struct State {
        int filter = -1;
        Places places = Places::All;
        QString query;
    };
    [[nodiscard]] State state() const { return {filter_, places_, query()}; }
    void setState(const State& state); ///< tells nobody: the page asks anew itself
    [[nodiscard]] QString filterWords(int id) const;
    static QString placesWords(Places places);

    void setWords(const QString& words);
    void setBadge(const QString& words); ///< duplicates; empty = none
    [[nodiscard]] QString query() const { return search_->text(); }
    void clear(); ///< empty search, first filter
    [[nodiscard]] SearchField* search() const { return search_; }
    [[nodiscard]] int heightFor(int width) const;

signals:
    void changed(); ///< search, filter or second filter

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Filter {
        int id = 0;
        FilterChip* chip = nullptr;
    };
    void place();
    /// Lays the chips out; returns the height. Moves nothing when `apply` is false.
    int lay(int width, bool apply) const;
    /// At large text one row has to do: the chosen filters, and behind "Filters" all others.
    int layFolded(int width, bool apply) const;
    void openMenu();
    [[nodiscard]] std::vector<FilterChip*> chips() const; ///< those that are not hidden, in their order

    SearchField* search_;
    std::vector<Filter> filters_, seconds_;
    void setPlaces(Places places);

    std::vector<FilterChip*> lefts_, rights_;
    FilterChip* placesChip_ = nullptr;
    FilterChip* more_ = nullptr; ///< opens the menu of folded chips
    QMenu* menu_ = nullptr;
    Places places_ = Places::All;
    int filter_ = -1, second_ = -1;
    QString words_, badge_;
    mutable QRect wordsAt_;
};

} // namespace kmixr::ui
