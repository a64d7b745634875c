#include "ui/details/disease_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>

namespace kmixr::ui {

using history::ClinicalProblem;
using history::Grade;

void ProblemTableModel::rebuild() {
    rows_.clear();
    all_ = 0;
    if (!history_)
        return;
    std::map<int, std::vector<int>> groups; // grades and institutions in their own order
    for (std::size_t i = 0; i < history_->problems.size(); ++i) {
        const ClinicalProblem& problem = history_->problems[i];
        if (!belongs(problem))
            continue;
        ++all_;
        if (wanted(problem) && inPlace(problem.institution) && isFound(i))
            groups[group(problem)].push_back(static_cast<int>(i));
    }
    for (const auto& [group, problems] : groups) {
        if (group >= 0)
            rows_.push_back({true, group, static_cast<int>(problems.size())});
        for (const int problem : problems)
            rows_.push_back({false, problem, 0});
    }
}

QString ProblemTableModel::searchText(std::size_t record) const {
    const ClinicalProblem& problem = history_->problems[record];
    return QStringList{Words::shown(problem.name),
                       Words::shown(problem.kana),
                       Words::shown(problem.icd10),
                       Words::shown(problem.code),
                       Words::institution(*history_, problem.institution),
                       treatment(problem)}
        .join(u'\n');
}

const ClinicalProblem* ProblemTableModel::problem(int row) const {
    const Row& at = rowAt(row);
    return at.head ? nullptr : &history_->problems.at(static_cast<std::size_t>(at.of));
}

int ProblemTableModel::shown() const {
    return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return !row.head; }));
}

std::vector<Month> ProblemTableModel::stripMonths() const {
    std::vector<Month> months;
    if (history_ && history_->newestMonth) {
        Month last = *history_->newestMonth;
        if (stand_ && monthsBetween(*stand_, last) > 11)
            last = *stand_ + std::chrono::months(5); // what came before it, and what after
        for (int back = 11; back >= 0; --back)
            months.push_back(last - std::chrono::months(back));
    }
    return months;
}

std::vector<MonthRecord> ProblemTableModel::recordsOf(Month month) const {
    std::vector<MonthRecord> records;
    for (std::size_t i = 0; history_ && i < history_->problems.size(); ++i) {
        const ClinicalProblem& problem = history_->problems[i];
        if (!belongs(problem) ||
            std::ranges::find(problem.months, month, &history::MonthMark::month) == problem.months.end())
            continue;
        const unsigned hidden = (wanted(problem) ? 0 : hiddenByFilter) |
                                (inPlace(problem.institution) ? 0 : hiddenByPlaces) | (isFound(i) ? 0 : hiddenBySearch);
        records.push_back({static_cast<int>(i), hidden, problem.firstMonth == month});
    }
    return records;
}

RowKind ProblemTableModel::rowKind(int row) const {
    return rowAt(row).head ? RowKind::Head : RowKind::Item;
}

int ProblemTableModel::recordOf(int row) const {
    const Row& at = rowAt(row);
    return at.head ? -1 : at.of;
}

RecordName ProblemTableModel::nameOf(const QModelIndex& at) const {
    const ClinicalProblem* of = problem(at.row());
    return of == nullptr ? RecordName{} : recordName(*history_, *of);
}

QString ProblemTableModel::exampleOf(int row) const {
    const ClinicalProblem* of = problem(row);
    if (of == nullptr)
        return {};
    QStringList words{Words::shown(of->name), Words::month(of->lastMonth)};
    if (const QString outcome = Words::outcome(of->outcome); !outcome.isEmpty())
        words << outcome;
    return tr("(%1 and others)").arg(words.join(u' '));
}

EvidenceAsk ProblemTableModel::ask(const QModelIndex& index) const {
    const ClinicalProblem* of = index.isValid() ? problem(index.row()) : nullptr;
    if (of == nullptr)
        return {};
    return {tr("%1 — %2").arg(Words::shown(of->name), Words::grade(of->grade)), of->evidence};
}

int ProblemTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProblemTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemTableModel::sentence(const ClinicalProblem& problem) const {
    QStringList parts{Words::grade(problem.grade), Words::shown(problem.name)};
    parts << Words::problemBadges(problem, true);
    if (const QString treated = treatment(problem); !treated.isEmpty())
        parts << treated;
    parts << Words::institution(*history_, problem.institution);
    return parts.join(tr(", ", "between parts of a sentence read aloud"));
}

