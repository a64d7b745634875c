#include "ui/details/examinations_page.h"

#include "ui/details/draw.h"
#include "ui/details/examination_matrix.h"
#include "ui/details/filter_bar.h"
#include "ui/details/panel.h"
#include "ui/details/words.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace kmixr::ui {
namespace {

enum Grouping { ByDay, ByMonth };

constexpr std::array spans{12, 36, 120}; ///< months

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

} // namespace

struct ExaminationsPage::Parts {
    FilterBar* bar = nullptr;
    FilterChip* fees = nullptr;
    Panel* panel = nullptr;
    ExaminationModel* model = nullptr;
    ExaminationMatrix* matrix = nullptr;
    Panel* cellPanel = nullptr; ///< the selected cell in words
    std::shared_ptr<const history::History> history;
};

ExaminationsPage::ExaminationsPage(QWidget* parent) : MonthPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.bar = new FilterBar(tr("Test"), this);
    makeNote(*of.bar);
    of.bar->addFilter(spans[0], tr("12 months"));
    of.bar->addFilter(spans[1], tr("3 years"));
    of.bar->addFilter(spans[2], tr("10 years"));
    of.bar->addSecondFilter(ByDay, tr("By day"));
    of.bar->addSecondFilter(ByMonth, tr("By month"));
    of.bar->addPlaces();
    of.fees = of.bar->addSwitch(tr("With judgement and sampling fees"), QKeySequence(Qt::ALT | Qt::Key_K), true);
    of.model = new ExaminationModel(this);
    of.panel = new Panel(this);
    of.matrix = new ExaminationMatrix(*of.model, of.panel);
    of.panel->setContent(of.matrix, true);
    of.cellPanel = new Panel(this);
    of.cellPanel->setNoteFace(faces::small);

    connect(of.bar, &FilterBar::changed, this, &ExaminationsPage::filter);
    connect(of.fees, &QAbstractButton::toggled, this, &ExaminationsPage::filter);
    connect(of.matrix, &ExaminationMatrix::sightChanged, this, &ExaminationsPage::tell);
    connect(of.matrix, &ExaminationMatrix::currentMoved, this, &ExaminationsPage::tell);
    connect(of.panel, &Panel::footFollowed, of.matrix->dates(), &TableView::pageDown);
    connect(of.cellPanel, &Panel::linkFollowed, this,
            [this] { emit parts_->matrix->asked(parts_->matrix->current()); });
    connect(of.matrix, &ExaminationMatrix::asked, this, [this](const QModelIndex& index) {
        if (const EvidenceAsk ask = parts_->model->ask(index); !ask.evidence.empty())
            emit evidenceWanted(ask.title, ask.evidence);
    });
}

ExaminationsPage::~ExaminationsPage() = default;

void ExaminationsPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const bool renewed = isSamePatient(of.history.get(), history.get()); // filters and what was typed stay
    of.history = history;
    if (!renewed) {
        forgetMonth();
        of.bar->clear();
        of.model->setQuery({});
    }
    of.model->setHistory(history);
    filter();
}

int ExaminationsPage::tabCount() const {
    return parts_->history ? parts_->model->allTests() : -1;
}

void ExaminationsPage::takeFocus() {
    parts_->matrix->dates()->setFocus();
}

const history::History* ExaminationsPage::shown() const {
    return parts_->history.get();
}

std::vector<MonthRecord> ExaminationsPage::monthRecords(Month month) const {
    return parts_->model->recordsOf(month);
}

/// The shortest span that reaches back to the month.
int ExaminationsPage::everything(Month month) const {
    const int back = monthsBetween(month, *parts_->history->newestMonth);
    const auto reaches = std::ranges::find_if(spans, [back](int months) { return months > back; });
    return reaches == spans.end() ? spans.back() : *reaches;
}

void ExaminationsPage::toMonth() {
    auto& of = *parts_;
    TableView& dates = *of.matrix->dates();
    const auto month = stoodAt();
    if (!month) {
        dates.setCurrentIndex(firstItem(*of.model, of.model->dateColumns()));
        dates.scrollToTop();
        of.matrix->showNewest();
        return;
    }
    const int row = rowOfMonth(*of.model, *month);
    if (row >= 0) {
        dates.setCurrentIndex(of.model->index(row, of.model->dateOf(*month, row)));
    } else if (of.model->dateColumns() > 0) { // nothing is recorded then: the date next to it
        const int column = of.model->dateNear(*month);
        const QModelIndex first = firstItem(*of.model, column);
        dates.setCurrentIndex(dates.currentIndex().isValid() ? dates.currentIndex().siblingAtColumn(column) : first);
    }
}

