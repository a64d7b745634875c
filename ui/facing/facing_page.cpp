#include "ui/facing/facing_page.h"

#include "ui/controls/key_button.h"
#include "ui/details/panel.h"
#include "ui/details/table_delegate.h"
#include "ui/details/words.h"
#include "ui/facing/facing_models.h"
#include "ui/summary/heat_map.h"

#include <QKeyEvent>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QSignalBlocker>

namespace kmixr::ui {
namespace {

int margin() {
    return Metrics::slimPx(12, 6);
}

int gap() {
    return Metrics::slimPx(8, 4);
}

int bandHeight() {
    return Metrics::slimPx(36, 28);
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
        draw::wrapped(painter, cell, index.column() == name_ ? faces::body : faces::small, draw::ink(look), words);
    }

private:
    int name_;
};

class FacingTable : public TableView {
public:
    FacingTable(HistoryModel& model, int nameColumn, QWidget* parent)
        : TableView(parent), model_(&model), name_(nameColumn) {
        setHorizontalHeader(new TableHead(this));
        setModel(model_);
        setItemDelegate(new FacingDelegate(model, nameColumn, this));
        setUsualRowHeight(usualHeight());
        connect(model_, &QAbstractItemModel::modelReset, this, [this] { lay(); });
    }
    void lay() {
        setUsualRowHeight(usualHeight());
        shareWidth();
        layRows(*this, *model_, [this](int row) {
            int height = usualHeight();
            for (int column = 0; column < model_->columnCount(); ++column) {
                const Face face = faceOf(column);
                const int lines = TypeFace::lines(face, model_->index(row, column).data().toString(),
                                                  columnWidth(column) - 2 * cellPadding());
                if (lines > 1)
                    height = std::max(height, lines * TypeFace::lineHeight(face) + Metrics::px(10));
            }
            return height;
        });
        emit sightChanged();
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        TableView::resizeEvent(event);
        lay();
    }

private:
    [[nodiscard]] Face faceOf(int column) const { return column == name_ ? faces::body : faces::small; }
    /// Each column its longest words, the name the rest, and never less than two fifths: nothing is cut, what is too
    /// long stands on two lines ("9月2日まで(推定)" without its last word would say too much).
    void shareWidth() {
        const int count = model_->columnCount();
        std::vector<int> wish(static_cast<std::size_t>(count), 0);
        int others = 0;
        for (int column = 0; column < count; ++column) {
            if (column == name_)
                continue;
            int& most = wish[static_cast<std::size_t>(column)];
            most = TypeFace::width(faces::caption, model_->headerData(column, Qt::Horizontal).toString());
            for (int row = 0; row < model_->rowCount(); ++row)
                most = std::max(most, TypeFace::width(faceOf(column), model_->index(row, column).data().toString()));
            most += 2 * cellPadding() + Metrics::px(4);
            others += most;
        }
        const int all = viewport()->width();
        const int room = std::min(others, all * 3 / 5);
        for (int column = 0; column < count; ++column)
            setColumnWidth(column, column == name_
                                       ? all - room
                                       : wish[static_cast<std::size_t>(column)] * room / std::max(1, others));
    }

    HistoryModel* model_;
    int name_;
};

} // namespace

struct FacingPage::Parts {
    Panel *drugPanel = nullptr, *visitPanel = nullptr, *surgeryPanel = nullptr;
    FacingDrugModel* drugs = nullptr;
    FacingSurgeryModel* surgery = nullptr;
    VisitModel* visits = nullptr;
    FacingTable *drugTable = nullptr, *surgeryTable = nullptr;
    HeatMap* map = nullptr;
    FoldLine* fold = nullptr; ///< visits and operations, where all three would have no room
    KeyButton* print = nullptr;
    FacingPaper paper;
    std::unique_ptr<QPrinter> printer{};
    QPointer<QPrintDialog> dialog{};
    bool shows = false;
};

