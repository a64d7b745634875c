#include "ui/summary/brief_model.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>
#include <set>

namespace kmixr::ui {

using history::Examination;
using history::ExaminationGroup;
using history::ProcedureGroup;
using history::ProcedureRecord;

namespace {

constexpr int bundles = 1; ///< group of the fees that hide tests, behind the tests

bool standsOnSummary(const ProcedureRecord& record, Month newest) {
    if (!record.exclusion.empty())
        return false;
    const int months = monthsBetween(monthOf(record.day), newest);
    switch (record.group) {
    case ProcedureGroup::Surgery:
        return months < 60;
    case ProcedureGroup::Treatment:
    case ProcedureGroup::Home:
    case ProcedureGroup::ImagingEndoscopy:
    case ProcedureGroup::Transfusion:
        return months < 3;
    case ProcedureGroup::Anaesthesia:
    case ProcedureGroup::Management:
    case ProcedureGroup::Other:
        return false;
    }
    return false;
}

} // namespace

QString BriefModel::headTitle(int /*group*/) const {
    return {};
}

QString BriefModel::headNote(int /*group*/) const {
    return {};
}

QString BriefModel::name(const Entry& entry) const {
    return brief(entry).name;
}

QString BriefModel::sentence(const Entry& entry) const {
    const Brief of = brief(entry);
    QStringList parts;
    for (const QString& part : {of.kind, of.name, of.institution, of.date, of.count}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(tr(", ", "between parts of a sentence read aloud"));
}

std::vector<RankedModel::Entry> ProcedureListModel::rank() const {
    std::vector<Entry> entries;
    if (!history_->newestMonth)
        return entries;
    std::map<std::pair<std::string, history::InstitutionIndex>, std::size_t> places;
    for (std::uint32_t i = 0; i < history_->procedures.size(); ++i) {
        const ProcedureRecord& record = history_->procedures[i];
        if (!standsOnSummary(record, *history_->newestMonth))
            continue;
        // Two operations are two events; a treatment of every month is one row with its newest month.
        const bool event = record.group == ProcedureGroup::Surgery;
        const auto key = std::pair(event ? record.code + isoDay(record.day) : record.code, record.institution);
        const auto [place, isNew] = places.try_emplace(key, entries.size());
        if (isNew)
            entries.push_back({static_cast<int>(record.group), {i}, false});
        else
            entries[place->second].of.push_back(i);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.group < b.group; });
    return entries;
}

Brief ProcedureListModel::brief(const Entry& entry) const {
    const ProcedureRecord& record = history_->procedures.at(entry.of.front());
    const bool monthly = record.count > 1 && record.group != ProcedureGroup::Surgery;
    const QString when = monthly ? tr("mo. %1, %2×", "month, times").arg(unsigned(record.day.month())).arg(record.count)
                                 : Words::month(monthOf(record.day));
    return {.kind = Words::procedureClass(record.group),
            .name = Words::shown(record.name),
            .institution = Words::shortInstitution(*history_, record.institution),
            .date = when};
}

/// Its kind: the names of acts are long, and the row of what is left out has room for none.
QString ProcedureListModel::shortName(const Entry& entry) const {
    return Words::procedureClass(history_->procedures.at(entry.of.front()).group);
}

QString ProcedureListModel::tip(const Entry& entry) const {
    const ProcedureRecord& record = history_->procedures.at(entry.of.front());
    QStringList lines{Words::shown(record.name), Words::dayOrMonth(record.day, record.dayUnknown) + QLatin1Char(' ') +
                                                     Words::institution(*history_, record.institution)};
    for (const std::string& detail : record.details)
        lines << Words::shown(detail);
    if (record.cutByPayer)
        lines << Words::cutByPayer();
    return lines.join(QLatin1Char('\n'));
}

EvidenceAsk ProcedureListModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) != RowKind::Item)
        return {};
    const Entry& item = entry(index.row());
    EvidenceAsk ask{name(item), {}};
    for (const auto record : item.of) {
        const auto& lines = history_->procedures.at(record).evidence;
        ask.evidence.insert(ask.evidence.end(), lines.begin(), lines.end());
    }
    return ask;
}

QString ProcedureListModel::pageKey() const {
    return QStringLiteral("F4");
}

