#include "ui/summary/summary_page.h"

#include "ui/details/words.h"
#include "ui/summary/flag_row.h"
#include "ui/summary/summary_panels.h"
#include "ui/summary/summary_plan.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <numeric>

namespace kmixr::ui {
namespace {

constexpr double largeText = 1.3; ///< from here on two columns, scrolled page by page

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

/// Below this the height was taken away (bands, a low window), not filled by the patient.
int fullHeight() {
    return Metrics::px(570);
}

int sumOf(const std::vector<int>& heights) {
    return std::accumulate(heights.begin(), heights.end(), 0);
}

} // namespace

struct SummaryPage::Parts {
    QScrollArea* scroll = nullptr;
    QWidget* sheet = nullptr; ///< what the scroll area shows
    FlagRow* flags = nullptr;
    ProblemsPanel* problems = nullptr;
    DrugsPanel* drugs = nullptr;
    BriefPanel* procedures = nullptr;
    BriefPanel* tests = nullptr;
    VisitsPanel* visits = nullptr;
    RiskPanel* risk = nullptr;
    LookAheadLine* below = nullptr;
    std::shared_ptr<const history::History> history;

    [[nodiscard]] std::vector<SummaryPanel*> panels() const {
        return {problems, drugs, procedures, tests, visits, risk};
    }
};

SummaryPage::SummaryPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.scroll = new QScrollArea(this);
    of.scroll->setFrameShape(QFrame::NoFrame);
    of.scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    of.scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    of.scroll->setFocusPolicy(Qt::NoFocus);
    of.sheet = new QWidget;
    of.scroll->setWidget(of.sheet);
    of.flags = new FlagRow(of.sheet);
    of.problems = new ProblemsPanel(of.sheet);
    of.drugs = new DrugsPanel(of.sheet);
    of.procedures = new BriefPanel(new ProcedureListModel, tr("Surgery and procedures"),
                                   tr("surgery 5 years · others 3 months"), tr("F4 Procedures"), of.sheet);
    of.tests =
        new BriefPanel(new TestListModel, tr("Tests"), tr("last day / times in 12 months"), tr("F6 Tests"), of.sheet);
    of.visits = new VisitsPanel(of.sheet);
    of.risk = new RiskPanel(of.sheet);
    of.below = new LookAheadLine(this);
    of.below->hide();

    connect(of.flags, &FlagRow::asked, this,
            [this](const EvidenceAsk& ask) { emit evidenceWanted(ask.title, ask.evidence); });
    connect(of.flags, &FlagRow::heightChanged, this, &SummaryPage::arrange);
    connect(of.risk, &RiskPanel::packChanged, this, &SummaryPage::arrange);
    for (SummaryPanel* panel : of.panels()) {
        connect(panel, &SummaryPanel::asked, this, [this](const EvidenceAsk& ask) {
            if (!ask.evidence.empty())
                emit evidenceWanted(ask.title, ask.evidence);
        });
    }
    const auto leads = [this](Panel* panel, PageIndex page) {
        const auto go = [this, page] { emit pageWanted(static_cast<int>(page)); };
        connect(panel, &Panel::linkFollowed, this, go);
        connect(panel, &Panel::footFollowed, this, go);
    };
    leads(of.problems, PageIndex::Diseases);
    leads(of.drugs, PageIndex::Medication);
    leads(of.procedures, PageIndex::Procedures);
    leads(of.tests, PageIndex::Examinations);
    leads(of.visits, PageIndex::Timeline);
    connect(of.below, &QAbstractButton::clicked, this, [this] {
        QScrollBar* bar = parts_->scroll->verticalScrollBar();
        bar->setValue(bar->value() + bar->pageStep() - Metrics::px(40));
    });
    connect(of.scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        tellWhatIsBelow();
        for (SummaryPanel* panel : parts_->panels()) // rows cut by the edge are left white: they change as it moves
            panel->keyboardTarget()->update();
    });
    QWidget* before = of.flags;
    for (SummaryPanel* panel : of.panels()) { // flags, problems, drugs, procedures, tests, visits, risk
        setTabOrder(before, panel->keyboardTarget());
        before = panel->keyboardTarget();
    }
}

SummaryPage::~SummaryPage() = default;

void SummaryPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const int scrolled = isSamePatient(of.history.get(), history.get()) ? of.scroll->verticalScrollBar()->value() : 0;
    of.history = history;
    of.flags->setHistory(history);
    for (SummaryPanel* panel : of.panels())
        panel->setHistory(history);
    of.sheet->setVisible(history != nullptr);
    if (!of.flags->chips().empty())
        setTabOrder(of.flags->chips().front(), of.problems->keyboardTarget());
    of.scroll->verticalScrollBar()->setValue(0);
    arrange();
    of.scroll->verticalScrollBar()->setValue(scrolled);
}

void SummaryPage::takeFocus() {
    if (!parts_->flags->chips().empty())
        parts_->flags->chips().front()->setFocus();
    else
        parts_->problems->keyboardTarget()->setFocus();
}

void SummaryPage::arrange() {
    auto& of = *parts_;
    const bool large = Metrics::factor() >= largeText;
    const int belowHeight = large ? Metrics::slimPx(28, 22) : 0;
    of.below->setVisible(large);
    of.below->setGeometry(margin(), height() - belowHeight, width() - 2 * margin(), belowHeight);
    of.scroll->setGeometry(0, 0, width(), height() - belowHeight);
    if (!of.history)
        return;
    const QRect area(margin(), gap(), width() - 2 * margin(), height() - belowHeight - 2 * gap());
    const int flags = of.flags->heightFor(area.width());
    of.flags->setGeometry(area.left(), area.top(), area.width(), flags);
    const QRect rest = area.adjusted(0, flags + gap(), 0, 0);
    if (large) {
        arrangeTwoColumns(rest);
        tellWhatIsBelow();
    } else {
        of.sheet->resize(width(), height());
        arrangeThreeColumns(rest);
    }
}

void SummaryPage::arrangeThreeColumns(const QRect& area) {
    auto& of = *parts_;
    const int wide = area.width() - 2 * gap();
    const int leftWidth = wide * 2675 / 10000;
    const int rightWidth = wide * 2640 / 10000;
    const int middleWidth = wide - leftWidth - rightWidth;

    SummaryNeeds needs;
    needs.height = area.height();
    needs.gap = gap();
    needs.left = {of.problems->frame(),
                  of.problems->listHeight(leftWidth, area.height()),
                  of.risk->frame() + of.risk->table().heightOf(0),
                  Metrics::px(18),
                  of.risk->model().longest(),
                  of.risk->foldedHeight(leftWidth),
                  area.height() < fullHeight()};
    needs.middle = {of.drugs->frame() + of.drugs->headsHeight(),
                    of.drugs->listHeight(middleWidth, false, area.height()),
                    of.drugs->listHeight(middleWidth, true, area.height()), of.drugs->duplicatesHeight(middleWidth)};
    needs.right = {of.procedures->frame(),
                   of.tests->frame() + of.tests->pinnedHeight(rightWidth),
                   Metrics::px(48),
                   Metrics::px(22),
                   {},
                   {},
                   of.visits->frame() + of.visits->map().heightOf(0),
                   of.visits->map().rowStep(),
                   of.visits->model().allRows()};
    SummaryPlan plan;
    for (const bool tight : {false, true}) { // an institution yields before a row does
        for (BriefPanel* panel : {of.procedures, of.tests})
            panel->setTight(tight);
        needs.right.procedures = of.procedures->rowHeights(rightWidth, area.height());
        needs.right.tests = of.tests->rowHeights(rightWidth, area.height());
        plan = planSummary(needs);
        if (plan.right.procedures >= needs.right.proceduresFrame + sumOf(needs.right.procedures) &&
            plan.right.tests >= needs.right.testsFrame + sumOf(needs.right.tests))
            break;
    }

    const int top = area.top();
    const int bottom = area.bottom() + 1;
    of.problems->setGeometry(area.left(), top, leftWidth, plan.left.problems);
    of.problems->fitRows();
    of.risk->setRows(plan.left.riskRows, plan.left.folded);
    of.risk->setGeometry(area.left(), bottom - plan.left.risk, leftWidth, plan.left.risk);

    const int middle = area.left() + leftWidth + gap();
    of.drugs->setGeometry(middle, top, middleWidth, area.height());
    of.drugs->fitRows(plan.middle.tight, plan.middle.duplicateLines);

    const int right = middle + middleWidth + gap();
    of.procedures->setGeometry(right, top, rightWidth, plan.right.procedures);
    of.procedures->fitRows();
    of.tests->setGeometry(right, top + plan.right.procedures + gap(), rightWidth, plan.right.tests);
    of.tests->fitRows();
    of.visits->setRows(plan.right.visitRows, rightWidth);
    of.visits->setGeometry(right, bottom - plan.right.visits, rightWidth, plan.right.visits);
}

