#include "core/vault/database.h"
#include "core/vault/key_slot.h"
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

constexpr std::size_t page = 4096;

void fill(const VaultPlace& place, int patients = 3) {
    Vault vault = opened(place);
    for (int number = 1; number <= patients; ++number) {
        std::vector<ReceiptChange> changes;
        for (int receipt = 0; receipt < 30; ++receipt)
            changes.push_back(add(number, receipt));
        REQUIRE(vault.store(patient(number), consent(number), changes, "c", at(number)));
    }
}

void flip(const std::filesystem::path& file, std::size_t from, std::size_t to) {
    std::string content = contentOf(file);
    for (std::size_t i = from; i < std::min(to, content.size()); ++i)
        content[i] = static_cast<char>(content[i] ^ 0x5A);
    writeFile(file, content);
}

int filesSetAside(const Folder& folder) {
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder.path()))
        count += file.path().string().find("set-aside") != std::string::npos ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a damaged file is set aside and a new vault begun") {
    const Folder folder;
    fill(placeIn(folder));
    const auto file = placeIn(folder).databaseFile();
    SECTION("first page") {
        flip(file, 0, 64);
    }
    SECTION("cut short in the first page") {
        std::filesystem::resize_file(file, 1000);
    }
    SECTION("something else altogether") {
        writeFile(file, "this was a spreadsheet once");
    }
    auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(after);
    CHECK(after->setAside);
    CHECK(after->vault.patientCount() == 0);
    CHECK(filesSetAside(folder) >= 1);
    CHECK(after->vault.store(patient(1), consent(1), {add(1, 1)}, "c", at(1)));
}

TEST_CASE("damage in the middle is noticed when it is read, and nothing partial is shown") {
    const Folder folder;
    fill(placeIn(folder), 6);
    const auto file = placeIn(folder).databaseFile();
    const auto size = std::filesystem::file_size(file);
    REQUIRE(size > 8 * page);
    flip(file, 2 * page, size);
    auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(after);
    bool noticed = after->setAside;
    for (int number = 1; number <= 6; ++number) {
        const auto held = after->vault.find("person-" + std::to_string(number));
        REQUIRE_FALSE(held);
        noticed = noticed || held.error().code == "vault.damaged";
    }
    CHECK(noticed);
    CHECK(after->vault.patientCount() == 0);
    CHECK(after->vault.store(patient(1), consent(1), {add(1, 1)}, "c", at(1)));
    CHECK(after->vault.find("person-1"));
}

TEST_CASE("every single damaged page is noticed or does not matter") {
    const Folder whole;
    fill(placeIn(whole), 2);
    const auto pages = std::filesystem::file_size(placeIn(whole).databaseFile()) / page;
    for (std::size_t number = 0; number < pages; ++number) {
        CAPTURE(number);
        const Folder folder;
        std::filesystem::copy(whole.path(), folder.path());
        flip(placeIn(folder).databaseFile(), number * page + 100, number * page + 101); // one byte
        auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
        REQUIRE(after);
        for (int person = 1; person <= 2; ++person) {
            const auto held = after->vault.find("person-" + std::to_string(person));
            if (!held) {
                CHECK((held.error().code == "vault.damaged" || held.error().code == "vault.not-held"));
                continue;
            }
            REQUIRE(held->receipts.size() == 30);
            for (int receipt = 0; receipt < 30; ++receipt)
                CHECK(held->receipts[static_cast<std::size_t>(receipt)].text == receiptText(person, receipt));
        }
    }
}

TEST_CASE("a damaged slot loses the copy, not the program") {
    const Folder folder;
    fill(placeIn(folder));
    const auto slot = placeIn(folder).slotFile();
    SECTION("empty") {
        writeFile(slot, "");
    }
    SECTION("no JSON") {
        writeFile(slot, "{\"version\":1,");
    }
    SECTION("fields missing") {
        writeFile(slot, "{\"version\":1}");
    }
    SECTION("one character of the wrapped key") {
        std::string content = contentOf(slot);
        const auto at = content.find("\"wrapped\"") + 16;
        content[at] = content[at] == 'A' ? 'B' : 'A';
        writeFile(slot, content);
    }
    SECTION("gone") {
        std::filesystem::remove(slot);
    }
    auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(after);
    CHECK(after->setAside);
    CHECK(after->created);
    CHECK(after->vault.patientCount() == 0);
    CHECK(after->vault.store(patient(1), consent(1), {add(1, 1)}, "c", at(1)));
}

TEST_CASE("a database that is gone is begun anew under the same slot") {
    const Folder folder;
    fill(placeIn(folder));
    std::filesystem::remove(placeIn(folder).databaseFile());
    auto after = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE(after);
    CHECK(after->vault.patientCount() == 0);
}

TEST_CASE("a file of a newer program is left untouched") {
    const Folder folder;
    fill(placeIn(folder));
    const auto file = placeIn(folder).databaseFile();
    {
        const auto slot = KeySlot::read(placeIn(folder).slotFile());
        REQUIRE(slot);
        const auto key = slot->unwrap(cardSecret(), deviceSecret());
        REQUIRE(key);
        auto database = Database::open(file, *key);
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA user_version = 99"));
    }
    const std::string before = contentOf(file);
    const auto tried = Vault::open(placeIn(folder), cardSecret(), deviceSecret());
    REQUIRE_FALSE(tried);
    CHECK(tried.error().code == "vault.newer-version");
    CHECK(contentOf(file) == before);
    CHECK(filesSetAside(folder) == 0);
}

TEST_CASE("setting aside by hand lets the next opening begin anew, under another constant") {
    const Folder folder;
    fill(placeIn(folder));
    const Bytes constant = placeIn(folder).cardConstant();
    Vault::setAside(placeIn(folder));
    CHECK_FALSE(placeIn(folder).exists());
    CHECK(placeIn(folder).cardConstant() != constant);
    CHECK(opened(placeIn(folder)).patientCount() == 0);
}
