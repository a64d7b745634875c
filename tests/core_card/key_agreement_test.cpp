#include "app/practice/cards/card_key.h"
#include "core/card/gzip.h"
#include "core/card/key_agreement.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <zlib.h>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

TEST_CASE("The vault's point: on the curve, from the constant alone, another for another constant") {
    const auto key = practice::CardKey::parse(privateKey(KeyKind::P256)).value();
    for (int i = 0; i < 32; ++i) {
        const std::string constant = "kmixr-vault " + std::to_string(i);
        const CurvePoint point = vaultPoint(bytesOf(constant));
        CHECK(point[0] == 0x04);
        CHECK(key.agree(point)); // OpenSSL refuses what is not on the curve
        CHECK(point == vaultPoint(bytesOf(constant)));
        CHECK(point != vaultPoint(bytesOf(constant + "x")));
    }
}

TEST_CASE("A question whose answer the host knows: the certificate's key gives it, no other key does") {
    const auto certificate = Certificate::parse(certificateDer(privateKey(KeyKind::P256), {})).value();
    const auto question = agreementQuestion(certificate).value();
    const auto right = practice::CardKey::parse(privateKey(KeyKind::P256))->agree(question.point).value();
    CHECK(std::ranges::equal(right, question.expected));
    const auto wrong = practice::CardKey::parse(privateKey(KeyKind::P256, 1))->agree(question.point).value();
    CHECK_FALSE(std::ranges::equal(wrong, question.expected));
    const auto rsa = Certificate::parse(certificateDer(privateKey(KeyKind::Rsa2048), {})).value();
    CHECK_FALSE(agreementQuestion(rsa));
}

TEST_CASE("The answer's X in every form cards give it") {
    const Bytes x(32, 0x11);
    Bytes point{0x04};
    point.insert(point.end(), 64, 0x11);
    const auto wrapped = [](std::uint8_t tag, const Bytes& content) {
        Bytes inner{0x7C, static_cast<std::uint8_t>(content.size() + 2), tag,
                    static_cast<std::uint8_t>(content.size())};
        inner.insert(inner.end(), content.begin(), content.end());
        return inner;
    };
    for (const Bytes& answer : {x, point, wrapped(0x82, x), wrapped(0x85, x), wrapped(0x85, point)}) {
        CHECK(std::ranges::equal(agreedX(answer), x));
    }
    for (const Bytes& answer : {Bytes{}, Bytes(31, 1), Bytes(65, 3), wrapped(0x81, x), wrapped(0x82, Bytes(5, 1))}) {
        CHECK(agreedX(answer).empty());
    }
}

TEST_CASE("Compressed certificates: whole ones only, and none that would fill the memory") {
    const Bytes plain(5000, 0x42);
    Bytes packed(compressBound(plain.size()));
    uLongf size = packed.size();
    REQUIRE(compress(packed.data(), &size, plain.data(), plain.size()) == Z_OK);
    packed.resize(size);
    CHECK(inflated(packed) == plain);
    CHECK_FALSE(inflated(ByteView(packed).first(packed.size() / 2)));
    CHECK_FALSE(inflated(bytesOf("no stream at all")));
    const Bytes large(1'000'000, 0x42);
    Bytes bomb(compressBound(large.size()));
    size = bomb.size();
    REQUIRE(compress(bomb.data(), &size, large.data(), large.size()) == Z_OK);
    bomb.resize(size);
    CHECK_FALSE(inflated(bomb));
}
