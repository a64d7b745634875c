#include "ui/details/medication_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace kmixr::ui {

using history::MedicationCourse;

bool MedicationModel::wanted(const MedicationCourse& course, DrugFilter filter) const {
    switch (filter) {
    case DrugFilter::Current:
        return isListedAsCurrent(course);
    case DrugFilter::ShortOrEnded: {
        const DrugGroup group = drugGroup(course);
        return group == DrugGroup::ShortTerm || group == DrugGroup::Ended;
    }
    case DrugFilter::AtInstitution:
        return drugGroup(course) == DrugGroup::AtInstitution;
    case DrugFilter::All:
        return true;
    }
    return false;
}

QString MedicationModel::searchText(std::size_t record) const {
    const MedicationCourse& course = history_->medications[record];
    return QStringList{Words::shown(course.name),
                       Words::shown(course.genericName),
                       Words::shown(course.kana),
                       Words::shown(course.code),
                       Words::shown(course.drugClass),
                       Words::shown(course.highRiskClass),
                       Words::institution(*history_, course.prescriber)}
        .join(u'\n');
}

void MedicationModel::order() {
    all_.clear();
    classes_.clear();
    classWords_.clear();
    orderedOf_ = history_.get();
    if (!history_)
        return;
    all_ = drugsInOrder(*history_);
    std::map<std::string_view, int> numbers;
    for (const MedicationCourse& course : history_->medications) {
        const auto [at, fresh] = numbers.try_emplace(course.drugClass, static_cast<int>(classWords_.size()));
        if (fresh)
            classWords_ << Words::shown(course.drugClass);
        classes_.push_back(at->second);
    }
}

void MedicationModel::rebuild() {
    if (orderedOf_ != history_.get() || !history_)
        order();
    rows_.clear();
    if (!history_)
        return;
    for (const auto drug : all_) {
        const MedicationCourse& course = history_->medications[drug];
        if (wanted(course, filter_) && inPlace(course.prescriber) && isFound(drug))
            rows_.push_back(drug);
    }
    const auto& drugs = history_->medications;
    if (order_ == DrugOrder::Prescriber)
        std::stable_sort(rows_.begin(), rows_.end(),
                         [&](auto a, auto b) { return drugs[a].prescriber < drugs[b].prescriber; });
    else if (order_ == DrugOrder::End)
        std::stable_sort(rows_.begin(), rows_.end(), [&](auto a, auto b) { return drugs[a].end < drugs[b].end; });
}

void MedicationModel::setFilter(DrugFilter filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    refresh();
}

void MedicationModel::setOrder(DrugOrder order) {
    if (order == order_)
        return;
    order_ = order;
    refresh();
}

void MedicationModel::setHidden(const std::set<std::uint32_t>& pairs) {
    if (pairs == hidden_)
        return;
    hidden_ = pairs;
    refresh();
}

std::vector<MonthRecord> MedicationModel::recordsOf(Month month) const {
    std::vector<MonthRecord> records;
    for (std::uint32_t i = 0; history_ && i < history_->medications.size(); ++i) {
        const MedicationCourse& course = history_->medications[i];
        const auto reaches = [month](const history::Supply& supply) {
            return monthOf(supply.start) <= month && month <= monthOf(supply.end);
        };
        if (std::ranges::none_of(course.supplies, reaches))
            continue;
        const unsigned hidden = (wanted(course, filter_) ? 0 : hiddenByFilter) |
                                (inPlace(course.prescriber) ? 0 : hiddenByPlaces) | (isFound(i) ? 0 : hiddenBySearch);
        records.push_back({static_cast<int>(i), hidden, monthOf(course.supplies.front().start) == month});
    }
    return records;
}

int MedicationModel::count(DrugFilter filter) const {
    if (!history_)
        return 0;
    const auto& all = history_->medications;
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [&](const MedicationCourse& course) { return wanted(course, filter); }));
}

const MedicationCourse& MedicationModel::course(int row) const {
    return history_->medications.at(drug(row));
}

bool MedicationModel::showsPair(const history::Duplicate& pair, std::uint32_t index) const {
    return (pair.current || filter_ == DrugFilter::All) && !hidden_.contains(index);
}

std::vector<std::uint32_t> MedicationModel::overlaps(int row) const {
    std::vector<std::uint32_t> result;
    for (const auto index : course(row).duplicates) {
        if (showsPair(history_->duplicates.at(index), index))
            result.push_back(index);
    }
    return result;
}

