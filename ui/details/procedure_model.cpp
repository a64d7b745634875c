#include "ui/details/procedure_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace kmixr::ui {

using history::ProcedureGroup;
using history::ProcedureRecord;

namespace {

/// The order of the page.
constexpr std::array order{ProcedureGroup::Surgery,          ProcedureGroup::Treatment,   ProcedureGroup::Home,
                           ProcedureGroup::ImagingEndoscopy, ProcedureGroup::Transfusion, ProcedureGroup::Anaesthesia,
                           ProcedureGroup::Management,       ProcedureGroup::Other};
constexpr auto excludedRank = static_cast<int>(order.size());
constexpr int longRepeatMonths = 6;

int rankOf(const ProcedureRecord& record) {
    if (!record.exclusion.empty())
        return excludedRank;
    return static_cast<int>(std::find(order.begin(), order.end(), record.group) - order.begin());
}

bool isFee(int rank) {
    return rank < excludedRank && (order.at(static_cast<std::size_t>(rank)) == ProcedureGroup::Management ||
                                   order.at(static_cast<std::size_t>(rank)) == ProcedureGroup::Other);
}

bool repeats(const ProcedureRecord& record) {
    return record.group != ProcedureGroup::Surgery && record.group != ProcedureGroup::Anaesthesia &&
           record.exclusion.empty();
}

} // namespace

void ProcedureModel::merge() {
    entries_.clear();
    stays_.clear();
    mergedOf_ = history_.get();
    if (!history_)
        return;
    stays_ = staysOf(*history_);
    // Newest first: a record joins the row of the same act whose oldest month is at most two months younger.
    std::map<std::pair<std::string, history::InstitutionIndex>, std::size_t> open;
    for (std::uint32_t i = 0; i < history_->procedures.size(); ++i) {
        const ProcedureRecord& record = history_->procedures[i];
        const auto key = std::pair(record.code, record.institution);
        if (repeats(record)) {
            if (const auto at = open.find(key); at != open.end()) {
                const ProcedureRecord& oldest = history_->procedures[entries_[at->second].records.back()];
                if (monthsBetween(monthOf(record.day), monthOf(oldest.day)) <= 2 && oldest.kind == record.kind) {
                    entries_[at->second].records.push_back(i);
                    continue;
                }
            }
            open[key] = entries_.size();
        }
        entries_.push_back({rankOf(record), {i}});
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
}

void ProcedureModel::rebuild() {
    if (mergedOf_ != history_.get() || !history_)
        merge();
    rows_.clear();
    int rank = -1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        if (!wanted(entry, filter_) || !inPlace(newest(entry).institution) || !isFound(i))
            continue;
        if (entry.rank != rank) {
            rank = entry.rank;
            rows_.push_back({rank, -1});
        }
        rows_.push_back({-1, static_cast<int>(i)});
    }
}

const ProcedureRecord& ProcedureModel::newest(const Entry& entry) const {
    return history_->procedures.at(entry.records.front());
}

bool ProcedureModel::wanted(const Entry& entry, ProcedureFilter filter) const {
    if (isFee(entry.rank) && !withFees_)
        return false;
    const ProcedureRecord& record = newest(entry);
    const bool counted = entry.rank != excludedRank;
    switch (filter) {
    case ProcedureFilter::All:
        return true;
    case ProcedureFilter::Surgery:
        return counted && record.group == ProcedureGroup::Surgery;
    case ProcedureFilter::Anaesthesia:
        return counted && record.group == ProcedureGroup::Anaesthesia;
    case ProcedureFilter::Treatment:
        return counted && record.group == ProcedureGroup::Treatment;
    case ProcedureFilter::Home:
        return counted && record.group == ProcedureGroup::Home;
    case ProcedureFilter::Imaging:
        return counted && record.group == ProcedureGroup::ImagingEndoscopy;
    case ProcedureFilter::Transfusion:
        return counted && record.group == ProcedureGroup::Transfusion;
    case ProcedureFilter::Inpatient:
        return counted && (record.kind == history::Kind::Dpc || record.kind == history::Kind::MedicalInpatient);
    }
    return false;
}

