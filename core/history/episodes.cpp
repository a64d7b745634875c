#include "core/history/episodes.h"

#include "core/history/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace kmixr::history {
namespace {

using receipt::Disease;
using receipt::DiseaseOutcome;

constexpr std::string_view uncodedDisease = "0000999";

std::string dotted(std::string_view icd) {
    std::string text(icd.substr(0, 3));
    if (icd.size() > 3) {
        text += '.';
        text += icd.substr(3);
    }
    return text;
}

class EpisodeBuilder {
public:
    explicit EpisodeBuilder(const CaseFile& file) : file_(file), rules_(file.rules.modifiers) {}

    std::vector<Episode> build() {
        for (std::size_t i = 0; i < file_.receipts.size(); ++i) {
            const auto& diseases = file_.receipts[i].value.diseases;
            if (!file_.used(i) || diseases.empty()) {
                continue;
            }
            const auto institution = file_.institutions.of(static_cast<std::uint32_t>(i));
            namedMonths_[institution].insert(file_.receipts[i].value.month);
            for (const auto& disease : diseases) {
                add(static_cast<std::uint32_t>(i), institution, disease);
            }
        }
        for (auto& episode : episodes_) {
            finish(episode);
        }
        return std::move(episodes_);
    }

private:
    [[nodiscard]] std::bitset<11> classesOf(const Disease& disease) const {
        std::bitset<11> classes;
        for (const auto& modifier : disease.modifiers) {
            if (const auto at = rules_.meanings.find(modifier); at != rules_.meanings.end()) {
                classes.set(static_cast<std::size_t>(at->second.modifierClass));
            }
        }
        if (saysSuspected(disease.recordedName, rules_) || saysSuspected(disease.note, rules_)) {
            classes.set(static_cast<std::size_t>(ModifierClass::Suspected));
        }
        return classes;
    }

    static std::string keyOf(InstitutionIndex institution, const Disease& disease, std::optional<Day> start,
                             bool suspected) {
        auto modifiers = disease.modifiers;
        std::sort(modifiers.begin(), modifiers.end());
        std::string key = std::to_string(institution) + '|' + disease.code + '|';
        for (const auto& modifier : modifiers) {
            key += modifier;
        }
        key += start ? isoDay(*start) : "-";
        key += suspected ? "?" : "!";
        return disease.code == uncodedDisease ? key + disease.recordedName : key;
    }

    void add(std::uint32_t index, InstitutionIndex institution, const Disease& disease) {
        const auto& receipt = file_.receipts[index].value;
        const auto classes = classesOf(disease);
        const auto start = disease.start ? disease.start : receipt.admitted;
        const bool suspected = classes.test(static_cast<std::size_t>(ModifierClass::Suspected));
        const auto [at, fresh] = byKey_.try_emplace(keyOf(institution, disease, start, suspected), episodes_.size());
        if (fresh) {
            episodes_.push_back(begin(receipt.month, institution, disease, start, classes));
        }
        auto& shown = episodes_[at->second].shown;
        if (receipt.month == shown.lastMonth) { // receipts come newest first: this is its newest month
            shown.main |= disease.main;
            if (disease.outcome != DiseaseOutcome::Continuing) {
                shown.outcome = disease.outcome;
            }
        }
        if (shown.months.empty() || shown.months.back().month != receipt.month) {
            shown.months.push_back({receipt.month});
        }
        shown.evidence.push_back({index, disease.line});
    }

    [[nodiscard]] Episode begin(Month month, InstitutionIndex institution, const Disease& disease,
                                std::optional<Day> start, std::bitset<11> classes) const {
        Episode episode;
        episode.classes = classes;
        episode.pastName = rules_.pastNames.contains(disease.code);
        auto& shown = episode.shown;
        const auto& masters = file_.catalogue.masters();
        auto name = receipt::composeDiseaseName(disease, masters, month);
        shown.name = std::move(name.text);
        if (episode.suspected() && !saysSuspected(shown.name, rules_)) { // the words that made it suspected go with it
            shown.name += "（" + (disease.recordedName.empty() ? std::string("疑い") : disease.recordedName) + "）";
        }
        shown.uncoded = name.uncoded;
        shown.unlisted = name.unlisted;
        shown.code = disease.code;
        shown.institution = institution;
        shown.start = start;
        shown.lastMonth = month;
        if (const auto entry = disease.code == uncodedDisease ? std::nullopt : masters.disease(disease.code, month)) {
            shown.kana = entry->kana;
            episode.icd = entry->icd10;
            episode.icdSecond = entry->icd10Second;
            shown.icd10 = dotted(episode.icd);
            appendPart(shown.icd10, dotted(episode.icdSecond), "/");
        }
        addBadges(shown.badges, disease, episode.pastName);
        return episode;
    }

    void addBadges(std::vector<std::string>& badges, const Disease& disease, bool pastName) const {
        const auto add = [&badges](const std::string& badge) {
            if (!badge.empty() && std::find(badges.begin(), badges.end(), badge) == badges.end()) {
                badges.push_back(badge);
            }
        };
        for (const auto& modifier : disease.modifiers) {
            if (const auto at = rules_.meanings.find(modifier); at != rules_.meanings.end()) {
                add(at->second.badge);
            }
        }
        if (pastName) {
            add("既往");
        }
    }

    void finish(Episode& episode) const {
        auto& shown = episode.shown;
        std::reverse(shown.months.begin(), shown.months.end());
        shown.firstMonth = shown.months.front().month;
        if (episode.suspected()) { // gone is what a later receipt of the same institution no longer says
            const auto& named = namedMonths_.at(shown.institution);
            if (const auto later = named.upper_bound(shown.lastMonth); later != named.end()) {
                shown.suspicionGone = *later;
            }
        }
    }

    const CaseFile& file_;
    const ModifierRules& rules_;
    std::vector<Episode> episodes_;
    std::unordered_map<std::string, std::size_t> byKey_;
    std::map<InstitutionIndex, std::set<Month>> namedMonths_; ///< months in which an institution named any disease
};

} // namespace

bool saysSuspected(std::string_view text, const ModifierRules& rules) {
    if (text.empty()) {
        return false;
    }
    const auto folded = foldWidthAndCase(text);
    return std::any_of(rules.suspicionWords.begin(), rules.suspicionWords.end(),
                       [&folded](const std::string& word) { return folded.find(word) != std::string::npos; });
}

std::vector<Episode> buildEpisodes(const CaseFile& file) {
    return EpisodeBuilder(file).build();
}

} // namespace kmixr::history