FacingPage::FacingPage(QWidget* parent) : PatientPage(parent), parts_(std::make_unique<Parts>()) {
    auto& of = *parts_;
    of.drugs = new FacingDrugModel(this);
    of.surgery = new FacingSurgeryModel(this);
    of.visits = new VisitModel(this);
    of.drugPanel = new Panel(this);
    of.drugTable = new FacingTable(*of.drugs, FacingDrugModel::Name, of.drugPanel);
    of.drugTable->setAccessibleName(tr("Medicines"));
    of.drugPanel->setContent(of.drugTable, true);
    of.visitPanel = new Panel(this);
    of.map = new HeatMap(*of.visits, of.visitPanel);
    of.map->setAccessibleName(tr("Months of visits"));
    of.visitPanel->setTitle(tr("Months of visits"), tr("number = days · in = in-patient"));
    of.visitPanel->setContent(of.map);
    of.surgeryPanel = new Panel(this);
    of.surgeryTable = new FacingTable(*of.surgery, FacingSurgeryModel::Name, of.surgeryPanel);
    of.surgeryTable->setAccessibleName(tr("Operations"));
    of.surgeryPanel->setTitle(tr("Operations"));
    of.surgeryPanel->setContent(of.surgeryTable, true);
    of.fold = new FoldLine(QKeySequence(Qt::ALT | Qt::Key_D), this);
    of.fold->hide();
    connect(of.fold, &QAbstractButton::toggled, this, [this](bool open) {
        arrange();
        (open ? static_cast<QWidget*>(parts_->map) : parts_->drugTable)->setFocus();
    });
    of.print = new KeyButton(tr("Print"), KeyButton::Kind::Plain, KeyButton::Size::Tool, this);
    of.print->setKey(QKeySequence(Qt::CTRL | Qt::Key_P));
    connect(of.print, &QAbstractButton::clicked, this, &FacingPage::print);
    connect(of.drugPanel, &Panel::footFollowed, of.drugTable, &TableView::pageDown);
    setTabOrder(of.drugTable, of.map);
    setTabOrder(of.map, of.surgeryTable);
    setTabOrder(of.surgeryTable, of.print);
    setAccessibleDescription(tr("For the patient to look at: diseases and words that tell them are hidden"));
}

FacingPage::~FacingPage() = default;

void FacingPage::setHistory(std::shared_ptr<const history::History> history) {
    auto& of = *parts_;
    const auto newest = history ? history->newestMonth : std::nullopt;
    of.shows = history != nullptr;
    if (of.dialog) // of the patient before
        of.dialog->reject();
    if (!isSamePatient(of.drugs->history(), history.get())) {
        const QSignalBlocker quiet(of.fold);
        of.fold->setChecked(false);
    }
    of.drugs->setHistory(history);
    of.surgery->setHistory(history);
    of.visits->setHistory(history);
    const QString month = newest ? Words::month(*newest) : QString();
    // Something may be hidden: only what can be shown is said to be absent.
    const QString nothing =
        newest ? tr("No record that can be shown here (up to treatment in %1)").arg(month) : Words::noReceipts();
    of.drugPanel->setTitle(tr("Medicines"), newest ? tr("by estimate, from records up to %1").arg(month) : QString());
    of.drugPanel->setEmptyWords(of.shows && of.drugs->rowCount() == 0 ? nothing : QString());
    of.surgeryPanel->setEmptyWords(of.shows && of.surgery->rowCount() == 0 ? nothing : QString());
    of.visitPanel->setEmptyWords(of.shows && !newest ? Words::noReceipts() : QString());
    const QString hidden = of.drugs->hidden() > 0 ? tr("Medicines not shown: %1").arg(of.drugs->hidden()) : QString();
    of.drugPanel->setFoot(hidden.isEmpty() ? std::vector<LegendPart>() : std::vector<LegendPart>{{.words = hidden}});
    const QString about =
        newest ? tr("Records of 5 years up to %1; this does not mean that there were no others.").arg(month)
               : QString();
    of.surgeryPanel->setFoot(about.isEmpty() ? std::vector<LegendPart>() : std::vector<LegendPart>{{.words = about}});
    of.print->setEnabled(newest.has_value());
    of.paper = {};
    if (newest) {
        of.paper = {tr("For the patient"),
                    Words::shown(history->patient.name),
                    tr("Made on %1 from health insurance records up to %2").arg(Words::day(history->today), month),
                    {{tr("Medicines"), tr("by estimate, from records up to %1").arg(month), of.drugs,
                      FacingDrugModel::Name, nothing, hidden},
                     {tr("Operations"), {}, of.surgery, FacingSurgeryModel::Name, nothing, about}}};
    }
    of.visitPanel->setFoot(newest ? std::vector<LegendPart>{{.words = tr("hatched = no records have arrived")}}
                                  : std::vector<LegendPart>());
    arrange();
    update();
}

