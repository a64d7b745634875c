#include "core/history/flags.h"

#include "core/history/text.h"

#include <algorithm>
#include <set>

namespace kmixr::history {
namespace {

struct ActHit {
    Month month{};
    Day day{}; ///< the month's first when not recorded
    InstitutionIndex institution = 0;
    Evidence evidence;
    std::string_view code;
    std::uint8_t roles = 0;

    [[nodiscard]] bool is(FlagRole role) const { return (roles & static_cast<std::uint8_t>(role)) != 0; }
};

/// 「2年4か月」: whole months from a day to another.
std::string sinceText(Day from, Day to) {
    int months = monthsBetween(monthOf(from), monthOf(to)) - (to.day() < from.day() ? 1 : 0);
    months = std::max(months, 0);
    std::string text;
    if (months >= 12) {
        text = std::to_string(months / 12) + "年";
    }
    if (months % 12 != 0 || months < 12) {
        text += std::to_string(months % 12) + "か月";
    }
    return text;
}

std::string replaced(std::string words, std::string_view token, std::string_view by) {
    if (const auto at = words.find(token); at != std::string::npos) {
        words.replace(at, token.size(), by);
    }
    return words;
}

class FlagRaiser {
public:
    FlagRaiser(const CaseFile& file, const std::vector<Episode>& episodes, const std::vector<Course>& courses)
        : file_(file), episodes_(episodes), courses_(courses), hits_(file.rules.flags.size()) {
        for (const auto& act : file.acts) { // newest month first
            for (const auto& [rule, roles] : act.facts->flags) {
                const auto month = file.monthOf(act);
                hits_[rule].push_back({month, newestDay(*act.unit, month).value_or(firstOf(month)),
                                       file.institutions.of(act.receipt), file.evidence(act), act.facts->code, roles});
            }
        }
    }

    std::vector<Flag> raise() {
        for (std::size_t i = 0; i < file_.rules.flags.size(); ++i) {
            const auto& rule = file_.rules.flags[i];
            const bool beside = std::any_of(rule.unless.begin(), rule.unless.end(),
                                            [this](const std::string& id) { return raised_.contains(id); });
            if (beside) {
                continue;
            }
            const auto before = flags_.size();
            if (!fromActs(rule, hits_[i]) && !fromDrugs(rule, hits_[i])) {
                fromNames(rule);
            }
            if (flags_.size() > before) {
                raised_.insert(rule.id);
            }
        }
        return std::move(flags_);
    }

private:
    Flag begin(const FlagRule& rule, FlagBasis basis, std::string words) const {
        Flag flag;
        flag.id = rule.id;
        flag.words = std::move(words);
        flag.icon = rule.icon;
        flag.caution = rule.caution;
        flag.basis = basis;
        flag.detail = rule.detail;
        return flag;
    }

    /// Acts beat names (§6): enough months of them, inside the rule's window, each code in its time.
    bool fromActs(const FlagRule& rule, const std::vector<ActHit>& hits) {
        const ActHit* newest = nullptr; ///< of the acts themselves: what 「2年4か月」 counts from
        std::set<Month> months;
        bool sufficient = false;
        Flag flag = begin(rule, FlagBasis::Act, rule.words);
        for (const auto& hit : hits) {
            if (!file_.within(hit.month, rule.withinMonths) || !inItsTime(rule, hit)) {
                continue;
            }
            if (hit.is(FlagRole::Act)) {
                months.insert(hit.month);
                newest = newest == nullptr || hit.day > newest->day ? &hit : newest;
            }
            sufficient |= hit.is(FlagRole::Sufficient);
            if (!hit.is(FlagRole::With)) {
                flag.evidence.push_back(hit.evidence);
                if (flag.evidence.size() == 1 || hit.month > flag.lastMonth) {
                    flag.lastMonth = hit.month;
                    flag.institution = hit.institution;
                }
            }
        }
        if (!sufficient && static_cast<int>(months.size()) < rule.minMonths) {
            return false;
        }
        if (newest != nullptr) {
            flag.words = replaced(flag.words, "{since}", sinceText(newest->day, file_.today));
        }
        if (rule.detailHomeInjections) {
            for (const auto& course : courses_) {
                if (course.shown.use == DrugUse::HomeInjection && course.shown.today != DrugState::Ended) {
                    addDrug(flag, course);
                }
            }
        }
        flags_.push_back(std::move(flag));
        return true;
    }

