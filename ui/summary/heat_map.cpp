#include "ui/summary/heat_map.h"

#include "ui/details/draw.h"
#include "ui/details/words.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QStyledItemDelegate>

namespace kmixr::ui {
namespace {

int cellHeight() {
    return Metrics::px(18);
}

int axisHeight() {
    return Metrics::px(36);
}

/// Years over months; a stroke where a year begins.
class MonthAxis : public QHeaderView {
public:
    MonthAxis(const VisitModel& of, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), model_(&of) {}

    [[nodiscard]] QSize sizeHint() const override { return {Metrics::px(100), axisHeight()}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Roles& roles = Roles::current();
        const int line = rect.height() / 2;
        const Month month = model_->month(section);
        draw::text(*painter, rect.adjusted(0, line, 0, 0), Qt::AlignHCenter, faces::caption, roles.text2,
                   QString::number(unsigned(month.month())));
    }

    void paintEvent(QPaintEvent* /*event*/) override {
        const Roles& roles = Roles::current();
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), roles.base);
        for (int section = 0; section < count(); ++section)
            paintSection(&painter, QRect(sectionViewportPosition(section), 0, sectionSize(section), height()), section);
        const int line = height() / 2;
        for (int section = 0; section < count(); ++section) {
            const Month month = model_->month(section);
            if (section > 0 && month.year() == model_->month(section - 1).year())
                continue;
            const int x = sectionViewportPosition(section);
            painter.fillRect(QRect(x, Metrics::px(2), 1, line - Metrics::px(3)), roles.border);
            const QString year = Words::year(month.year());
            // A year with too few months for its name is told by the next one.
            int last = section;
            while (last + 1 < count() && model_->month(last + 1).year() == month.year())
                ++last;
            const int room = sectionViewportPosition(last) + sectionSize(last) - x;
            if (TypeFace::width(faces::caption, year) + Metrics::px(4) <= room)
                draw::text(painter, QRect(x + Metrics::px(4), 0, room, line), Qt::AlignLeft, faces::caption,
                           roles.text2, year);
        }
    }

private:
    const VisitModel* model_;
};

class RowLabels : public QHeaderView {
public:
    RowLabels(const VisitModel& of, QWidget* parent) : QHeaderView(Qt::Vertical, parent), model_(&of) {}

    void setLabelWidth(int width) { setFixedWidth(width); }
    [[nodiscard]] QSize sizeHint() const override { return {width(), 0}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), Roles::current().base);
        for (int section = 0; section < count(); ++section)
            paintSection(&painter, QRect(0, sectionViewportPosition(section), width(), sectionSize(section)), section);
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Roles& roles = Roles::current();
        const bool coverage = model_->isCoverage(section);
        const QString words = model_->headerData(section, Qt::Vertical, Qt::DisplayRole).toString();
        draw::elided(*painter, rect.adjusted(Metrics::px(8), 0, -Metrics::px(4), 0), Qt::AlignLeft,
                     coverage ? faces::smallBold : faces::small, roles.text, words);
    }

private:
    const VisitModel* model_;
};

struct CellInk {
    QColor ground, digits;
};

CellInk inkOf(const VisitModel::Cell& cell) {
    const Roles& roles = Roles::current();
    if (cell.visits.empty())
        return {roles.base, roles.heatDigits};
    if (cell.inpatient || cell.days >= 10)
        return {roles.heat4, roles.heat4Digits};
    return {cell.days >= 4 ? roles.heat3 : (cell.days >= 2 ? roles.heat2 : roles.heat1), roles.heatDigits};
}

