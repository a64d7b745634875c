#include "ui/summary/summary_panels.h"

#include "ui/details/words.h"

#include <QEvent>
#include <QShortcut>

namespace kmixr::ui {

using history::Grade;

void SummaryPanel::joinView(TableView* view, const HistoryModel* model) {
    connect(view, &TableView::asked, this, [this, model](const QModelIndex& index) { emit asked(model->ask(index)); });
}

void SummaryPanel::joinList(SummaryList* list, const HistoryModel* model) {
    connect(list, &SummaryList::asked, this, [this, model](const QModelIndex& index) {
        if (model->rowKind(index.row()) == RowKind::More)
            emit linkFollowed();
        else
            emit asked(model->ask(index));
    });
}

// --- problems ------------------------------------------------------------------------------------------------------

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : SummaryPanel(parent), model_(new ProblemListModel(this)), list_(new SummaryList(this)),
      delegate_(new ProblemDelegate(*model_, this)) {
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setAccessibleName(tr("Main problems"));
    setTitle(tr("Main problems"));
    setLink(tr("F3 Diseases"));
    setContent(list_);
    joinList(list_, model_);
}

void ProblemsPanel::setHistory(std::shared_ptr<const history::History> history) {
    const history::History* of = history.get();
    model_->setHistory(std::move(history));
    if (of == nullptr || !of->newestMonth) {
        setTitle(tr("Main problems"));
        setFoot({});
        setEmptyWords(of == nullptr ? QString() : Words::noReceipts());
        return;
    }
    const Month newest = *of->newestMonth;
    const Month first = newest - std::chrono::months(2);
    const QString from = first.year() == newest.year()
                             ? tr("%1/%2–%3", "year, months").arg(int(first.year()))
                             : tr("%1/%2–%4/%3", "year, month, month, year").arg(int(first.year()));
    const QString span = from.arg(unsigned(first.month())).arg(unsigned(newest.month()));
    setTitle(tr("Main problems"),
             tr("receipts of %1").arg(span.contains(QLatin1String("%4")) ? span.arg(int(newest.year())) : span));
    setEmptyWords({});
    if (model_->entries().empty()) // single months and past ones may be there: the foot counts them
        setEmptyWords(model_->count(Grade::SingleMonth) + model_->count(Grade::Past) == 0
                          ? Words::nothing(of->newestMonth)
                          : tr("No disease is recorded as treated or continuing (up to treatment in %1)")
                                .arg(Words::month(newest)));
    std::vector<LegendPart> parts;
    if (const int suspected = model_->count(Grade::Suspected); suspected > 0) {
        parts.push_back({.words = tr("Suspected %1").arg(suspected), .badge = BadgeKind::Suspected});
        parts.push_back({.words = tr("shown apart from the diagnoses")});
    }
    setFoot(std::move(parts),
            tr("single month %1 · past %2 ›").arg(model_->count(Grade::SingleMonth)).arg(model_->count(Grade::Past)));
}

int ProblemsPanel::listHeight(int width, int most) const {
    return model_->entries().empty() ? Metrics::px(48) : model_->naturalHeight(delegate_->heights(width - 2), most);
}

void ProblemsPanel::fitRows() {
    settle();
    delegate_->setWidth(contentRect().width());
    model_->fit(contentRect().height(), delegate_->heights(contentRect().width()));
    list_->doItemsLayout();
}

// --- procedures, tests ---------------------------------------------------------------------------------------------

BriefPanel::BriefPanel(BriefModel* model, const QString& title, const QString& note, const QString& link,
                       QWidget* parent)
    : SummaryPanel(parent), model_(model), list_(new SummaryList(this)), delegate_(new BriefDelegate(*model_, this)) {
    model_->setParent(this);
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setAccessibleName(title);
    setTitle(title, note);
    setLink(link);
    setContent(list_);
    joinList(list_, model_);
}

void BriefPanel::setHistory(std::shared_ptr<const history::History> history) {
    const history::History* of = history.get();
    model_->setHistory(std::move(history));
    delegate_->measure();
    const bool nothing = of != nullptr && model_->entries().empty();
    setEmptyWords(nothing ? Words::nothing(of->newestMonth) : QString());
}

std::vector<int> BriefPanel::rowHeights(int width, int most) const {
    const RankedModel::Heights heights = delegate_->heights(width - 2);
    std::vector<int> rows;
    rows.reserve(model_->entries().size());
    int height = 0;
    for (const auto& entry : model_->entries()) {
        if (entry.pinned)
            continue;
        rows.push_back(height <= most ? heights.item(entry) : BriefDelegate::usualHeight());
        height += rows.back();
    }
    return rows;
}

int BriefPanel::pinnedHeight(int width) const {
    const RankedModel::Heights heights = delegate_->heights(width - 2);
    int height = 0;
    for (const auto& entry : model_->entries())
        height += entry.pinned ? heights.item(entry) : 0;
    return height;
}

void BriefPanel::fitRows() {
    settle();
    delegate_->setWidth(contentRect().width());
    model_->fit(contentRect().height(), delegate_->heights(contentRect().width()));
    list_->doItemsLayout();
}

void BriefPanel::changeEvent(QEvent* event) {
    SummaryPanel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        delegate_->measure();
}

// --- visits --------------------------------------------------------------------------------------------------------

VisitsPanel::VisitsPanel(QWidget* parent)
    : SummaryPanel(parent), model_(new VisitModel(this)), map_(new HeatMap(*model_, this)) {
    map_->setAccessibleName(tr("Visits and data"));
    setTitle(tr("Visits and data"), tr("visit days a month · in = in-patient"));
    setLink(tr("F7 Time line"));
    setContent(map_);
    joinView(map_, model_);
}

void VisitsPanel::setHistory(std::shared_ptr<const history::History> history) {
    const history::History* of = history.get();
    model_->setHistory(std::move(history));
    setEmptyWords(of != nullptr && !of->newestMonth ? Words::noReceipts() : QString());
    if (of == nullptr || !of->newestMonth) {
        setFoot({});
        return;
    }
    std::vector<LegendPart> parts;
    if (const auto missing = model_->missing(); !missing.empty()) {
        QStringList months;
        for (const Month month : missing)
            months << Words::month(month);
        parts.push_back({.words = tr("M = missing: %1").arg(months.join(tr(", ", "between names"))), .strong = true});
    }
    // What a blank does not say comes before the shapes: the last ones may find no room.
    parts.push_back({.words = tr("blank = none recorded up to %1").arg(Words::month(*of->newestMonth))});
    parts.push_back(
        {.words = model_->missing().empty() ? tr("hatched = not arrived") : tr("hatched = not arrived, or missing")});
    if (model_->hasPartly())
        parts.push_back({.words = tr("P = some insurers or kinds")});
    setFoot(std::move(parts));
}

void VisitsPanel::setRows(int rows, int width) {
    model_->setMaximumMonths(map_->monthsFor(width));
    model_->setMaximumRows(rows < model_->allRows() ? rows : 0);
}

// --- risk ----------------------------------------------------------------------------------------------------------

RiskPanel::RiskPanel(QWidget* parent)
    : SummaryPanel(parent), model_(new RiskModel(this)), table_(new RiskTable(*model_, this)) {
    setContent(table_);
    joinView(table_, model_);
    const auto next = [this] {
        model_->showNext();
        tell();
        emit packChanged();
    };
    connect(this, &Panel::linkFollowed, this, next);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_R), this), &QShortcut::activated, this, next);
}