std::vector<RankedModel::Entry> TestListModel::rank() const {
    std::map<ExaminationGroup, std::vector<std::uint32_t>> kinds;
    for (std::uint32_t i = 0; i < history_->examinations.size(); ++i) {
        const Examination& test = history_->examinations[i];
        if (!test.feeOnly && test.inTwelveMonths > 0 && !test.done.empty())
            kinds[test.group].push_back(i);
    }
    struct Ranked {
        std::size_t round;
        std::uint32_t index;
    };
    std::vector<Ranked> ranked;
    for (auto& [group, tests] : kinds) {
        std::stable_sort(tests.begin(), tests.end(), [&](std::uint32_t a, std::uint32_t b) {
            const Examination& x = history_->examinations[a];
            const Examination& y = history_->examinations[b];
            return std::pair(x.inTwelveMonths, x.done.back().day) > std::pair(y.inTwelveMonths, y.done.back().day);
        });
        for (std::size_t round = 0; round < tests.size(); ++round)
            ranked.push_back({round, tests[round]});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) {
        const Examination& x = history_->examinations[a.index];
        const Examination& y = history_->examinations[b.index];
        return std::pair(a.round, -x.inTwelveMonths) < std::pair(b.round, -y.inTwelveMonths);
    });
    std::vector<Entry> entries;
    entries.reserve(ranked.size());
    for (const Ranked& test : ranked)
        entries.push_back({0, {test.index}, false});
    std::set<std::string> said;
    for (std::uint32_t i = 0; i < history_->bundledFees.size(); ++i) {
        const history::BundledFee& fee = history_->bundledFees[i];
        const bool recent = history_->newestMonth && monthsBetween(fee.lastMonth, *history_->newestMonth) < 12;
        if (recent && said.insert(fee.words).second)
            entries.push_back({bundles, {i}, true});
    }
    return entries;
}

Brief TestListModel::brief(const Entry& entry) const {
    if (entry.group == bundles)
        return {.kind = tr("Bundled"),
                .name = Words::shown(history_->bundledFees.at(entry.of.front()).words),
                .institution = Words::shortInstitution(*history_, history_->bundledFees[entry.of.front()].institution),
                .isNote = true};
    const Examination& test = history_->examinations.at(entry.of.front());
    std::vector<history::InstitutionIndex> where{test.done.back().institution};
    for (const auto& done : test.done) {
        const bool recent = history_->newestMonth && monthsBetween(monthOf(done.day), *history_->newestMonth) < 12;
        if (recent && std::find(where.begin(), where.end(), done.institution) == where.end())
            where.push_back(done.institution);
    }
    return {.name = Words::shown(test.name),
            .institution = Words::institutions(*history_, where),
            .date = Words::dayOrMonth(test.done.back().day, test.done.back().dayUnknown),
            .count = tr("%1×", "times").arg(test.inTwelveMonths)};
}

QString TestListModel::tip(const Entry& entry) const {
    if (entry.group == bundles) {
        const history::BundledFee& fee = history_->bundledFees.at(entry.of.front());
        return Words::shown(fee.fee) + QLatin1Char('\n') + Words::institution(*history_, fee.institution);
    }
    const Examination& test = history_->examinations.at(entry.of.front());
    return Words::shown(test.name) + QLatin1Char('\n') +
           tr("Last: %1 %2")
               .arg(Words::day(test.done.back().day), Words::institution(*history_, test.done.back().institution)) +
           (test.cutByPayer ? QLatin1Char('\n') + Words::cutByPayer() : QString());
}

EvidenceAsk TestListModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) != RowKind::Item)
        return {};
    const Entry& item = entry(index.row());
    if (item.group == bundles) {
        const history::BundledFee& fee = history_->bundledFees.at(item.of.front());
        return {Words::shown(fee.fee), fee.evidence};
    }
    const Examination& test = history_->examinations.at(item.of.front());
    EvidenceAsk ask{Words::shown(test.name), {}};
    for (auto done = test.done.rbegin(); done != test.done.rend(); ++done)
        ask.evidence.push_back(done->evidence);
    return ask;
}

QString TestListModel::pageKey() const {
    return QStringLiteral("F6");
}

} // namespace kmixr::ui
