#include "ui/details/examination_matrix.h"

#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

#include <QScrollBar>

namespace kmixr::ui {
namespace {

int rowHeight() {
    return Metrics::px(24);
}

int dateWidth() {
    return Metrics::px(60);
}

class MatrixDelegate : public TableDelegate {
public:
    MatrixDelegate(const ExaminationModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

    /// The columns hidden here stand in the views beside.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const Roles& roles = Roles::current();
        const bool bundle = model_->bundle(index.row()) != nullptr;
        if (index.column() == ExaminationModel::nameColumn()) {
            draw::wrapped(painter, cell, look.selected ? faces::bodyBold : faces::body,
                          bundle ? draw::ink2(look) : draw::ink(look), index.data().toString());
        } else if (!model_->isDate(index.column())) {
            draw::text(painter, cell, Qt::AlignRight, faces::small, draw::ink(look), index.data().toString());
        } else if (bundle) {
            const int left =
                draw::badges(painter, cell, cell.left(), {QCoreApplication::translate("kmixr::ui::Words", "Bundled")},
                             BadgeKind::Neutral, faces::caption);
            draw::elided(painter, cell.adjusted(left - cell.left() + Metrics::px(4), 0, 0, 0), Qt::AlignLeft,
                         faces::caption, draw::ink2(look), index.data().toString());
        } else {
            paintTimes(painter, cell, index, look);
            painter.fillRect(QRect(cell.right() + cellPadding(), cell.top(), 1, cell.height() + 1), roles.line);
        }
    }

    void paintHead(QPainter& painter, const QRect& row, const QModelIndex& index) const override {
        const Roles& roles = Roles::current();
        draw::text(painter, row.adjusted(cellPadding(), 0, 0, 0), Qt::AlignLeft, faces::smallBold, roles.text2,
                   index.data().toString());
        draw::bottomLine(painter, row, roles.border);
    }

    void paintRing(QPainter& painter, const QRect& cell, const QModelIndex& /*index*/, bool current) const override {
        if (current)
            draw::ring(painter, cell, true);
    }

private:
    void paintTimes(QPainter& painter, const QRect& cell, const QModelIndex& index, const draw::RowLook& look) const {
        const int times = model_->times(index.row(), index.column());
        if (times == 0)
            return;
        if (times > 1) { // a month with several: the number instead of the dot
            draw::text(painter, cell, Qt::AlignHCenter, faces::smallBold, draw::ink(look), QString::number(times));
            return;
        }
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.selected && currentTheme() == Theme::HighContrast ? Roles::current().onAccent
                                                                                : Roles::current().bar);
        const double radius = Metrics::px(11) / 2.0;
        painter.drawEllipse(QRectF(cell).center(), radius, radius);
        painter.restore();
    }

    const ExaminationModel* model_;
};

/// Year, then day in bold, then the institution's sign.
class DatesHead : public TableHead {
public:
    DatesHead(const ExaminationModel& model, QWidget* parent) : TableHead(parent), model_(&model) {}

    [[nodiscard]] QSize sizeHint() const override { return {Metrics::px(100), 3 * line() + Metrics::slimPx(8, 2)}; }

protected:
    void paintEvent(QPaintEvent* event) override {
        TableHead::paintEvent(event);
        const Roles& roles = Roles::current();
        QPainter painter(viewport());
        int until = 0;
        for (int section = 0; section < count(); ++section) {
            if (isSectionHidden(section) || !model_->isDate(section))
                continue;
            const int x = sectionViewportPosition(section);
            if (x + sectionSize(section) <= 0)
                continue;
            const auto year = model_->date(section).day.year();
            const bool first = section == 1 || model_->date(section - 1).day.year() != year;
            if (!first && x > 0 && until > 0)
                continue;
            if (first && x >= 0)
                painter.fillRect(QRect(x, Metrics::px(2), 1, line() + Metrics::px(2)), roles.border);
            const QString words = Words::year(year);
            const int left = std::max(0, x) + Metrics::px(5);
            if (left >= until) {
                draw::text(painter, QRect(left, Metrics::px(2), Metrics::px(80), line()), Qt::AlignLeft, faces::caption,
                           roles.text2, words);
                until = left + TypeFace::width(faces::caption, words) + Metrics::px(8);
            }
        }
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Roles& roles = Roles::current();
        if (!model_->isDate(section)) {
            const bool right = section >= model_->countColumn();
            draw::text(*painter, rect.adjusted(cellPadding(), line(), -cellPadding(), 0),
                       right ? Qt::AlignRight : Qt::AlignLeft, faces::caption, roles.text2,
                       model_->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
            return;
        }
        const auto& of = model_->date(section);
        const QRect day(rect.left(), rect.top() + line() + Metrics::px(2), rect.width(), line());
        draw::text(*painter, day, Qt::AlignHCenter, faces::smallBold, roles.text,
                   model_->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        if (!of.monthly)
            draw::elided(*painter, day.translated(0, line()), Qt::AlignHCenter, faces::caption, roles.text2,
                         model_->sign(of.institution));
    }

private:
    static int line() { return TypeFace::lineHeight(faces::small); }
    const ExaminationModel* model_;
};

} // namespace

ExaminationMatrix::ExaminationMatrix(ExaminationModel& model, QWidget* parent)
    : QWidget(parent), model_(&model), names_(new TableView(this)), dates_(new TableView(this)),
      totals_(new TableView(this)) {
    for (TableView* view : {names_, dates_, totals_})
        prepare(view);
    dates_->setFocusPolicy(Qt::StrongFocus);
    names_->setFocusPolicy(Qt::NoFocus);
    totals_->setFocusPolicy(Qt::NoFocus);
    names_->setAccessibleName(tr("Names of tests"));
    dates_->setAccessibleName(tr("Tests by date"));
    totals_->setAccessibleName(tr("Times and last day"));
    for (TableView* view : {names_, totals_})
        view->setSelectionModel(dates_->selectionModel());
    for (TableView* from : {names_, dates_, totals_}) {
        for (TableView* to : {names_, dates_, totals_}) {
            if (from != to)
                connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(),
                        &QScrollBar::setValue);
        }
        connect(from, &TableView::asked, this, &ExaminationMatrix::asked);
    }
    connect(dates_, &TableView::currentMoved, this, &ExaminationMatrix::currentMoved);
    connect(dates_, &TableView::sightChanged, this, &ExaminationMatrix::sightChanged);
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { span_ = span(); });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        layColumns();
        show(span_);
    });
}

