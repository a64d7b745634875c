#include "ui/details/hint_list.h"

#include "ui/details/table_delegate.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace kmixr::ui {
namespace {

int air() {
    return Metrics::px(3);
}

int nameHeight() {
    return std::max(Metrics::px(22), TypeFace::lineHeight(faces::body) + air());
}

class HintDelegate : public TableDelegate {
public:
    HintDelegate(const HintModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        QRect first = cell;
        first.setHeight(nameHeight());
        const int left = draw::badges(painter, first, cell.left() + air(), {model_->level(index.row())},
                                      BadgeKind::Neutral, faces::small) +
                         Metrics::px(5);
        draw::text(painter, first.adjusted(left - cell.left(), 0, 0, 0), Qt::AlignLeft, faces::body, draw::ink(look),
                   model_->names(index.row()));
        const QString keys =
            QCoreApplication::translate("kmixr::ui::OverlapList", "Evidence: Enter   Hide for this patient: Del");
        draw::text(painter, first, Qt::AlignRight, faces::small,
                   look.selected ? draw::ink(look) : Roles::current().accent, keys);
        draw::wrapped(painter, cell.adjusted(air(), nameHeight(), 0, 0), faces::small, draw::ink2(look),
                      model_->explanation(index.row()));
    }

private:
    const HintModel* model_;
};

} // namespace

HintList::HintList(HintModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setModel(model_);
    horizontalHeader()->hide();
    setItemDelegate(new HintDelegate(model, this));
    connect(model_, &QAbstractItemModel::modelReset, this, &HintList::lay);
}

int HintList::rowHeightFor(int width) const {
    int lines = 1;
    for (int row = 0; row < model_->rowCount(); ++row)
        lines = std::max(lines, TypeFace::lines(faces::small, model_->explanation(row), width - Metrics::px(24)));
    return nameHeight() + lines * TypeFace::lineHeight(faces::small) + 2 * air();
}

void HintList::lay() {
    setUsualRowHeight(rowHeightFor(viewport()->width()));
    setColumnWidth(0, viewport()->width());
}

void HintList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        model_->hide(currentIndex().row());
        return;
    }
    TableView::keyPressEvent(event);
}

void HintList::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    lay();
}

} // namespace kmixr::ui
