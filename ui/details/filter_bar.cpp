#include "ui/details/filter_bar.h"

#include "ui/details/draw.h"

#include <QEvent>

namespace kmixr::ui {
namespace {

int gap() {
    return Metrics::px(8);
}

int rowHeight() {
    return Metrics::px(33);
}

} // namespace

FilterBar::FilterBar(const QString& searchHint, QWidget* parent)
    : QWidget(parent), search_(new SearchField(searchHint, this)) {
    connect(search_, &QLineEdit::textChanged, this, &FilterBar::changed);
}

void FilterBar::addFilter(int id, const QString& words) {
    auto* chip = new FilterChip(words, this);
    chip->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(filters_.size()))));
    connect(chip, &QAbstractButton::clicked, this, [this, id] { choose(id); });
    filters_.push_back({id, chip});
    if (filters_.size() == 1) {
        filter_ = id;
        chip->setChecked(true);
    }
}

void FilterBar::choose(int id) {
    const bool same = id == filter_;
    filter_ = id;
    for (const Filter& filter : filters_)
        filter.chip->setChecked(filter.id == id);
    if (!same)
        emit changed();
}

void FilterBar::addSecondFilter(int id, const QString& words) {
    auto* chip = new FilterChip(words, this);
    connect(chip, &QAbstractButton::clicked, this, [this, id] {
        const bool same = id == second_;
        second_ = id;
        for (const Filter& filter : seconds_)
            filter.chip->setChecked(filter.id == id);
        if (!same)
            emit changed();
    });
    seconds_.push_back({id, chip});
    if (seconds_.size() == 1) {
        second_ = id;
        chip->setChecked(true);
    }
}

FilterChip* FilterBar::addSwitch(const QString& words, const QKeySequence& key, bool right) {
    auto* chip = new FilterChip(words, this);
    chip->setKey(key);
    (right ? rights_ : lefts_).push_back(chip);
    return chip;
}

void FilterBar::addPlaces() {
    placesChip_ = addSwitch({}, QKeySequence(Qt::ALT | Qt::Key_I), false);
    connect(placesChip_, &QAbstractButton::clicked, this, [this] {
        setPlaces(places_ == Places::All ? Places::Own : places_ == Places::Own ? Places::Others : Places::All);
        emit changed();
    });
    setPlaces(Places::All);
}

void FilterBar::setPlaces(Places places) {
    places_ = places;
    if (placesChip_ == nullptr)
        return;
    placesChip_->setText(places == Places::All   ? tr("All places")
                         : places == Places::Own ? tr("Own institution")
                                                 : tr("Other institutions"));
    placesChip_->setChecked(places != Places::All);
    place();
}

void FilterBar::setCount(int id, int count) {
    for (const Filter& filter : filters_) {
        if (filter.id == id)
            filter.chip->setCount(count);
    }
    place();
}

void FilterBar::setFilterVisible(int id, bool visible) {
    for (const Filter& filter : filters_) {
        if (filter.id == id)
            filter.chip->setVisible(visible);
    }
    place();
}

void FilterBar::setWords(const QString& words) {
    words_ = words;
    update();
}

void FilterBar::setBadge(const QString& words) {
    badge_ = words;
    update();
}

void FilterBar::clear() {
    const QSignalBlocker quiet(search_);
    search_->clear();
    setPlaces(Places::All);
    if (!filters_.empty())
        choose(filters_.front().id);
}

int FilterBar::lay(int width, bool apply) const {
    std::vector<FilterChip*> lefts;
    for (const auto* set : {&filters_, &seconds_}) {
        for (const Filter& filter : *set) {
            if (!filter.chip->isHidden())
                lefts.push_back(filter.chip);
        }
    }
    lefts.insert(lefts.end(), lefts_.begin(), lefts_.end());
    int right = width;
    for (const FilterChip* chip : rights_)
        right -= chip->sizeHint().width() + gap();
    int chips = 0;
    for (const FilterChip* chip : lefts)
        chips += chip->sizeHint().width() + gap();
    const int least = Metrics::px(130);
    const int most = Metrics::px(260);
    const bool oneRow = least + gap() + chips <= right;
    const int searchWidth = oneRow ? std::clamp(right - gap() - chips, least, most) : most;
    if (apply)
        search_->setGeometry(0, 0, searchWidth, rowHeight());
    int x = searchWidth + gap();
    int y = 0;
    for (FilterChip* chip : lefts) {
        const int wide = chip->sizeHint().width();
        if (x + wide > (y == 0 ? right : width)) { // a second row at large text sizes
            x = 0;
            y += rowHeight() + Metrics::px(6);
        }
        if (apply)
            chip->setGeometry(x, y, wide, rowHeight());
        x += wide + gap();
    }
    int at = width;
    for (auto chip = rights_.rbegin(); chip != rights_.rend(); ++chip) {
        const int wide = (*chip)->sizeHint().width();
        at -= wide;
        if (apply)
            (*chip)->setGeometry(at, 0, wide, rowHeight());
        at -= gap();
    }
    if (apply)
        wordsAt_ = QRect(x, y, (y == 0 ? at : width) - x, rowHeight());
    return y + rowHeight();
}

void FilterBar::place() {
    lay(width(), true);
    update();
}

int FilterBar::heightFor(int width) const {
    return lay(width, false);
}

void FilterBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        place();
}

void FilterBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Roles& roles = Roles::current();
    const int words = TypeFace::width(faces::small, words_);
    const int badge = badge_.isEmpty() ? 0 : draw::badgesWidth({badge_}, BadgeKind::Duplicate, faces::small);
    if (words <= wordsAt_.width())
        draw::text(painter, wordsAt_, Qt::AlignRight, faces::small, roles.text2, words_);
    if (badge > 0 && words + badge + gap() <= wordsAt_.width())
        draw::badges(painter, wordsAt_, wordsAt_.right() - words - badge - gap(), {badge_}, BadgeKind::Duplicate,
                     faces::small);
}

} // namespace kmixr::ui
