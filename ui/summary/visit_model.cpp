#include "ui/summary/visit_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>
#include <set>

namespace kmixr::ui {

using history::CoverageState;
using history::InstitutionIndex;
using history::VisitMonth;

namespace {

constexpr int dataMonths = 12;
constexpr int mostMonths = 16;
constexpr int fewestMonths = 8;
constexpr int fewestDataMonths = 5;

Month laterBy(Month month, int months) {
    return month + std::chrono::months(months);
}

} // namespace

void VisitModel::rebuild() {
    months_.clear();
    rows_.clear();
    coverage_.clear();
    allRows_ = 0;
    if (!history_ || !history_->newestMonth)
        return;
    buildAxis();
    buildRows();
}

void VisitModel::buildAxis() {
    const Month newest = *history_->newestMonth;
    const int ahead = std::clamp(monthsBetween(newest, monthOf(history_->today)), 0, mostMonths_ - fewestDataMonths);
    const int back = std::clamp(mostMonths_ - ahead, fewestDataMonths, dataMonths);
    for (int i = 1 - back; i <= ahead; ++i)
        months_.push_back(laterBy(newest, i));
    coverage_.assign(months_.size(), std::nullopt);
    for (const auto& of : history_->coverage) {
        const auto place = std::find(months_.begin(), months_.end(), of.month);
        if (place != months_.end())
            coverage_[static_cast<std::size_t>(place - months_.begin())] = of.state;
    }
    for (std::size_t i = 0; i < months_.size(); ++i) {
        if (months_[i] > newest && !coverage_[i])
            coverage_[i] = CoverageState::NotYet;
    }
}

void VisitModel::buildRows() {
    // The history orders institutions by how often they were seen, pharmacies last.
    std::set<InstitutionIndex> seen;
    for (const VisitMonth& visit : history_->visits) {
        if (visit.month >= months_.front() && visit.month <= months_.back())
            seen.insert(visit.institution);
    }
    Row pharmacies{{}, true, false};
    for (const auto institution : seen) {
        if (history_->institutions.at(institution).id.pointTable == '4')
            pharmacies.institutions.push_back(institution);
        else
            rows_.push_back({{institution}, false, false});
    }
    const bool withPharmacies = !pharmacies.institutions.empty();
    allRows_ = static_cast<int>(rows_.size()) + (withPharmacies ? 1 : 0);
    const int own = maximum_ > 0 ? maximum_ - (withPharmacies ? 1 : 0) : static_cast<int>(rows_.size());
    if (static_cast<int>(rows_.size()) > own && own > 0) {
        Row joined{{}, false, true};
        for (auto i = static_cast<std::size_t>(own) - 1; i < rows_.size(); ++i)
            joined.institutions.push_back(rows_[i].institutions.front());
        rows_.resize(static_cast<std::size_t>(own) - 1);
        rows_.push_back(std::move(joined));
    }
    if (withPharmacies)
        rows_.push_back(std::move(pharmacies));

    std::map<InstitutionIndex, std::size_t> places;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        rows_[row].cells.resize(months_.size());
        for (std::size_t i = 0; i < months_.size(); ++i)
            if (coverage_[i] == CoverageState::NotYet || coverage_[i] == CoverageState::Missing)
                rows_[row].cells[i].unknown = coverage_[i];
        for (const auto institution : rows_[row].institutions)
            places[institution] = row;
    }
    for (std::uint32_t i = 0; i < history_->visits.size(); ++i) {
        const VisitMonth& visit = history_->visits[i];
        const auto place = places.find(visit.institution);
        const auto column = std::find(months_.begin(), months_.end(), visit.month);
        if (place == places.end() || column == months_.end())
            continue;
        Cell& cell = rows_[place->second].cells[static_cast<std::size_t>(column - months_.begin())];
        cell.days += visit.days;
        cell.inpatient = cell.inpatient || visit.inpatient;
        cell.unknown.reset();
        cell.visits.push_back(i);
    }
}

void VisitModel::setMaximumRows(int rows) {
    if (rows == maximum_)
        return;
    maximum_ = rows;
    refresh();
}

void VisitModel::setMaximumMonths(int months) {
    months = std::clamp(months, fewestMonths, mostMonths);
    if (months == mostMonths_)
        return;
    mostMonths_ = months;
    refresh();
}

Month VisitModel::month(int column) const {
    return months_.at(static_cast<std::size_t>(column));
}

bool VisitModel::isCoverage(int row) const {
    return row == static_cast<int>(rows_.size());
}

const VisitModel::Cell& VisitModel::cell(int row, int column) const {
    return rows_.at(static_cast<std::size_t>(row)).cells.at(static_cast<std::size_t>(column));
}

std::optional<CoverageState> VisitModel::coverage(int column) const {
    return coverage_.at(static_cast<std::size_t>(column));
}

