#include "core/qr/base32.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::qr;

TEST_CASE("base32 agrees with the examples of RFC 4648 §10, without padding") {
    CHECK(toBase32(bytesOf("")).empty());
    CHECK(toBase32(bytesOf("f")) == "MY");
    CHECK(toBase32(bytesOf("fo")) == "MZXQ");
    CHECK(toBase32(bytesOf("foo")) == "MZXW6");
    CHECK(toBase32(bytesOf("foob")) == "MZXW6YQ");
    CHECK(toBase32(bytesOf("fooba")) == "MZXW6YTB");
    CHECK(toBase32(bytesOf("foobar")) == "MZXW6YTBOI");
}

TEST_CASE("base32 comes back as it went") {
    for (std::size_t size = 0; size < 40; ++size) {
        const Bytes bytes = randomBytes(size);
        const auto back = fromBase32(toBase32(bytes));
        REQUIRE(back);
        CHECK(*back == bytes);
    }
}

TEST_CASE("base32 has one spelling for a value") {
    CHECK(fromBase32("MY"));
    CHECK_FALSE(fromBase32("MZ"));  // filling bits not zero
    CHECK_FALSE(fromBase32("M"));   // no byte in one character
    CHECK_FALSE(fromBase32("MYA")); // three characters hold one byte and seven bits
    CHECK_FALSE(fromBase32("my"));
    CHECK_FALSE(fromBase32("M1"));
    CHECK_FALSE(fromBase32("MY======"));
}
