#include "ui/details/medication_page.h"

#include "ui/details/counted_menu.h"
#include "ui/details/filter_bar.h"
#include "ui/details/hint_list.h"
#include "ui/details/medication_table.h"
#include "ui/details/overlap_list.h"
#include "ui/details/panel.h"
#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

#include <QKeyEvent>
#include <QSignalBlocker>

#include <array>

namespace kmixr::ui {
namespace {

constexpr std::array periods{12, 36, 120}; ///< months of the axis
constexpr int overlapRows = 3;
constexpr int hintRows = 2;
constexpr int leastDrugRows = 5; ///< the table keeps room for so many

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

} // namespace

struct MedicationPage::Parts {
    FilterBar* bar = nullptr;
    FilterChip* order = nullptr;
    FilterChip* period = nullptr;
    FilterChip* count = nullptr;
    CountedMenu* counted = nullptr;
    Panel* panel = nullptr;
    MedicationModel* model = nullptr;
    MedicationTable* table = nullptr;
    Panel* overlapPanel = nullptr;
    OverlapModel* overlaps = nullptr;
    OverlapList* overlapList = nullptr;
    Panel* hintPanel = nullptr; ///< there only when there is a hint: it claims nothing by being absent
    HintModel* hints = nullptr;
    HintList* hintList = nullptr;
    FoldLine* fold = nullptr; ///< overlaps and hints, where they would leave the drugs too few rows
    std::shared_ptr<const history::History> history;
    std::size_t periodIndex = 0;
    std::optional<std::size_t> periodBefore; ///< what it was before the month one stands at
    std::size_t periodWidened = 0;
    DrugOrder orderBy = DrugOrder::Class;
};

MedicationPage::MedicationPage(QWidget* parent) : MonthPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.bar = new FilterBar(tr("Drug, ingredient, class"), this);
    makeNote(*of.bar);
    of.bar->addFilter(static_cast<int>(DrugFilter::Current), tr("Current (estimate)"));
    of.bar->addFilter(static_cast<int>(DrugFilter::ShortOrEnded), tr("Short or ended"));
    of.bar->addFilter(static_cast<int>(DrugFilter::AtInstitution), tr("Injected, at dialysis"));
    of.bar->addFilter(static_cast<int>(DrugFilter::All), tr("All"));
    of.bar->addPlaces();
    of.order = of.bar->addSwitch(tr("Order: class"), QKeySequence(Qt::ALT | Qt::Key_S), false);
    of.period = of.bar->addSwitch(tr("Period: 12 months"), QKeySequence(Qt::ALT | Qt::Key_P), false);
    of.count = of.bar->addSwitch(tr("Oral: %1 kinds").arg(0), QKeySequence(Qt::ALT | Qt::Key_N), false);
    of.count->setCheckable(false);
    of.counted = new CountedMenu(of.count);
    of.order->setCheckable(false);
    of.period->setCheckable(false);
    of.model = new MedicationModel(this);
    of.panel = new Panel(this);
    of.table = new MedicationTable(*of.model, of.panel);
    of.table->setAccessibleName(tr("Medication"));
    of.panel->setContent(of.table, true);
    of.overlaps = new OverlapModel(this);
    of.overlapPanel = new Panel(this);
    of.overlapList = new OverlapList(*of.overlaps, of.overlapPanel);
    of.overlapList->setAccessibleName(tr("Overlaps"));
    of.overlapPanel->setContent(of.overlapList);
    of.hints = new HintModel(this);
    of.hintPanel = new Panel(this);
    of.hintList = new HintList(*of.hints, of.hintPanel);
    of.hintList->setAccessibleName(tr("Hints from package inserts"));
    of.hintPanel->setContent(of.hintList);

    of.fold = new FoldLine(QKeySequence(Qt::ALT | Qt::Key_D), this);
    of.fold->hide();
    connect(of.fold, &QAbstractButton::toggled, this, [this](bool open) {
        arrange();
        (open ? static_cast<QWidget*>(parts_->overlapList) : parts_->table)->setFocus();
    });

