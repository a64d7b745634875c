#include "core/history/rules/rule_node.h"

#include <limits>

namespace kmixr::history {
namespace {

const Json& emptyObject() {
    static const Json empty = Json::object();
    return empty;
}

} // namespace

void RuleTrouble::add(const std::string& place, const std::string& what) {
    if (first.empty()) {
        first = place + ": " + what;
    }
}

RuleNode::RuleNode(const Json& object, std::string place, RuleTrouble& trouble)
    : object_(&object), place_(std::move(place)), trouble_(&trouble) {
    if (!object.is_object()) {
        trouble_->add(place_, "not an object");
        object_ = &emptyObject();
    }
}

std::string RuleNode::placeOf(const char* name) const {
    return place_ + (place_.ends_with(' ') ? "" : ".") + name;
}

void RuleNode::complain(const char* name, const std::string& what) const {
    trouble_->add(placeOf(name), what);
}

bool RuleNode::has(const char* name) const {
    return object_->contains(name);
}

std::string RuleNode::text(const char* name) const {
    if (!has(name)) {
        complain(name, "missing");
        return {};
    }
    return textOr(name);
}

std::string RuleNode::textOr(const char* name, std::string fallback) const {
    const auto at = object_->find(name);
    if (at == object_->end()) {
        return fallback;
    }
    if (!at->is_string()) {
        complain(name, "not a text");
        return fallback;
    }
    return at->get<std::string>();
}

int RuleNode::number(const char* name) const {
    if (!has(name)) {
        complain(name, "missing");
        return 0;
    }
    return numberOr(name, 0);
}

int RuleNode::numberOr(const char* name, int fallback) const {
    const auto at = object_->find(name);
    if (at == object_->end()) {
        return fallback;
    }
    if (!at->is_number_integer() || at->get<std::int64_t>() < 0 || at->get<std::int64_t>() > 100000) {
        complain(name, "not a whole number of 0 to 100000");
        return fallback;
    }
    return static_cast<int>(at->get<std::int64_t>());
}

bool RuleNode::flag(const char* name) const {
    const auto at = object_->find(name);
    if (at == object_->end()) {
        return false;
    }
    if (!at->is_boolean()) {
        complain(name, "not true or false");
        return false;
    }
    return at->get<bool>();
}

const Json* RuleNode::list(const char* name) const {
    const auto at = object_->find(name);
    if (at == object_->end()) {
        return nullptr;
    }
    if (!at->is_array()) {
        complain(name, "not a list");
        return nullptr;
    }
    return &*at;
}

std::vector<std::string> RuleNode::texts(const char* name) const {
    std::vector<std::string> texts;
    if (const auto* items = list(name)) {
        for (const auto& item : *items) {
            if (!item.is_string() || item.get_ref<const std::string&>().empty()) {
                complain(name, "not a list of texts");
                return {};
            }
            texts.push_back(item.get<std::string>());
        }
    }
    return texts;
}

CodeSet RuleNode::codes(const char* name) const {
    std::vector<CodeSet::Item> codes;
    const auto* items = list(name);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        const auto& item = (*items)[i];
        if (item.is_string() && !item.get_ref<const std::string&>().empty()) {
            codes.push_back({item.get<std::string>(), std::nullopt, std::nullopt});
            continue;
        }
        const RuleNode dated(item, placeOf(name) + "[" + std::to_string(i) + "]", *trouble_);
        CodeSet::Item code{dated.text("code"), std::nullopt, std::nullopt};
        const auto month = [&dated](const char* field, std::optional<Month>& into) {
            if (dated.has(field)) {
                into = parseIsoMonth(dated.text(field));
                if (!into) {
                    dated.complain(field, "not a month like 2024-06");
                }
            }
        };
        month("from", code.from);
        month("to", code.to);
        codes.push_back(std::move(code));
    }
    return CodeSet(std::move(codes));
}

PrefixSet RuleNode::prefixes(const char* name, const char* except) const {
    return PrefixSet(texts(name), texts(except));
}

IcdSet RuleNode::icdFrom(const std::vector<std::string>& items, const char* name) const {
    for (const auto& item : items) {
        if (!IcdSet::wellFormed(item)) {
            complain(name, "not an ICD-10 code or range: " + item);
            return {};
        }
    }
    return IcdSet(items);
}

IcdSet RuleNode::icd(const char* name) const {
    return icdFrom(texts(name), name);
}

std::vector<IcdSet> RuleNode::icdLists(const char* name) const {
    std::vector<IcdSet> sets;
    if (const auto* items = list(name)) {
        for (const auto& item : *items) {
            const Json holder = {{name, item}};
            sets.push_back(RuleNode(holder, place_, *trouble_).icd(name));
        }
    }
    return sets;
}

SectionSet RuleNode::sections(const char* name) const {
    const auto items = texts(name);
    for (const auto& item : items) {
        if (!SectionSet::wellFormed(item)) {
            complain(name, "not a section of the fee schedule: " + item);
            return {};
        }
    }
    return SectionSet(items);
}

std::vector<RuleNode> RuleNode::children(const char* name) const {
    std::vector<RuleNode> nodes;
    if (!has(name)) {
        complain(name, "missing");
        return nodes;
    }
    if (const auto* items = list(name)) {
        nodes.reserve(items->size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            nodes.emplace_back((*items)[i], placeOf(name) + "[" + std::to_string(i) + "]", *trouble_);
        }
    }
    return nodes;
}

RuleNode RuleNode::child(const char* name) const {
    const auto at = object_->find(name);
    if (at == object_->end()) {
        complain(name, "missing");
        return {emptyObject(), placeOf(name), *trouble_};
    }
    return {*at, placeOf(name), *trouble_};
}

std::size_t RuleNode::choice(const char* name, const std::vector<std::string_view>& words) const {
    const auto word = text(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) {
            return i;
        }
    }
    complain(name, "unknown word: " + word);
    return 0;
}

} // namespace kmixr::history
