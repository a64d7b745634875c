#include "ui/details/overlap_list.h"

#include "ui/details/table_delegate.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace kmixr::ui {
namespace {

int usualHeight() {
    return Metrics::px(28);
}

int padding() {
    return Metrics::px(3);
}

QString keysWords() {
    return QCoreApplication::translate("kmixr::ui::OverlapList", "Evidence: Enter   Hide for this patient: Del");
}

/// Badge, names, explanation and keys stand on one line; with large text the names and the explanation each take the
/// lines they need, and the keys stand where there is room for them.
struct RowPlaces {
    QStringList names, explanation; ///< by line
    int left = 0;                   ///< behind the badge
    bool oneLine = true, keys = true;

    RowPlaces(const OverlapModel& model, int row, int width) {
        const QString all = model.names(row);
        left = padding() + draw::badgesWidth({model.badge(row)}, BadgeKind::Duplicate, faces::small) + Metrics::px(5);
        const int keysWidth = TypeFace::width(faces::small, keysWords()) + Metrics::px(12);
        const int wide = TypeFace::width(faces::body, all);
        const int beside = Metrics::px(10) + TypeFace::width(faces::small, model.explanation(row));
        oneLine = left + wide + beside + keysWidth <= width;
        keys = oneLine || left + wide + keysWidth <= width;
        names = oneLine ? QStringList{all} : TypeFace::broken(faces::body, all, width - left);
        explanation = oneLine ? QStringList{model.explanation(row)}
                              : TypeFace::broken(faces::small, model.explanation(row), width - left);
    }
    [[nodiscard]] int height() const {
        return oneLine ? usualHeight()
                       : static_cast<int>(names.size()) * TypeFace::lineHeight(faces::body) +
                             static_cast<int>(explanation.size()) * TypeFace::lineHeight(faces::small) + 2 * padding();
    }
};

class OverlapDelegate : public TableDelegate {
public:
    OverlapDelegate(const OverlapModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const RowPlaces of(*model_, index.row(), cell.width());
        QRect line = cell;
        if (!of.oneLine) {
            line.setTop(cell.top() + padding());
            line.setHeight(TypeFace::lineHeight(faces::body));
        }
        draw::badges(painter, line, cell.left() + padding(), {model_->badge(index.row())}, BadgeKind::Duplicate,
                     faces::small);
        if (of.keys)
            draw::text(painter, line, Qt::AlignRight, faces::small,
                       look.selected ? draw::ink(look) : Roles::current().accent, keysWords());
        line.setLeft(cell.left() + of.left);
        for (const QString& names : of.names) {
            draw::text(painter, line, Qt::AlignLeft, faces::body, draw::ink(look), names);
            if (!of.oneLine)
                line.translate(0, TypeFace::lineHeight(faces::body));
        }
        if (of.oneLine)
            line.setLeft(line.left() + TypeFace::width(faces::body, of.names.constFirst()) + Metrics::px(10));
        else
            line.setHeight(TypeFace::lineHeight(faces::small));
        for (const QString& words : of.explanation) {
            draw::text(painter, line, Qt::AlignLeft, faces::small, draw::ink2(look), words);
            line.translate(0, TypeFace::lineHeight(faces::small));
        }
    }

private:
    const OverlapModel* model_;
};

} // namespace

OverlapList::OverlapList(OverlapModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setModel(model_);
    horizontalHeader()->hide();
    setItemDelegate(new OverlapDelegate(model, this));
    connect(model_, &QAbstractItemModel::modelReset, this, &OverlapList::lay);
}

int OverlapList::heightOfRows(int rows, int width) const {
    int height = 0;
    for (int row = 0; row < std::min(rows, model_->rowCount()); ++row)
        height += RowPlaces(*model_, row, width - 2 * cellPadding()).height();
    return height;
}

void OverlapList::lay() {
    setUsualRowHeight(usualHeight());
    setColumnWidth(0, viewport()->width());
    const int room = viewport()->width() - 2 * cellPadding();
    layRows(*this, *model_, [this, room](int row) { return RowPlaces(*model_, row, room).height(); });
    emit sightChanged();
}

void OverlapList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        model_->hide(currentIndex().row());
        return;
    }
    TableView::keyPressEvent(event);
}

void OverlapList::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    lay();
}

} // namespace kmixr::ui
