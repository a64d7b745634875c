#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/stat.h>

using namespace kmixr;
using namespace kmixr::vault;
using namespace kmixr::vault::test;

TEST_CASE("file names come from the key, not from the doctor's name") {
    const Folder folder;
    const DoctorKey key;
    const auto place = VaultPlace::of(folder.path(), key.certificate("Kasai Naoki", 1));
    REQUIRE(place);
    for (const auto& file : {place->databaseFile(), place->slotFile()}) {
        CHECK(file.parent_path() == folder.path());
        CHECK(file.string().find("asai") == std::string::npos);
        CHECK(fromHex(file.stem().string()));
    }
    const auto renewed = VaultPlace::of(folder.path(), key.certificate("Kasai Naoki", 2));
    REQUIRE(renewed);
    CHECK(renewed->databaseFile() == place->databaseFile());
    const auto colleague = VaultPlace::of(folder.path(), DoctorKey().certificate("Kasai Naoki", 1));
    REQUIRE(colleague);
    CHECK(colleague->databaseFile() != place->databaseFile());
    CHECK(colleague->slotFile() != place->slotFile());
}

TEST_CASE("what the card is asked differs from vault to vault and stays with the vault") {
    const Folder folder;
    const Folder other;
    const VaultPlace place = placeIn(folder);
    CHECK_FALSE(place.exists());
    CHECK(place.cardConstant() != placeIn(other).cardConstant());
    {
        const Vault vault = opened(place);
    }
    CHECK(place.exists());
    CHECK(placeIn(folder).cardConstant() == place.cardConstant());
    CHECK(textOf(place.cardConstant()).starts_with("kmixr-vault-v1"));
}

TEST_CASE("nobody else on the machine may read the folder or its files") {
    const Folder folder;
    const auto inner = folder.path() / "vaults";
    const auto place = VaultPlace::of(inner, doctorCertificate());
    REQUIRE(place);
    Vault vault = opened(*place);
    REQUIRE(vault.store(patient(1), consent(1), {add(1, 1)}, "c1", at(1)));
    struct stat status{};
    REQUIRE(stat(inner.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    for (const auto& file : std::filesystem::directory_iterator(inner)) {
        REQUIRE(stat(file.path().c_str(), &status) == 0);
        CHECK((status.st_mode & 0077) == 0);
    }
}

TEST_CASE("a certificate that is none gives no place") {
    const Folder folder;
    const auto place = VaultPlace::of(folder.path(), bytesOf("not a certificate"));
    REQUIRE_FALSE(place);
    CHECK(place.error().code == "vault.storage");
    CHECK_FALSE(VaultPlace::of(folder.path(), {}));
}

TEST_CASE("the library linked here encrypts") {
    CHECK(assertEncrypting());
}