    /// A code counts in the months in which it was in force.
    static bool inItsTime(const FlagRule& rule, const ActHit& hit) {
        return rule.acts.contains(hit.code, hit.month) || rule.actsAny.contains(hit.code, hit.month) ||
               rule.alsoActs.contains(hit.code, hit.month) || rule.withActs.contains(hit.code, hit.month);
    }

    void addDrug(Flag& flag, const Course& course) const {
        const auto word = ingredientWord(course, file_.rules); // line 2 of a chip is short, the list has the name
        const std::string listed = "・" + flag.detail + "・";
        if (listed.find("・" + std::string(word) + "・") == std::string::npos) {
            appendPart(flag.detail, word);
        }
        flag.evidence.insert(flag.evidence.end(), course.shown.evidence.begin(), course.shown.evidence.end());
    }

    bool fromDrugs(const FlagRule& rule, const std::vector<ActHit>& hits) {
        Flag flag = begin(rule, FlagBasis::Drug, rule.words);
        bool any = false;
        Day newest{};
        for (const auto& course : courses_) {
            const auto& groups = course.drug->groups;
            const bool member = std::any_of(groups.begin(), groups.end(), [&rule](RuleIndex group) {
                return std::find(rule.drugs.begin(), rule.drugs.end(), group) != rule.drugs.end();
            });
            if (!member || course.shown.today == DrugState::Ended) {
                continue;
            }
            const auto start = course.shown.supplies.back().start;
            if (!any || start > newest) {
                newest = start;
                flag.lastMonth = monthOf(start);
                flag.institution = course.shown.prescriber;
            }
            any = true;
            addDrug(flag, course);
        }
        if (!any) {
            return false;
        }
        for (const auto& hit : hits) { // インスリン自己注射: the drug, and the fee for teaching it
            if (hit.is(FlagRole::With) && file_.within(hit.month, rule.withinMonths)) {
                if (flag.basis == FlagBasis::Drug) {
                    flag.basis = FlagBasis::Act;
                    flag.words = rule.wordsWithAct;
                    flag.lastMonth = hit.month;
                    flag.institution = hit.institution;
                }
                flag.evidence.push_back(hit.evidence);
            }
        }
        flags_.push_back(std::move(flag));
        return true;
    }

    void fromNames(const FlagRule& rule) {
        std::vector<const Episode*> named;
        for (const auto& episode : episodes_) {
            if (episode.diagnosed() && rule.names.contains(episode.shown.code, episode.shown.lastMonth) &&
                file_.within(episode.shown.lastMonth, rule.withinMonths)) {
                named.push_back(&episode);
            }
        }
        std::sort(named.begin(), named.end(),
                  [](const Episode* a, const Episode* b) { // pointers into one list: its order
                      return std::pair(b->shown.lastMonth, a) < std::pair(a->shown.lastMonth, b);
                  });
        const auto first = flags_.size();
        for (const auto* episode : named) {
            const auto same =
                std::find_if(flags_.begin() + static_cast<std::ptrdiff_t>(first), flags_.end(), [&](const Flag& flag) {
                    return !rule.eachName || flag.words == wordsFor(rule, *episode);
                });
            auto* flag = same == flags_.end() ? nullptr : &*same;
            if (flag == nullptr) {
                flag = &flags_.emplace_back(begin(rule, FlagBasis::Name, wordsFor(rule, *episode)));
                flag->lastMonth = episode->shown.lastMonth;
                flag->institution = episode->shown.institution;
            }
            flag->evidence.insert(flag->evidence.end(), episode->shown.evidence.begin(), episode->shown.evidence.end());
        }
    }

    static std::string wordsFor(const FlagRule& rule, const Episode& episode) {
        return rule.eachName ? replaced(rule.words, "{name}", episode.shown.name)
                             : (rule.nameWords.empty() ? episode.shown.name : rule.nameWords);
    }

    const CaseFile& file_;
    const std::vector<Episode>& episodes_;
    const std::vector<Course>& courses_;
    std::vector<std::vector<ActHit>> hits_; ///< by rule
    std::set<std::string> raised_;
    std::vector<Flag> flags_;
};

} // namespace

std::vector<Flag> raiseFlags(const CaseFile& file, const std::vector<Episode>& episodes,
                             const std::vector<Course>& courses) {
    return FlagRaiser(file, episodes, courses).raise();
}

} // namespace kmixr::history
