// The clinical rules and the cases, held against each other by name: no section without a case, no flag, factor, group
// or kind of modifier of the rule files that no case speaks of. Says nothing about how good a case is.
#include "core/history/rules/tables.h"
#include "derived.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

namespace fs = std::filesystem;

struct Cases {
    std::vector<std::string> names; ///< of every TEST_CASE below tests
    std::string history;            ///< the text of tests/core_history
};

const Cases& cases() {
    static const Cases all = [] {
        Cases found;
        static const std::regex named("TEST_CASE\\(\\s*\"([^\"]+)\"");
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(KMIXR_SOURCE_DIR) / "tests")) {
            const auto name = entry.path().filename().string();
            if (entry.path().extension() != ".cpp" || name == "sections_test.cpp") {
                continue;
            }
            std::stringstream stream;
            stream << std::ifstream(entry.path()).rdbuf();
            const std::string text = stream.str();
            for (std::sregex_iterator at(text.begin(), text.end(), named), end; at != end; ++at) {
                found.names.push_back((*at)[1].str());
            }
            if (entry.path().parent_path().filename() == "core_history") {
                found.history += text;
            }
        }
        return found;
    }();
    return all;
}

/// A case whose name begins with the section and goes on with something else than a digit of it.
bool hasCase(const std::string& section) {
    return std::any_of(cases().names.begin(), cases().names.end(), [&section](const std::string& name) {
        return name.starts_with(section) && name.size() > section.size() &&
               std::string_view(" :,").find(name[section.size()]) != std::string_view::npos;
    });
}

bool spokenOf(const std::string& id) {
    return cases().history.find('"' + id + '"') != std::string::npos;
}

} // namespace

TEST_CASE("every section of the clinical rules has a case with its number in the name") {
    REQUIRE(cases().names.size() > 300); // the reader of this test sees the cases at all
    for (const auto* section :
         {"§0.1",   "§0.2",   "§0.3",   "§0.4", "§0.5", "§0.6", "§1",   "§2.1", "§2.2", "§2.3 A", "§2.3 B",
          "§2.3 C", "§2.3 S", "§2.3 P", "§3.1", "§3.2", "§3.3", "§3.4", "§3.5", "§3.6", "§3.7",   "§4",
          "§4 D1",  "§4 D2",  "§4 D3",  "§5",   "§6",   "§7",   "§8",   "§9",   "§10",  "§11",    "§12"}) {
        INFO(section);
        CHECK(hasCase(section));
    }
    for (int trap = 1; trap <= 24; ++trap) {
        const std::string name = std::string("trap ") + (trap < 10 ? "0" : "") + std::to_string(trap);
        INFO(name);
        CHECK(hasCase(name));
    }
    CHECK_FALSE(hasCase("§99"));
    CHECK_FALSE(hasCase("trap 25"));
}

TEST_CASE("every flag, factor, group of high-risk drugs and modifier of the rule files is spoken of in a case") {
    const auto& tables = shippedRules().tables();
    for (const auto& flag : tables.flags) {
        INFO("flag " << flag.id);
        CHECK(spokenOf(flag.id));
    }
    for (const auto& pack : tables.riskPacks) {
        for (const auto& factor : pack.factors) {
            INFO(pack.id << ": " << factor.name);
            CHECK((pack.id != "covid-19" || spokenOf(factor.name)));
        }
    }
    for (const auto& group : tables.drugGroups.groups) {
        INFO("group " << group.id);
        CHECK((group.highRisk.empty() || spokenOf(group.id)));
    }
    for (const auto& ingredient :
         {"aspirin", "insulin-glargine", "acetaminophen", "magnesium-oxide", "metformin", "tacrolimus"}) {
        INFO("ingredient " << ingredient);
        CHECK(spokenOf(ingredient));
    }
    for (const auto& [code, meaning] : tables.modifiers.meanings) {
        INFO("modifier " << code);
        CHECK(spokenOf(code));
    }
    CHECK_FALSE(spokenOf("no-such-flag"));
}
