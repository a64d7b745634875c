// The practice world as a whole: private, consistent, the same when prepared again.
#include "app/practice/cards/card_file.h"
#include "app/practice/world/certificates.h"
#include "app/practice/world/patient_token.h"
#include "app/practice/world/prepare.h"
#include "app/practice/world/registry.h"
#include "core/common/json.h"
#include "core/receipt/masters.h"
#include "tests/app_practice/practice_world.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

using namespace kmixr;
using namespace kmixr::practice;
using namespace std::chrono_literals;

namespace {

using std::filesystem::perms;

Json jsonOf(const std::filesystem::path& file) {
    auto json = parseJson(test::textOf(file));
    REQUIRE(json);
    return *std::move(json);
}

Json patient(const Json& registry, const std::string& label) {
    for (const Json& one : registry.at("patients")) {
        if (one.at("label") == label) {
            return one;
        }
    }
    FAIL("no such patient");
    return {};
}

std::map<std::string, std::string> contentsOf(const std::filesystem::path& folder) {
    std::map<std::string, std::string> contents;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            std::ifstream stream(entry.path(), std::ios::binary);
            contents[entry.path().lexically_relative(folder).string()] = {std::istreambuf_iterator<char>(stream), {}};
        }
    }
    return contents;
}

} // namespace

TEST_CASE("nothing in the world is open to others") {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::world())) {
        INFO(entry.path().filename());
        const auto mode = entry.status().permissions();
        if (entry.path().filename() == "masters.kmt") {
            continue; // public knowledge, written by the compiler of masters
        }
        CHECK((mode & (perms::group_all | perms::others_all)) == perms::none);
    }
}

TEST_CASE("settings name files that exist") {
    const Json gateway = jsonOf("gateway.json");
    for (const char* name : {"ca_file", "certificate_file", "key_file", "card_ca_file", "registry_file",
                             "receipts_folder", "masters_file"}) {
        INFO(name);
        CHECK(std::filesystem::exists(test::world() / gateway.at(name).get<std::string>()));
    }
    for (const char* file : {"client.json", "client-KMX-P-0002.json", "client-KMX-P-0003.json"}) {
        INFO(file);
        const Json client = jsonOf(file);
        for (const char* name : {"ca_file", "device_certificate_file", "device_key_file", "masters_file"}) {
            CHECK(std::filesystem::exists(test::world() / client.at(name).get<std::string>()));
        }
        CHECK(client.at("practice") == true);
        CHECK(client.at("gateway").get<std::string>() ==
              "https://" + gateway.at("listen").get<std::string>()); // loopback, nothing else
        CHECK(gateway.at("listen").get<std::string>().starts_with("127.0.0.1:"));
    }
    CHECK(receipt::Masters::open(test::world() / "masters.kmt"));
}

TEST_CASE("the registry knows everybody, and the cards' states are those of the plan") {
    const Json registry = jsonOf("registry.json");
    CHECK(registry.at("patients").size() == 26);
    CHECK(registry.at("insurers").size() == 4);
    std::set<std::string> tokens;
    for (const Json& one : registry.at("patients")) {
        CHECK_FALSE(one.at("identities").empty());
        for (const Json& card : one.at("cards")) {
            CHECK(tokens.insert(card.at("token_sha256").get<std::string>()).second);
        }
    }
    CHECK(tokens.size() == 27);
    const auto states = [&](const char* label) {
        const Json one = patient(registry, label);
        std::vector<std::string> list;
        for (const Json& card : one.at("cards")) {
            list.push_back(card.at("state"));
        }
        return list;
    };
    CHECK(states("K05") == std::vector<std::string>{"live"});
    CHECK(states("K25") == std::vector<std::string>{"lost"});
    CHECK(states("K07") == std::vector<std::string>{"replaced", "live"});
    CHECK(patient(registry, "K19").at("consent") == "withdrawn");
    CHECK(patient(registry, "K05").at("consent") == "given");
    CHECK(patient(registry, "K07").at("cards").at(1).at("token_sha256") == toHex(tokenOf("K07", 2).hash()));
    const Json insured = patient(registry, "K05");
    for (const Json& identity : insured.at("identities")) {
        CHECK(identity.at("number").get<std::string>().find_first_not_of("0123456789") == std::string::npos);
    }
}

TEST_CASE("My Number cards are linked by their public keys, with the states of the plan") {
    const Json registry = jsonOf("registry.json");
    CHECK(jsonOf("gateway.json").at("my_number_ca_file") == "ca/my-number-ca.pem");
    const auto stateOf = [&](const std::string& label) {
        const Json cards = patient(registry, label).at("my_number_cards");
        return cards.empty() ? std::string() : cards.at(0).at("state").get<std::string>();
    };
    CHECK(stateOf("K13") == "live");
    CHECK(stateOf("K25") == "revoked");
    CHECK(stateOf("K26").empty()); // the card is there, but nobody linked it
    CHECK(stateOf("K01").empty());
    const std::string pem = test::textOf("ca/my-number-K13.pem");
    const auto key = Certificate::parse(pem)->publicKeySha256();
    CHECK(patient(registry, "K13").at("my_number_cards").at(0).at("public_key_sha256") == *key);
    CHECK(patient(registry, "K24").at("my_number_cards").at(0).at("public_key_sha256") != *key);
    CHECK(std::filesystem::exists(test::world() / "cards" / "K26.json"));
}

