#include "core/history/short_names.h"

#include "core/history/text.h"

#include <map>
#include <set>

namespace kmixr::history {
namespace {

constexpr std::string_view wideSpace = "\u3000";

void trimSpaces(std::string& name) {
    while (name.starts_with(' ') || name.starts_with(wideSpace)) {
        name.erase(0, name.starts_with(' ') ? 1 : wideSpace.size());
    }
    while (name.ends_with(' ') || name.ends_with(wideSpace)) {
        name.erase(name.size() - (name.ends_with(' ') ? 1 : wideSpace.size()));
    }
}

/// 「医療法人社団 〇〇会 青波内科」: the form goes, and a name of the corporation that a space sets apart goes with it.
std::string withoutCorporateForm(std::string name, const InstitutionNameRules& rules) {
    trimSpaces(name);
    bool changed = false;
    for (bool again = true; again;) {
        again = false;
        for (const auto& form : rules.corporateForms) {
            if (name.size() > form.size() && name.starts_with(form)) {
                name.erase(0, form.size());
                trimSpaces(name);
                again = changed = true;
            }
        }
    }
    if (changed) {
        for (const auto space : {std::string_view(" "), wideSpace}) {
            const auto at = name.find(space);
            if (at != std::string::npos && at + space.size() < name.size()) {
                name.erase(0, at + space.size());
            }
        }
    }
    trimSpaces(name);
    return name;
}

bool stripEnding(std::string& name, const std::vector<std::string>& endings) {
    for (const auto& ending : endings) {
        if (name.ends_with(ending) && characterCount(name) > characterCount(ending) + 1) {
            name.erase(name.size() - ending.size());
            trimSpaces(name);
            return true;
        }
    }
    return false;
}

/// From the shortest to the fullest form, each cut to the longest allowed.
std::vector<std::string> candidates(const std::string& name, const InstitutionNameRules& rules) {
    const auto longest = static_cast<std::size_t>(rules.longest);
    std::vector<std::string> forms{withoutCorporateForm(name, rules)};
    std::string shortened = forms.front();
    while (stripEnding(shortened, rules.endings)) {
        forms.insert(forms.begin(), shortened);
    }
    while (characterCount(shortened) > longest && stripEnding(shortened, rules.longEndings)) {
        forms.insert(forms.begin(), shortened);
    }
    std::vector<std::string> cut;
    for (const auto& form : forms) {
        std::string text(firstCharacters(form, longest));
        trimSpaces(text);
        if (!text.empty() && (cut.empty() || cut.back() != text)) {
            cut.push_back(std::move(text));
        }
    }
    return cut;
}

} // namespace

std::vector<std::string> shortNames(const std::vector<std::string>& names, const InstitutionNameRules& rules) {
    std::vector<std::vector<std::string>> forms;
    std::vector<std::size_t> chosen(names.size(), 0);
    forms.reserve(names.size());
    for (const auto& name : names) {
        forms.push_back(candidates(name, rules));
    }
    const auto form = [&](std::size_t i) -> std::string {
        return forms[i].empty() ? std::string() : forms[i][chosen[i]];
    };
    for (bool again = true; again;) { // names that collide, or begin another one, step to a fuller form
        again = false;
        std::map<std::string, int> uses;
        for (std::size_t i = 0; i < names.size(); ++i) {
            ++uses[form(i)];
        }
        const auto confusable = [&uses](const std::string& text) {
            const auto at = uses.find(text);
            const auto next = std::next(at); // in order, what begins with `text` stands right behind it
            return at->second > 1 || (next != uses.end() && next->first.starts_with(text));
        };
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (chosen[i] + 1 < forms[i].size() && confusable(form(i))) {
                ++chosen[i];
                again = true;
            }
        }
    }
    std::vector<std::string> shortened;
    std::set<std::string> taken;
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string text = form(i);
        for (int number = 2; !taken.insert(text).second; ++number) {
            const auto digits = std::to_string(number);
            const auto room = static_cast<std::size_t>(rules.longest) -
                              std::min(digits.size(), static_cast<std::size_t>(rules.longest));
            text = std::string(firstCharacters(form(i), room)) + digits;
        }
        shortened.push_back(std::move(text));
    }
    return shortened;
}

} // namespace kmixr::history