void SummaryPage::arrangeTwoColumns(const QRect& area) {
    auto& of = *parts_;
    const int leftWidth = (area.width() - gap()) * 343 / 1000;
    const int rightWidth = area.width() - gap() - leftWidth;
    const int right = area.left() + leftWidth + gap();
    const auto all = [](const std::vector<int>& rows) { return rows.empty() ? Metrics::px(48) : sumOf(rows); };
    for (BriefPanel* panel : {of.procedures, of.tests})
        panel->setTight(false);
    // Problems and drugs side by side at their full height; what is about the past comes below them.
    const int problems = of.problems->frame() + of.problems->listHeight(leftWidth, anyHeight);
    const int drugs = of.drugs->frame() + of.drugs->headsHeight() + of.drugs->listHeight(rightWidth, false, anyHeight) +
                      of.drugs->duplicatesHeight(rightWidth);
    const int top = std::max({problems, drugs, area.height()});
    of.problems->setGeometry(area.left(), area.top(), leftWidth, top);
    of.problems->fitRows();
    of.drugs->setGeometry(right, area.top(), rightWidth, top);
    of.drugs->fitRows(false, of.drugs->duplicatesHeight(rightWidth) > 0);

    const int second = area.top() + top + gap();
    of.risk->setRows(0, false);
    const int risk = of.risk->frame() + of.risk->table().heightOf(of.risk->model().longest());
    of.visits->setRows(0, rightWidth);
    const int visits = of.visits->frame() + of.visits->map().heightOf(of.visits->model().allRows());
    const int procedures = of.procedures->frame() + all(of.procedures->rowHeights(rightWidth, anyHeight));
    const int tests =
        of.tests->frame() + of.tests->pinnedHeight(rightWidth) + all(of.tests->rowHeights(rightWidth, anyHeight));
    of.risk->setGeometry(area.left(), second, leftWidth, risk);
    of.procedures->setGeometry(right, second, rightWidth, procedures);
    of.tests->setGeometry(right, second + procedures + gap(), rightWidth, tests);
    of.visits->setGeometry(right, second + procedures + tests + 2 * gap(), rightWidth, visits);
    of.procedures->fitRows();
    of.tests->fitRows();
    const int end = second + std::max(risk, procedures + tests + visits + 2 * gap());
    of.sheet->resize(width(), end + gap());
}

void SummaryPage::tellWhatIsBelow() {
    auto& of = *parts_;
    if (!of.history || of.below->isHidden())
        return;
    const int seen = of.scroll->verticalScrollBar()->value() + of.scroll->viewport()->height();
    // How many rows of a list stand below the edge, not only that there are some.
    const auto rowsBelow = [&](const SummaryPanel* panel) {
        const auto* list = qobject_cast<const QAbstractItemView*>(panel->keyboardTarget());
        if (list == nullptr || list->model() == nullptr)
            return 0;
        const auto* model = qobject_cast<const HistoryModel*>(list->model());
        const int top = list->viewport()->mapTo(of.sheet, QPoint()).y();
        int rows = 0;
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            if (model->rowKind(row) == RowKind::Item && top + list->visualRect(model->index(row, 0)).bottom() >= seen)
                ++rows;
        }
        return rows;
    };
    QStringList what;
    const auto add = [&](const Panel* panel, const QString& words) {
        if (panel->geometry().bottom() > seen)
            what << words;
    };
    const auto addRows = [&](const SummaryPanel* panel, const QString& words) {
        if (const int rows = rowsBelow(panel); rows > 0)
            what << words.arg(rows);
    };
    addRows(of.problems, tr("problems %1"));
    addRows(of.drugs, tr("drugs %1"));
    addRows(of.procedures, tr("procedures %1"));
    addRows(of.tests, tr("tests %1"));
    add(of.visits, tr("visits and data"));
    const int risks = of.risk->model().count(history::RiskAnswer::Recorded);
    add(of.risk, risks > 0 ? tr("risk factors %1").arg(risks) : tr("risk factors")); // a bare 0 would say too much
    of.below->show(what, {});
}

void SummaryPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void SummaryPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void SummaryPage::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find)) {
        emit searchWanted();
        return;
    }
    if (event->key() == Qt::Key_PageDown && parts_->below->isVisible()) {
        parts_->below->click();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
