#include "ui/details/procedure_table.h"

#include "ui/details/table_delegate.h"
#include "ui/details/words.h"

namespace kmixr::ui {
namespace {

int usualHeight() {
    return Metrics::px(25);
}

class ProcedureDelegate : public TableDelegate {
public:
    ProcedureDelegate(const ProcedureModel& model, QObject* parent) : TableDelegate(model, parent), model_(&model) {}

protected:
    void paintCell(QPainter& painter, const QRect& cell, const QModelIndex& index,
                   const draw::RowLook& look) const override {
        const history::ProcedureRecord& record = *model_->record(index.row());
        const QString words = index.data().toString();
        switch (index.column()) {
        case ProcedureModel::Name: {
            const bool strong = record.group == history::ProcedureGroup::Surgery && !model_->excluded(index.row());
            const Face face = strong || look.selected ? faces::bodyBold : faces::body;
            draw::wrapped(painter, cell, face, model_->excluded(index.row()) ? draw::ink2(look) : draw::ink(look),
                          words);
            int left = cell.left() + std::min(cell.width(), TypeFace::width(face, words)) + Metrics::px(8);
            if (record.unlisted)
                left = draw::badges(painter, cell, left,
                                    {QCoreApplication::translate("kmixr::ui::Words", "not in the master")},
                                    BadgeKind::Neutral, faces::caption);
            if (cell.right() - left > Metrics::px(40))
                draw::elided(painter, QRect(left, cell.top(), cell.right() - left, cell.height()), Qt::AlignLeft,
                             faces::caption, draw::ink2(look), model_->note(index.row()));
            return;
        }
        case ProcedureModel::Count:
            draw::text(painter, cell.adjusted(0, 0, -numberGap(), 0), Qt::AlignRight, faces::small, draw::ink(look),
                       words);
            return;
        case ProcedureModel::Section:
        case ProcedureModel::Receipt:
            draw::text(painter, cell, Qt::AlignLeft, faces::small, draw::ink2(look), words);
            return;
        case ProcedureModel::Institution: {
            const bool fits = TypeFace::width(faces::small, words) <= cell.width();
            draw::elided(painter, cell, Qt::AlignLeft, faces::small, draw::ink(look),
                         fits ? words : Words::shortInstitution(*model_->history(), record.institution));
            return;
        }
        default:
            draw::text(painter, cell, Qt::AlignLeft, faces::small, draw::ink(look), words);
        }
    }

private:
    const ProcedureModel* model_;
};

} // namespace

ProcedureTable::ProcedureTable(ProcedureModel& model, QWidget* parent) : TableView(parent), model_(&model) {
    setHorizontalHeader(new TableHead(this));
    setModel(model_);
    setItemDelegate(new ProcedureDelegate(model, this));
    setUsualRowHeight(usualHeight());
    connect(model_, &QAbstractItemModel::modelReset, this, &ProcedureTable::lay);
}

void ProcedureTable::lay() {
    setUsualRowHeight(usualHeight());
    // Of all acts, whatever the filter shows: the columns stand still. No day is wider than one of two digits.
    const auto widest = [this](ProcedureModel::Column column, const QString& least) {
        Widest width(faces::small, TypeFace::width(faces::small, least));
        for (const QString& words : model_->wordsOf(column))
            width.add(words);
        return -(width.px() + 2 * cellPadding() + Metrics::px(14));
    };
    layColumns(*this,
               {widest(ProcedureModel::Date, Words::day(Day{std::chrono::year{2000} / 12 / 28})), 68,
                widest(ProcedureModel::Section, QStringLiteral("K000-00")), -Metrics::px(76), 32,
                widest(ProcedureModel::InOut,
                       model_->headerData(ProcedureModel::InOut, Qt::Horizontal, Qt::DisplayRole).toString()),
                widest(ProcedureModel::Receipt,
                       model_->headerData(ProcedureModel::Receipt, Qt::Horizontal, Qt::DisplayRole).toString())},
               Metrics::px(330), {ProcedureModel::Receipt, ProcedureModel::Section, ProcedureModel::InOut});
    const int room = columnWidth(ProcedureModel::Name) - 2 * cellPadding();
    layRows(*this, *model_, [this, room](int row) {
        const history::ProcedureRecord* record = model_->record(row);
        if (record == nullptr)
            return usualHeight();
        const int lines = TypeFace::lines(faces::bodyBold, Words::shown(record->name), room);
        return lines == 1 ? usualHeight() : lines * TypeFace::lineHeight(faces::body) + Metrics::px(7);
    });
    emit sightChanged();
}

void ProcedureTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    lay();
}

} // namespace kmixr::ui
