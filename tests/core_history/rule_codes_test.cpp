// The codes of the rule files against the official code masters: a slip of the pen in a code would silence a rule.
#include "core/common/json.h"
#include "core/receipt/reader.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace kmixr;

namespace {

const std::filesystem::path house = KMIXR_SOURCE_DIR;
const std::filesystem::path official = house / ".." / "shared" / "masters";

std::string bytesOfFile(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Two columns (1-based) of an official file, as key and value. Neither quote nor comma can be the second byte of a
/// CP932 character.
std::map<std::string, std::string> columns(const std::filesystem::path& file, int key, int value) {
    std::map<std::string, std::string> pairs;
    std::istringstream rows(bytesOfFile(file));
    const auto cell = [](const std::string& row, int wanted) {
        std::size_t at = 1;
        for (int skip = 1; skip < wanted && at < row.size(); ++skip) {
            at = row.find("\",\"", at) + 3;
        }
        return row.substr(at, row.find('"', at) - at);
    };
    for (std::string row; std::getline(rows, row);) {
        pairs.insert_or_assign(cell(row, key), cell(row, value));
    }
    return pairs;
}

std::set<std::string> column(const std::filesystem::path& file, int wanted) {
    std::set<std::string> values;
    for (const auto& [key, value] : columns(file, wanted, wanted)) {
        values.insert(key);
    }
    return values;
}

/// A list of a rule file, by value: a range-for over a part of a temporary would outlive it.
Json rules(const std::string& name, const char* list) {
    return parseJson(bytesOfFile(house / "resources/rules" / (name + ".json"))).value().at(list);
}

bool begins(const std::set<std::string>& codes, const std::string& prefix) {
    const auto at = codes.lower_bound(prefix);
    return at != codes.end() && at->starts_with(prefix);
}

void checkPrefixes(const Json& rows, const std::set<std::string>& codes) {
    const std::set<std::string> retired{"1147006", "1149020", "1143010"}; // in the literature, no longer listed
    for (const auto& row : rows) {
        for (const auto* list : {"codes", "except"}) {
            for (const auto& code : row.value(list, Json::array())) {
                const auto text = code.get<std::string>();
                INFO(text);
                CHECK((text.size() <= 3 || retired.contains(text) || begins(codes, text)));
            }
        }
    }
}

} // namespace

TEST_CASE("§0.6 every code of the rules stands in the official masters") {
    if (!std::filesystem::exists(official)) {
        SKIP("the official tables are not here");
    }
    const auto acts = column(official / "merged/s_20250901.csv", 3);
    const auto diseases = column(official / "b_20240601.txt", 3);
    const auto modifiers = column(official / "z_20250601.txt", 3);
    const auto drugs = column(official / "merged/y_20250813.csv", 32);
    REQUIRE(acts.size() > 10000);
    REQUIRE(diseases.size() > 20000);
    REQUIRE(drugs.size() > 10000);

    const auto known = [](const Json& list, const std::set<std::string>& codes) {
        for (const auto& code : list) {
            if (code.is_string()) { // a dated code is of an older revision
                INFO(code);
                CHECK(codes.contains(code.get<std::string>()));
            }
        }
    };
    for (const auto& flag : rules("flags", "flags")) {
        for (const auto* list : {"acts", "acts_any", "also_acts", "with_acts"}) {
            known(flag.value(list, Json::array()), acts);
        }
        known(flag.value("names", Json::array()), diseases);
    }
    for (const auto& row : rules("treatments", "treatments")) {
        known(row.value("acts", Json::array()), acts);
    }
    for (const auto& row : rules("procedures", "exclusions")) {
        known(row["codes"], acts);
    }
    for (const auto& row : rules("examinations", "bundles")) {
        known(row.value("codes", Json::array()), acts);
    }
    for (const auto& row : rules("modifiers", "classes")) {
        known(row["codes"], modifiers);
    }
    known(rules("modifiers", "past_names"), diseases);
    checkPrefixes(rules("drug-classes", "classes"), drugs);
    checkPrefixes(rules("drug-groups", "groups"), drugs);
    checkPrefixes(rules("drug-groups", "ingredients"), drugs);
    checkPrefixes(rules("duplicates", "ingredients"), drugs);
    checkPrefixes(rules("duplicates", "sums"), drugs);
    checkPrefixes(rules("medication", "intervals"), drugs);
}

TEST_CASE("§4 each content of an ingredient that is added up stands at the product it was read of") {
    if (!std::filesystem::exists(official)) {
        SKIP("the official tables are not here");
    }
    const auto names = columns(official / "merged/y_20250813.csv", 32, 5);
    REQUIRE(names.size() > 10000);
    const Json sums = rules("duplicates", "sums");
    for (const auto& sum : sums) {
        const auto holders = sum["codes"].get<std::set<std::string>>();
        for (const auto& content : sum["contents"]) {
            for (const auto& code : content["codes"].get<std::vector<std::string>>()) {
                INFO(code);
                CHECK(holders.contains(code.substr(0, 7)));
                REQUIRE(names.contains(code));
                CHECK(receipt::toUtf8(names.at(code)).starts_with(content["product"].get<std::string>()));
            }
        }
    }
}

TEST_CASE("§6 the donor's costs of the official master are all excluded") {
    if (!std::filesystem::exists(official)) {
        SKIP("the official tables are not here");
    }
    const auto words = "\x92\xF1\x8B\x9F\x8E\xD2"; // 提供者 in CP932
    std::set<std::string> excluded;
    for (const auto& row : rules("procedures", "exclusions")) {
        for (const auto& code : row["codes"]) {
            excluded.insert(code.get<std::string>());
        }
    }
    std::istringstream rows(bytesOfFile(official / "merged/s_20250901.csv"));
    int found = 0;
    for (std::string row; std::getline(rows, row);) {
        const auto code = row.substr(row.find("\",\"", 5) + 3, 9);
        if (row.find(words) != std::string::npos && code.starts_with("150")) {
            INFO(code);
            CHECK(excluded.contains(code));
            ++found;
        }
    }
    CHECK(found >= 6);
}
