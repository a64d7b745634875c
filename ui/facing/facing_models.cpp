#include "ui/facing/facing_models.h"

#include "ui/details/drug_groups.h"
#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr int surgeryMonths = 60;

} // namespace

void FacingDrugModel::rebuild() {
    rows_.clear();
    hidden_ = 0;
    if (!history_)
        return;
    for (const auto index : drugsInOrder(*history_)) {
        const auto& course = history_->medications[index];
        const DrugGroup group = drugGroup(course);
        if (group == DrugGroup::Ended || group == DrugGroup::AtInstitution)
            continue;
        if (course.sensitive)
            ++hidden_;
        else
            rows_.push_back(index);
    }
}

int FacingDrugModel::recordOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)));
}

RecordName FacingDrugModel::nameOf(const QModelIndex& at) const {
    return recordName(*history_, history_->medications.at(rows_.at(static_cast<std::size_t>(at.row()))));
}

RowKind FacingDrugModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

/// Evidence shows a receipt with its diseases: never from here.
EvidenceAsk FacingDrugModel::ask(const QModelIndex& /*index*/) const {
    return {};
}

int FacingDrugModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FacingDrugModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FacingDrugModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const auto& course = history_->medications.at(rows_.at(static_cast<std::size_t>(index.row())));
    const auto until = [&] {
        return tr("to %1/%2, by estimate", "month and day up to which a drug was handed out")
            .arg(unsigned(course.end.month()))
            .arg(unsigned(course.end.day()));
    };
    switch (index.column()) {
    case Name:
        return role == Qt::DisplayRole ? Words::shown(course.name)
                                       : QStringList{Words::shown(course.name), Words::dose(course), until(),
                                                     Words::institution(*history_, course.prescriber)}
                                             .join(tr(", ", "between parts of a sentence read aloud"));
    case Dose:
        return Words::dose(course);
    case Until:
        return until();
    case Place:
        return Words::institution(*history_, course.prescriber);
    default:
        return {};
    }
}

QVariant FacingDrugModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Name:
        return tr("Name of the medicine");
    case Dose:
        return tr("Amount a day × days");
    case Until:
        return tr("Handed out for");
    case Place:
        return tr("From");
    default:
        return {};
    }
}

void FacingSurgeryModel::rebuild() {
    rows_.clear();
    hidden_ = 0;
    if (!history_ || !history_->newestMonth)
        return;
    for (std::uint32_t i = 0; i < history_->procedures.size(); ++i) {
        const auto& record = history_->procedures[i];
        if (record.group != history::ProcedureGroup::Surgery || !record.exclusion.empty() ||
            monthsBetween(monthOf(record.day), *history_->newestMonth) >= surgeryMonths)
            continue;
        const QString name = Words::shown(record.name); // "ステント留置術(急性心筋梗塞に対するもの)" tells a disease
        const bool tells = std::any_of(history_->problems.begin(), history_->problems.end(),
                                       [&name](const auto& of) { return name.contains(Words::shown(of.name)); });
        if (record.sensitive || tells)
            ++hidden_;
        else
            rows_.push_back(i);
    }
}

int FacingSurgeryModel::recordOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)));
}

RecordName FacingSurgeryModel::nameOf(const QModelIndex& at) const {
    return recordName(*history_, history_->procedures.at(rows_.at(static_cast<std::size_t>(at.row()))));
}

RowKind FacingSurgeryModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

EvidenceAsk FacingSurgeryModel::ask(const QModelIndex& /*index*/) const {
    return {};
}

int FacingSurgeryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FacingSurgeryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FacingSurgeryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const auto& record = history_->procedures.at(rows_.at(static_cast<std::size_t>(index.row())));
    switch (index.column()) {
    case When:
        return Words::month(monthOf(record.day));
    case Name:
        return Words::shown(record.name);
    case Place:
        return Words::institution(*history_, record.institution);
    default:
        return {};
    }
}

QVariant FacingSurgeryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case When:
        return tr("Month");
    case Name:
        return tr("Operation");
    case Place:
        return tr("Where");
    default:
        return {};
    }
}

} // namespace kmixr::ui
