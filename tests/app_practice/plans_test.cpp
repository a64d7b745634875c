// The plans are whole: 26 people, every receipt they promise, every code in the practice master with its name.
#include "core/common/json.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

Json fileOf(const std::filesystem::path& file) {
    std::ifstream stream(file);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto json = parseJson(text);
    REQUIRE(json);
    return *std::move(json);
}

/// Every object with a code, wherever it stands.
template <class Visit>
void eachCode(const Json& json, Visit visit) {
    if (json.is_object() && json.contains("code") && json.at("code").is_string()) {
        visit(json);
    }
    for (const Json& item : json) {
        if (item.is_structured()) {
            eachCode(item, visit);
        }
    }
}

/// Receipts of a person at the fixed anchor.
int receiptsOf(const PracticePerson& person) {
    auto set = claimsOf(person, test::plans(), test::prices(), test::newest);
    REQUIRE(set);
    return static_cast<int>(set->claims.size());
}

} // namespace

TEST_CASE("there are 26 people, and each has the receipts the plan promises") {
    REQUIRE(test::plans().people.size() == 26);
    int planned = 0;
    for (const PracticePerson& person : test::plans().people) {
        INFO(person.id);
        planned += person.plannedReceipts;
        // K16 would be seen on 29 February 2025. That month ends with the 28th, his last day in hospital, and the day
        // after is another month: the visit and its prescription, which the plan counts, did not happen.
        CHECK(receiptsOf(person) == person.plannedReceipts - (person.id == "K16" ? 2 : 0));
    }
    CHECK(planned == 2254);
}

TEST_CASE("receipts by kind are as many as the plans say") {
    std::map<receipt::Kind, int> kinds;
    for (const Claim& claim : test::everybody().claims) {
        kinds[claim.receipt.kind] += 1;
    }
    CHECK(kinds[receipt::Kind::MedicalOutpatient] == 1181 - 1); // K16 of February, see above
    CHECK(kinds[receipt::Kind::MedicalInpatient] == 6);
    CHECK(kinds[receipt::Kind::Dispensing] == 1039 - 1);
    CHECK(kinds[receipt::Kind::Dpc] == 13);
    CHECK(kinds[receipt::Kind::Dental] == 15);
}

TEST_CASE("every code is in the practice master under the name the plan gives it") {
    const std::set<std::string> nowhere{"629999999", "160999910", "190620001", "0000999"};
    std::set<std::string> codes;
    const auto check = [&](const Json& entry) {
        const std::string code = entry.at("code").get<std::string>();
        codes.insert(code);
        const PriceEntry* known = test::prices().find(code);
        INFO(code);
        if (nowhere.contains(code)) {
            CHECK((known == nullptr || code == "0000999"));
            return;
        }
        REQUIRE(known != nullptr);
        if (entry.contains("name")) {
            CHECK(entry.at("name") == known->name);
        }
        if (entry.contains("modifiers")) {
            std::string names;
            for (const Json& modifier : entry.at("modifiers")) {
                const PriceEntry* name = test::prices().find(modifier.get<std::string>());
                REQUIRE(name != nullptr);
                names += name->name;
            }
            CHECK(entry.at("modifierNames") == names);
        }
    };
    const auto folder = test::resources() / "practice";
    for (const auto& entry : std::filesystem::directory_iterator(folder / "people")) {
        eachCode(fileOf(entry.path()).at("receipts"), check);
    }
    eachCode(fileOf(folder / "bundles.json"), check);
    CHECK(codes.size() > 430);
    CHECK(std::includes(codes.begin(), codes.end(), nowhere.begin(), nowhere.end()));
}

TEST_CASE("numbers of practice insurers and institutions carry the marks of practice data") {
    for (const auto& [id, insurer] : test::plans().insurers) {
        CHECK(insurer.number.substr(insurer.number.size() - 4, 3) == "999");
    }
    for (const auto& [id, institution] : test::plans().institutions) {
        CHECK(institution.claim.code.substr(0, 2) == "99");
    }
}

TEST_CASE("two namesakes differ only in what their insurers know them by") {
    const PracticePerson& one = test::person("K25");
    const PracticePerson& other = test::person("K26");
    CHECK(one.person == other.person);
    CHECK(one.insurance.front().insurer != other.insurance.front().insurer);
}

TEST_CASE("a plan that cannot be read names its file and field") {
    const auto folder = std::filesystem::temp_directory_path() / "kmixr-practice-plans-test";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(test::resources() / "practice", folder, std::filesystem::copy_options::recursive);
    Json person = fileOf(folder / "people" / "K01.json");
    person.at("receipts").at(0).at("institution") = "X9";
    std::ofstream(folder / "people" / "K01.json") << person.dump();
    const auto broken = readPlans(folder);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "practice.plan-unreadable");
    CHECK(broken.error().detail == "K01.json: institution X9");
    std::ofstream(folder / "people" / "K01.json") << "{";
    CHECK(readPlans(folder).error().detail.starts_with("K01.json: "));
    std::filesystem::remove_all(folder);
    CHECK(readPlans(folder).error().detail == "institutions.json");
}