    connect(of.bar, &FilterBar::changed, this, &MedicationPage::filter);
    connect(of.order, &QAbstractButton::clicked, this, [this] {
        static constexpr std::array next{DrugOrder::Prescriber, DrugOrder::End, DrugOrder::Class};
        parts_->orderBy = next.at(static_cast<std::size_t>(parts_->orderBy));
        filter();
    });
    connect(of.period, &QAbstractButton::clicked, this, [this] {
        parts_->periodIndex = (parts_->periodIndex + 1) % periods.size();
        filter();
    });
    connect(of.counted, &CountedMenu::asked, this,
            [this](const EvidenceAsk& ask) { emit evidenceWanted(ask.title, ask.evidence); });
    connect(of.table, &TableView::asked, this, [this](const QModelIndex& index) {
        const int fill = parts_->table->fill();
        const EvidenceAsk ask = fill >= 0 ? parts_->model->askFill(index.row(), fill) : parts_->model->ask(index);
        if (!ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    });
    connect(of.overlapList, &TableView::asked, this, [this](const QModelIndex& index) {
        const EvidenceAsk ask = parts_->overlaps->ask(index);
        emit evidenceWanted(ask.title, ask.evidence);
    });
    connect(of.overlaps, &OverlapModel::hiddenChanged, this, [this] {
        parts_->model->setHidden(parts_->overlaps->hidden());
        filter();
    });
    connect(of.overlapPanel, &Panel::footFollowed, of.overlaps, &OverlapModel::showHidden);
    connect(of.hintList, &TableView::asked, this, [this](const QModelIndex& index) {
        const EvidenceAsk ask = parts_->hints->ask(index);
        emit evidenceWanted(ask.title, ask.evidence);
    });
    connect(of.hints, &HintModel::hiddenChanged, this, &MedicationPage::filter);
    connect(of.hintPanel, &Panel::footFollowed, of.hints, &HintModel::showHidden);
    connect(of.table, &TableView::sightChanged, this, &MedicationPage::tell);
    connect(of.table, &MedicationTable::fillMoved, this, &MedicationPage::tell);
    connect(of.panel, &Panel::footFollowed, of.table, &TableView::pageDown);
    setTabOrder(of.table, of.overlapList);
    setTabOrder(of.overlapList, of.hintList);
}

MedicationPage::~MedicationPage() = default;

void MedicationPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const bool renewed = isSamePatient(of.history.get(), history.get()); // filters and what was typed stay
    of.history = history;
    of.counted->setHistory(history);
    of.overlaps->setHistory(history);
    of.hints->setHistory(history);
    if (!renewed) {
        const QSignalBlocker quiet(of.fold);
        of.fold->setChecked(false);
        forgetMonth();
        of.periodBefore.reset();
        of.bar->clear();
        of.model->setQuery({});
    }
    of.model->setHistory(history);
    of.model->setHidden(of.overlaps->hidden());
    for (const auto choice :
         {DrugFilter::Current, DrugFilter::ShortOrEnded, DrugFilter::AtInstitution, DrugFilter::All})
        of.bar->setCount(static_cast<int>(choice), of.model->count(choice));
    filter();
}

int MedicationPage::tabCount() const {
    return parts_->history ? parts_->model->count(DrugFilter::Current) : -1;
}

void MedicationPage::takeFocus() {
    parts_->table->setFocus();
}

const history::History* MedicationPage::shown() const {
    return parts_->history.get();
}

std::vector<MonthRecord> MedicationPage::monthRecords(Month month) const {
    return parts_->model->recordsOf(month);
}

int MedicationPage::everything(Month /*month*/) const {
    return static_cast<int>(DrugFilter::All);
}

void MedicationPage::toMonth() {
    auto& of = *parts_;
    const auto month = stoodAt();
    const int row = month ? rowOfMonth(*of.model, *month) : -1;
    if (row >= 0)
        of.table->setCurrentIndex(of.model->index(row, 0));
    if (month)
        return;
    of.table->setCurrentIndex(firstItem(*of.model));
    of.table->scrollToTop();
}

