#include "ui/details/medication_table.h"

#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

#include <QKeyEvent>

#include <algorithm>
#include <set>

namespace kmixr::ui {
namespace {

int usualHeight() {
    return Metrics::px(29);
}

CircleState circleFor(history::DrugState state) {
    return state == history::DrugState::Taking         ? CircleState::Full
           : state == history::DrugState::UntilDataEnd ? CircleState::Half
                                                       : CircleState::Empty;
}

class MedicationDelegate : public TableDelegate {
public:
    MedicationDelegate(const MedicationModel& model, const MedicationTable& table, QObject* parent)
        : TableDelegate(model, parent), model_(&model), table_(&table) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const history::MedicationCourse& course = model_->course(index.row());
        const QColor ink = draw::ink(look);
        switch (index.column()) {
        case MedicationModel::Class:
            draw::text(painter, cell, Qt::AlignLeft, faces::small, draw::ink2(look), index.data().toString());
            return;
        case MedicationModel::Name: {
            const QStringList badges = model_->badges(index.row());
            const QStringList marks = model_->marks(index.row());
            const int marksWidth = draw::badgesWidth(marks, BadgeKind::Neutral, faces::caption);
            const int beside = draw::badgesWidth(badges, BadgeKind::Duplicate, faces::caption) + marksWidth;
            draw::wrapped(painter, cell.adjusted(0, 0, -beside, 0), look.selected ? faces::bodyBold : faces::body, ink,
                          index.data().toString());
            draw::badges(painter, cell, cell.right() - beside + Metrics::px(3), badges, BadgeKind::Duplicate,
                         faces::caption);
            draw::badges(painter, cell, cell.right() - marksWidth + Metrics::px(3), marks, BadgeKind::Neutral,
                         faces::caption);
            return;
        }
        case MedicationModel::Dose:
            draw::text(painter, cell, Qt::AlignLeft, faces::small, ink, index.data().toString());
            return;
        case MedicationModel::Prescriber:
            draw::elided(painter, cell, Qt::AlignLeft, faces::caption, draw::ink2(look), index.data().toString());
            return;
        case MedicationModel::Chart:
            paintChart(painter, cell.adjusted(-cellPadding(), 0, cellPadding(), 1), index.row(), course, look);
            return;
        case MedicationModel::Today: {
            draw::circle(painter, cell, cell.left() + Metrics::px(6), circleFor(course.today), ink);
            draw::elided(painter, cell.adjusted(Metrics::px(18), 0, 0, 0), Qt::AlignLeft, faces::small, ink,
                         index.data().toString());
            return;
        }
        default:
            return;
        }
    }

private:
    void paintChart(QPainter& painter, const QRect& cell, int row, const history::MedicationCourse& course,
                    const draw::RowLook& look) const {
        TimeAxis axis = table_->axis();
        if (!axis.valid())
            return;
        axis.left += cell.left();
        axis.right += cell.left();
        if (draw::inverted(look))
            painter.fillRect(cell, Roles::current().base);
        const SupplyChart chart(*model_->history(), axis);
        chart.paintGround(painter, cell, true);
        chart.paintCourse(painter, cell, course, model_->overlaps(row), look.selected ? table_->fill() : -1);
        chart.paintLines(painter, cell);
        if (table_->standMonth())
            chart.paintMonth(painter, cell, *table_->standMonth());
    }

    const MedicationModel* model_;
    const MedicationTable* table_;
};

class MedicationHead : public TableHead {
public:
    MedicationHead(const MedicationModel& model, const MedicationTable& table, QWidget* parent)
        : TableHead(parent), model_(&model), table_(&table) {}

    /// Without the chart there is no axis to show.
    [[nodiscard]] QSize sizeHint() const override {
        return {Metrics::px(100), Metrics::px(table_->isColumnHidden(MedicationModel::Chart) ? 21 : 38)};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        if (section != MedicationModel::Chart) {
            const bool high = rect.height() > Metrics::px(30);
            TableHead::paintSection(painter, rect.adjusted(0, high ? rect.height() / 2 : 0, 0, 0), section);
            return;
        }
        TimeAxis axis = table_->axis();
        if (!axis.valid() || model_->history() == nullptr)
            return;
        axis.left += rect.left();
        axis.right += rect.left();
        const SupplyChart chart(*model_->history(), axis);
        chart.paintAxis(*painter, rect);
        if (table_->standMonth())
            chart.paintMonth(*painter, rect.adjusted(0, rect.height() * 4 / 5, 0, 0), *table_->standMonth());
    }

private:
    const MedicationModel* model_;
    const MedicationTable* table_;
};

} // namespace

