#include "core/card/certificate.h"
#include "core/card/hc_role.h"
#include "core/card/problems.h"
#include "core/common/clock.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

TEST_CASE("The holder is named in Japanese where the certificate does so, else in Latin letters") {
    const auto key = privateKey(KeyKind::Rsa2048);
    const auto japanese = holderOf(certificateDer(key, {}));
    REQUIRE(japanese);
    CHECK(japanese->name == "試験 太郎");
    const auto latin = holderOf(certificateDer(key, {.japaneseName = ""}));
    REQUIRE(latin);
    CHECK(latin->name == "TEST Taro");
}

TEST_CASE("hcRole as published certificates carry it, byte for byte") {
    CHECK(hcRoles(*fromHex(doctorRoleHex)) == std::vector<std::string>{"Medical Doctor"});
    const auto holder = holderOf(certificateDer(privateKey(KeyKind::Rsa2048), {.roleExtension = doctorRoleHex}));
    REQUIRE(holder);
    CHECK(holder->role == medicalDoctorRole);
}

TEST_CASE("Among several roles the doctor's counts, wherever it stands") {
    const auto key = privateKey(KeyKind::Rsa2048);
    const auto roleOf = [&](const std::vector<std::string>& roles) {
        return holderOf(certificateDer(key, {.roleExtension = roleExtension(roles)})).value().role;
    };
    CHECK(roleOf({"Director of Hospital", "Medical Doctor"}) == "Medical Doctor");
    CHECK(roleOf({"Pharmacist"}) == "Pharmacist");
    CHECK(holderOf(certificateDer(key, {})).value().role.empty());
}

TEST_CASE("A role under another coding scheme, or bytes that are no roles, give no role") {
    auto bytes = *fromHex(doctorRoleHex);
    const auto scheme = *fromHex("060a2a830886910f01060101");
    const auto at = std::search(bytes.begin(), bytes.end(), scheme.begin(), scheme.end());
    REQUIRE(at != bytes.end());
    *(at + 11) = 0x02; // …1.6.1.2
    CHECK(hcRoles(bytes).empty());
    for (std::size_t length = 0; length < bytes.size(); ++length) { // never past the end, whatever is cut
        CHECK(hcRoles(ByteView(*fromHex(doctorRoleHex)).first(length)).empty());
    }
    CHECK(hcRoles(*fromHex("30060604288185423100")).empty());
}

TEST_CASE("Days of validity are Japan's") {
    const auto today = SystemClock().today();
    const auto key = privateKey(KeyKind::Rsa2048);
    const auto holder = holderOf(certificateDer(key, {.firstDay = -10, .lastDay = 20})).value();
    CHECK(daysBetween(holder.validFrom, today) == 10);
    CHECK(daysBetween(today, holder.validUntil) == 20);
    CHECK(checkValidity(holder, today));
    CHECK(checkValidity(holder, holder.validUntil));
    CHECK(checkValidity(holder, addDays(holder.validUntil, 1)).error().is(problems::certificateExpired));
    CHECK(checkValidity(holder, addDays(holder.validFrom, -1)).error().is(problems::certificateExpired));
}

TEST_CASE("What is not exactly one certificate is malformed") {
    const auto der = certificateDer(privateKey(KeyKind::Rsa2048), {});
    CHECK(holderOf(der).value().certificate == der);
    auto longer = der;
    longer.push_back(0);
    CHECK(holderOf(longer).error().is(problems::malformed));
    CHECK(holderOf(ByteView(der).first(der.size() - 1)).error().is(problems::malformed));
    CHECK(holderOf({}).error().is(problems::malformed));
    CHECK(holderOf(Bytes(2000, 0x30)).error().is(problems::malformed));
}

TEST_CASE("Names that are no names: control characters fall away, endless ones are not shown") {
    const auto key = privateKey(KeyKind::Rsa2048);
    CHECK(holderOf(certificateDer(key, {.japaneseName = "試験\n太郎\x1b"})).value().name == "試験太郎");
}

TEST_CASE("The scheme follows the key") {
    CHECK(Certificate::parse(certificateDer(privateKey(KeyKind::Rsa2048), {})).value().scheme() ==
          SignatureScheme::RsaPkcs1Sha256);
    const auto ec = Certificate::parse(certificateDer(privateKey(KeyKind::P256), {}));
    REQUIRE(ec);
    CHECK(ec->scheme() == SignatureScheme::EcdsaP256Sha256);
}

TEST_CASE("A signature that does not fit is wrong, of whatever length") {
    const auto certificate = Certificate::parse(certificateDer(privateKey(KeyKind::Rsa2048), {})).value();
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{256}, std::size_t{512}}) {
        CHECK(certificate.verify(sha256("x"), Bytes(size, 0x5A)).error().is(problems::signatureWrong));
    }
}