QString ProcedureModel::searchText(std::size_t entry) const {
    const ProcedureRecord& record = newest(entries_[entry]);
    QStringList words{Words::shown(record.name), Words::shown(record.kana), Words::shown(record.code),
                      Words::shown(record.sectionNumber), Words::institution(*history_, record.institution)};
    for (const std::string& detail : record.details)
        words << Words::shown(detail);
    return words.join(u'\n');
}

void ProcedureModel::setFilter(ProcedureFilter filter) {
    if (filter == filter_)
        return;
    filter_ = filter;
    refresh();
}

void ProcedureModel::setWithFees(bool with) {
    if (with == withFees_)
        return;
    withFees_ = with;
    refresh();
}

std::vector<MonthRecord> ProcedureModel::recordsOf(Month month) const {
    std::vector<MonthRecord> result;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const auto done = [&](std::uint32_t record) { return monthOf(history_->procedures[record].day) == month; };
        if (std::ranges::none_of(entry.records, done))
            continue;
        const bool folded = isFee(entry.rank) && !withFees_;
        const unsigned hidden = (folded                   ? hiddenByFees
                                 : wanted(entry, filter_) ? 0
                                                          : hiddenByFilter) |
                                (inPlace(newest(entry).institution) ? 0 : hiddenByPlaces) |
                                (isFound(i) ? 0 : hiddenBySearch);
        result.push_back({static_cast<int>(i), hidden, done(entry.records.back())});
    }
    return result;
}

int ProcedureModel::count(ProcedureFilter filter) const {
    return static_cast<int>(std::count_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.rank != excludedRank && wanted(entry, filter);
    }));
}

int ProcedureModel::shown() const {
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [this](const Row& row) {
        return row.head < 0 && entries_[static_cast<std::size_t>(row.entry)].rank != excludedRank;
    }));
}

const ProcedureModel::Records* ProcedureModel::records(int row) const {
    const Row& at = rows_.at(static_cast<std::size_t>(row));
    return at.head >= 0 ? nullptr : &entries_[static_cast<std::size_t>(at.entry)].records;
}

const ProcedureRecord* ProcedureModel::record(int row) const {
    const Records* of = records(row);
    return of == nullptr ? nullptr : &history_->procedures.at(of->front());
}

bool ProcedureModel::excluded(int row) const {
    const Row& at = rows_.at(static_cast<std::size_t>(row));
    return at.head < 0 && entries_[static_cast<std::size_t>(at.entry)].rank == excludedRank;
}

QString ProcedureModel::note(int row) const {
    const Records* of = records(row);
    if (of == nullptr)
        return {};
    const ProcedureRecord& last = *record(row);
    QStringList words;
    if (std::any_of(of->begin(), of->end(), [this](auto i) { return history_->procedures.at(i).cutByPayer; }))
        words << Words::cutByPayer();
    if (!last.exclusion.empty()) {
        words << Words::shown(last.exclusion);
    } else if (of->size() > 1) {
        const ProcedureRecord& first = history_->procedures.at(of->back());
        words << tr("%1 months from %2").arg(of->size()).arg(Words::month(monthOf(first.day)));
    } else if (!last.details.empty()) {
        words << Words::joined(last.details);
    }
    return words.join(QStringLiteral("  "));
}

std::vector<ProcedureModel::Records> ProcedureModel::longRepeats() const {
    std::vector<Records> result;
    for (const Entry& entry : entries_) {
        if (!isFee(entry.rank) && entry.rank != excludedRank && entry.records.size() >= longRepeatMonths)
            result.push_back(entry.records);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Records& a, const Records& b) { return a.size() > b.size(); });
    return result;
}

EvidenceAsk ProcedureModel::askRecords(const Records& records) const {
    EvidenceAsk ask{Words::shown(history_->procedures.at(records.front()).name), {}};
    for (const auto index : records) {
        const auto& lines = history_->procedures.at(index).evidence;
        ask.evidence.insert(ask.evidence.end(), lines.begin(), lines.end());
    }
    return ask;
}

RowKind ProcedureModel::rowKind(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).head >= 0 ? RowKind::Head : RowKind::Item;
}

QString ProcedureModel::rankTitle(int rank) const {
    return rank == excludedRank ? tr("Claims that are no acts on this patient")
                                : Words::procedureGroup(order.at(static_cast<std::size_t>(rank)));
}

int ProcedureModel::recordOf(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).entry;
}

