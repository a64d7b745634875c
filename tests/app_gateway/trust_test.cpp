#include "app/gateway/server/trust/card_check.h"
#include "app/gateway/server/trust/certificate.h"
#include "app/gateway/server/trust/password.h"
#include "core/protocol/problems.h"
#include "tests/app_gateway/world/gateway_world.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

namespace {

const test::GatewayWorld& world() {
    static const test::GatewayWorld made;
    return made;
}

} // namespace

TEST_CASE("cards of the card CA, in validity, and no others") {
    const auto check = CardCheck::open(world().file("ca/card-ca.pem"));
    REQUIRE(check);
    const Instant now = SystemClock().now();
    CHECK(check->checkCertificate(world().renshu.der(), now));
    CHECK(check->checkCertificate(world().mihon.der(), now));
    for (const test::Identity* card : {&world().forged, &world().expired, &world().device}) {
        const auto refused = check->checkCertificate(card->der(), now);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().is(protocol::problems::certificateRejected));
    }
    CHECK_FALSE(check->checkCertificate(world().renshu.der(), now + std::chrono::hours(48)));
    CHECK_FALSE(check->checkCertificate(world().renshu.der(), now - std::chrono::hours(48)));
    Bytes longer = world().renshu.der();
    longer.push_back(0);
    CHECK_FALSE(check->checkCertificate(longer, now));
    CHECK_FALSE(check->checkCertificate(Bytes{1, 2, 3}, now));
    CHECK_FALSE(CardCheck::open(world().file("registry.json")));
}

TEST_CASE("My Number cards: of their own CA, for signing in, and a word for each that is not") {
    const auto check = CardCheck::open(world().file("ca/my-number-ca.pem"), CardCheck::myNumberCards);
    REQUIRE(check);
    const Instant now = SystemClock().now();
    const auto refusal = [&](const test::Identity& card, Instant at) {
        return check->checkCertificate(card.der(), at).error();
    };
    CHECK(check->checkCertificate(world().myNumber.der(), now));
    using namespace protocol::problems;
    for (const test::Identity* card :
         {&world().myNumberForged, &world().renshu, &world().device, &world().myNumberLegal}) {
        CHECK(refusal(*card, now).is(myNumberCardUntrusted));
    }
    CHECK(refusal(world().myNumberExpired, now).is(myNumberCardExpired));
    CHECK(refusal(world().myNumber, now - std::chrono::hours(48)).is(myNumberCardUntrusted)); // its CA is not yet valid
    CHECK_FALSE(CardCheck::open(world().file("ca/card-ca.pem"))->checkCertificate(world().myNumber.der(), now));
}

TEST_CASE("signatures of RSA and P-256 cards, whole and unchanged") {
    const ByteView message = bytesOf("the statement");
    for (const test::Identity* card : {&world().renshu, &world().mihon}) {
        Bytes signature = card->sign(message);
        CHECK(CardCheck::checkSignature(card->der(), message, signature));
        CHECK_FALSE(CardCheck::checkSignature(card->der(), bytesOf("another statement"), signature));
        CHECK_FALSE(CardCheck::checkSignature(world().shiyou.der(), message, signature));
        signature[signature.size() / 2] ^= 1U;
        const auto refused = CardCheck::checkSignature(card->der(), message, signature);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().is(protocol::problems::signatureRejected));
        CHECK_FALSE(CardCheck::checkSignature(card->der(), message, Bytes{}));
    }
    const Bytes plain = test::Identity::plainOf(world().mihon.sign(message));
    CHECK(CardCheck::checkSignature(world().mihon.der(), message, plain));
    CHECK_FALSE(CardCheck::checkSignature(world().mihon.der(), message, Bytes(64, 0)));
}

TEST_CASE("keys of other kinds are refused although they verify") {
    const auto other = test::Identity::issue({"P-384", test::Purpose::Card, test::KeyKind::P384}, &world().cardCa);
    const ByteView message = bytesOf("the statement");
    CHECK_FALSE(CardCheck::checkSignature(other.der(), message, other.sign(message)));
}

TEST_CASE("passwords") {
    const PasswordHash hash = PasswordHash::of("正しい合言葉", Bytes(16, 3));
    const auto read = PasswordHash::read(hash.text());
    REQUIRE(read);
    CHECK(read->matches("正しい合言葉"));
    CHECK_FALSE(read->matches("正しい合言葉 "));
    CHECK_FALSE(read->matches(""));
    // RFC 7914 §12, third vector (N = 16384, r = 8, p = 1), cut to our 32 bytes.
    CHECK(PasswordHash::of("pleaseletmein", Bytes{'S', 'o', 'd', 'i', 'u', 'm', 'C', 'h', 'l', 'o', 'r', 'i', 'd', 'e'})
              .text() == "U29kaXVtQ2hsb3JpZGU=$" +
                             toBase64(*fromHex("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")));
    for (const char* wrong : {"", "$", "salt", "c2FsdA==$", "c2FsdA==$aGFzaA==", "$AAAA"}) {
        CHECK_FALSE(PasswordHash::read(wrong));
    }
}

TEST_CASE("fingerprints and certificate files") {
    const auto der = readCertificateFile(world().file("ca/device.pem"));
    REQUIRE(der);
    CHECK(*der == world().device.der());
    CHECK(fingerprintOf(*der).size() == 64);
    CHECK(publicKeyHashOf(*der).size() == 64);
    CHECK(publicKeyHashOf(*der) != fingerprintOf(*der));
    CHECK(publicKeyHashOf(Bytes{1, 2, 3}).empty());
    CHECK_FALSE(readCertificateFile(world().file("ca/device.key")));
    CHECK_FALSE(readCertificateFile(world().file("ca/none.pem")));
}

} // namespace kmixr::server
