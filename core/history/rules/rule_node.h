// Walking through a rule file: every complaint names the file and the place, and the first one is kept.
#pragma once

#include "core/common/json.h"
#include "core/history/rules/codes.h"

#include <string>
#include <vector>

namespace kmixr::history {

/// The first thing found wrong, "flags.json: flags[3].acts: not a list". Values read after it do not matter.
struct RuleTrouble {
    std::string first;
    void add(const std::string& place, const std::string& what);
};

/// One JSON object of a rule file. Reading never throws; what is missing or of the wrong kind is added to the trouble.
class RuleNode {
public:
    RuleNode(const Json& object, std::string place, RuleTrouble& trouble);

    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] std::string text(const char* name) const;
    [[nodiscard]] std::string textOr(const char* name, std::string fallback = {}) const;
    [[nodiscard]] int number(const char* name) const;
    [[nodiscard]] int numberOr(const char* name, int fallback) const;
    [[nodiscard]] bool flag(const char* name) const;                      ///< absent = false
    [[nodiscard]] std::vector<std::string> texts(const char* name) const; ///< absent = empty
    [[nodiscard]] CodeSet codes(const char* name) const; ///< "code" or {"code", "from", "to"} with months
    [[nodiscard]] PrefixSet prefixes(const char* name, const char* except = "except") const;
    [[nodiscard]] IcdSet icd(const char* name) const;
    [[nodiscard]] SectionSet sections(const char* name) const;
    [[nodiscard]] std::vector<RuleNode> children(const char* name) const; ///< objects of a list
    [[nodiscard]] RuleNode child(const char* name) const;
    [[nodiscard]] std::vector<IcdSet> icdLists(const char* name) const; ///< a list of lists
    void complain(const char* name, const std::string& what) const;

    /// One of `words`, or the trouble; the index of the word.
    [[nodiscard]] std::size_t choice(const char* name, const std::vector<std::string_view>& words) const;

private:
    [[nodiscard]] const Json* list(const char* name) const;
    [[nodiscard]] std::string placeOf(const char* name) const;
    IcdSet icdFrom(const std::vector<std::string>& items, const char* name) const;

    const Json* object_;
    std::string place_;
    RuleTrouble* trouble_;
};

} // namespace kmixr::history