/// The month has a place on the axis; afterwards the axis is as long as it was.
void MedicationPage::monthChanged() {
    auto& of = *parts_;
    if (of.periodBefore && of.periodIndex == of.periodWidened)
        of.periodIndex = *of.periodBefore;
    of.periodBefore.reset();
    if (!stoodAt())
        return;
    const int back = monthsBetween(*stoodAt(), *of.history->newestMonth);
    std::size_t wanted = of.periodIndex;
    while (wanted + 1 < periods.size() && periods.at(wanted) <= back)
        ++wanted;
    if (wanted == of.periodIndex)
        return;
    of.periodBefore = of.periodIndex;
    of.periodIndex = of.periodWidened = wanted;
    alsoSwitched(periodWords(wanted));
}

QString MedicationPage::periodWords(std::size_t index) {
    const std::array lengths{tr("Period: 12 months"), tr("Period: 3 years"), tr("Period: 10 years")};
    return lengths.at(index);
}

void MedicationPage::tellMonth() {
    auto& of = *parts_;
    of.table->setStandMonth(stoodAt());
    sayMonth(tr("drugs whose supply reaches into that month: %1"), tr("no drug is recorded for that month"));
}

void MedicationPage::filter() {
    auto& of = *parts_;
    const auto chosen = static_cast<DrugFilter>(of.bar->filter());
    of.model->setFilter(chosen);
    of.model->setOrder(of.orderBy);
    of.model->setQuery(of.bar->query());
    of.model->setPlaces(of.bar->places(), ownInstitution());
    of.overlaps->setAll(chosen == DrugFilter::All);
    of.table->setMonths(periods.at(of.periodIndex));
    const std::array orders{tr("Order: class"), tr("Order: prescriber"), tr("Order: end")};
    of.order->setText(orders.at(static_cast<std::size_t>(of.orderBy)));
    of.period->setText(periodWords(of.periodIndex));
    of.count->setText(tr("Oral: %1 kinds").arg(of.history ? of.history->oralIngredients.size() : 0));
    of.bar->setBadge({});
    of.bar->setWords({});
    of.panel->setEmptyWords({});
    if (of.history) {
        const int all = of.model->count(DrugFilter::All);
        if (of.model->rowCount() == 0)
            of.panel->setEmptyWords(all == 0 || of.bar->query().isEmpty() ? Words::nothing(of.history->newestMonth)
                                                                          : Words::noMatch(all));
        if (const int pairs = of.overlaps->pairs(); pairs > 0)
            of.bar->setBadge(tr("Overlaps: %1").arg(pairs));
        of.bar->setWords(tr("%1 of %2 shown").arg(of.model->rowCount()).arg(all));
        of.overlapPanel->setEmptyWords(of.overlaps->rowCount() > 0   ? QString()
                                       : of.overlaps->putAway() == 0 ? Words::noDuplicates(of.history->newestMonth)
                                                                     : tr("Every overlap found is hidden"));
    }
    const auto hidden = of.overlaps->putAway();
    of.overlapPanel->setFoot({}, hidden > 0 ? tr("Hidden: %1 — show again").arg(hidden) : QString());
    const auto hiddenHints = of.hints->hidden().size();
    of.hintPanel->setFoot({}, hiddenHints > 0 ? tr("Hidden: %1 — show again").arg(hiddenHints) : QString());
    tellMonth();
    arrange();
}

