#include "ui/details/filter_bar.h"

#include "ui/details/draw.h"

#include <QEvent>

#include <algorithm>

namespace kmixr::ui {
namespace {

int gap() {
    return Metrics::px(8);
}

int rowHeight() {
    return Metrics::slimPx(33, 28);
}

} // namespace

FilterBar::FilterBar(const QString& searchHint, QWidget* parent)
    : QWidget(parent), search_(new SearchField(searchHint, this)), more_(new FilterChip(tr("Filters"), this)),
      menu_(new QMenu(this)) {
    more_->setCheckable(false);
    more_->setKey(QKeySequence(Qt::ALT | Qt::Key_F));
    more_->hide();
    connect(search_, &QLineEdit::textChanged, this, &FilterBar::changed);
    connect(more_, &QAbstractButton::clicked, this, &FilterBar::openMenu);
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
    place();
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
        place();
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
    connect(chip, &QAbstractButton::toggled, this, &FilterBar::place);
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
    placesChip_->setText(placesWords(places));
    placesChip_->setChecked(places != Places::All);
    place();
}

QString FilterBar::placesWords(Places places) {
    return places == Places::All   ? tr("All places")
           : places == Places::Own ? tr("Own institution")
                                   : tr("Other institutions");
}

QString FilterBar::filterWords(int id) const {
    const auto at = std::ranges::find(filters_, id, &Filter::id);
    return at == filters_.end() ? QString() : at->chip->text();
}

void FilterBar::setState(const State& state) {
    const QSignalBlocker quiet(this);
    const QSignalBlocker quietSearch(search_);
    if (search_->text() != state.query)
        search_->setText(state.query);
    if (places_ != state.places)
        setPlaces(state.places);
    choose(state.filter);
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
    setToolTip(words);
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

std::vector<FilterChip*> FilterBar::chips() const {
    std::vector<FilterChip*> all;
    for (const auto* set : {&filters_, &seconds_}) {
        for (const Filter& filter : *set) {
            if (!filter.chip->isHidden())
                all.push_back(filter.chip);
        }
    }
    all.insert(all.end(), lefts_.begin(), lefts_.end());
    return all;
}

int FilterBar::layFolded(int width, bool apply) const {
    const int searchWidth = Metrics::px(190);
    if (apply)
        search_->setGeometry(0, 0, searchWidth, rowHeight());
    int x = searchWidth + gap();
    const auto put = [&](FilterChip* chip) {
        const int wide = chip->sizeHint().width();
        if (apply)
            chip->setGeometry(x, 0, wide, rowHeight());
        x += wide + gap();
    };
    std::vector<FilterChip*> all = chips();
    all.insert(all.end(), rights_.begin(), rights_.end());
    const int room = width - more_->sizeHint().width() - gap();
    for (FilterChip* chip : all) {
        const bool stands = chip->isChecked() && x + chip->sizeHint().width() <= room;
        if (stands)
            put(chip);
        else if (apply)
            chip->setGeometry(0, 0, 0, 0); // still listens to its key
        if (apply)
            chip->setFocusPolicy(stands ? Qt::StrongFocus : Qt::NoFocus);
    }
    put(more_);
    if (apply)
        wordsAt_ = QRect(x, 0, width - x, rowHeight());
    return rowHeight();
}

void FilterBar::openMenu() {
    menu_->clear();
    menu_->setFont(Metrics::font(TextStep::Small));
    std::vector<FilterChip*> all = chips();
    all.insert(all.end(), rights_.begin(), rights_.end());
    for (FilterChip* chip : all) {
        auto* action = menu_->addAction(chip->accessibleName());
        action->setShortcut(chip->shortcut());          // says the key; the chip listens to it
        action->setShortcutContext(Qt::WidgetShortcut); // of the menu only, never twice
        action->setShortcutVisibleInContextMenu(true);
        action->setCheckable(chip->isCheckable());
        action->setChecked(chip->isChecked());
        connect(action, &QAction::triggered, chip, &QAbstractButton::click);
    }
    menu_->popup(mapToGlobal(more_->geometry().bottomLeft()));
    if (!menu_->actions().isEmpty())
        menu_->setActiveAction(menu_->actions().constFirst());
}

int FilterBar::lay(int width, bool apply) const {
    const std::vector<FilterChip*> lefts = chips();
    int right = width;
    for (const FilterChip* chip : rights_)
        right -= chip->sizeHint().width() + gap();
    int wide = 0;
    for (const FilterChip* chip : lefts)
        wide += chip->sizeHint().width() + gap();
    const int least = Metrics::px(130);
    const int most = Metrics::px(260);
    const bool oneRow = least + gap() + wide <= right;
    const bool folded = !oneRow && Metrics::factor() >= 1.3;
    if (apply)
        more_->setVisible(folded);
    if (folded)
        return layFolded(width, apply);
    if (apply) {
        for (const auto& set : {lefts, rights_}) {
            for (FilterChip* chip : set)
                chip->setFocusPolicy(Qt::StrongFocus);
        }
    }
    const int searchWidth = oneRow ? std::clamp(right - gap() - wide, least, most) : most;
    if (apply)
        search_->setGeometry(0, 0, searchWidth, rowHeight());
    int x = searchWidth + gap();
    int y = 0;
    for (FilterChip* chip : lefts) {
        const int chipWidth = chip->sizeHint().width();
        if (x + chipWidth > (y == 0 ? right : width)) { // a second row in a narrow window
            x = 0;
            y += rowHeight() + Metrics::px(6);
        }
        if (apply)
            chip->setGeometry(x, y, chipWidth, rowHeight());
        x += chipWidth + gap();
    }
    int at = width;
    for (auto chip = rights_.rbegin(); chip != rights_.rend(); ++chip) {
        const int chipWidth = (*chip)->sizeHint().width();
        at -= chipWidth;
        if (apply)
            (*chip)->setGeometry(at, 0, chipWidth, rowHeight());
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
    if (wordsAt_.width() >= Metrics::px(80))
        draw::elided(painter, wordsAt_, Qt::AlignRight, faces::small, roles.text2, words_);
    if (badge > 0 && words + badge + gap() <= wordsAt_.width())
        draw::badges(painter, wordsAt_, wordsAt_.right() - words - badge - gap(), {badge_}, BadgeKind::Duplicate,
                     faces::small);
}

} // namespace kmixr::ui
