#include "core/common/json.h"
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

/// Name and content of every file of the folder.
std::map<std::string, std::string> contents(const Folder& folder) {
    std::map<std::string, std::string> all;
    for (const auto& file : std::filesystem::directory_iterator(folder.path()))
        all[file.path().filename().string()] = contentOf(file.path());
    return all;
}

void fill(const VaultPlace& place) {
    Vault vault = opened(place);
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
}

} // namespace

TEST_CASE("the first opening creates, the second finds") {
    const Folder folder;
    {
        auto first = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
        REQUIRE(first);
        CHECK(first->created);
        CHECK_FALSE(first->setAside);
        REQUIRE(first->vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    }
    auto second = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(second);
    CHECK_FALSE(second->created);
    CHECK_FALSE(second->setAside);
    CHECK(second->vault.patientCount() == 1);
}

TEST_CASE("another card, another laptop or an empty secret opens nothing and changes nothing") {
    const Folder folder;
    fill(placeIn(folder));
    const auto before = contents(folder);
    const auto refused = [&](const SecretBytes& card, const SecretBytes& device) {
        const auto tried = Vault::open(placeIn(folder), card, device);
        return tried ? std::string("opened") : tried.error().code;
    };
    CHECK(refused(SecretBytes(std::string_view("another card's answer...........")), deviceSecret()) ==
          "vault.wrong-key");
    CHECK(refused(cardSecret(), SecretBytes(std::string_view("another laptop's secret........."))) ==
          "vault.wrong-key");
    CHECK(refused(deviceSecret(), cardSecret()) == "vault.wrong-key");
    CHECK(refused(SecretBytes(), deviceSecret()) != "opened");
    CHECK(refused(cardSecret(), SecretBytes()) != "opened");
    CHECK(contents(folder) == before);
    CHECK(opened(placeIn(folder)).patientCount() == 1);
}

TEST_CASE("the slot is JSON that holds no key, and each vault has its own") {
    const Folder folder;
    const Folder other;
    fill(placeIn(folder));
    fill(placeIn(other));
    const auto slot = parseJson(contentOf(placeIn(folder).slotFile()));
    const auto second = parseJson(contentOf(placeIn(other).slotFile()));
    REQUIRE(slot);
    REQUIRE(second);
    CHECK(jsonInteger(*slot, "version") == 1);
    for (const char* field : {"vault_id", "salt", "nonce", "wrapped", "tag"}) {
        REQUIRE(jsonString(*slot, field));
        CHECK(*jsonString(*slot, field) != *jsonString(*second, field));
    }
}

TEST_CASE("a slot moved to another vault does not open it") {
    const Folder folder;
    const Folder other;
    fill(placeIn(folder));
    fill(placeIn(other));
    std::filesystem::copy_file(placeIn(other).slotFile(), placeIn(folder).slotFile(),
                               std::filesystem::copy_options::overwrite_existing);
    auto tried = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(tried); // its own key cannot read this file: set aside, begun anew
    CHECK(tried->setAside);
    CHECK(tried->vault.patientCount() == 0);
}

TEST_CASE("a slot of a newer program is left untouched") {
    const Folder folder;
    fill(placeIn(folder));
    const auto slot = placeIn(folder).slotFile();
    auto json = *parseJson(contentOf(slot));
    json["version"] = 2;
    writeFile(slot, json.dump());
    const auto before = contents(folder);
    const auto place = VaultPlace::of(folder.path(), doctorCertificate());
    REQUIRE_FALSE(place);
    CHECK(place.error().code == "vault.newer-version");
    CHECK(contents(folder) == before);
}