void RiskPanel::tell() {
    const QString title = model_->title().isEmpty() ? tr("Risk factors") : model_->title();
    setTitle(title, model_->edition());
    // Only a sign: the edition of the list must find its room beside the title.
    setLink(model_->packs() > 1 ? QStringLiteral("▸") : QString(), tr("The next list of risk factors (Alt+R)"));
    table_->setAccessibleName(title);
}

void RiskPanel::setHistory(std::shared_ptr<const history::History> history) {
    if (!isSamePatient(model_->history(), history.get()))
        model_->showFirst();
    model_->setHistory(history);
    tell();
    const bool loaded = history != nullptr && !history->riskPacks.empty();
    missing_ = history != nullptr && !loaded ? tr("The list of risk factors is not loaded") : QString();
}

QString RiskPanel::foldedWords() const {
    return tr("■ recorded %1   □ not recorded %2 (up to %4)   ? cannot be known %3")
        .arg(model_->count(history::RiskAnswer::Recorded))
        .arg(model_->count(history::RiskAnswer::NotRecorded))
        .arg(model_->count(history::RiskAnswer::CannotKnow))
        .arg(model_->upTo());
}

int RiskPanel::foldedHeight(int width) const {
    const int lines = TypeFace::lines(faces::small, foldedWords(), width - 2 * padding() - 2);
    return headHeight() + Metrics::px(26) + (lines - 1) * TypeFace::lineHeight(faces::small) + 2;
}

void RiskPanel::setRows(int rows, bool folded) {
    model_->setMaximumRows(rows);
    if (!folded || !missing_.isEmpty()) {
        setEmptyWords(missing_);
        return;
    }
    setEmptyWords(foldedWords());
}

} // namespace kmixr::ui
