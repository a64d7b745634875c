#include "ui/details/examination_model.h"
#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {

using history::Examination;
using history::ExaminationDone;
using history::ExaminationGroup;

namespace {

constexpr int bundledGroup = static_cast<int>(ExaminationGroup::Other) + 1; ///< behind the groups of tests

} // namespace

RowKind ExaminationModel::rowKind(int row) const {
    return rowAt(row).kind == Kind::Head ? RowKind::Head : RowKind::Item;
}

int ExaminationModel::recordOf(int row) const {
    const Row& at = rowAt(row);
    if (at.kind == Kind::Head)
        return -1;
    return at.kind == Kind::Test ? at.of : static_cast<int>(history_->examinations.size()) + at.of;
}

RecordName ExaminationModel::nameOf(const QModelIndex& at) const {
    if (const Examination* of = test(at.row()))
        return recordName(*history_, *of);
    const auto* fee = bundle(at.row());
    return fee == nullptr ? RecordName{} : recordName(*history_, *fee);
}

QString ExaminationModel::columnName(int column) const {
    if (!isDate(column)) // counted from the end: dates come and go
        return QString::number(column == nameColumn() ? 0 : column - columnCount());
    const DateColumn& of = date(column);
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromStdString(isoDay(of.day)))
        .arg(of.dayUnknown ? 0 : 1)
        .arg(of.monthly ? QString() : institutionKey(*history_, of.institution));
}

int ExaminationModel::columnNamed(const QString& name) const {
    const auto day = parseIsoDay(name.left(10).toStdString());
    if (!day) {
        const int column = name.toInt();
        return column < 0 ? columnCount() + column : column;
    }
    // The first of that day, or the nearest one.
    int at = 1 + static_cast<int>(std::ranges::lower_bound(dates_, *day, {}, &DateColumn::day) - dates_.begin());
    for (int same = at; isDate(same) && date(same).day == *day; ++same) {
        if (columnName(same) == name)
            return same;
    }
    if (at > 1 && (!isDate(at) || daysBetween(date(at - 1).day, *day) < daysBetween(*day, date(at).day)))
        --at;
    return at;
}

int ExaminationModel::groupOf(int row) const {
    const Row& at = rowAt(row);
    return at.kind == Kind::Test ? static_cast<int>(history_->examinations[static_cast<std::size_t>(at.of)].group)
                                 : bundledGroup;
}

QString ExaminationModel::bundleNote(int column) const {
    const auto* fee = bundleIn(monthOf(date(column).day));
    return fee == nullptr ? QString() : QStringLiteral("  ") + Words::shown(fee->words);
}

QString ExaminationModel::groupWords(int group) const {
    return group == bundledGroup ? tr("Bundled tests") : Words::examinationGroup(static_cast<ExaminationGroup>(group));
}

int ExaminationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ExaminationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : dateColumns() + 3;
}

CellWords ExaminationModel::words(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) == RowKind::Head)
        return {};
    if (const auto* fee = bundle(index.row()))
        return {Words::shown(fee->fee), tr("%1 · %2 to %3")
                                            .arg(Words::institution(*history_, fee->institution),
                                                 Words::month(fee->firstMonth), Words::month(fee->lastMonth))};
    const Examination& of = *test(index.row());
    const QString name = Words::shown(of.name);
    const QString inTwelve = tr("%1× in 12 months.").arg(of.inTwelveMonths);
    if (!isDate(index.column()))
        return {name, inTwelve};
    if (times(index.row(), index.column()) == 0)
        return {name, tr("%1: not claimed (up to treatment in %2).")
                              .arg(headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                                   Words::month(*history_->newestMonth)) +
                          QStringLiteral("  ") + inTwelve + bundleNote(index.column())};
    const auto cell = cellsAt(index.row(), index.column());
    const ExaminationDone& last = of.done.at(cell.back().done);
    QString note =
        tr("%1 · %2 · %3")
            .arg(Words::dayOrMonth(last.day, last.dayUnknown), Words::institution(*history_, last.institution),
                 Words::kind(history_->receipts.at(last.evidence.receipt).value.kind)) +
        QStringLiteral("  ") + inTwelve;
    if (std::any_of(cell.begin(), cell.end(), [&of](const Cell& one) { return of.done.at(one.done).cutByPayer; }))
        note += QStringLiteral("  ") + Words::cutByPayer();
    if (const auto first = cell.front().done; first > 0) {
        const ExaminationDone& before = of.done.at(first - 1);
        note += tr(" Before: %1 (%2 days earlier)")
                    .arg(Words::dayOrMonth(before.day, before.dayUnknown))
                    .arg(daysBetween(before.day, last.day));
    }
    return {name, note};
}

