#include "ui/details/history_model.h"

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
    renewed_ = true;
    beginResetModel();
    history_ = std::move(history);
    isOwn_.clear();
    texts_.clear();
    rebuild();
    endResetModel();
    renewed_ = false;
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
    isOwn_.clear();
    refresh();
}

void HistoryModel::setQuery(const QString& typed) {
    SearchQuery query(typed);
    if (query == query_)
        return;
    query_ = std::move(query);
    refresh();
}

bool HistoryModel::isFound(std::size_t record) const {
    if (query_.isEmpty())
        return true;
    if (record >= texts_.size())
        texts_.resize(record + 1);
    QString& text = texts_[record];
    if (text.isNull()) // the end of the last line stands even where there are no words
        text = folded(searchText(record) + u'\n');
    return query_.foundIn(text);
}

QString HistoryModel::searchText(std::size_t /*record*/) const {
    return {};
}

bool HistoryModel::inPlace(history::InstitutionIndex institution) const {
    if (places_ == Places::All)
        return true;
    if (isOwn_.empty()) {
        // Receipts carry an institution's name and code, the sign-in its name: the name is what both have.
        for (history::InstitutionIndex i = 0; i < history_->institutions.size(); ++i)
            isOwn_.push_back(!own_.isEmpty() && folded(Words::institution(*history_, i)) == own_);
    }
    const bool own = institution < isOwn_.size() && isOwn_[institution];
    return own == (places_ == Places::Own);
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    // Heads are read, not walked on: the arrow keys go from row to row.
    return rowKind(index.row()) == RowKind::Head ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

int HistoryModel::recordOf(int /*row*/) const {
    return -1;
}

RecordName HistoryModel::nameOf(const QModelIndex& /*at*/) const {
    return {};
}

QString HistoryModel::columnName(int column) const {
    return QString::number(column);
}

int HistoryModel::columnNamed(const QString& name) const {
    return name.toInt();
}

std::vector<MonthRecord> HistoryModel::recordsOf(Month /*month*/) const {
    return {};
}

int HistoryModel::groupOf(int /*row*/) const {
    return 0;
}

QString HistoryModel::groupWords(int /*group*/) const {
    return {};
}

QString HistoryModel::exampleOf(int /*row*/) const {
    return {};
}

LookAhead lookAhead(const HistoryModel& model, int from) {
    LookAhead result;
    if (from < 0)
        return result;
    std::vector<int> counts; // by group
    std::vector<int> groups; // in the order of the rows
    for (int row = from; row < model.rowCount(); ++row) {
        if (model.rowKind(row) != RowKind::Item)
            continue;
        ++result.rows;
        const int group = model.groupOf(row);
        const auto place = static_cast<std::size_t>(group);
        if (place >= counts.size())
            counts.resize(place + 1);
        if (counts[place]++ == 0)
            groups.push_back(group);
        if (groups.size() == 1 && counts[place] == 1)
            result.example = model.exampleOf(row);
    }
    int rest = 0;
    for (const int group : groups) {
        const int count = counts[static_cast<std::size_t>(group)];
        const QString words = model.groupWords(group);
        if (result.groups.size() >= mostGroups)
            rest += count;
        else
            result.groups << (words.isEmpty() ? QString::number(count) : QStringLiteral("%1 %2").arg(words).arg(count));
    }
    if (rest > 0)
        result.groups << QCoreApplication::translate("kmixr::ui::Words", "%1 others").arg(rest);
    return result;
}

} // namespace kmixr::ui