MedicationTable::MedicationTable(MedicationModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setHorizontalHeader(new MedicationHead(model, *this, this));
    setModel(model_);
    setItemDelegate(new MedicationDelegate(model, *this, this));
    setUsualRowHeight(usualHeight());
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        fillDay_.reset();
        if (fill_ < 0 || !currentIndex().isValid())
            return;
        fillDay_ = model_->course(currentIndex().row()).supplies.at(static_cast<std::size_t>(fill_)).start;
        fillOf_ = model_->nameOf(currentIndex()).kin;
    });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        fill_ = -1;
        lay();
        if (!fillDay_ || !currentIndex().isValid() || model_->nameOf(currentIndex()).kin != fillOf_)
            return;
        const auto& fills = model_->course(currentIndex().row()).supplies;
        const auto same = std::ranges::find(fills, *fillDay_, &history::Supply::start);
        if (same != fills.end()) {
            fill_ = static_cast<int>(same - fills.begin());
            emit fillMoved();
        }
    });
}

void MedicationTable::setMonths(int months) {
    months_ = months;
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void MedicationTable::setStandMonth(std::optional<Month> month) {
    stand_ = month;
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

TimeAxis MedicationTable::axis() const {
    TimeAxis axis;
    const history::History* history = model_->history();
    if (history == nullptr || !history->newestMonth)
        return axis;
    const Month newest = *history->newestMonth;
    axis.from = firstOf(newest - std::chrono::months(months_ - 1));
    // Up to today's month and as far as any supply reaches, but no further than three months past today.
    const Month last = std::max(monthOf(history->today), newest);
    axis.to = firstOf(last + std::chrono::months(1));
    axis.left = 0;
    axis.right = columnWidth(MedicationModel::Chart) - Metrics::px(12);
    return axis;
}

/// Over all drugs, whatever the filter shows: the columns stand still. Once for each history and text size.
const MedicationTable::Widths& MedicationTable::measured() {
    const history::History* history = model_->history();
    if (widths_.history == history && widths_.factor == Metrics::factor())
        return widths_;
    widths_ = {history, Metrics::factor(), 0, 0, 0};
    Widest drugClass(faces::small, Metrics::px(48));
    Widest dose(faces::small,
                TypeFace::width(faces::caption,
                                model_->headerData(MedicationModel::Dose, Qt::Horizontal, Qt::DisplayRole).toString()));
    Widest place(faces::caption, Metrics::px(48));
    for (const QString& words : model_->classWords())
        drugClass.add(words);
    if (history != nullptr) {
        std::set<history::InstitutionIndex> prescribers;
        for (const history::MedicationCourse& course : history->medications) {
            dose.add(Words::dose(course));
            prescribers.insert(course.prescriber);
        }
        for (const auto prescriber : prescribers)
            place.add(Words::shortInstitution(*history, prescriber));
    }
    widths_.drugClass = drugClass.px();
    widths_.dose = std::min(dose.px(), Metrics::px(130));
    widths_.place = place.px();
    return widths_;
}

void MedicationTable::lay() {
    setUsualRowHeight(usualHeight());
    const Widths widths = measured();
    const int pad = 2 * cellPadding();
    // Large text leaves the chart less, so that names do not break.
    const int name = Metrics::factor() >= 1.3 ? 44 : 32;
    layColumns(
        *this,
        {-(widths.drugClass + pad), name, -(widths.dose + pad), -(widths.place + pad), 100 - name, -Metrics::px(150)},
        Metrics::px(400), {MedicationModel::Chart, MedicationModel::Class});
    updateGeometries(); // the head is lower without the chart
    const int room = columnWidth(MedicationModel::Name) - pad;
    layRows(*this, *model_, [this, room](int row) {
        const int beside = draw::badgesWidth(model_->badges(row), BadgeKind::Duplicate, faces::caption) +
                           draw::badgesWidth(model_->marks(row), BadgeKind::Neutral, faces::caption);
        const int lines = TypeFace::lines(faces::bodyBold, Words::shown(model_->course(row).name), room - beside);
        return lines == 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(7);
    });
    emit sightChanged();
}

void MedicationTable::keyPressEvent(QKeyEvent* event) {
    const QModelIndex current = currentIndex();
    if (!current.isValid()) {
        TableView::keyPressEvent(event);
        return;
    }
    const auto fills = static_cast<int>(model_->course(current.row()).supplies.size());
    const int before = fill_;
    if (event->key() == Qt::Key_Left)
        fill_ = fill_ < 0 ? fills - 1 : std::max(0, fill_ - 1);
    else if (event->key() == Qt::Key_Right)
        fill_ = fill_ < 0 ? fills - 1 : std::min(fills - 1, fill_ + 1);
    else if (event->key() == Qt::Key_Escape && fill_ >= 0)
        fill_ = -1;
    else {
        TableView::keyPressEvent(event);
        return;
    }
    if (fill_ != before) {
        viewport()->update();
        emit fillMoved();
    }
}

void MedicationTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    lay();
}

void MedicationTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    if (current.row() != previous.row() && fill_ >= 0) {
        fill_ = -1;
        emit fillMoved();
    }
    TableView::currentChanged(current, previous);
}

} // namespace kmixr::ui
