#include "ui/details/diseases_page.h"

#include "ui/details/disease_table.h"
#include "ui/details/filter_bar.h"
#include "ui/details/words.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace kmixr::ui {

using history::Grade;

namespace {

constexpr int allGrades = -1;
constexpr int leastRows = 5;     ///< the table keeps room for so many,
constexpr int leastWrapped = 4;  ///< headings among them, when they wrap
constexpr int suspectedRows = 3; ///< rows of the dashed panel beside the table; more are scrolled to

int margin() {
    return Metrics::slimPx(12, 6);
}

int footHeight() {
    return Metrics::slimPx(30, 22);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

} // namespace

struct DiseasesPage::Parts {
    FilterBar* bar = nullptr;
    FilterChip* byInstitution = nullptr;
    Panel* panel = nullptr;
    Panel* suspectedPanel = nullptr;
    DiseaseModel* model = nullptr;
    SuspectedModel* suspected = nullptr;
    DiseaseTable* table = nullptr;
    DiseaseTable* suspectedTable = nullptr;
    FoldLine* fold = nullptr; ///< the suspected ones, where they would leave the table too few rows
    LookAheadLine* below = nullptr;
    Legend* legend = nullptr;
    bool inSuspected = false; ///< the row of the month is a suspected one
    std::shared_ptr<const history::History> history;
    bool withSuspected = false; ///< the filter lets them be seen, and there are some
};

DiseasesPage::DiseasesPage(QWidget* parent) : MonthPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.bar = new FilterBar(tr("Disease, ICD-10, institution"), this);
    makeNote(*of.bar);
    of.bar->addFilter(allGrades, tr("All"));
    for (const Grade grade : {Grade::Treated, Grade::Continuing, Grade::SingleMonth, Grade::Suspected, Grade::Past})
        of.bar->addFilter(static_cast<int>(grade), Words::grade(grade));
    of.bar->addPlaces();
    of.byInstitution = of.bar->addSwitch(tr("By institution"), QKeySequence(Qt::ALT | Qt::Key_G), true);
    of.model = new DiseaseModel(this);
    of.suspected = new SuspectedModel(this);
    of.panel = new Panel(this);
    of.table = new DiseaseTable(*of.model, true, of.panel);
    of.table->setAccessibleName(tr("Diseases"));
    of.panel->setContent(of.table, true);
    of.suspectedPanel = new Panel(this, Panel::Edge::Dashed);
    of.suspectedTable = new DiseaseTable(*of.suspected, false, of.suspectedPanel);
    of.suspectedTable->setAccessibleName(tr("Suspected diseases"));
    of.suspectedPanel->setContent(of.suspectedTable, true);
    of.below = new LookAheadLine(this);
    of.legend = new Legend(this);

    of.fold = new FoldLine(QKeySequence(Qt::ALT | Qt::Key_D), this);
    of.fold->hide();
    connect(of.fold, &QAbstractButton::toggled, this, [this](bool open) {
        filter();
        (open ? parts_->suspectedTable : parts_->table)->setFocus();
    });

    connect(of.bar, &FilterBar::changed, this, &DiseasesPage::filter);
    connect(of.byInstitution, &QAbstractButton::toggled, of.model, &DiseaseModel::setByInstitution);
    connect(of.table, &TableView::sightChanged, this, &DiseasesPage::tell);
    connect(of.below, &QAbstractButton::clicked, of.table, &TableView::pageDown);
    connect(of.suspectedTable, &TableView::sightChanged, this, &DiseasesPage::tell);
    connect(of.suspectedPanel, &Panel::linkFollowed, of.suspectedTable, &TableView::pageDown);
    const auto joins = [this](TableView* view, const HistoryModel* model) {
        connect(view, &TableView::asked, this, [this, model](const QModelIndex& index) {
            if (const EvidenceAsk ask = model->ask(index); !ask.evidence.empty())
                emit evidenceWanted(ask.title, ask.evidence);
        });
    };
    joins(of.table, of.model);
    joins(of.suspectedTable, of.suspected);
    setTabOrder(of.table, of.suspectedTable);
}

DiseasesPage::~DiseasesPage() = default;

void DiseasesPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const bool renewed = isSamePatient(of.history.get(), history.get()); // filters and what was typed stay
    of.history = history;
    if (!renewed) {
        const QSignalBlocker quiet(of.fold);
        of.fold->setChecked(false);
        forgetMonth();
        of.bar->clear();
        of.model->setQuery({});
        of.suspected->setQuery({});
        of.model->setGrade(std::nullopt);
    }
    of.model->setHistory(history);
    of.suspected->setHistory(history);
    of.bar->setCount(allGrades, of.model->all() + of.suspected->all());
    for (const Grade grade : {Grade::Treated, Grade::Continuing, Grade::SingleMonth, Grade::Past})
        of.bar->setCount(static_cast<int>(grade), of.model->count(grade));
    of.bar->setCount(static_cast<int>(Grade::Suspected), of.suspected->all());
    filter();
}

int DiseasesPage::tabCount() const {
    return parts_->history ? parts_->model->all() : -1;
}

void DiseasesPage::takeFocus() {
    auto& of = *parts_;
    (of.inSuspected || of.panel->isHidden() ? of.suspectedTable : of.table)->setFocus();
}

const history::History* DiseasesPage::shown() const {
    return parts_->history.get();
}

std::vector<MonthRecord> DiseasesPage::monthRecords(Month month) const {
    const auto& of = *parts_;
    const int chosen = of.bar->filter();
    const bool onlySuspected = chosen == static_cast<int>(Grade::Suspected);
    std::vector<MonthRecord> records = of.model->recordsOf(month);
    for (MonthRecord& record : records)
        record.hiddenBy |= onlySuspected ? hiddenByFilter : 0;
    for (MonthRecord record : of.suspected->recordsOf(month)) {
        record.hiddenBy |= chosen == allGrades || onlySuspected ? 0 : hiddenByFilter;
        records.push_back(record);
    }
    return records;
}

int DiseasesPage::everything(Month /*month*/) const {
    return allGrades;
}

void DiseasesPage::toMonth() {
    auto& of = *parts_;
    of.inSuspected = false;
    if (!stoodAt()) {
        of.table->setCurrentIndex(firstItem(*of.model));
        of.table->scrollToTop();
        of.suspectedTable->scrollToTop();
        return;
    }
    const Month month = *stoodAt();
    if (const int row = of.panel->isHidden() ? -1 : rowOfMonth(*of.model, month); row >= 0) {
        of.table->setCurrentIndex(of.model->index(row, 0));
    } else if (const int apart = of.suspectedPanel->isHidden() ? -1 : rowOfMonth(*of.suspected, month); apart >= 0) {
        of.suspectedTable->setCurrentIndex(of.suspected->index(apart, 0));
        of.inSuspected = true;
    }
}

void DiseasesPage::tellMonth() {
    auto& of = *parts_;
    of.model->setStandMonth(stoodAt());
    of.suspected->setStandMonth(stoodAt());
    for (DiseaseTable* table : {of.table, of.suspectedTable}) {
        table->viewport()->update();
        table->horizontalHeader()->viewport()->update();
    }
    sayMonth(tr("disease names of that month, suspected ones as well: %1"), tr("no disease is named in that month"));
}

void DiseasesPage::filter() {
    auto& of = *parts_;
    const int chosen = of.bar->filter();
    of.model->setQuery(of.bar->query());
    of.suspected->setQuery(of.bar->query());
    of.model->setPlaces(of.bar->places(), ownInstitution());
    of.suspected->setPlaces(of.bar->places(), ownInstitution());
    const bool onlySuspected = chosen == static_cast<int>(Grade::Suspected);
    of.model->setGrade(chosen == allGrades || onlySuspected ? std::nullopt : std::optional(static_cast<Grade>(chosen)));
    const bool withSuspected = chosen == allGrades || onlySuspected;
    of.withSuspected = of.history != nullptr && withSuspected && of.suspected->all() > 0;
    QString empty;
    if (of.history && of.model->rowCount() == 0)
        empty = of.model->all() == 0 ? Words::nothing(of.history->newestMonth) : Words::noMatch(of.model->all());
    of.panel->setEmptyWords(empty);
    const int all = of.model->all() + of.suspected->all();
    const int shown = (onlySuspected ? 0 : of.model->shown()) + (withSuspected ? of.suspected->shown() : 0);
    of.bar->setWords(of.history ? tr("%1 of %2 shown").arg(shown).arg(all) : QString());
    of.suspectedPanel->setTitle(tr("Suspected diseases: %1").arg(of.suspected->all()),
                                Words::gradeRule(Grade::Suspected));
    of.suspectedPanel->setBadge(Words::grade(Grade::Suspected), BadgeKind::Suspected, true);
    const QString none =
        of.suspected->all() > 0 && of.suspected->shown() == 0 ? Words::noMatch(of.suspected->all()) : QString();
    of.suspectedPanel->setEmptyWords(none);
    tellMonth();
    arrange();
}

