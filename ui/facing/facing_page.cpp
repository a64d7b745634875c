#include "ui/facing/facing_page.h"

#include "ui/details/panel.h"
#include "ui/details/table_delegate.h"
#include "ui/details/words.h"
#include "ui/facing/facing_models.h"
#include "ui/summary/heat_map.h"

#include <QKeyEvent>

namespace kmixr::ui {
namespace {

int margin() {
    return Metrics::px(12);
}

int gap() {
    return Metrics::px(8);
}

int bandHeight() {
    return Metrics::px(36);
}

int usualHeight() {
    return Metrics::px(31); // two people read it, one of them from farther away
}

class FacingDelegate : public TableDelegate {
public:
    FacingDelegate(const HistoryModel& model, int nameColumn, QObject* parent)
        : TableDelegate(model, parent), name_(nameColumn) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const QString words = index.data().toString();
        if (index.column() == name_)
            draw::wrapped(painter, cell, faces::body, draw::ink(look), words);
        else
            draw::elided(painter, cell, Qt::AlignLeft, faces::small, draw::ink(look), words);
    }

private:
    int name_;
};

class FacingTable : public TableView {
public:
    FacingTable(HistoryModel& model, int nameColumn, std::initializer_list<int> shares, QWidget* parent)
        : TableView(parent), model_(&model), name_(nameColumn), shares_(shares) {
        setHorizontalHeader(new TableHead(this));
        setModel(model_);
        setItemDelegate(new FacingDelegate(model, nameColumn, this));
        setUsualRowHeight(usualHeight());
        connect(model_, &QAbstractItemModel::modelReset, this, [this] { lay(); });
    }
    void lay() {
        setUsualRowHeight(usualHeight());
        const int all = viewport()->width();
        for (int column = 0; column < static_cast<int>(shares_.size()); ++column)
            setColumnWidth(column, all * shares_[static_cast<std::size_t>(column)] / 100);
        const int room = columnWidth(name_) - 2 * cellPadding();
        layRows(*this, *model_, [this, room](int row) {
            const int lines = TypeFace::lines(faces::body, model_->index(row, name_).data().toString(), room);
            return lines <= 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(10);
        });
        emit sightChanged();
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        TableView::resizeEvent(event);
        lay();
    }

private:
    HistoryModel* model_;
    int name_;
    std::vector<int> shares_;
};

} // namespace

struct FacingPage::Parts {
    Panel *drugPanel = nullptr, *visitPanel = nullptr, *surgeryPanel = nullptr;
    FacingDrugModel* drugs = nullptr;
    FacingSurgeryModel* surgery = nullptr;
    VisitModel* visits = nullptr;
    FacingTable *drugTable = nullptr, *surgeryTable = nullptr;
    HeatMap* map = nullptr;
    bool shows = false;
};

FacingPage::FacingPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.drugs = new FacingDrugModel(this);
    of.surgery = new FacingSurgeryModel(this);
    of.visits = new VisitModel(this);
    of.drugPanel = new Panel(this);
    of.drugTable = new FacingTable(*of.drugs, FacingDrugModel::Name, {45, 18, 18, 19}, of.drugPanel);
    of.drugTable->setAccessibleName(tr("Medicines"));
    of.drugPanel->setContent(of.drugTable, true);
    of.visitPanel = new Panel(this);
    of.map = new HeatMap(*of.visits, of.visitPanel);
    of.map->setAccessibleName(tr("Months of visits"));
    of.visitPanel->setTitle(tr("Months of visits"), tr("number = days · in = in-patient"));
    of.visitPanel->setContent(of.map);
    of.surgeryPanel = new Panel(this);
    of.surgeryTable = new FacingTable(*of.surgery, FacingSurgeryModel::Name, {22, 48, 30}, of.surgeryPanel);
    of.surgeryTable->setAccessibleName(tr("Operations"));
    of.surgeryPanel->setTitle(tr("Operations"));
    of.surgeryPanel->setContent(of.surgeryTable, true);
    connect(of.drugPanel, &Panel::footFollowed, of.drugTable, &TableView::pageDown);
    setTabOrder(of.drugTable, of.map);
    setTabOrder(of.map, of.surgeryTable);
    setAccessibleDescription(tr("For the patient to look at: diseases and words that tell them are hidden"));
}

