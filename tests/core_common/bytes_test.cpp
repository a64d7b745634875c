#include "core/common/bytes.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

TEST_CASE("hex and base64 go both ways and refuse nonsense") {
    const Bytes bytes{0x00, 0xFF, 0x10, 0x7F};
    CHECK(toHex(bytes) == "00ff107f");
    CHECK(fromHex("00FF107f") == bytes);
    CHECK_FALSE(fromHex("0"));
    CHECK_FALSE(fromHex("0g"));
    for (const char* text : {"", "f", "fo", "foo", "foob"}) {
        CHECK(fromBase64(toBase64(bytesOf(text))) == Bytes(bytesOf(text).begin(), bytesOf(text).end()));
    }
    CHECK(toBase64(bytesOf("fo")) == "Zm8=");
    CHECK_FALSE(fromBase64("Zm8"));
    CHECK_FALSE(fromBase64("Z!8="));
}

TEST_CASE("SHA-256 is the published one") {
    CHECK(toHex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