/// The table, below it the suspected diseases. Where these leave the table too few rows, a line counts them, and its
/// key shows them in the table's place.
void DiseasesPage::arrange() {
    auto& of = *parts_;
    const int left = margin();
    const int wide = width() - 2 * margin();
    const int bar = of.bar->heightFor(wide);
    of.bar->setGeometry(left, gap(), wide, bar);
    int top = gap() + bar + gap();
    top += placeNote(left, top, wide);
    const int line = height() - footHeight() - Metrics::px(2);
    int bottom = line - Metrics::px(2);
    const bool alone = of.bar->filter() == static_cast<int>(Grade::Suspected);
    bool folds = false;
    bool open = false;
    if (of.withSuspected) {
        of.suspectedPanel->setGeometry(left, top, wide, bottom - top); // its width decides which rows wrap
        of.suspectedPanel->settle();
        of.suspectedTable->lay();
        const int seen = std::min(of.suspected->rowCount(), suspectedRows);
        const int rows = seen == 0 ? Metrics::px(25) : of.suspectedTable->heightOfFirst(seen);
        const int natural = of.suspectedPanel->headHeight() + rows + Metrics::px(5);
        of.panel->setGeometry(left, top, wide, bottom - top); // likewise
        of.panel->settle();
        of.table->lay();
        const int needed =
            std::max(of.table->heightFor(std::min(leastRows, of.model->rowCount())),
                     of.table->heightFor(0) + of.table->heightOfFirst(std::min(leastWrapped, of.model->rowCount())));
        folds = !alone && bottom - top - natural - gap() < needed;
        open = folds && of.fold->isChecked();
        if (folds) {
            const int high = of.fold->sizeHint().height();
            of.fold->setText(open ? tr("Back to the diagnoses: %1").arg(of.model->shown())
                                  : tr("Suspected diseases: %1").arg(of.suspected->all()));
            of.fold->setGeometry(left, open ? top : bottom - high, wide, high);
            if (open)
                top += high + gap();
            else
                bottom -= high + gap();
        }
        const int high = alone || open ? bottom - top : std::min(natural, (bottom - top) / 2);
        of.suspectedPanel->setGeometry(left, bottom - high, wide, high);
        if (!folds)
            bottom -= high + gap();
    }
    of.fold->setVisible(folds);
    of.panel->setVisible(!alone && !open);
    of.suspectedPanel->setVisible(of.withSuspected && (!folds || open));
    of.panel->setGeometry(left, top, wide, std::max(0, bottom - top));
    of.panel->settle();
    of.suspectedPanel->settle();
    of.table->lay();
    of.suspectedTable->lay();
    tell();
}

void DiseasesPage::placeFoot() {
    const int wide = width() - 2 * margin();
    const int top = height() - footHeight() - Metrics::px(2);
    // What is below comes first; the legend ends with … where it leaves too little.
    const int room = wide - gap() - parts_->below->widthOfCounts();
    const int legend = std::min(parts_->legend->sizeHint().width(), std::max(room, wide / 4));
    parts_->below->setGeometry(margin(), top, std::max(0, wide - legend - gap()), footHeight());
    parts_->legend->setGeometry(margin() + wide - legend, top, legend, footHeight());
}

void DiseasesPage::tell() {
    auto& of = *parts_;
    const LookAhead ahead = of.panel->isHidden() ? LookAhead{} : lookAhead(*of.model, of.table->firstRowBelow());
    of.below->show(ahead.groups, ahead.example);
    std::vector<LegendPart> legend;
    if (const QString hidden = hiddenColumns(*of.table); !hidden.isEmpty())
        legend.push_back({.words = hidden});
    of.legend->setParts(of.table->isColumnHidden(ProblemTableModel::Strip) ? std::move(legend) : stripLegend());
    placeFoot();
    const int from = of.suspectedPanel->isHidden() ? -1 : of.suspectedTable->firstRowBelow();
    of.suspectedPanel->setLink(from < 0 ? QString() : tr("Below: %1").arg(of.suspected->rowCount() - from));
}

void DiseasesPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void DiseasesPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void DiseasesPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && parts_->fold->isVisible() && parts_->fold->isChecked()) {
        parts_->fold->setChecked(false);
        return;
    }
    if (event->key() == Qt::Key_Escape && stoodAt()) {
        emit newestWanted();
        return;
    }
    const bool narrowed =
        parts_->bar->filter() != allGrades || !parts_->bar->query().isEmpty() || parts_->bar->places() != Places::All;
    if (event->key() == Qt::Key_Escape && narrowed) {
        parts_->bar->clear();
        filter();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
