#include "ui/search/search_model.h"

#include "ui/details/fold.h"
#include "ui/details/words.h"

#include <algorithm>
#include <array>
#include <map>

namespace kmixr::ui {

using history::Grade;

namespace {

constexpr std::array order{SearchKind::Disease, SearchKind::Drug,        SearchKind::Procedure,
                           SearchKind::Test,    SearchKind::Institution, SearchKind::Suspected};

} // namespace

QString SearchModel::kindWords(SearchKind kind) {
    switch (kind) {
    case SearchKind::Disease:
        return tr("Diseases");
    case SearchKind::Drug:
        return tr("Drugs");
    case SearchKind::Procedure:
        return tr("Surgery and procedures");
    case SearchKind::Test:
        return tr("Tests");
    case SearchKind::Institution:
        return tr("Institutions");
    case SearchKind::Suspected:
        return tr("Suspected diseases");
    }
    return {};
}

void SearchModel::add(SearchKind kind, const QStringList& words, Entry entry) {
    entry.kind = kind;
    entry.text = folded((QStringList{entry.name, entry.about, entry.institution} + words).join(u'\n'));
    entries_.push_back(std::move(entry));
}

void SearchModel::collect() {
    entries_.clear();
    collectedOf_ = history_.get();
    if (!history_)
        return;
    for (const auto& problem : history_->problems) {
        const bool suspected = problem.grade == Grade::Suspected;
        Entry entry;
        entry.name = Words::shown(problem.name);
        entry.about = problem.treatments.empty()
                          ? Words::grade(problem.grade)
                          : QStringLiteral("%1 %2").arg(Words::grade(problem.grade), Words::joined(problem.treatments));
        entry.institution = Words::institution(*history_, problem.institution);
        entry.last = Words::lastNamed(problem);
        entry.badges = suspected ? QStringList{Words::grade(Grade::Suspected)} : Words::problemBadges(problem, true);
        entry.evidence = problem.evidence;
        add(suspected ? SearchKind::Suspected : SearchKind::Disease,
            {Words::shown(problem.kana), Words::shown(problem.icd10), QString::fromStdString(problem.code)},
            std::move(entry));
    }
    collectDrugs();
    collectProcedures();
    collectTests();
    collectInstitutions();
}

void SearchModel::collectDrugs() {
    for (const auto& course : history_->medications) {
        Entry entry;
        entry.name = Words::shown(course.name);
        entry.about = QStringLiteral("%1 %2").arg(Words::dose(course), Words::drugState(course.today)).trimmed();
        entry.institution = Words::institution(*history_, course.prescriber);
        entry.last = Words::until(course);
        if (!course.supplies.empty())
            entry.last = Words::day(course.supplies.back().start);
        if (!course.drugClass.empty())
            entry.badges << Words::shown(course.drugClass);
        if (course.cutByPayer)
            entry.badges << Words::cutByPayer();
        entry.evidence = course.evidence;
        QStringList words{Words::shown(course.kana),           Words::generic(course),
                          Words::shown(course.drugClass),      Words::shown(course.highRiskClass),
                          QString::fromStdString(course.code), QString::fromStdString(course.ingredient)};
        for (const auto& supply : course.supplies) { // earlier strengths and brands of the same course
            if (supply.code != course.code)
                words << Words::shown(supply.name) << QString::fromStdString(supply.code);
        }
        words.removeDuplicates();
        add(SearchKind::Drug, words, std::move(entry));
    }
}

void SearchModel::collectProcedures() {
    std::map<std::pair<std::string, history::InstitutionIndex>, std::size_t> places;
    std::map<std::size_t, int> times;
    for (const auto& record : history_->procedures) { // newest first; repeats join the newest
        const auto [at, fresh] =
            places.try_emplace({record.code + record.exclusion, record.institution}, entries_.size());
        times[at->second] += record.count;
        if (!fresh) {
            auto& evidence = entries_[at->second].evidence;
            evidence.insert(evidence.end(), record.evidence.begin(), record.evidence.end());
            continue;
        }
        Entry entry;
        entry.name = Words::shown(record.name);
        entry.about = record.exclusion.empty() ? Words::procedureGroup(record.group) : Words::shown(record.exclusion);
        entry.institution = Words::institution(*history_, record.institution);
        entry.last = Words::dayOrMonth(record.day, record.dayUnknown);
        if (record.cutByPayer)
            entry.badges << Words::cutByPayer();
        entry.evidence = record.evidence;
        QStringList words{Words::shown(record.kana), Words::shown(record.sectionNumber),
                          QString::fromStdString(record.code)};
        for (const auto& detail : record.details)
            words << Words::shown(detail);
        add(SearchKind::Procedure, words, std::move(entry));
    }
    for (const auto& [at, count] : times) {
        if (count > 1)
            entries_[at].about += u' ' + tr("%1 times").arg(count);
    }
}

void SearchModel::collectTests() {
    for (const auto& test : history_->examinations) {
        if (test.done.empty())
            continue;
        Entry entry;
        entry.name = Words::shown(test.name);
        entry.about =
            QStringLiteral("%1 %2").arg(Words::examinationGroup(test.group), tr("%1 times").arg(test.done.size()));
        entry.institution = Words::institution(*history_, test.done.back().institution);
        entry.last = Words::dayOrMonth(test.done.back().day, test.done.back().dayUnknown);
        if (test.cutByPayer)
            entry.badges << Words::cutByPayer();
        for (auto done = test.done.rbegin(); done != test.done.rend(); ++done)
            entry.evidence.push_back(done->evidence);
        add(SearchKind::Test,
            {Words::shown(test.kana), Words::shown(test.sectionNumber), QString::fromStdString(test.code)},
            std::move(entry));
    }
}

void SearchModel::collectInstitutions() {
    for (history::InstitutionIndex i = 0; i < history_->institutions.size(); ++i) {
        Entry entry;
        int days = 0;
        std::optional<Month> last;
        for (const auto& visit : history_->visits) {
            if (visit.institution != i)
                continue;
            days += visit.days;
            last = last ? std::max(*last, visit.month) : visit.month;
            for (const auto receipt : visit.receipts) {
                const auto& value = history_->receipts.at(receipt).value;
                entry.evidence.push_back(
                    {receipt, value.insurance ? value.insurance->line : std::max(1U, value.firstLine)});
            }
        }
        if (!last)
            continue;
        std::sort(entry.evidence.begin(), entry.evidence.end());
        entry.name = Words::institution(*history_, i);
        entry.about = tr("%1 visit days").arg(days);
        entry.last = Words::month(*last);
        add(SearchKind::Institution, {QString::fromStdString(history_->institutions[i].id.code)}, std::move(entry));
    }
}

void SearchModel::rebuild() {
    if (collectedOf_ != history_.get() || !history_)
        collect();
    rows_.clear();
    found_ = 0;
    if (query().isEmpty()) // nothing typed, nothing shown
        return;
    for (const SearchKind kind : order) {
        std::size_t head = rows_.size();
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (entries_[i].kind != kind || !query().foundIn(entries_[i].text))
                continue;
            if (head == rows_.size())
                rows_.push_back({-1, kind, 0});
            rows_.push_back({static_cast<int>(i), kind, 0});
            ++rows_[head].count;
            ++found_;
        }
    }
}

