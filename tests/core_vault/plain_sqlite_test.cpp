#include "tests/core_vault/test_vault.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr::vault;
using namespace kmixr::vault::test;

TEST_CASE("with a plain SQLite in front of SQLCipher the program refuses to run") {
    const auto encrypting = assertEncrypting();
    REQUIRE_FALSE(encrypting);
    CHECK(encrypting.error().code == "vault.not-encrypted");
}
