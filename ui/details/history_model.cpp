#include "ui/details/history_model.h"

#include "ui/details/fold.h"
#include "ui/details/type_face.h"
#include "ui/details/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr qsizetype mostGroups = 6; ///< named in the look-ahead line; the rest is a number

} // namespace

void HistoryModel::setHistory(std::shared_ptr<const history::History> history) {
    if (!history)
        TypeFace::forget(); // measured words are words of the patient
    beginResetModel();
    history_ = std::move(history);
    rebuild();
    endResetModel();
}

void HistoryModel::refresh() {
    beginResetModel();
    rebuild();
    endResetModel();
}

void HistoryModel::setPlaces(Places places, const QString& own) {
    const QString name = folded(own);
    if (places == places_ && name == own_)
        return;
    places_ = places;
    own_ = name;
    refresh();
}

bool HistoryModel::inPlace(history::InstitutionIndex institution) const {
    if (places_ == Places::All)
        return true;
    // Receipts carry an institution's name and code, the sign-in its name: the name is what both have.
    const bool own = !own_.isEmpty() && folded(Words::institution(*history_, institution)) == own_;
    return own == (places_ == Places::Own);
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    // Heads are read, not walked on: the arrow keys go from row to row.
    return rowKind(index.row()) == RowKind::Head ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QString HistoryModel::groupOf(int /*row*/) const {
    return {};
}

QString HistoryModel::exampleOf(int /*row*/) const {
    return {};
}

LookAhead lookAhead(const HistoryModel& model, int from) {
    LookAhead result;
    if (from < 0)
        return result;
    QList<std::pair<QString, int>> counts;
    for (int row = from; row < model.rowCount(); ++row) {
        if (model.rowKind(row) != RowKind::Item)
            continue;
        const QString group = model.groupOf(row);
        auto place = std::find_if(counts.begin(), counts.end(), [&](const auto& of) { return of.first == group; });
        if (place == counts.end())
            place = counts.insert(counts.end(), {group, 0});
        ++place->second;
        if (result.example.isEmpty())
            result.example = model.exampleOf(row);
    }
    int rest = 0;
    for (const auto& [group, count] : counts) {
        if (result.groups.size() >= mostGroups)
            rest += count;
        else
            result.groups << (group.isEmpty() ? QString::number(count) : QStringLiteral("%1 %2").arg(group).arg(count));
    }
    if (rest > 0)
        result.groups << QCoreApplication::translate("kmixr::ui::Words", "%1 others").arg(rest);
    return result;
}

} // namespace kmixr::ui
