#include "ui/summary/problem_list_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>

namespace kmixr::ui {

using history::ClinicalProblem;
using history::Grade;

std::vector<RankedModel::Entry> ProblemListModel::rank() const {
    std::vector<Entry> entries;
    std::map<std::string, std::size_t> places; // name -> entry
    for (const Grade grade : {Grade::Treated, Grade::Continuing}) {
        for (std::uint32_t i = 0; i < history_->problems.size(); ++i) {
            const ClinicalProblem& problem = history_->problems[i];
            if (problem.grade != grade)
                continue;
            const auto [place, isNew] = places.try_emplace(problem.name, entries.size());
            if (isNew)
                entries.push_back({static_cast<int>(grade), {i}, false});
            else
                entries[place->second].of.push_back(i);
        }
    }
    return entries;
}

const ClinicalProblem& ProblemListModel::lead(const Entry& entry) const {
    return history_->problems.at(entry.of.front());
}

QString ProblemListModel::name(const Entry& entry) const {
    return Words::shown(lead(entry).name);
}

QString ProblemListModel::treatment(const Entry& entry) const {
    std::vector<std::string> words;
    for (const auto index : entry.of) {
        for (const std::string& word : history_->problems.at(index).treatments) {
            if (std::find(words.begin(), words.end(), word) == words.end())
                words.push_back(word);
        }
    }
    return Words::joined(words);
}

QStringList ProblemListModel::badges(const Entry& entry) const {
    return Words::problemBadges(lead(entry), false);
}

QString ProblemListModel::institution(const Entry& entry) const {
    std::vector<history::InstitutionIndex> all;
    for (const auto index : entry.of) {
        const auto institution = history_->problems.at(index).institution;
        if (std::find(all.begin(), all.end(), institution) == all.end())
            all.push_back(institution);
    }
    return Words::institutions(*history_, all);
}

QString ProblemListModel::sentence(const Entry& entry) const {
    const QString treated = treatment(entry);
    QStringList parts{Words::grade(lead(entry).grade), name(entry)};
    parts << badges(entry);
    if (!treated.isEmpty())
        parts << tr("treatment: %1").arg(treated);
    parts << institution(entry);
    return parts.join(tr(", ", "between parts of a sentence read aloud"));
}

QString ProblemListModel::tip(const Entry& entry) const {
    QStringList lines{name(entry)};
    if (const QString all = treatment(entry); !all.isEmpty())
        lines << tr("treatment: %1").arg(all);
    for (const auto index : entry.of) {
        const ClinicalProblem& problem = history_->problems.at(index);
        const QString where = Words::institution(*history_, problem.institution);
        lines << (problem.start ? tr("%1: treated there since %2").arg(where, Words::day(*problem.start)) : where);
    }
    return lines.join(QLatin1Char('\n'));
}

EvidenceAsk ProblemListModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) != RowKind::Item)
        return {};
    const Entry& item = entry(index.row());
    EvidenceAsk ask{tr("%1 — %2").arg(name(item), Words::grade(lead(item).grade)), {}};
    for (const auto problem : item.of) {
        const auto& lines = history_->problems.at(problem).evidence;
        ask.evidence.insert(ask.evidence.end(), lines.begin(), lines.end());
    }
    return ask;
}

QString ProblemListModel::headTitle(int group) const {
    const auto of = [group](const Entry& entry) { return entry.group == group; };
    return QStringLiteral("%1 %2")
        .arg(Words::grade(static_cast<Grade>(group)))
        .arg(std::count_if(entries().begin(), entries().end(), of));
}

QString ProblemListModel::headNote(int group) const {
    return static_cast<Grade>(group) == Grade::Treated ? tr("both disease and treatment are recorded")
                                                       : tr("disease name only");
}

QString ProblemListModel::pageKey() const {
    return QStringLiteral("F3");
}

int ProblemListModel::count(Grade grade) const {
    if (!history_)
        return 0;
    return static_cast<int>(std::count_if(history_->problems.begin(), history_->problems.end(),
                                          [grade](const ClinicalProblem& problem) { return problem.grade == grade; }));
}

} // namespace kmixr::ui
