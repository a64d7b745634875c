#include "core/history/risk.h"

#include <algorithm>

namespace kmixr::history {
namespace {

class RiskAssessor {
public:
    RiskAssessor(const CaseFile& file, const std::vector<Episode>& episodes, const std::vector<Course>& courses,
                 const std::vector<Flag>& flags)
        : file_(file), episodes_(episodes), courses_(courses), flags_(flags) {}

    [[nodiscard]] RiskFactor assess(const RiskRules::Factor& rule) const {
        RiskFactor factor;
        factor.name = rule.name;
        factor.answer = rule.absenceUnknown ? RiskAnswer::CannotKnow : RiskAnswer::NotRecorded;
        if (rule.ageAtLeast || rule.ageBelow) {
            answerByAge(factor, rule);
            return factor;
        }
        byFlags(factor, rule);
        byNames(factor, rule);
        byDrugs(factor, rule);
        return factor;
    }

private:
    void answerByAge(RiskFactor& factor, const RiskRules::Factor& rule) const {
        if (!file_.patient.birth) {
            factor.answer = RiskAnswer::CannotKnow;
            return;
        }
        const int age = ageOn(*file_.patient.birth, file_.today);
        const bool meets = (!rule.ageAtLeast || age >= *rule.ageAtLeast) && (!rule.ageBelow || age < *rule.ageBelow);
        factor.answer = meets ? RiskAnswer::Recorded : RiskAnswer::NotRecorded;
        factor.basis = std::to_string(age) + "歳";
    }

    static void record(RiskFactor& factor, std::string_view basis, const std::vector<Evidence>& evidence) {
        factor.answer = RiskAnswer::Recorded;
        if (factor.basis.find(basis) == std::string::npos) {
            factor.basis += factor.basis.empty() ? "" : "+";
            factor.basis += basis;
        }
        factor.evidence.insert(factor.evidence.end(), evidence.begin(), evidence.end());
    }

    void byFlags(RiskFactor& factor, const RiskRules::Factor& rule) const {
        for (const auto& flag : flags_) {
            if (std::find(rule.flags.begin(), rule.flags.end(), flag.id) != rule.flags.end()) {
                record(factor, flag.basis == FlagBasis::Name ? "病名" : "算定", flag.evidence);
            }
        }
    }

    void byNames(RiskFactor& factor, const RiskRules::Factor& rule) const {
        for (const auto& episode : episodes_) {
            const bool graded =
                std::find(rule.grades.begin(), rule.grades.end(), episode.shown.grade) != rule.grades.end();
            if (graded && episode.diagnosed() && !episode.is(ModifierClass::Post) &&
                (rule.icd.contains(episode.icd) || rule.icd.contains(episode.icdSecond))) {
                record(factor, "病名", episode.shown.evidence);
            }
        }
    }

    void byDrugs(RiskFactor& factor, const RiskRules::Factor& rule) const {
        for (const auto& course : courses_) {
            const auto& groups = course.drug->groups;
            const bool member = std::any_of(groups.begin(), groups.end(), [&rule](RuleIndex group) {
                return std::find(rule.drugs.begin(), rule.drugs.end(), group) != rule.drugs.end();
            });
            if (member && course.shown.today != DrugState::Ended) {
                record(factor, "投薬", course.shown.evidence);
            }
        }
    }

    const CaseFile& file_;
    const std::vector<Episode>& episodes_;
    const std::vector<Course>& courses_;
    const std::vector<Flag>& flags_;
};

} // namespace

std::vector<RiskPack> assessRisk(const CaseFile& file, const std::vector<Episode>& episodes,
                                 const std::vector<Course>& courses, const std::vector<Flag>& flags) {
    const RiskAssessor assessor(file, episodes, courses, flags);
    std::vector<RiskPack> packs;
    for (const auto& rules : file.rules.riskPacks) {
        if (!rules.provenance.inForceOn(file.today)) {
            continue;
        }
        RiskPack pack{rules.provenance.title, rules.provenance.edition, {}};
        for (const auto& factor : rules.factors) {
            pack.factors.push_back(assessor.assess(factor));
        }
        packs.push_back(std::move(pack));
    }
    return packs;
}

} // namespace kmixr::history