/// The table, below it the overlaps and the hints. Where that leaves too few drugs, a line says how many there are of
/// either, and its key shows them in the table's place.
void MedicationPage::arrange() {
    auto& of = *parts_;
    const int left = margin();
    const int wide = width() - 2 * margin();
    const int bar = of.bar->heightFor(wide);
    of.bar->setGeometry(left, gap(), wide, bar);
    int top = gap() + bar + gap();
    top += placeNote(left, top, wide);
    const int bottom = height() - gap();
    const bool hasHints = of.hints->rowCount() > 0 || !of.hints->hidden().empty();
    const auto overlapHeight = [&](int rows) {
        const int list = std::max(of.overlapList->heightOfRows(rows, wide), Metrics::px(28));
        return list + of.overlapPanel->footHeight() + Metrics::px(5);
    };
    const auto hintHeight = [&](int rows) {
        return of.hintList->heightOfRows(rows, wide) + of.hintPanel->footHeight() + Metrics::px(5);
    };
    const int overlap = overlapHeight(overlapRows);
    const int hint = hasHints ? hintHeight(hintRows) : 0;
    const int table = bottom - top - overlap - gap() - (hasHints ? hint + gap() : 0);
    const int needed = of.table->heightFor(std::min(leastDrugRows, of.model->rowCount())) + of.panel->footHeight();
    const bool folds = of.history != nullptr && table < needed;
    const bool open = folds && of.fold->isChecked();
    of.fold->setVisible(folds);
    of.panel->setVisible(!open);
    of.overlapPanel->setVisible(!folds || open);
    of.hintPanel->setVisible(hasHints && (!folds || open));
    if (!folds) {
        of.hintPanel->setGeometry(left, bottom - hint, wide, hint);
        of.overlapPanel->setGeometry(left, top + table + gap(), wide, overlap);
        of.panel->setGeometry(left, top, wide, std::max(0, table));
    } else {
        const int line = of.fold->sizeHint().height();
        of.fold->setText(open ? tr("Back to the drugs: %1").arg(of.model->rowCount()) : foldedWords());
        const int rest = bottom - top - line - gap();
        of.fold->setGeometry(left, open ? top : bottom - line, wide, line);
        of.panel->setGeometry(left, top, wide, std::max(0, rest));
        const int lists = top + line + gap();
        const int upper = hasHints ? std::min(overlapHeight(of.overlaps->rowCount()), rest / 2) : rest;
        of.overlapPanel->setGeometry(left, lists, wide, std::max(0, upper));
        of.hintPanel->setGeometry(left, lists + upper + gap(), wide, std::max(0, rest - upper - gap()));
    }
    tell();
    of.panel->settle();
    of.overlapPanel->settle();
    of.hintPanel->settle();
    of.table->lay();
    of.overlapList->lay();
    of.hintList->lay();
}

QString MedicationPage::foldedWords() const {
    const auto& of = *parts_;
    QStringList words;
    if (of.overlaps->rowCount() > 0)
        words << tr("Overlaps: %1").arg(of.overlaps->rowCount());
    if (of.hints->rowCount() > 0)
        words << tr("Hints from package inserts: %1").arg(of.hints->rowCount());
    if (const auto hidden = of.overlaps->hidden().size() + of.hints->hidden().size(); hidden > 0)
        words << tr("Hidden: %1").arg(hidden);
    return words.isEmpty() ? Words::noDuplicates(of.history->newestMonth) : words.join(QStringLiteral("   "));
}

void MedicationPage::tell() {
    auto& of = *parts_;
    if (!of.history) {
        of.panel->setFoot({});
        return;
    }
    const LookAhead ahead = lookAhead(*of.model, of.table->firstRowBelow());
    std::vector<LegendPart> parts;
    const QModelIndex current = of.table->currentIndex();
    if (of.table->fill() >= 0 && current.isValid()) {
        parts.push_back({.words = of.model->fillWords(current.row(), of.table->fill()), .strong = true});
    } else {
        parts.push_back(circlePart(CircleState::Full, Words::drugState(history::DrugState::Taking)));
        parts.push_back(circlePart(CircleState::Half, Words::drugState(history::DrugState::UntilDataEnd)));
        parts.push_back(circlePart(CircleState::Empty, Words::drugState(history::DrugState::Ended)));
        if (const QString hidden = hiddenColumns(*of.table); !hidden.isEmpty())
            parts.push_back({.words = hidden});
        parts.push_back({.words = tr("solid = days supplied  dashed = taken as 14 days  frame and stripes = overlap  "
                                     "hatched = data not arrived")});
    }
    of.panel->setFoot(std::move(parts), ahead.groups.isEmpty()
                                            ? QString()
                                            : tr("Below: %1").arg(ahead.groups.join(QStringLiteral("  "))));
}

void MedicationPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void MedicationPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void MedicationPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && parts_->fold->isVisible() && parts_->fold->isChecked()) {
        parts_->fold->setChecked(false);
        return;
    }
    if (event->key() == Qt::Key_Escape && stoodAt()) {
        emit newestWanted();
        return;
    }
    const bool narrowed = parts_->bar->filter() != static_cast<int>(DrugFilter::Current) ||
                          !parts_->bar->query().isEmpty() || parts_->bar->places() != Places::All;
    if (event->key() == Qt::Key_Escape && narrowed) {
        parts_->bar->clear();
        filter();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
