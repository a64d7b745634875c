#include "ui/summary/drug_list_model.h"

#include "ui/details/words.h"

#include <algorithm>

namespace kmixr::ui {

using history::MedicationCourse;

std::vector<RankedModel::Entry> DrugListModel::rank() const {
    const auto pairs = prominentDuplicates(*history_);
    const auto inPair = [&](std::uint32_t drug) {
        return std::any_of(pairs.begin(), pairs.end(), [&](std::uint32_t i) {
            const history::Duplicate& of = history_->duplicates[i];
            return of.first == drug || of.second == drug;
        });
    };
    std::vector<Entry> entries;
    for (const auto drug : drugsInOrder(*history_)) {
        const MedicationCourse& course = history_->medications[drug];
        if (!isListedAsCurrent(course))
            continue;
        const DrugGroup group = drugGroup(course);
        entries.push_back({static_cast<int>(group), {drug}, group == DrugGroup::HighRisk || inPair(drug)});
    }
    return entries;
}

const MedicationCourse& DrugListModel::course(const Entry& entry) const {
    return history_->medications.at(entry.of.front());
}

QStringList DrugListModel::duplicateBadges(const Entry& entry) const {
    QStringList badges;
    for (const auto i : course(entry).duplicates) {
        const history::Duplicate& pair = history_->duplicates.at(i);
        if (isProminent(pair))
            badges << Words::duplicateBadge(pair);
    }
    return badges;
}

QString DrugListModel::name(const Entry& entry) const {
    return Words::shown(course(entry).name);
}

QString DrugListModel::shortName(const Entry& entry) const {
    const MedicationCourse& drug = course(entry);
    return Words::shown(drug.drugClass.empty() ? drug.name : drug.drugClass);
}

QString DrugListModel::sentence(const Entry& entry) const {
    const MedicationCourse& drug = course(entry);
    QStringList parts;
    if (!drug.drugClass.empty())
        parts << Words::shown(drug.drugClass);
    parts << name(entry);
    parts << duplicateBadges(entry);
    parts << Words::dose(drug);
    parts << tr("at the end of the data: %1").arg(Words::drugState(drug.atDataEnd));
    parts << tr("today: %1").arg(Words::drugState(drug.today));
    const bool dayUnknown = !drug.supplies.empty() && drug.supplies.back().dayUnknown;
    parts << (dayUnknown ? Words::until(drug) : tr("supply to %1").arg(Words::day(drug.end)));
    parts << Words::institution(*history_, drug.prescriber);
    if (drug.cutByPayer)
        parts << Words::cutByPayer();
    return parts.join(tr(", ", "between parts of a sentence read aloud"));
}

QString DrugListModel::tip(const Entry& entry) const {
    const MedicationCourse& drug = course(entry);
    QStringList lines{name(entry)};
    if (!drug.genericName.empty())
        lines << Words::generic(drug);
    if (!drug.highRiskClass.empty())
        lines << Words::shown(drug.highRiskClass);
    if (drug.cutByPayer)
        lines << Words::cutByPayer();
    lines << tr("Prescribed by: %1").arg(Words::institution(*history_, drug.prescriber));
    if (!drug.supplies.empty() && drug.supplies.back().dispenser != drug.prescriber)
        lines << tr("Dispensed by: %1").arg(Words::institution(*history_, drug.supplies.back().dispenser));
    return lines.join(QLatin1Char('\n'));
}

EvidenceAsk DrugListModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) != RowKind::Item)
        return {};
    const Entry& item = entry(index.row());
    return {tr("%1 — %2").arg(name(item), Words::drugState(course(item).today)), course(item).evidence};
}

