#include "core/common/secret_bytes.h"

#include <catch2/catch_test_macros.hpp>

#include <type_traits>
#include <utility>

using namespace kmixr;

TEST_CASE("a secret moves, is not copied, and is empty afterwards") {
    static_assert(!std::is_copy_constructible_v<SecretBytes>);
    SecretBytes pin("482913");
    SecretBytes taken = std::move(pin);
    CHECK(taken.text() == "482913");
    CHECK(pin.empty()); // NOLINT(bugprone-use-after-move): the state after a move is what is checked
    CHECK(taken.equals(SecretBytes("482913")));
    CHECK_FALSE(taken.equals(SecretBytes("482914")));
    CHECK_FALSE(taken.equals(SecretBytes("48291")));
    taken.clear();
    CHECK(taken.empty());
}

TEST_CASE("wiping leaves zeros behind") {
    char line[] = "482913";
    wipe(std::span<char>(line, 6));
    CHECK(std::string_view(line, 6) == std::string_view("\0\0\0\0\0\0", 6));
}

TEST_CASE("random secrets differ") {
    CHECK_FALSE(SecretBytes::random(32).equals(SecretBytes::random(32)));
}