QStringList MedicationModel::badges(int row) const {
    QStringList words;
    for (const auto index : overlaps(row))
        words << Words::duplicateBadge(history_->duplicates.at(index));
    return words;
}

QStringList MedicationModel::marks(int row) const {
    return course(row).cutByPayer ? QStringList{Words::cutByPayer()} : QStringList{};
}

QString MedicationModel::fillWords(int row, int fill) const {
    const MedicationCourse& of = course(row);
    const history::Supply& supply = of.supplies.at(static_cast<std::size_t>(fill));
    const QString span = tr("%1–%2", "first and last day").arg(Words::day(supply.start), Words::day(supply.end));
    const QString days = supply.estimatedPeriod ? tr("period taken as %1 days").arg(Words::days(supply))
                                                : tr("%1 days").arg(Words::days(supply));
    const Month month = monthOf(supply.start);
    QStringList parts{Words::shown(supply.name),
                      supply.dayUnknown ? QStringLiteral("%1 %2").arg(Words::month(month), Words::dayNotKnown(month))
                                        : span,
                      days, Words::institution(*history_, supply.prescriber)};
    if (supply.cutByPayer)
        parts << Words::cutByPayer();
    return parts.join(tr(", ", "between parts of a sentence read aloud"));
}

EvidenceAsk MedicationModel::askFill(int row, int fill) const {
    const history::Supply& supply = course(row).supplies.at(static_cast<std::size_t>(fill));
    return {tr("%1 — %2").arg(Words::shown(supply.name), Words::dayOrMonth(supply.start, supply.dayUnknown)),
            supply.evidence};
}

RowKind MedicationModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

int MedicationModel::recordOf(int row) const {
    return static_cast<int>(drug(row));
}

RecordName MedicationModel::nameOf(const QModelIndex& at) const {
    return recordName(*history_, course(at.row()));
}

int MedicationModel::groupOf(int row) const {
    return classes_.at(drug(row));
}

QString MedicationModel::groupWords(int group) const {
    const QString& words = classWords_.at(group);
    return words.isEmpty() ? tr("other drugs") : words;
}

EvidenceAsk MedicationModel::ask(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const MedicationCourse& of = course(index.row());
    return {tr("%1 — %2").arg(Words::shown(of.name), Words::drugState(of.today)), of.evidence};
}

int MedicationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int MedicationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString MedicationModel::periods(const MedicationCourse& course) const {
    if (course.supplies.empty())
        return {};
    const history::Supply& first = course.supplies.front();
    const history::Supply& last = course.supplies.back();
    return tr("%1 fills from %2, supply to %3")
        .arg(course.supplies.size())
        .arg(Words::dayOrMonth(first.start, first.dayUnknown),
             last.dayUnknown ? Words::dayNotKnown(monthOf(last.start)) : Words::day(course.end));
}

QVariant MedicationModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const MedicationCourse& of = course(index.row());
    if (role == Qt::ToolTipRole) {
        QStringList lines{Words::shown(of.name)};
        if (!of.genericName.empty())
            lines << Words::generic(of);
        if (!of.highRiskClass.empty())
            lines << Words::shown(of.highRiskClass);
        if (of.switchedFrom)
            lines << tr("%1 The supply of %2 ended within a week of the start")
                         .arg(Words::switched(), Words::shown(history_->medications.at(*of.switchedFrom).name));
        return lines.join(u'\n');
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Class:
        return Words::shown(of.drugClass);
    case Name:
        if (role == Qt::AccessibleTextRole)
            return QStringList{QStringList{Words::shown(of.name)} + badges(index.row()) + marks(index.row()) +
                               (of.switchedFrom ? QStringList{Words::switched()} : QStringList{}) +
                               QStringList{Words::drugState(of.today)}}
                .join(tr(", ", "between parts of a sentence read aloud"));
        return Words::shown(of.name);
    case Dose:
        return Words::dose(of);
    case Prescriber:
        return role == Qt::AccessibleTextRole ? Words::institution(*history_, of.prescriber)
                                              : Words::shortInstitution(*history_, of.prescriber);
    case Chart:
        return periods(of);
    case Today:
        return Words::todaysEstimate(of, history_->today);
    default:
        return {};
    }
}

QVariant MedicationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Class:
        return tr("Class");
    case Name:
        return tr("Drug");
    case Dose:
        return tr("A day × days");
    case Prescriber:
        return tr("Prescriber");
    case Chart:
        return tr("Supply");
    case Today:
        return tr("Today, by estimate");
    default:
        return {};
    }
}

} // namespace kmixr::ui
