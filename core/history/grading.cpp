#include "core/history/grading.h"

#include <algorithm>
#include <tuple>

namespace kmixr::history {
namespace {

class Grader {
public:
    Grader(const TreatmentCalendar& calendar, const CaseFile& file)
        : calendar_(calendar), file_(file), rules_(file.rules.problems) {}

    void grade(Episode& episode) const {
        if (episode.diagnosed()) {
            lookForTreatment(episode);
        }
        episode.shown.grade = gradeOf(episode);
        if (episode.shown.grade != Grade::Treated) {
            episode.shown.treatments.clear();
        }
    }

    [[nodiscard]] std::size_t rankOf(const Episode& episode) const {
        for (std::size_t i = 0; i < rules_.rank.size(); ++i) {
            if (rules_.rank[i].contains(episode.icd) || rules_.rank[i].contains(episode.icdSecond)) {
                return i;
            }
        }
        return rules_.rank.size();
    }

private:
    [[nodiscard]] Month windowStart() const { return file_.newest - std::chrono::months(rules_.windowMonths - 1); }

    void lookForTreatment(Episode& episode) const {
        auto& shown = episode.shown;
        const auto treatments = calendar_.matching(episode.icd, episode.icdSecond);
        for (auto& mark : shown.months) {
            mark.treated = std::any_of(treatments.begin(), treatments.end(),
                                       [&](RuleIndex t) { return calendar_.given(t, mark.month); });
        }
        for (const auto treatment : treatments) {
            for (auto month = windowStart(); month <= file_.newest; month += std::chrono::months(1)) {
                const auto& word = calendar_.word(treatment);
                if (calendar_.given(treatment, month) &&
                    std::find(shown.treatments.begin(), shown.treatments.end(), word) == shown.treatments.end()) {
                    shown.treatments.push_back(word);
                }
            }
        }
    }

    [[nodiscard]] Grade gradeOf(const Episode& episode) const {
        if (episode.suspected()) {
            return Grade::Suspected;
        }
        if (isOver(episode)) {
            return Grade::Past;
        }
        if (isShortLived(episode) || episode.is(ModifierClass::Prevention)) {
            return Grade::SingleMonth;
        }
        const auto& shown = episode.shown;
        const bool recent = shown.lastMonth >= windowStart();
        if (recent && !shown.treatments.empty() && !episode.is(ModifierClass::Post)) {
            return Grade::Treated; // 術後・治療後 stays a state, whatever is given meanwhile
        }
        return shown.months.size() >= 2 || (recent && isOld(shown)) ? Grade::Continuing : Grade::SingleMonth;
    }

    [[nodiscard]] bool isOver(const Episode& episode) const {
        if (episode.is(ModifierClass::Past) || episode.pastName ||
            episode.shown.outcome != receipt::DiseaseOutcome::Continuing) {
            return true;
        }
        const bool malignant = rules_.malignant.contains(episode.icd) || rules_.malignant.contains(episode.icdSecond);
        return monthsBetween(episode.shown.lastMonth, file_.newest) >
               (malignant ? rules_.malignantPastAfterMonths : rules_.pastAfterMonths);
    }

    [[nodiscard]] bool isShortLived(const Episode& episode) const {
        return episode.is(ModifierClass::Acute) || rules_.shortLived.contains(episode.icd) ||
               rules_.shortLived.contains(episode.icdSecond);
    }

    [[nodiscard]] bool isOld(const ClinicalProblem& shown) const {
        return shown.start && daysBetween(*shown.start, lastOf(file_.newest)) > rules_.oldStartDays;
    }

    const TreatmentCalendar& calendar_;
    const CaseFile& file_;
    const ProblemRules& rules_;
};

} // namespace

void gradeAndRank(std::vector<Episode>& episodes, const TreatmentCalendar& calendar, const CaseFile& file) {
    const Grader grader(calendar, file);
    std::vector<std::pair<std::size_t, Episode>> ranked;
    ranked.reserve(episodes.size());
    for (auto& episode : episodes) {
        grader.grade(episode);
        const auto rank = grader.rankOf(episode);
        ranked.emplace_back(rank, std::move(episode));
    }
    const auto later = Day(std::chrono::year{9999}, std::chrono::December, std::chrono::day{31});
    std::sort(ranked.begin(), ranked.end(), [&later](const auto& a, const auto& b) {
        const auto& x = a.second.shown;
        const auto& y = b.second.shown;
        return std::tuple(x.grade, a.first, y.lastMonth, !x.main, x.start.value_or(later), std::string_view(x.name),
                          x.institution) < std::tuple(y.grade, b.first, x.lastMonth, !y.main, y.start.value_or(later),
                                                      std::string_view(y.name), y.institution);
    });
    episodes.clear();
    for (auto& [rank, episode] : ranked) {
        episodes.push_back(std::move(episode));
    }
}

} // namespace kmixr::history