std::optional<SearchKind> SearchModel::kind(int row) const {
    const Row& of = rows_.at(static_cast<std::size_t>(row));
    return of.entry < 0 ? std::nullopt : std::optional(of.kind);
}

QStringList SearchModel::badges(int row) const {
    const Row& of = rows_.at(static_cast<std::size_t>(row));
    return of.entry < 0 ? QStringList() : entries_[static_cast<std::size_t>(of.entry)].badges;
}

RowKind SearchModel::rowKind(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).entry < 0 ? RowKind::Head : RowKind::Item;
}

int SearchModel::recordOf(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).entry;
}

RecordName SearchModel::nameOf(const QModelIndex& at) const {
    const Row& of = rows_.at(static_cast<std::size_t>(at.row()));
    if (of.entry < 0)
        return {};
    const Entry& entry = entries_[static_cast<std::size_t>(of.entry)];
    const QString name = QStringList{QString::number(int(entry.kind)), entry.name, entry.institution}.join(u'\n');
    return {name, name};
}

int SearchModel::groupOf(int row) const {
    return static_cast<int>(rows_.at(static_cast<std::size_t>(row)).kind);
}

QString SearchModel::groupWords(int group) const {
    return kindWords(static_cast<SearchKind>(group));
}

EvidenceAsk SearchModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) == RowKind::Head)
        return {};
    const Entry& of = entries_[static_cast<std::size_t>(rows_[static_cast<std::size_t>(index.row())].entry)];
    return {tr("%1 — %2").arg(of.name, kindWords(of.kind)), of.evidence};
}

int SearchModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SearchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Row& row = rows_.at(static_cast<std::size_t>(index.row()));
    if (row.entry < 0)
        return index.column() == 0 ? QVariant(QStringLiteral("%1 %2").arg(kindWords(row.kind)).arg(row.count))
                                   : QVariant();
    const Entry& of = entries_[static_cast<std::size_t>(row.entry)];
    switch (index.column()) {
    case Name:
        return role == Qt::DisplayRole
                   ? of.name
                   : (QStringList{of.name} + of.badges + QStringList{of.about, of.institution, of.last})
                         .join(tr(", ", "between parts of a sentence read aloud"));
    case About:
        return of.about;
    case Institution:
        return of.institution;
    case Last:
        return of.last;
    default:
        return {};
    }
}

QVariant SearchModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case About:
        return tr("What is recorded");
    case Institution:
        return tr("Institution");
    case Last:
        return tr("Last");
    default:
        return {};
    }
}

} // namespace kmixr::ui
