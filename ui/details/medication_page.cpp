#include "ui/details/medication_page.h"

#include "ui/details/filter_bar.h"
#include "ui/details/hint_list.h"
#include "ui/details/medication_table.h"
#include "ui/details/overlap_list.h"
#include "ui/details/panel.h"
#include "ui/details/words.h"

#include <QKeyEvent>

#include <array>

namespace kmixr::ui {
namespace {

constexpr std::array periods{12, 36, 120}; ///< months of the axis
constexpr int overlapRows = 3;
constexpr int hintRows = 2;

int margin() {
    return Metrics::px(12);
}

int gap() {
    return Metrics::px(8);
}

} // namespace

struct MedicationPage::Parts {
    FilterBar* bar = nullptr;
    FilterChip* order = nullptr;
    FilterChip* period = nullptr;
    Panel* panel = nullptr;
    MedicationModel* model = nullptr;
    MedicationTable* table = nullptr;
    Panel* overlapPanel = nullptr;
    OverlapModel* overlaps = nullptr;
    OverlapList* overlapList = nullptr;
    Panel* hintPanel = nullptr; ///< there only when there is a hint: it claims nothing by being absent
    HintModel* hints = nullptr;
    HintList* hintList = nullptr;
    std::shared_ptr<const history::History> history;
    std::size_t periodIndex = 0;
    DrugOrder orderBy = DrugOrder::Class;
};

MedicationPage::MedicationPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.bar = new FilterBar(tr("Drug, ingredient, class"), this);
    of.bar->addFilter(static_cast<int>(DrugFilter::Current), tr("Current (estimate)"));
    of.bar->addFilter(static_cast<int>(DrugFilter::ShortOrEnded), tr("Short or ended"));
    of.bar->addFilter(static_cast<int>(DrugFilter::AtInstitution), tr("Injected, at dialysis"));
    of.bar->addFilter(static_cast<int>(DrugFilter::All), tr("All"));
    of.bar->addPlaces();
    of.order = of.bar->addSwitch(tr("Order: class"), QKeySequence(Qt::ALT | Qt::Key_S), false);
    of.period = of.bar->addSwitch(tr("Period: 12 months"), QKeySequence(Qt::ALT | Qt::Key_P), false);
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
    of.overlaps->setHistory(history);
    of.hints->setHistory(history);
    if (!renewed) {
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
    const std::array lengths{tr("Period: 12 months"), tr("Period: 3 years"), tr("Period: 10 years")};
    of.period->setText(lengths.at(of.periodIndex));
    of.bar->setBadge({});
    of.bar->setWords({});
    of.panel->setEmptyWords({});
    if (of.history) {
        const int all = of.model->count(DrugFilter::All);
        if (of.model->rowCount() == 0)
            of.panel->setEmptyWords(all == 0 || of.bar->query().isEmpty() ? Words::nothing(of.history->newestMonth)
                                                                          : Words::noMatch(all));
        if (const int pairs = of.overlaps->rowCount(); pairs > 0)
            of.bar->setBadge(tr("Overlaps: %1").arg(pairs));
        of.bar->setWords(
            tr("oral: %1 kinds · %2 of %3 shown").arg(of.history->oralIngredients).arg(of.model->rowCount()).arg(all));
        of.overlapPanel->setEmptyWords(of.overlaps->rowCount() > 0     ? QString()
                                       : of.overlaps->hidden().empty() ? Words::noDuplicates(of.history->newestMonth)
                                                                       : tr("Every overlap found is hidden"));
    }
    const auto hidden = of.overlaps->hidden().size();
    of.overlapPanel->setFoot({}, hidden > 0 ? tr("Hidden: %1 — show again").arg(hidden) : QString());
    const auto hiddenHints = of.hints->hidden().size();
    of.hintPanel->setFoot({}, hiddenHints > 0 ? tr("Hidden: %1 — show again").arg(hiddenHints) : QString());
    of.hintPanel->setVisible(of.hints->rowCount() > 0 || hiddenHints > 0);
    arrange();
}

void MedicationPage::arrange() {
    auto& of = *parts_;
    const int left = margin();
    const int wide = width() - 2 * margin();
    const int bar = of.bar->heightFor(wide);
    of.bar->setGeometry(left, gap(), wide, bar);
    const int top = gap() + bar + gap();
    const int rows = std::clamp(of.overlaps->rowCount(), 1, overlapRows);
    const int overlap = rows * Metrics::px(28) + of.overlapPanel->footHeight() + Metrics::px(5);
    int bottom = height() - gap();
    if (!of.hintPanel->isHidden()) {
        const int shown = std::min(of.hints->rowCount(), hintRows);
        const int hint = shown * of.hintList->rowHeightFor(wide) + of.hintPanel->footHeight() + Metrics::px(5);
        of.hintPanel->setGeometry(left, bottom - hint, wide, hint);
        bottom -= hint + gap();
    }
    of.overlapPanel->setGeometry(left, bottom - overlap, wide, overlap);
    of.panel->setGeometry(left, top, wide, std::max(0, bottom - overlap - gap() - top));
    tell();
    of.panel->settle();
    of.overlapPanel->settle();
    of.hintPanel->settle();
    of.table->lay();
    of.overlapList->lay();
    of.hintList->lay();
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
