#include "core/vault/database.h"
#include "core/vault/key_slot.h"
#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>
#include <openssl/evp.h>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

namespace {

/// Files of the folder in which one of the words can be read as it is.
std::vector<std::string> readable(const Folder& folder, const std::vector<std::string>& words) {
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path())) {
        const std::string content = contentOf(file.path());
        for (const auto& word : words)
            if (content.find(word) != std::string::npos)
                files.push_back(file.path().filename().string() + ": " + word);
    }
    return files;
}

/// Every page, free ones too, deciphered without SQLCipher: AES-256-CBC under the raw key; a page ends with its
/// initialisation vector (16 bytes) and HMAC (64); the first page begins with the file's salt (16).
std::string deciphered(const std::filesystem::path& file, const SecretBytes& key) {
    constexpr std::size_t page = 4096;
    constexpr std::size_t tail = 80;
    const std::string content = contentOf(file);
    const auto* bytes = reinterpret_cast<const unsigned char*>(content.data());
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free);
    std::string plain;
    for (std::size_t begin = 0; begin + page <= content.size(); begin += page) {
        const std::size_t salt = begin == 0 ? 16 : 0;
        std::string out(page, '\0');
        int length = 0;
        EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.bytes().data(), bytes + begin + page - tail);
        EVP_CIPHER_CTX_set_padding(context.get(), 0);
        EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char*>(out.data()), &length, bytes + begin + salt,
                          static_cast<int>(page - tail - salt));
        plain += out;
    }
    return plain;
}

std::vector<std::string> wordsOf(int number) {
    const PatientRecord record = patient(number);
    return {record.person.name,
            record.person.kana,
            record.insurerNumber,
            record.insurerName,
            record.patientKey,
            "RE,1,1112",
            "receipt-1",
            "qr_card",
            "CREATE TABLE",
            "SQLite format 3",
            std::string(textOf(record.tokenHash))};
}

} // namespace

TEST_CASE("a vault of one session has no file anyone could find, and no way back into it") {
    const Folder folder;
    {
        auto vault = Vault::openForSession(folder.path());
        REQUIRE(vault);
        REQUIRE(vault->store(patient(1), consent(1), {add(1, 1), add(1, 2)}, "cursor", at(0)));
        const auto held = vault->find(patient(1).patientKey);
        REQUIRE(held);
        CHECK(held->receipts.size() == 2);
        REQUIRE(vault->forget(patient(1).patientKey));
        CHECK(vault->patientCount().value() == 0);
        REQUIRE(vault->store(patient(2), consent(2), {add(2, 1)}, "cursor", at(0)));
        CHECK(std::filesystem::is_empty(folder.path()));
    }
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK(Vault::openForSession(folder.path()).value().patientCount().value() == 0);
}

TEST_CASE("nothing of a patient can be read in any file, while open and after closing") {
    const Folder folder;
    {
        Vault vault = opened(placeIn(folder));
        // Short texts and incompressible ones too: zstd must not be what hides them.
        REQUIRE(vault.store(patient(1), consent(1), {add(1, 1), {Change::Add, "receipt-2", patient(1).person.name}},
                            "c", at(1)));
        CHECK(std::filesystem::exists(placeIn(folder).databaseFile().string() + "-wal"));
        CHECK(readable(folder, wordsOf(1)).empty());
    }
    CHECK(readable(folder, wordsOf(1)).empty());
    // The search itself can find: the same words in a file that hides nothing.
    writeFile(folder.path() / "plain", "x" + patient(1).person.name + "x");
    CHECK(readable(folder, wordsOf(1)).size() == 1);
}

TEST_CASE("what was forgotten cannot be found even with the key") {
    const Folder folder;
    const auto place = placeIn(folder);
    {
        Vault vault = opened(place);
        std::vector<ReceiptChange> changes;
        for (int receipt = 0; receipt < 50; ++receipt)
            changes.push_back(add(1, receipt));
        REQUIRE(vault.store(patient(1), consent(1), changes, "c", at(1)));
        REQUIRE(vault.store(patient(2), consent(2), {add(2, 1)}, "c", at(1)));
        REQUIRE(vault.forget("person-1"));
        CHECK(std::filesystem::file_size(place.databaseFile().string() + "-wal") == 0);
    }
    const auto slot = KeySlot::read(place.slotFile());
    REQUIRE(slot);
    const auto key = slot->unwrap(cardSecret(), deviceSecret());
    REQUIRE(key);
    {
        auto database = Database::open(place.databaseFile(), *key);
        REQUIRE(database);
        auto freePages = database->prepare("PRAGMA freelist_count");
        REQUIRE(freePages.step() == true);
        CHECK(freePages.number(0) > 0); // still part of the file, so that the search below means something
    }
    const std::string pages = deciphered(place.databaseFile(), *key);
    CHECK(pages.find(patient(2).person.name) != std::string::npos);
    CHECK(pages.find(patient(1).person.name) == std::string::npos);
    CHECK(pages.find("person-1") == std::string::npos);
}
