#include "ui/details/procedures_page.h"

#include "ui/details/decade_strip.h"
#include "ui/details/filter_bar.h"
#include "ui/details/panel.h"
#include "ui/details/procedure_table.h"
#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace kmixr::ui {
namespace {

constexpr int leastRows = 5; ///< the table keeps room for so many

struct Choice {
    ProcedureFilter filter;
    const char* words;
};

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

struct ProceduresPage::Parts {
    FilterBar* bar = nullptr;
    FilterChip* fees = nullptr;
    Panel* stripPanel = nullptr;
    DecadeStrip* strip = nullptr;
    FoldLine* fold = nullptr; ///< the strip, where it would leave the table too few rows
    Panel* panel = nullptr;
    ProcedureModel* model = nullptr;
    ProcedureTable* table = nullptr;
    LookAheadLine* below = nullptr;
    Legend* legend = nullptr;
    std::shared_ptr<const history::History> history;
};

ProceduresPage::ProceduresPage(QWidget* parent) : MonthPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.bar = new FilterBar(tr("Procedure, section number"), this);
    makeNote(*of.bar);
    for (const auto& [filter, words] :
         {Choice{ProcedureFilter::All, QT_TR_NOOP("All")}, Choice{ProcedureFilter::Surgery, QT_TR_NOOP("Surgery")},
          Choice{ProcedureFilter::Anaesthesia, QT_TR_NOOP("Anaesthesia")},
          Choice{ProcedureFilter::Treatment, QT_TR_NOOP("Treatment")},
          Choice{ProcedureFilter::Home, QT_TR_NOOP("Home")},
          Choice{ProcedureFilter::Imaging, QT_TR_NOOP("Imaging, endoscopy")},
          Choice{ProcedureFilter::Transfusion, QT_TR_NOOP("Transfusion")},
          Choice{ProcedureFilter::Inpatient, QT_TR_NOOP("In-patient")}})
        of.bar->addFilter(static_cast<int>(filter), tr(words));
    of.bar->addPlaces();
    of.fees = of.bar->addSwitch(tr("With management fees"), QKeySequence(Qt::ALT | Qt::Key_K), true);
    of.model = new ProcedureModel(this);
    of.stripPanel = new Panel(this);
    of.strip = new DecadeStrip(*of.model, of.stripPanel);
    of.stripPanel->setTitle(tr("Ten years of surgery and admissions"),
                            tr("▲ surgery  ■ admission (length = days)  band = claimed month by month"));
    of.stripPanel->setContent(of.strip, true);
    of.panel = new Panel(this);
    of.table = new ProcedureTable(*of.model, of.panel);
    of.table->setAccessibleName(tr("Surgery and procedures"));
    of.panel->setContent(of.table, true);
    of.below = new LookAheadLine(this);
    of.legend = new Legend(this);

    of.fold = new FoldLine(QKeySequence(Qt::ALT | Qt::Key_D), this);
    of.fold->hide();
    connect(of.fold, &QAbstractButton::toggled, this, [this](bool open) {
        arrange();
        (open ? static_cast<QWidget*>(parts_->strip) : parts_->table)->setFocus();
    });

    connect(of.bar, &FilterBar::changed, this, &ProceduresPage::filter);
    connect(of.fees, &QAbstractButton::toggled, this, &ProceduresPage::filter);
    connect(of.table, &TableView::sightChanged, this, &ProceduresPage::tell);
    connect(of.below, &QAbstractButton::clicked, of.table, &TableView::pageDown);
    const auto shows = [this](const EvidenceAsk& ask) {
        if (!ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    };
    connect(of.strip, &DecadeStrip::asked, this, shows);
    connect(of.table, &TableView::asked, this,
            [this, shows](const QModelIndex& index) { shows(parts_->model->ask(index)); });
    setTabOrder(of.strip, of.table);
}

ProceduresPage::~ProceduresPage() = default;

void ProceduresPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const bool renewed = isSamePatient(of.history.get(), history.get()); // filters and what was typed stay
    of.history = history;
    if (!renewed) {
        const QSignalBlocker quiet(of.fold);
        of.fold->setChecked(false);
        forgetMonth();
        of.bar->clear();
        of.model->setFilter(ProcedureFilter::All);
        of.model->setQuery({});
    }
    of.model->setHistory(history);
    of.strip->rebuild(renewed);
    filter();
}

int ProceduresPage::tabCount() const {
    return parts_->history ? parts_->model->all() : -1;
}

void ProceduresPage::takeFocus() {
    parts_->table->setFocus();
}

const history::History* ProceduresPage::shown() const {
    return parts_->history.get();
}

std::vector<MonthRecord> ProceduresPage::monthRecords(Month month) const {
    return parts_->model->recordsOf(month);
}

int ProceduresPage::everything(Month /*month*/) const {
    return static_cast<int>(ProcedureFilter::All);
}