FacingPage::~FacingPage() = default;

void FacingPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const auto newest = history ? history->newestMonth : std::nullopt;
    of.shows = history != nullptr;
    of.drugs->setHistory(history);
    of.surgery->setHistory(history);
    of.visits->setHistory(std::move(history));
    const QString month = newest ? Words::month(*newest) : QString();
    // Something may be hidden: only what can be shown is said to be absent.
    const QString nothing =
        newest ? tr("No record that can be shown here (up to treatment in %1)").arg(month) : Words::noReceipts();
    of.drugPanel->setTitle(tr("Medicines"), newest ? tr("by estimate, from records up to %1").arg(month) : QString());
    of.drugPanel->setEmptyWords(of.shows && of.drugs->rowCount() == 0 ? nothing : QString());
    of.surgeryPanel->setEmptyWords(of.shows && of.surgery->rowCount() == 0 ? nothing : QString());
    of.visitPanel->setEmptyWords(of.shows && !newest ? Words::noReceipts() : QString());
    std::vector<LegendPart> hidden;
    if (of.drugs->hidden() > 0)
        hidden.push_back({.words = tr("Medicines not shown: %1").arg(of.drugs->hidden())});
    of.drugPanel->setFoot(std::move(hidden));
    std::vector<LegendPart> about;
    if (newest)
        about.push_back(
            {.words = tr("Records of 5 years up to %1; this does not mean that there were no others.").arg(month)});
    of.surgeryPanel->setFoot(std::move(about));
    of.visitPanel->setFoot(newest ? std::vector<LegendPart>{{.words = tr("hatched = no records have arrived yet")}}
                                  : std::vector<LegendPart>());
    arrange();
    update();
}

void FacingPage::takeFocus() {
    parts_->drugTable->setFocus();
}

void FacingPage::arrange() {
    auto& of = *parts_;
    const int top = bandHeight() + gap();
    const int high = height() - gap() - top;
    const int wide = width() - 2 * margin() - gap();
    const int left = wide * 57 / 100;
    of.drugPanel->setGeometry(margin(), top, left, std::max(0, high));
    const int right = margin() + left + gap();
    of.visits->setMaximumMonths(of.map->monthsFor(wide - left));
    const int map =
        of.visitPanel->headHeight() + of.visitPanel->footHeight() + of.map->heightOf(of.visits->allRows()) + 3;
    const int upper = std::min(map, high * 2 / 3);
    of.visitPanel->setGeometry(right, top, wide - left, upper);
    of.surgeryPanel->setGeometry(right, top + upper + gap(), wide - left, std::max(0, high - upper - gap()));
    for (Panel* panel : {of.drugPanel, of.visitPanel, of.surgeryPanel})
        panel->settle();
    of.drugTable->lay();
    of.surgeryTable->lay();
}

void FacingPage::paintEvent(QPaintEvent* /*event*/) {
    const Roles& roles = Roles::current();
    QPainter painter(this);
    const QRect band(0, 0, width(), bandHeight());
    painter.fillRect(band, roles.sel);
    painter.fillRect(QRect(0, band.bottom() - 1, width(), 2), roles.accent);
    const int icon = Metrics::px(20);
    painter.drawPixmap(margin(), (bandHeight() - icon) / 2, Marks::icon(QStringLiteral("eye-off"), icon, roles.text));
    const QString title = tr("Shown to the patient");
    int x = margin() + icon + gap();
    draw::text(painter, QRect(x, 0, width(), bandHeight()), Qt::AlignLeft, faces::bodyBold, roles.text, title);
    x += TypeFace::width(faces::bodyBold, title) + gap();
    draw::text(painter, QRect(x, 0, width(), bandHeight()), Qt::AlignLeft, faces::small, roles.text,
               tr("Diseases and words that tell them are hidden · F8 or Esc back"));
}

void FacingPage::resizeEvent(QResizeEvent* event) {
    PatientPage::resizeEvent(event);
    arrange();
}

void FacingPage::changeEvent(QEvent* event) {
    PatientPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void FacingPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit backWanted();
        return;
    }
    PatientPage::keyPressEvent(event);
}

} // namespace kmixr::ui
