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

QString keysWords() {
    return QCoreApplication::translate("kmixr::ui::OverlapList", "Evidence: Enter   Hide for this patient: Del");
}

/// The names take as many lines as they need; the keys stand beside them where there is room.
struct Names {
    QStringList lines;
    int left = 0; ///< behind the badge
    bool keys = true;

    Names(const HintModel& model, int row, int width) {
        left = air() + draw::badgesWidth({model.level(row)}, BadgeKind::Neutral, faces::small) + Metrics::px(5);
        lines = TypeFace::broken(faces::body, model.names(row), width - left);
        keys = left + TypeFace::width(faces::body, model.names(row)) + Metrics::px(12) +
                   TypeFace::width(faces::small, keysWords()) <=
               width;
    }
    [[nodiscard]] int height() const {
        return nameHeight() + (static_cast<int>(lines.size()) - 1) * TypeFace::lineHeight(faces::body);
    }
};

class HintDelegate : public TableDelegate {
public:
    HintDelegate(const HintModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const Names names(*model_, index.row(), cell.width());
        QRect line = cell;
        line.setHeight(nameHeight());
        draw::badges(painter, line, cell.left() + air(), {model_->level(index.row())}, BadgeKind::Neutral,
                     faces::small);
        if (names.keys)
            draw::text(painter, line, Qt::AlignRight, faces::small,
                       look.selected ? draw::ink(look) : Roles::current().accent, keysWords());
        line.setLeft(cell.left() + names.left);
        for (const QString& words : names.lines) {
            draw::text(painter, line, Qt::AlignLeft, faces::body, draw::ink(look), words);
            line.translate(0, TypeFace::lineHeight(faces::body));
        }
        draw::wrapped(painter, cell.adjusted(air(), names.height(), 0, 0), faces::small, draw::ink2(look),
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

int HintList::heightOfRow(int row, int width) const {
    const int room = width - 2 * cellPadding();
    const int lines = TypeFace::lines(faces::small, model_->explanation(row), room - air());
    return Names(*model_, row, room).height() + lines * TypeFace::lineHeight(faces::small) + 2 * air();
}

int HintList::heightOfRows(int rows, int width) const {
    int height = 0;
    for (int row = 0; row < std::min(rows, model_->rowCount()); ++row)
        height += heightOfRow(row, width);
    return height;
}

void HintList::lay() {
    setUsualRowHeight(nameHeight() + TypeFace::lineHeight(faces::small) + 2 * air());
    setColumnWidth(0, viewport()->width());
    const int wide = viewport()->width();
    layRows(*this, *model_, [this, wide](int row) { return heightOfRow(row, wide); });
    emit sightChanged();
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