void ProceduresPage::toMonth() {
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

void ProceduresPage::tellMonth() {
    auto& of = *parts_;
    of.strip->setStandMonth(stoodAt());
    sayMonth(tr("acts of that month: %1"), tr("no surgery or procedure is recorded in that month"));
}

void ProceduresPage::filter() {
    auto& of = *parts_;
    of.model->setWithFees(of.fees->isChecked());
    of.model->setFilter(static_cast<ProcedureFilter>(of.bar->filter()));
    of.model->setQuery(of.bar->query());
    of.model->setPlaces(of.bar->places(), ownInstitution());
    for (const auto choice :
         {ProcedureFilter::All, ProcedureFilter::Surgery, ProcedureFilter::Anaesthesia, ProcedureFilter::Treatment,
          ProcedureFilter::Home, ProcedureFilter::Imaging, ProcedureFilter::Transfusion, ProcedureFilter::Inpatient})
        of.bar->setCount(static_cast<int>(choice), of.model->count(choice));
    of.bar->setFilterVisible(static_cast<int>(ProcedureFilter::Transfusion),
                             of.model->count(ProcedureFilter::Transfusion) > 0);
    of.bar->setWords({});
    of.panel->setEmptyWords({});
    if (of.history) {
        const int all = of.model->all();
        of.bar->setWords(tr("%1 of %2 shown").arg(of.model->shown()).arg(all));
        if (of.model->rowCount() == 0)
            of.panel->setEmptyWords(all == 0 || of.bar->query().isEmpty() ? Words::nothing(of.history->newestMonth)
                                                                          : Words::noMatch(all));
    }
    tellMonth();
    arrange();
}

/// The strip above the table. Where that leaves the table too few rows, a line says what the strip shows, and its key
/// shows it in the table's place.
void ProceduresPage::arrange() {
    auto& of = *parts_;
    const int left = margin();
    const int wide = width() - 2 * margin();
    const int bar = of.bar->heightFor(wide);
    of.bar->setGeometry(left, gap(), wide, bar);
    int top = gap() + bar + gap();
    top += placeNote(left, top, wide);
    const int foot = footHeight();
    const int line = height() - foot - Metrics::px(2);
    const int bottom = line - Metrics::px(2);
    const int strip = of.stripPanel->headHeight() + of.strip->sizeHint().height() + 4;
    const int needed = of.table->heightFor(std::min(leastRows, of.model->rowCount()));
    const bool folds = of.history != nullptr && bottom - top - strip - gap() < needed;
    const bool open = folds && of.fold->isChecked();
    of.fold->setVisible(folds);
    of.stripPanel->setVisible(!folds || open);
    of.panel->setVisible(!open);
    if (folds) {
        of.fold->setText(open ? tr("Back to the table: %1").arg(of.model->shown())
                              : tr("Ten years: surgery %1, admissions %2")
                                    .arg(of.strip->count(DecadeStrip::Lane::Surgery))
                                    .arg(of.strip->count(DecadeStrip::Lane::Admissions)));
        of.fold->setGeometry(left, top, wide, of.fold->sizeHint().height());
        top += of.fold->sizeHint().height() + gap();
    }
    of.stripPanel->setGeometry(left, top, wide, open ? std::min(strip, bottom - top) : strip);
    if (!folds)
        top += strip + gap();
    of.panel->setGeometry(left, top, wide, std::max(0, bottom - top));
    of.stripPanel->settle();
    of.panel->settle();
    of.table->lay();
    tell();
}

void ProceduresPage::placeFoot() {
    const int wide = width() - 2 * margin();
    const int top = height() - footHeight() - Metrics::px(2);
    // What is below comes first; the legend ends with … where it leaves too little.
    const int room = wide - gap() - parts_->below->widthOfCounts();
    const int legend = std::min(parts_->legend->sizeHint().width(), std::max(room, wide / 4));
    parts_->below->setGeometry(margin(), top, std::max(0, wide - legend - gap()), footHeight());
    parts_->legend->setGeometry(margin() + wide - legend, top, legend, footHeight());
}

void ProceduresPage::tell() {
    const bool seen = !parts_->panel->isHidden();
    const LookAhead ahead = seen ? lookAhead(*parts_->model, parts_->table->firstRowBelow()) : LookAhead{};
    std::vector<LegendPart> legend;
    if (const QString hidden = hiddenColumns(*parts_->table); !hidden.isEmpty())
        legend.push_back({.words = hidden});
    if (parts_->history && parts_->history->newestMonth)
        legend.push_back({.words = tr("line at the right = last month of data (%1). Surgery known from a disease "
                                      "name only is not listed here")
                                       .arg(Words::month(*parts_->history->newestMonth))});
    parts_->legend->setParts(std::move(legend));
    parts_->below->show(ahead.groups, ahead.example);
    placeFoot();
}

void ProceduresPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void ProceduresPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ProceduresPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && parts_->fold->isVisible() && parts_->fold->isChecked()) {
        parts_->fold->setChecked(false);
        return;
    }
    if (event->key() == Qt::Key_Escape && stoodAt()) {
        emit newestWanted();
        return;
    }
    const bool narrowed = parts_->bar->filter() != static_cast<int>(ProcedureFilter::All) ||
                          !parts_->bar->query().isEmpty() || parts_->bar->places() != Places::All;
    if (event->key() == Qt::Key_Escape && narrowed) {
        parts_->bar->clear();
        filter();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
