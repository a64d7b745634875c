#include "core/common/signed_bytes.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;

namespace {

SigningKey keyOf(std::uint8_t fill) {
    SecretBytes seed(32);
    std::fill(seed.bytes().begin(), seed.bytes().end(), fill);
    return std::move(*SigningKey::fromSeed(std::move(seed)));
}

} // namespace

TEST_CASE("the public half is the one of RFC 8032, test 1") {
    const auto seed = fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const auto key = SigningKey::fromSeed(SecretBytes(*seed));
    REQUIRE(key);
    CHECK(toHex(key->publicKey()) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK_FALSE(SigningKey::fromSeed(SecretBytes(31)));
}

TEST_CASE("a signature holds for these bytes, this purpose and this key, and nothing else") {
    const SigningKey key = keyOf(1);
    TrustedKeys trusted;
    trusted.trust(key.publicKey(), "rules");
    const ByteView data = bytesOf("what was delivered");
    const Signature signature = key.sign("rules", data);

    CHECK(trusted.check("rules", data, signature) == SignatureCheck::Good);
    CHECK(trusted.check("rules", bytesOf("what was Delivered"), signature) == SignatureCheck::Wrong);
    CHECK(trusted.check("rules", {}, signature) == SignatureCheck::Wrong);
    for (const std::size_t at : {0U, 31U, 32U, 63U}) {
        Signature bent = signature;
        bent.bytes.at(at) ^= 1U;
        CHECK(trusted.check("rules", data, bent) == SignatureCheck::Wrong);
    }
    SECTION("another purpose") {
        CHECK(trusted.check("masters", data, signature) == SignatureCheck::KeyUnknown);
        trusted.trust(key.publicKey(), "masters");
        CHECK(trusted.check("masters", data, signature) == SignatureCheck::Wrong);
        CHECK(trusted.check("masters", data, key.sign("masters", data)) == SignatureCheck::Good);
    }
    SECTION("another key, under its own name and under the trusted one") {
        Signature foreign = keyOf(2).sign("rules", data);
        CHECK(trusted.check("rules", data, foreign) == SignatureCheck::KeyUnknown);
        foreign.keyId = key.keyId();
        CHECK(trusted.check("rules", data, foreign) == SignatureCheck::Wrong);
    }
    SECTION("no key is trusted at all") {
        CHECK(TrustedKeys{}.check("rules", data, signature) == SignatureCheck::KeyUnknown);
    }
}

TEST_CASE("a signature is one line of text") {
    const Signature signature = keyOf(3).sign("rules", bytesOf("x"));
    const std::string line = signature.toText();
    CHECK(line.starts_with("kmixr-ed25519 " + keyOf(3).keyId() + ' '));
    CHECK(Signature::fromText(line) == signature);
    CHECK(Signature::fromText(line + "\n") == signature);
    CHECK(Signature::fromText(line + "\r\n") == signature);
    for (const std::string& bad : {std::string(), std::string("kmixr-ed25519 "), line.substr(1), line + "\n\n",
                                   line + "AAAA", line.substr(0, line.size() - 4), "x" + line}) {
        INFO(bad);
        CHECK_FALSE(Signature::fromText(bad));
    }
}

TEST_CASE("the list of trusted keys goes to text and back, and a broken one is refused whole") {
    TrustedKeys trusted;
    trusted.trust(keyOf(4).publicKey(), "rules");
    trusted.trust(keyOf(4).publicKey(), "masters");
    trusted.trust(keyOf(5).publicKey(), "rules");
    const auto again = TrustedKeys::read(trusted.toJson());
    REQUIRE(again);
    const ByteView data = bytesOf("data");
    CHECK(again->check("rules", data, keyOf(5).sign("rules", data)) == SignatureCheck::Good);
    CHECK(again->check("masters", data, keyOf(4).sign("masters", data)) == SignatureCheck::Good);
    CHECK(again->check("masters", data, keyOf(5).sign("masters", data)) == SignatureCheck::KeyUnknown);

    const std::string good = toBase64(keyOf(4).publicKey());
    const std::string badFiles[] = {
        "",
        "[]",
        "{}",
        R"({"keys":[{}]})",
        R"({"keys":[{"public_key":")" + good + R"("}]})",
        R"({"keys":[{"public_key":"AAAA","purposes":["rules"]}]})",
        R"({"keys":[{"public_key":")" + good + R"(","purposes":["rules"]},{"public_key":1,"purposes":[]}]})",
    };
    for (const std::string& bad : badFiles) {
        INFO(bad);
        const auto keys = TrustedKeys::read(bad);
        REQUIRE_FALSE(keys);
        CHECK(keys.error().is(problems::trustedKeysUnreadable));
    }
    CHECK_FALSE(TrustedKeys::open("/nonexistent/keys.json"));
}
