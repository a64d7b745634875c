#include "ui/details/overlap_list.h"

#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

#include <QKeyEvent>

namespace kmixr::ui {
namespace {

class OverlapDelegate : public TableDelegate {
public:
    OverlapDelegate(const OverlapModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const Roles& roles = Roles::current();
        const history::Duplicate& pair = model_->pair(index.row());
        int left = draw::badges(painter, cell, cell.left() + Metrics::px(3), {Words::duplicateBadge(pair)},
                                BadgeKind::Duplicate, faces::small) +
                   Metrics::px(5);
        const QString names = pairNames(*model_->history(), pair);
        draw::text(painter, cell.adjusted(left - cell.left(), 0, 0, 0), Qt::AlignLeft, faces::body, draw::ink(look),
                   names);
        left += TypeFace::width(faces::body, names) + Metrics::px(10);
        const QString keys =
            QCoreApplication::translate("kmixr::ui::OverlapList", "Evidence: Enter   Hide for this patient: Del");
        const int keysWidth = TypeFace::width(faces::small, keys);
        draw::text(painter, cell, Qt::AlignRight, faces::small, look.selected ? draw::ink(look) : roles.accent, keys);
        draw::elided(painter, QRect(left, cell.top(), cell.right() - keysWidth - Metrics::px(12) - left, cell.height()),
                     Qt::AlignLeft, faces::small, draw::ink2(look), model_->explanation(index.row()));
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

void OverlapList::lay() {
    setUsualRowHeight(Metrics::px(28));
    setColumnWidth(0, viewport()->width());
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