QString DrugListModel::headTitle(int group) const {
    switch (static_cast<DrugGroup>(group)) {
    case DrugGroup::HighRisk:
        return tr("Drugs needing care");
    case DrugGroup::LongTerm:
        return tr("14 days and more");
    case DrugGroup::External: {
        const bool injections = std::any_of(entries().begin(), entries().end(), [&](const Entry& item) {
            return item.group == group && course(item).use == history::DrugUse::HomeInjection;
        });
        return injections ? tr("External use and self-injection") : tr("External use");
    }
    default:
        return {};
    }
}

QString DrugListModel::headNote(int group) const {
    switch (static_cast<DrugGroup>(group)) {
    case DrugGroup::HighRisk:
        return tr("such drugs are present (purpose not confirmed)");
    case DrugGroup::External:
        return tr("period taken as 14 days");
    default:
        return {};
    }
}

QString DrugListModel::pageKey() const {
    return QStringLiteral("F5");
}

int DrugListModel::count(DrugGroup group) const {
    if (!history_)
        return 0;
    return static_cast<int>(std::count_if(history_->medications.begin(), history_->medications.end(),
                                          [group](const MedicationCourse& drug) { return drugGroup(drug) == group; }));
}

std::vector<RankedModel::Entry> DuplicateListModel::rank() const {
    std::vector<Entry> entries;
    for (const auto pair : prominentDuplicates(*history_))
        entries.push_back({Pairs, {pair}, false});
    for (std::uint32_t i = 0; i < history_->sums.size(); ++i) {
        if (history_->sums[i].current)
            entries.push_back({Sums, {i}, false});
    }
    return entries;
}

int DuplicateListModel::pairs() const {
    return static_cast<int>(
        std::count_if(entries().begin(), entries().end(), [](const Entry& entry) { return entry.group == Pairs; }));
}

const history::Duplicate& DuplicateListModel::pair(const Entry& entry) const {
    return history_->duplicates.at(entry.of.front());
}

const history::IngredientSum& DuplicateListModel::sum(const Entry& entry) const {
    return history_->sums.at(entry.of.front());
}

QString DuplicateListModel::badge(const Entry& entry) const {
    return entry.group == Pairs ? Words::duplicateBadge(pair(entry)) : Words::sumBadge();
}

QString DuplicateListModel::name(const Entry& entry) const {
    if (entry.group == Sums)
        return tr("%1 (%2)", "an ingredient with its amount, the drugs that hold it")
            .arg(Words::sum(sum(entry)), Words::sumParts(*history_, sum(entry)));
    return tr("%1 (%2)", "two drugs, how they are alike")
        .arg(pairNames(*history_, pair(entry)), Words::duplicateLevel(pair(entry).level));
}

QString DuplicateListModel::overlap(const Entry& entry) const {
    if (entry.group == Sums)
        return tr("on %1, by estimate").arg(Words::shortDay(sum(entry).day));
    const history::Duplicate& of = pair(entry);
    return tr("overlap %1 d %2").arg(of.days).arg(Words::span(of.from, of.to, history_->today));
}

QString DuplicateListModel::sentence(const Entry& entry) const {
    return QStringList{badge(entry), name(entry), overlap(entry)}.join(
        tr(", ", "between parts of a sentence read aloud"));
}

QString DuplicateListModel::tip(const Entry& entry) const {
    return entry.group == Sums ? QStringLiteral("%1\n%2").arg(name(entry), sumExplanation(*history_, sum(entry)))
                               : name(entry);
}

EvidenceAsk DuplicateListModel::ask(const QModelIndex& index) const {
    if (!index.isValid() || rowKind(index.row()) != RowKind::Item)
        return {};
    const Entry& item = entry(index.row());
    return item.group == Sums ? sumEvidence(sum(item)) : pairEvidence(*history_, pair(item));
}

QString DuplicateListModel::headTitle(int group) const {
    return group == Sums || entries().empty() ? QString() : tr("Overlaps");
}

QString DuplicateListModel::headNote(int /*group*/) const {
    return tr("periods are estimates");
}

QString DuplicateListModel::pageKey() const {
    return QStringLiteral("F5");
}

} // namespace kmixr::ui