EvidenceAsk ExaminationModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) == RowKind::Head)
        return {};
    if (const auto* fee = bundle(index.row()))
        return {Words::shown(fee->fee), fee->evidence};
    const Examination& of = *test(index.row());
    EvidenceAsk ask{Words::shown(of.name), {}};
    if (isDate(index.column())) {
        for (const Cell& one : cellsAt(index.row(), index.column()))
            ask.evidence.push_back(of.done.at(one.done).evidence);
        if (ask.evidence.empty())
            return {};
    } else {
        for (auto one = of.done.rbegin(); one != of.done.rend(); ++one)
            ask.evidence.push_back(one->evidence);
    }
    return ask;
}

QVariant ExaminationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(index.column() >= countColumn() ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole && !spoken)
        return {};
    const Row& at = rowAt(index.row());
    if (at.kind == Kind::Head) {
        if (index.column() != nameColumn())
            return {};
        return at.of < 0 ? tr("Bundled tests") : Words::examinationGroup(static_cast<ExaminationGroup>(at.of));
    }
    if (at.kind == Kind::Bundle) {
        if (index.column() == nameColumn())
            return Words::shown(bundle(index.row())->fee);
        if (index.column() == 1)
            return tr("%1 (%2)", "what a fee hides, institution")
                .arg(Words::shown(bundle(index.row())->words),
                     Words::institution(*history_, bundle(index.row())->institution));
        return {};
    }
    const Examination& of = *test(index.row());
    if (index.column() == nameColumn())
        return of.cutByPayer && spoken ? QStringLiteral("%1 %2").arg(Words::shown(of.name), Words::cutByPayer())
               : of.cutByPayer         ? tr("%1 (cut)", "test of which the payer cut a line").arg(Words::shown(of.name))
                                       : Words::shown(of.name);
    if (index.column() == countColumn())
        return of.inTwelveMonths > 0 ? tr("%1×", "times").arg(of.inTwelveMonths) : QStringLiteral("—");
    if (index.column() == lastColumn())
        return Words::dayOrMonth(of.done.back().day, of.done.back().dayUnknown);
    const int count = times(index.row(), index.column());
    if (count == 0)
        return {};
    if (spoken)
        return QStringLiteral("%1 %2").arg(Words::shown(of.name),
                                           headerData(index.column(), Qt::Horizontal, role).toString());
    return count;
}

QVariant ExaminationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section >= countColumn() ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (section == nameColumn())
        return tr("Test");
    if (section == countColumn())
        return tr("12 months");
    if (section == lastColumn())
        return tr("Last day");
    if (!isDate(section))
        return {};
    const DateColumn& of = date(section);
    const bool spoken = role == Qt::AccessibleTextRole;
    if (of.monthly)
        return spoken ? Words::month(monthOf(of.day)) : Words::monthNumber(monthOf(of.day));
    if (spoken)
        return QStringLiteral("%1 %2").arg(Words::dayOrMonth(of.day, of.dayUnknown),
                                           Words::institution(*history_, of.institution));
    return of.dayUnknown ? Words::monthNumber(monthOf(of.day)) : Words::shortDay(of.day);
}

} // namespace kmixr::ui