FacingPaper FacingPage::paper() const {
    return parts_->paper;
}

void FacingPage::print() {
    auto& of = *parts_;
    if (of.paper.sections.empty() || of.dialog)
        return;
    of.printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    of.printer->setDocName(tr("For the patient")); // a queue shows it to others: no name in it
    of.dialog = new QPrintDialog(of.printer.get(), this);
    of.dialog->setAttribute(Qt::WA_DeleteOnClose);
    of.dialog->setOptions({});
    connect(of.dialog, &QDialog::accepted, this, [this] { parts_->paper.printOn(*parts_->printer); });
    of.dialog->open();
}

void FacingPage::takeFocus() {
    parts_->drugTable->setFocus();
}

void FacingPage::arrange() {
    auto& of = *parts_;
    const int top = bandHeight() + gap();
    const QSize button = of.print->sizeHint();
    of.print->setGeometry(width() - margin() - button.width(), (bandHeight() - button.height()) / 2, button.width(),
                          button.height());
    // With very large text the medicines have the page to themselves; the other two stand behind a line and its key.
    const bool folds = of.shows && Metrics::veryLarge();
    const bool open = folds && of.fold->isChecked();
    const int line = folds ? of.fold->sizeHint().height() : 0;
    const int high = height() - gap() - top - (folds ? line + gap() : 0);
    const int wide = width() - 2 * margin() - gap();
    const int left = folds ? wide * 55 / 100 : wide * 57 / 100;
    of.fold->setVisible(folds);
    of.drugPanel->setVisible(!open);
    of.visitPanel->setVisible(!folds || open);
    of.surgeryPanel->setVisible(!folds || open);
    of.fold->setGeometry(margin(), height() - gap() - line, width() - 2 * margin(), line);
    of.fold->setText(open                         ? tr("Back to the medicines: %1").arg(of.drugs->rowCount())
                     : of.surgery->rowCount() > 0 ? tr("Months of visits, operations: %1").arg(of.surgery->rowCount())
                                                  : tr("Months of visits, operations"));
    of.drugPanel->setGeometry(margin(), top, folds ? width() - 2 * margin() : left, std::max(0, high));
    if (folds) {
        const int frame = of.visitPanel->headHeight() + of.visitPanel->footHeight() + 3;
        of.visits->setMaximumMonths(of.map->monthsFor(left));
        const int rows = std::max(1, (high - frame - of.map->heightOf(0)) / std::max(1, of.map->rowStep()));
        of.visits->setMaximumRows(rows < of.visits->allRows() ? rows : 0);
        of.visitPanel->setGeometry(margin(), top, left, std::max(0, high));
        of.surgeryPanel->setGeometry(margin() + left + gap(), top, wide - left, std::max(0, high));
        layTables();
        return;
    }
    const int right = margin() + left + gap();
    of.visits->setMaximumMonths(of.map->monthsFor(wide - left));
    // Operations keep two rows; institutions without room join in one row, the row of arrived data never goes.
    const int frame = of.visitPanel->headHeight() + of.visitPanel->footHeight() + 3;
    const int surgery = of.surgeryPanel->headHeight() + of.surgeryPanel->footHeight() + 3 * usualHeight();
    const int room = std::max(high * 3 / 5, high - gap() - surgery) - frame;
    const int rows = std::max(1, (room - of.map->heightOf(0)) / std::max(1, of.map->rowStep()));
    of.visits->setMaximumRows(rows < of.visits->allRows() ? rows : 0);
    const int upper = frame + of.map->heightOf(std::min(rows, of.visits->allRows()));
    of.visitPanel->setGeometry(right, top, wide - left, upper);
    of.surgeryPanel->setGeometry(right, top + upper + gap(), wide - left, std::max(0, high - upper - gap()));
    layTables();
}

void FacingPage::layTables() {
    auto& of = *parts_;
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