void ExaminationMatrix::prepare(TableView* view) {
    view->setHorizontalHeader(new DatesHead(*model_, view));
    view->setModel(model_);
    view->setItemDelegate(new MatrixDelegate(*model_, view));
    view->setUsualRowHeight(rowHeight());
    // By pixels, in steps of one column: the count of columns per item would take the hidden ones in.
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
}

QModelIndex ExaminationMatrix::current() const {
    return dates_->currentIndex();
}

int ExaminationMatrix::firstColumn() const {
    for (int column = 1; column <= model_->dateColumns(); ++column) {
        if (dates_->columnViewportPosition(column) >= 0)
            return column;
    }
    return 0;
}

int ExaminationMatrix::columnsBefore() const {
    const int first = firstColumn();
    return first > 0 ? first - 1 : 0;
}

ExaminationMatrix::Span ExaminationMatrix::span() const {
    const QScrollBar* bar = dates_->horizontalScrollBar();
    const int first = firstColumn();
    if (first == 0 || bar->value() >= bar->maximum())
        return {};
    return {false, model_->columnName(first)};
}

void ExaminationMatrix::show(const Span& span) {
    if (span.newest || model_->dateColumns() == 0)
        showNewest();
    else
        dates_->horizontalScrollBar()->setValue((model_->columnNamed(span.first) - 1) * dateWidth());
}

/// Over all tests, whatever the filter shows: the dates stand still. Once for each history and text size.
int ExaminationMatrix::widestName() {
    const history::History* history = model_->history();
    if (measuredOf_ != history || measuredAt_ != Metrics::factor()) {
        measuredOf_ = history;
        measuredAt_ = Metrics::factor();
        Widest widest(faces::bodyBold, 0);
        if (history != nullptr) {
            for (const auto& test : history->examinations)
                widest.add(Words::shown(test.name));
            for (const auto& fee : history->bundledFees)
                widest.add(Words::shown(fee.fee));
        }
        widestName_ = widest.px() + 2 * cellPadding();
    }
    return std::max(Metrics::px(150), widestName_);
}

void ExaminationMatrix::lay() {
    const Span seen = span();
    layColumns();
    show(seen);
}

void ExaminationMatrix::layColumns() {
    int nameWidth = std::min(widestName(), width() / 4);
    const int countWidth = Metrics::px(56);
    const int lastWidth = TypeFace::width(faces::small, QStringLiteral("0000年00月00日")) + 2 * cellPadding();
    const int right = countWidth + lastWidth;
    // Whole columns only: what is left over belongs to the names.
    const int columns = model_->dateColumns();
    const int room = width() - nameWidth - right;
    const int seen = std::min(columns, std::max(1, room / dateWidth()));
    const int middle = columns > seen ? seen * dateWidth() : room;
    nameWidth = width() - right - middle;
    names_->setGeometry(0, 0, nameWidth, height());
    dates_->setGeometry(nameWidth, 0, middle, height());
    totals_->setGeometry(nameWidth + middle, 0, right, height());
    for (int column = 0; column < model_->columnCount(); ++column) {
        const bool isName = column == ExaminationModel::nameColumn();
        const bool isTotal = column >= model_->countColumn();
        names_->setColumnHidden(column, !isName);
        dates_->setColumnHidden(column, isName || isTotal);
        totals_->setColumnHidden(column, !isTotal);
    }
    names_->setColumnWidth(0, nameWidth);
    for (int column = 1; column <= columns; ++column)
        dates_->setColumnWidth(column, dateWidth());
    dates_->horizontalScrollBar()->setSingleStep(dateWidth());
    dates_->setStartColumn(columns);
    totals_->setColumnWidth(model_->countColumn(), countWidth);
    totals_->setColumnWidth(model_->lastColumn(), lastWidth);
    const int wordsWidth = nameWidth - 2 * cellPadding();
    const auto shapeOf = [this, wordsWidth, columns](int row) {
        const int lines = TypeFace::lines(faces::bodyBold, model_->index(row, 0).data().toString(), wordsWidth);
        RowShape shape;
        shape.height = lines == 1 ? rowHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(6);
        if (model_->bundle(row) != nullptr && columns > 1) { // one sentence over all dates
            shape.spanFrom = 1;
            shape.span = columns;
        }
        return shape;
    };
    for (TableView* view : {names_, dates_, totals_}) {
        view->setUsualRowHeight(rowHeight());
        view->setRowShapes(shapeOf);
    }
    emit sightChanged();
}

void ExaminationMatrix::showNewest() {
    dates_->horizontalScrollBar()->setValue(dates_->horizontalScrollBar()->maximum());
}

void ExaminationMatrix::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    lay();
}

void ExaminationMatrix::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        lay();
}

} // namespace kmixr::ui