TEST_CASE("laptops and doctors stand in the registry with their states and certificates") {
    const Json registry = jsonOf("registry.json");
    std::map<std::string, std::string> states;
    for (const char* list : {"devices", "doctors"}) {
        for (const Json& one : registry.at(list)) {
            CHECK(std::filesystem::exists(test::world() / one.at("certificate_file").get<std::string>()));
            states[one.at(list == std::string_view("devices") ? "name" : "account_id").get<std::string>()] =
                one.at("state").get<std::string>();
        }
    }
    CHECK(states == std::map<std::string, std::string>{{"KMX-P-0001", "active"},
                                                       {"KMX-P-0002", "active"},
                                                       {"KMX-P-0003", "revoked"},
                                                       {"renshu.ichiro", "active"},
                                                       {"mihon.naomi", "active"},
                                                       {"shiyou.megumi", "active"},
                                                       {"kamei.mamoru", "suspended"}});
}

TEST_CASE("passwords are scrypt, told by a known answer") {
    // Independent reckoning of the same parameters: hashlib.scrypt(b'Practice-Ichiro-1', salt=…, n=16384, r=8, p=1)
    CHECK(passwordScrypt("renshu.ichiro", "Practice-Ichiro-1") ==
          "NS7idaHfSFJObXKA+6qOdA==$JkzDvFpr0j0HSrKzD/ukv72fTCCS64oiw8vcKr3Y+l8=");
}

TEST_CASE("the token of a patient is the one anybody can compute") {
    // First 16 bytes of SHA-256("kmixr-practice-v1|K05|1"), base32 with its check characters.
    CHECK(tokenOf("K05", 1).text() == "KMIXR1:R73MTYV7FM4PDIYPMIWJ7ITE7AKC");
    CHECK(tokenOf("K05", 2).text() != tokenOf("K05", 1).text());
}

TEST_CASE("preparing again changes nothing, another anchor only the receipts, and a fresh world everything") {
    const test::WorldFolder folder("kmixr-practice-again-test");
    WorldOptions options = test::optionsFor(folder.path());
    const auto first = prepareWorld(options, SystemClock());
    REQUIRE(first);
    CHECK(first->receiptsChanged);
    const auto before = contentsOf(folder.path());

    // What the programs leave behind: a vault, a PIN counter, the gateway's store.
    const auto leave = [&](const char* name) { std::ofstream(folder.path() / name) << "kept"; };
    leave("data/vault");
    leave("gateway/gateway.db");
    auto card = readCardFile(folder.path() / "cards" / "renshu.json");
    REQUIRE(card);
    card->triesLeft = 3;
    REQUIRE(writeCardFile(folder.path() / "cards" / "renshu.json", *card));

    const auto second = prepareWorld(options, SystemClock());
    REQUIRE(second);
    CHECK_FALSE(second->receiptsChanged);
    CHECK(second->port == first->port);
    CHECK(readCardFile(folder.path() / "cards" / "renshu.json")->triesLeft == 3);
    auto after = contentsOf(folder.path());
    CHECK(after.at("data/vault") == "kept");
    CHECK(after.at("gateway/gateway.db") == "kept");
    for (const auto& [name, content] : before) {
        INFO(name);
        CHECK((name == "cards/renshu.json" || after.at(name) == content));
    }

    options.anchor = 2025y / 9;
    const auto moved = prepareWorld(options, SystemClock());
    REQUIRE(moved);
    CHECK(moved->receiptsChanged);
    after = contentsOf(folder.path());
    CHECK_FALSE(after.contains("gateway/gateway.db")); // the gateway takes the new files in
    CHECK(after.at("data/vault") == "kept");
    CHECK(after.at("ca/practice-ca.key") == before.at("ca/practice-ca.key"));

    options.fresh = true;
    REQUIRE(prepareWorld(options, SystemClock()));
    after = contentsOf(folder.path());
    CHECK_FALSE(after.contains("data/vault"));
    CHECK(after.at("ca/practice-ca.key") != before.at("ca/practice-ca.key"));
}

TEST_CASE("a folder that is no practice world is never emptied") {
    const test::WorldFolder folder("kmixr-practice-other-test");
    std::filesystem::create_directories(folder.path());
    std::ofstream(folder.path() / "thesis.odt") << "years of work";
    WorldOptions options = test::optionsFor(folder.path());
    options.fresh = true;
    CHECK(prepareWorld(options, SystemClock()).error().code == "practice.cannot-write");
    CHECK(std::filesystem::exists(folder.path() / "thesis.odt"));
}

TEST_CASE("a damaged key is made anew, with all that hangs on it") {
    const test::WorldFolder folder("kmixr-practice-damage-test");
    std::filesystem::copy(test::world(), folder.path(), std::filesystem::copy_options::recursive);
    const WorldOptions options = test::optionsFor(folder.path());
    const auto before = contentsOf(folder.path());
    std::ofstream(folder.path() / "ca" / "card-ca.key") << "no key";
    REQUIRE(prepareWorld(options, SystemClock()));
    const auto after = contentsOf(folder.path());
    CHECK(after.at("ca/card-renshu.pem") != before.at("ca/card-renshu.pem"));
    CHECK(after.at("ca/gateway.pem") == before.at("ca/gateway.pem"));
    CHECK(readCardFile(folder.path() / "cards" / "renshu.json")->certificatePem == after.at("ca/card-renshu.pem"));
}