std::vector<Month> VisitModel::missing() const {
    std::vector<Month> result;
    for (std::size_t i = 0; i < months_.size(); ++i) {
        if (coverage_[i] == CoverageState::Missing)
            result.push_back(months_[i]);
    }
    return result;
}

bool VisitModel::hasPartly() const {
    return std::find(coverage_.begin(), coverage_.end(), CoverageState::Partly) != coverage_.end();
}

RowKind VisitModel::rowKind(int /*row*/) const {
    return RowKind::Item;
}

int VisitModel::recordOf(int row) const {
    const auto joined = static_cast<int>(history_->institutions.size());
    if (isCoverage(row))
        return joined + 2;
    const Row& of = rows_.at(static_cast<std::size_t>(row));
    return of.joined ? joined : of.pharmacies ? joined + 1 : static_cast<int>(of.institutions.front());
}

RecordName VisitModel::nameOf(const QModelIndex& at) const {
    const int record = recordOf(at.row());
    const auto alone = record < static_cast<int>(history_->institutions.size());
    const QString name = alone ? institutionKey(*history_, static_cast<history::InstitutionIndex>(record))
                               : QString::number(record - static_cast<int>(history_->institutions.size()));
    return {name, name};
}

QString VisitModel::columnName(int column) const {
    return QString::fromStdString(isoMonth(month(column)));
}

int VisitModel::columnNamed(const QString& name) const {
    const auto month = parseIsoMonth(name.toStdString());
    return month && !months_.empty() ? monthsBetween(months_.front(), *month) : 0;
}

int VisitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || months_.empty() ? 0 : static_cast<int>(rows_.size()) + 1;
}

int VisitModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(months_.size());
}

QString VisitModel::label(const Row& row, bool full) const {
    if (row.joined)
        return tr("%1 others").arg(row.institutions.size());
    if (row.pharmacies && row.institutions.size() > 1)
        return tr("Pharmacies (%1)").arg(row.institutions.size());
    return full ? Words::institution(*history_, row.institutions.front())
                : Words::shortInstitution(*history_, row.institutions.front());
}

QVariant VisitModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!history_ || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    if (orientation == Qt::Horizontal) {
        if (section >= columnCount())
            return {};
        return role == Qt::DisplayRole ? QString::number(unsigned(month(section).month()))
                                       : Words::month(month(section));
    }
    if (section >= rowCount())
        return {};
    if (isCoverage(section))
        return tr("Data");
    const Row& row = rows_[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole && row.institutions.size() > 1) {
        QStringList names;
        for (const auto institution : row.institutions)
            names << Words::institution(*history_, institution);
        return names.join(u'\n');
    }
    return label(row, role != Qt::DisplayRole);
}

QVariant VisitModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const QString when = Words::month(month(index.column()));
    if (isCoverage(index.row())) {
        const auto state = coverage(index.column());
        if (!state)
            return {};
        if (role == Qt::DisplayRole)
            return Words::coverageSign(*state);
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return QStringLiteral("%1 %2").arg(when, Words::coverage(*state));
        return {};
    }
    const Cell& of = cell(index.row(), index.column());
    if (role == Qt::DisplayRole) {
        if (of.visits.empty())
            return {};
        return of.inpatient ? tr("in", "in-patient, one letter") : QString::number(of.days);
    }
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        const QString who = label(rows_[static_cast<std::size_t>(index.row())], true);
        QString what = tr("no visit recorded (up to treatment in %1)").arg(Words::month(*history_->newestMonth));
        if (of.unknown)
            what = Words::coverage(*of.unknown);
        else if (of.inpatient)
            what = tr("in-patient");
        else if (!of.visits.empty())
            what = tr("%1 days").arg(of.days);
        else if (coverage(index.column()) == CoverageState::Partly)
            what = tr("%1; its data have arrived in part only").arg(what);
        return QStringLiteral("%1 %2 %3").arg(who, when, what);
    }
    return {};
}

EvidenceAsk VisitModel::ask(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    EvidenceAsk ask{data(index, Qt::AccessibleTextRole).toString(), {}};
    const auto add = [&](const VisitMonth& visit) {
        for (const auto receipt : visit.receipts) {
            // The insurer's line carries the number of days; a receipt without one is shown from its first line.
            const auto& value = history_->receipts.at(receipt).value;
            ask.evidence.push_back({receipt, value.insurance ? value.insurance->line : std::max(1U, value.firstLine)});
        }
    };
    if (isCoverage(index.row())) {
        for (const VisitMonth& visit : history_->visits) {
            if (visit.month == month(index.column()))
                add(visit);
        }
    } else {
        for (const auto visit : cell(index.row(), index.column()).visits)
            add(history_->visits.at(visit));
    }
    return ask;
}

} // namespace kmixr::ui