class HeatDelegate : public QStyledItemDelegate {
public:
    HeatDelegate(const VisitModel& model, QObject* parent) : QStyledItemDelegate(parent), model_(&model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Roles& roles = Roles::current();
        const QRect cell = option.rect.adjusted(0, 0, -1, -1);
        if (model_->isCoverage(index.row()))
            paintCoverage(*painter, cell, index);
        else if (const auto& of = model_->cell(index.row(), index.column()); of.unknown)
            painter->fillRect(option.rect, Marks::hatch(roles.hatch));
        else
            paintVisits(*painter, cell, of, index);
        painter->setPen(roles.line);
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if ((option.state & QStyle::State_HasFocus) && option.widget != nullptr && option.widget->hasFocus())
            draw::ring(*painter, option.rect);
    }

private:
    static void paintVisits(QPainter& painter, const QRect& cell, const VisitModel::Cell& of,
                            const QModelIndex& index) {
        const CellInk ink = inkOf(of);
        painter.fillRect(cell, ink.ground);
        draw::text(painter, cell, Qt::AlignHCenter, faces::caption, ink.digits, index.data().toString());
    }

    void paintCoverage(QPainter& painter, const QRect& cell, const QModelIndex& index) const {
        const Roles& roles = Roles::current();
        const auto state = model_->coverage(index.column());
        if (!state)
            return;
        QColor ground = roles.base;
        QColor ink = roles.text2;
        switch (*state) {
        case history::CoverageState::Arrived:
            ink = roles.good;
            break;
        case history::CoverageState::Partly:
            ground = roles.cautionGround;
            ink = roles.caution;
            break;
        case history::CoverageState::Missing:
            ground = roles.criticalGround;
            ink = roles.critical;
            break;
        case history::CoverageState::NotYet:
            break;
        }
        painter.fillRect(cell, ground);
        draw::text(painter, cell, Qt::AlignHCenter, faces::caption, ink, index.data().toString());
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width() + 1, 1), roles.border);
    }

    const VisitModel* model_;
};

} // namespace

HeatMap::HeatMap(VisitModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setHorizontalHeader(new MonthAxis(model, this));
    setVerticalHeader(new RowLabels(model, this));
    for (QHeaderView* head : {horizontalHeader(), verticalHeader()}) {
        head->setMinimumSectionSize(1);
        head->setSectionResizeMode(QHeaderView::Fixed);
        head->setHighlightSections(false);
        head->setSectionsClickable(false);
    }
    verticalHeader()->show();
    // The button between the two heads would be a grey gradient: it shows the panel's ground instead.
    if (auto* corner = findChild<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly))
        corner->installEventFilter(this);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setModel(model_);
    setItemDelegate(new HeatDelegate(*model_, this));
    setUsualRowHeight(cellHeight());
    connect(model_, &QAbstractItemModel::modelReset, this, &HeatMap::fitCells);
}

bool HeatMap::eventFilter(QObject* watched, QEvent* event) {
    auto* corner = qobject_cast<QAbstractButton*>(watched);
    if (corner == nullptr || event->type() != QEvent::Paint)
        return TableView::eventFilter(watched, event);
    QPainter painter(corner);
    painter.fillRect(corner->rect(), Roles::current().base);
    return true;
}

int HeatMap::heightOf(int rows) const {
    return axisHeight() + (rows + 1) * cellHeight() + Metrics::px(4);
}

int HeatMap::rowStep() const {
    return cellHeight();
}

int HeatMap::labelWidth() const {
    int label = Metrics::px(70);
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QString words = model_->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        label = std::max(label, TypeFace::width(faces::smallBold, words) + Metrics::px(14));
    }
    return label;
}

int HeatMap::monthsFor(int width) const {
    return (width - Metrics::px(8) - labelWidth()) / Metrics::px(16);
}

void HeatMap::fitCells() {
    const int columns = model_->columnCount();
    if (columns == 0)
        return;
    const int label = labelWidth();
    const int all = width() - Metrics::px(8);
    const int most = (all - label) / columns;
    const int cell = std::clamp(most, 1, Metrics::px(24));
    static_cast<RowLabels*>(verticalHeader())->setLabelWidth(std::max(label, all - columns * cell));
    setUsualRowHeight(cellHeight());
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, cell);
    updateGeometries();
}

void HeatMap::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    fitCells();
}

void HeatMap::changeEvent(QEvent* event) {
    TableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCells();
}

} // namespace kmixr::ui