QVariant ProblemTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ClinicalProblem* of = problem(index.row());
    if (of == nullptr) {
        const Row& head = rowAt(index.row());
        const QString title = QStringLiteral("%1 %2").arg(groupTitle(head.of)).arg(head.count);
        if (role == Qt::ToolTipRole)
            return groupNote(head.of);
        return index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) ? QVariant(title)
                                                                                                  : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(index.column() == Last ? Qt::AlignRight : Qt::AlignLeft);
    if (role == Qt::ToolTipRole && !of->icd10.empty())
        return QStringLiteral("%1\nICD-10 %2").arg(Words::shown(of->name), Words::shown(of->icd10));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name:
        return role == Qt::AccessibleTextRole ? sentence(*of) : Words::shown(of->name);
    case Treatment:
        return treatment(*of);
    case Institution:
        return Words::institution(*history_, of->institution);
    case Start:
        return of->start ? Words::day(*of->start) : QString();
    case Strip:
        return tr("named in %1 months").arg(of->months.size());
    case Last:
        return Words::lastNamed(*of);
    default:
        return {};
    }
}

QVariant ProblemTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(section == Last ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case Name:
        return tr("Disease");
    case Treatment:
        return tr("Treatment in the same period");
    case Institution:
        return tr("Institution");
    case Start:
        return tr("Start there");
    case Strip:
        return tr("Twelve months");
    case Last:
        return tr("Last");
    default:
        return {};
    }
}

void DiseaseModel::setGrade(std::optional<Grade> grade) {
    if (grade == grade_)
        return;
    grade_ = grade;
    refresh();
}

void DiseaseModel::setByInstitution(bool by) {
    if (by == byInstitution_)
        return;
    byInstitution_ = by;
    refresh();
}

int DiseaseModel::count(Grade grade) const {
    if (!history_)
        return 0;
    const auto& all = history_->problems;
    return static_cast<int>(std::count_if(all.begin(), all.end(),
                                          [grade](const ClinicalProblem& problem) { return problem.grade == grade; }));
}

int DiseaseModel::groupOf(int row) const {
    const ClinicalProblem* of = problem(row);
    return of == nullptr ? 0 : group(*of);
}

QString DiseaseModel::groupWords(int group) const {
    return groupTitle(group);
}

bool DiseaseModel::belongs(const ClinicalProblem& problem) const {
    return problem.grade != Grade::Suspected;
}

bool DiseaseModel::wanted(const ClinicalProblem& problem) const {
    return !grade_ || *grade_ == problem.grade;
}

int DiseaseModel::group(const ClinicalProblem& problem) const {
    return byInstitution_ ? static_cast<int>(problem.institution) : static_cast<int>(problem.grade);
}

QString DiseaseModel::groupTitle(int group) const {
    return byInstitution_ ? Words::institution(*history_, static_cast<history::InstitutionIndex>(group))
                          : Words::grade(static_cast<Grade>(group));
}

QString DiseaseModel::groupNote(int group) const {
    return byInstitution_ ? QString() : Words::gradeRule(static_cast<Grade>(group));
}

QString DiseaseModel::treatment(const ClinicalProblem& problem) const {
    return Words::joined(problem.treatments);
}

bool SuspectedModel::belongs(const ClinicalProblem& problem) const {
    return problem.grade == Grade::Suspected;
}

bool SuspectedModel::wanted(const ClinicalProblem& /*problem*/) const {
    return true;
}

int SuspectedModel::group(const ClinicalProblem& /*problem*/) const {
    return -1;
}

QString SuspectedModel::groupTitle(int /*group*/) const {
    return {};
}

QString SuspectedModel::groupNote(int /*group*/) const {
    return {};
}

QString SuspectedModel::treatment(const ClinicalProblem& problem) const {
    if (problem.suspicionGone)
        return tr("no longer written as suspected from %1").arg(Words::month(*problem.suspicionGone));
    return problem.treatments.empty() ? QString() : tr("paired test: %1").arg(Words::joined(problem.treatments));
}

} // namespace kmixr::ui
