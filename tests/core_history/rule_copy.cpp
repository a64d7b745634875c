#include "rule_copy.h"

#include "core/history/problems.h"
#include "derived.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace kmixr::history::test {

RuleCopy::RuleCopy() {
    static int made = 0;
    folder_ =
        std::filesystem::temp_directory_path() / ("rules-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
    std::filesystem::copy(rulesFolder(), folder_);
}

RuleCopy::~RuleCopy() {
    std::filesystem::remove_all(folder_);
}

void RuleCopy::replace(const std::string& file, const std::string& what, const std::string& with) {
    std::stringstream text;
    text << std::ifstream(folder_ / file).rdbuf();
    auto content = text.str();
    const auto at = content.find(what);
    REQUIRE(at != std::string::npos);
    write(file, content.replace(at, what.size(), with));
}

void RuleCopy::write(const std::string& file, const std::string& content) {
    std::ofstream(folder_ / file) << content;
}

void RuleCopy::remove(const std::string& file) {
    std::filesystem::remove(folder_ / file);
}

void RuleCopy::setNumber(int number) {
    replace("pack.json", "\"number\": " + std::to_string(shippedRules().number()),
            "\"number\": " + std::to_string(number));
}

void RuleCopy::sign(const SigningKey& key, std::string_view as) {
    const auto files = jsonFilesOf(folder_, problems::rulesUnreadable);
    REQUIRE(files);
    write("pack.sig", key.sign(as, bytesToSign(*files)).toText() + "\n");
}

std::string RuleCopy::trouble() const {
    const auto rules = Rules::open(folder_);
    if (rules) {
        return {};
    }
    CHECK(rules.error().is(problems::rulesUnreadable));
    return rules.error().detail;
}

} // namespace kmixr::history::test
