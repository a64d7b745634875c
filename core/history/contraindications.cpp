#include "core/history/contraindications.h"

#include <algorithm>
#include <set>

namespace kmixr::history {
namespace {

using Pair = ContraindicationRules::Pair;

bool speaksOf(const Pair& pair, const Episode& episode) {
    const auto& shown = episode.shown;
    const bool graded = shown.grade == Grade::Treated || shown.grade == Grade::Continuing;
    return graded && episode.diagnosed() && !episode.is(ModifierClass::Post) &&
           (pair.diseases.contains(shown.code, shown.lastMonth) || pair.icd.contains(episode.icd) ||
            pair.icd.contains(episode.icdSecond));
}

bool speaksOf(const Pair& pair, const Course& course) {
    return course.shown.today != DrugState::Ended &&
           std::any_of(course.drug->groups.begin(), course.drug->groups.end(), [&pair](RuleIndex group) {
               return std::find(pair.drugs.begin(), pair.drugs.end(), group) != pair.drugs.end();
           });
}

std::optional<std::uint32_t> newestName(const Pair& pair, const std::vector<Episode>& episodes) {
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < episodes.size(); ++i) {
        if (speaksOf(pair, episodes[i]) && (!found || episodes[i].shown.lastMonth > episodes[*found].shown.lastMonth)) {
            found = i;
        }
    }
    return found;
}

} // namespace

std::vector<ContraindicationHint> findContraindications(const CaseFile& file, const std::vector<Episode>& episodes,
                                                        const std::vector<Course>& courses) {
    std::vector<ContraindicationHint> hints;
    const auto& rules = file.rules.contraindications;
    if (!rules.provenance.inForceOn(file.today)) {
        return hints;
    }
    for (const auto& pair : rules.pairs) {
        const auto name = newestName(pair, episodes);
        if (!name || (pair.validFrom && file.today < *pair.validFrom)) {
            continue;
        }
        std::set<std::string_view> told; // one line for an ingredient, however many prescribe it
        for (std::uint32_t i = 0; i < courses.size(); ++i) {
            const auto& drug = courses[i].shown;
            if (!speaksOf(pair, courses[i]) || !told.insert(drug.ingredient).second) {
                continue;
            }
            ContraindicationHint hint{pair.level, pair.insertText, pair.insert, pair.revision, pair.limit,
                                      i,          *name,           {}};
            const auto& disease = episodes[*name].shown.evidence; // newest first
            hint.evidence.insert(hint.evidence.end(), disease.begin(), disease.begin() + (disease.empty() ? 0 : 1));
            const auto& fill = drug.supplies.back().evidence;
            hint.evidence.insert(hint.evidence.end(), fill.begin(), fill.end());
            hints.push_back(std::move(hint));
        }
    }
    std::stable_sort(hints.begin(), hints.end(), [](const auto& a, const auto& b) { return a.level < b.level; });
    return hints;
}

} // namespace kmixr::history