/// By the oldest of its records: newer months join the row.
RecordName ProcedureModel::nameOf(const QModelIndex& at) const {
    const Records* of = records(at.row());
    return of == nullptr ? RecordName{} : recordName(*history_, history_->procedures.at(of->back()));
}

int ProcedureModel::groupOf(int row) const {
    const Row& at = rows_.at(static_cast<std::size_t>(row));
    return at.head >= 0 ? at.head : entries_[static_cast<std::size_t>(at.entry)].rank;
}

QString ProcedureModel::groupWords(int group) const {
    return rankTitle(group);
}

QString ProcedureModel::exampleOf(int row) const {
    const ProcedureRecord* of = record(row);
    return of == nullptr ? QString() : tr("(%1 and others)").arg(Words::month(monthOf(of->day)));
}

EvidenceAsk ProcedureModel::ask(const QModelIndex& index) const {
    const Records* of = index.isValid() ? records(index.row()) : nullptr;
    return of == nullptr ? EvidenceAsk{} : askRecords(*of);
}

int ProcedureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProcedureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProcedureModel::inOut(const ProcedureRecord& record) const {
    const bool inpatient = record.kind == history::Kind::Dpc || record.kind == history::Kind::MedicalInpatient;
    if (!inpatient)
        return tr("out-patient");
    const Stay* stay = stayAt(stays_, record.institution, record.day, record.dayUnknown);
    return stay == nullptr ? tr("in-patient") : stayWords(*stay);
}

QStringList ProcedureModel::wordsOf(Column column) const {
    QStringList words;
    if (!history_)
        return words;
    std::set<std::string_view> sections;
    std::set<history::Kind> kinds;
    for (const ProcedureRecord& record : history_->procedures) {
        sections.insert(record.sectionNumber);
        kinds.insert(record.kind);
    }
    if (column == Section) {
        for (const auto section : sections)
            words << Words::shown(std::string(section));
    } else if (column == Receipt) {
        for (const auto kind : kinds)
            words << Words::kind(kind);
    } else if (column == InOut) {
        words << tr("out-patient");
        if (kinds.contains(history::Kind::Dpc) || kinds.contains(history::Kind::MedicalInpatient))
            words << tr("in-patient");
        for (const Stay& stay : stays_)
            words << stayWords(stay);
    }
    return words;
}

QString ProcedureModel::stayWords(const Stay& stay) {
    return tr("in-patient %1–%2").arg(Words::shortDay(stay.from), Words::shortDay(stay.to));
}

QVariant ProcedureModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const bool spoken = role == Qt::AccessibleTextRole;
    if (rowKind(index.row()) == RowKind::Head) {
        const QString title = rankTitle(rows_[static_cast<std::size_t>(index.row())].head);
        return index.column() == 0 && (role == Qt::DisplayRole || spoken) ? QVariant(title) : QVariant();
    }
    const ProcedureRecord& of = *record(index.row());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(index.column() == Count ? Qt::AlignRight : Qt::AlignLeft);
    if (role == Qt::ToolTipRole)
        return Words::shown(of.name) + (note(index.row()).isEmpty() ? QString() : u'\n' + note(index.row()));
    if (role != Qt::DisplayRole && !spoken)
        return {};
    switch (index.column()) {
    case Date: {
        const bool many = of.count > 1 && of.dayNumbers.size() != 1;
        return Words::dayOrMonth(of.day, of.dayUnknown || many);
    }
    case Name:
        return spoken && !note(index.row()).isEmpty()
                   ? QVariant(tr("%1, %2", "act, what else is known").arg(Words::shown(of.name), note(index.row())))
                   : QVariant(Words::shown(of.name));
    case Section:
        return Words::shown(of.sectionNumber);
    case Count:
        return of.count;
    case Institution:
        return Words::institution(*history_, of.institution);
    case InOut:
        return inOut(of);
    case Receipt:
        return Words::kind(of.kind);
    default:
        return {};
    }
}

QVariant ProcedureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Count ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Date:
        return tr("Date");
    case Name:
        return tr("Name");
    case Section:
        return tr("Section");
    case Count:
        return tr("Times");
    case Institution:
        return tr("Institution");
    case InOut:
        return tr("In / out");
    case Receipt:
        return tr("Receipt");
    default:
        return {};
    }
}

} // namespace kmixr::ui