/// Of a fee that hides the tests of a month, where one does.
QString ExaminationsPage::bundleWords(Month month) const {
    for (const history::BundledFee& fee : parts_->history->bundledFees) {
        if (fee.firstMonth <= month && month <= fee.lastMonth)
            return Words::shown(fee.words);
    }
    return {};
}

void ExaminationsPage::tellMonth() {
    QString nothing = tr("no test is recorded in that month");
    const QString bundle = parts_->history && stoodAt() ? bundleWords(*stoodAt()) : QString();
    if (!bundle.isEmpty())
        nothing = tr("%1; %2", "no test is recorded, why").arg(nothing, bundle);
    sayMonth(tr("tests of that month: %1"), nothing);
}

void ExaminationsPage::filter() {
    auto& of = *parts_;
    of.model->setWithFees(of.fees->isChecked());
    of.model->setMonths(of.bar->filter());
    of.model->setMonthly(of.bar->secondFilter() == ByMonth);
    of.model->setQuery(of.bar->query());
    of.model->setPlaces(of.bar->places(), ownInstitution());
    of.bar->setWords({});
    of.panel->setEmptyWords({});
    if (of.history) {
        const int all = of.model->allTests();
        of.bar->setWords(tr("%1 of %2 kinds shown · receipts hold no values").arg(of.model->shownTests()).arg(all));
        if (of.model->rowCount() == 0)
            of.panel->setEmptyWords(of.bar->query().isEmpty() ? Words::nothing(of.history->newestMonth)
                                                              : Words::noMatch(all));
    }
    tellMonth();
    arrange();
}

void ExaminationsPage::arrange() {
    auto& of = *parts_;
    const int left = margin();
    const int wide = width() - 2 * margin();
    const int bar = of.bar->heightFor(wide);
    of.bar->setGeometry(left, gap(), wide, bar);
    int top = gap() + bar + gap();
    top += placeNote(left, top, wide);
    const int bottom = height() - gap();
    of.cellPanel->setVisible(!Metrics::veryLarge()); // then its words stand in the foot of the table
    const int cell = of.cellPanel->isHidden() ? 0 : of.cellPanel->headHeight() + gap();
    of.cellPanel->setGeometry(left, bottom - cell + gap(), wide, std::max(0, cell - gap()));
    of.panel->setGeometry(left, top, wide, std::max(0, bottom - cell - top));
    tell();
    of.panel->settle();
    of.cellPanel->settle();
    of.matrix->lay();
}

void ExaminationsPage::tell() {
    auto& of = *parts_;
    const QModelIndex current = of.matrix->current();
    const CellWords words = of.model->words(current);
    of.cellPanel->setTitle(words.title, words.note);
    of.cellPanel->setLink(of.model->ask(current).evidence.empty() ? QString() : tr("Evidence: Enter"));
    std::vector<LegendPart> parts;
    const bool brief = Metrics::veryLarge();
    if (brief) {
        parts.push_back({.words = words.title, .strong = true});
        parts.push_back({.words = words.note});
    } else if (of.history && of.model->rowCount() > 0) {
        parts.push_back({.words = tr("claimed"), .mark = [](QPainter& painter, const QRect& at) {
                             painter.save();
                             painter.setRenderHint(QPainter::Antialiasing);
                             painter.setPen(Qt::NoPen);
                             painter.setBrush(Roles::current().bar);
                             const double radius = Metrics::px(9) / 2.0;
                             painter.drawEllipse(QRectF(at).center(), radius, radius);
                             painter.restore();
                         }});
        for (const QString& sign : of.model->legend())
            parts.push_back({.words = sign});
    }
    QStringList away;
    if (const int before = of.matrix->columnsBefore(); before > 0 && of.model->dateColumns() > 0)
        away << (brief ? tr("← %1 dates").arg(before)
                       : tr("← %1 to %2: %3 dates")
                             .arg(Words::month(monthOf(of.model->date(1).day)),
                                  Words::month(monthOf(of.model->date(before).day)))
                             .arg(before));
    const LookAhead ahead = lookAhead(*of.model, of.matrix->firstRowBelow());
    if (!ahead.groups.isEmpty() && brief)
        away << tr("↓ below: %1").arg(ahead.rows);
    else if (!ahead.groups.isEmpty())
        away << tr("↓ below: %1").arg(ahead.groups.join(tr(", ", "between names")));
    of.panel->setFoot(std::move(parts), away.join(QStringLiteral("   ")));
}

void ExaminationsPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void ExaminationsPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void ExaminationsPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && stoodAt()) {
        emit newestWanted();
        return;
    }
    if (event->key() == Qt::Key_Escape && !parts_->bar->query().isEmpty()) {
        parts_->bar->clear();
        filter();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
