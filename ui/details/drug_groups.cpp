#include "ui/details/drug_groups.h"

#include "ui/details/words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace kmixr::ui {

using history::DrugState;
using history::DrugUse;
using history::MedicationCourse;

bool isCurrent(const MedicationCourse& course) {
    return course.today != DrugState::Ended || course.atDataEnd != DrugState::Ended;
}

DrugGroup drugGroup(const MedicationCourse& course) {
    if (course.use == DrugUse::Injection || course.use == DrugUse::DuringAct)
        return DrugGroup::AtInstitution;
    if (!isCurrent(course))
        return DrugGroup::Ended;
    if (!course.highRiskClass.empty())
        return DrugGroup::HighRisk;
    if (course.use == DrugUse::External || course.use == DrugUse::HomeInjection)
        return DrugGroup::External;
    return course.longTerm ? DrugGroup::LongTerm : DrugGroup::ShortTerm;
}

bool isListedAsCurrent(const MedicationCourse& course) {
    const DrugGroup group = drugGroup(course);
    return group == DrugGroup::HighRisk || group == DrugGroup::LongTerm || group == DrugGroup::External;
}

std::vector<std::uint32_t> drugsInOrder(const history::History& history) {
    std::vector<std::uint32_t> order(history.medications.size());
    std::map<std::pair<DrugGroup, std::string>, std::uint32_t> firstOfClass;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
        const MedicationCourse& course = history.medications[i];
        if (!course.drugClass.empty())
            firstOfClass.try_emplace({drugGroup(course), course.drugClass}, i);
    }
    const auto rank = [&](std::uint32_t i) {
        const MedicationCourse& course = history.medications[i];
        const DrugGroup group = drugGroup(course);
        const auto first = firstOfClass.find({group, course.drugClass});
        return std::tuple(group, first == firstOfClass.end() ? i : first->second, i);
    };
    std::vector<decltype(rank(0))> ranks; // once each, not at every comparison
    ranks.reserve(order.size());
    for (const auto i : order)
        ranks.push_back(rank(i));
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ranks[a] < ranks[b]; });
    return order;
}

bool isProminent(const history::Duplicate& pair) {
    return pair.prominent && pair.current;
}

std::vector<std::uint32_t> prominentDuplicates(const history::History& history) {
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < history.duplicates.size(); ++i) {
        if (isProminent(history.duplicates[i]))
            result.push_back(i);
    }
    return result;
}

QString sumExplanation(const history::History& history, const history::IngredientSum& sum) {
    return QCoreApplication::translate("kmixr::ui::Words", "%1 / on %2, by estimate / from: %3")
        .arg(Words::sumParts(history, sum), Words::day(sum.day), Words::shown(sum.source));
}

EvidenceAsk sumEvidence(const history::IngredientSum& sum) {
    return {QStringLiteral("%1 — %2").arg(Words::sumBadge(), Words::sum(sum)), sum.evidence};
}

QString pairNames(const history::History& history, const history::Duplicate& pair) {
    const MedicationCourse& first = history.medications.at(pair.first);
    const MedicationCourse& second = history.medications.at(pair.second);
    const QString names[] = {Words::shown(first.name), Words::shown(second.name)};
    const QString generics[] = {Words::generic(first), Words::generic(second)};
    const QString strengths[] = {Words::strength(names[0]), Words::strength(names[1])};
    const auto both = [](const QString& one, const QString& other) {
        return QCoreApplication::translate("kmixr::ui::Words", "%1 and %2", "two drugs").arg(one, other);
    };
    if (generics[0].isEmpty() || generics[1].isEmpty())
        return both(names[0], names[1]);
    if (generics[0] != generics[1])
        return both(generics[0], generics[1]);
    if (strengths[0].isEmpty() || strengths[1].isEmpty() || strengths[0] == strengths[1])
        return both(names[0], names[1]);
    return generics[0] + QLatin1Char(' ') + both(strengths[0], strengths[1]);
}

EvidenceAsk pairEvidence(const history::History& history, const history::Duplicate& pair) {
    EvidenceAsk ask{QStringLiteral("%1 — %2").arg(Words::duplicateBadge(pair), pairNames(history, pair)), {}};
    for (const auto index : {pair.first, pair.second}) {
        const auto& lines = history.medications.at(index).evidence;
        ask.evidence.insert(ask.evidence.end(), lines.begin(), lines.end());
    }
    return ask;
}

} // namespace kmixr::ui
