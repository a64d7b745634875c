#include "core/qr/patient_card_token.h"
#include "core/qr/problems.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::qr;

namespace {

std::array<std::uint8_t, 16> sixteen(std::string_view seed) {
    const Sha256 digest = sha256(seed);
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return bytes;
}

std::string codeOf(std::string_view text) {
    const auto token = PatientCardToken::read(text);
    return token ? "read" : token.error().code;
}

} // namespace

TEST_CASE("a token is printed, read and is the same token") {
    const auto random = sixteen("a patient card");
    const auto token = PatientCardToken::of(random);
    CHECK(token.text().size() == 35);
    CHECK(token.text().starts_with("KMIXR1:"));
    CHECK(token.hash() == sha256(ByteView(random)));
    CHECK(token.ending() == token.text().substr(29, 4));

    const auto again = PatientCardToken::read(token.text());
    REQUIRE(again);
    CHECK(again->text() == token.text());
    CHECK(again->hash() == token.hash());
}

TEST_CASE("the text of a known token never changes") {
    // Cards are printed once: this line fixes alphabet, order of bits and check for good.
    CHECK(PatientCardToken::of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}).text() ==
          "KMIXR1:AAAQEAYEAUDAOCAJBIFQYDIOB46J");
}

TEST_CASE("other QR codes are told from patient cards") {
    for (const auto* text : {"", "KMIXR", "KMIXR1", "KMIXR:", "KMIXR01:AB", "KMIXRX:AB", "kmixr1:aaaa",
                             "https://example.invalid/KMIXR1:", "HC1:NCFOXN", "WIFI:S:clinic;;", "KMIXR12345:A"})
        CHECK(codeOf(text) == "qr.not-patient-card");
    CHECK(codeOf(std::string(7089, '7')) == "qr.not-patient-card");
    CHECK(codeOf(std::string("KMIXR1\0:", 8)) == "qr.not-patient-card");
}

TEST_CASE("cards of a later edition are named as such") {
    for (const auto* text : {"KMIXR2:", "KMIXR2:AAAQEAYEAUDAOCAJBIFQYDIOB4XX", "KMIXR10:A", "KMIXR9999:"})
        CHECK(codeOf(text) == "qr.newer-card");
}

TEST_CASE("every single wrong character is noticed or changes nothing it should not") {
    const std::string good = PatientCardToken::of(sixteen("damage")).text();
    int unnoticed = 0;
    for (std::size_t at = 7; at < good.size(); ++at)
        for (const char letter : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")) {
            if (letter == good[at])
                continue;
            std::string bad = good;
            bad[at] = letter;
            const auto code = codeOf(bad);
            CHECK((code == "qr.damaged" || code == "read"));
            unnoticed += code == "read" ? 1 : 0;
        }
    // Ten bits of check let about one in 1,024 of the 868 changes pass; Reed-Solomon in the symbol stands before it.
    CHECK(unnoticed <= 6);
}

TEST_CASE("a damaged token of ours is damaged, not foreign") {
    const std::string good = PatientCardToken::of(sixteen("short")).text();
    CHECK(codeOf("KMIXR1:") == "qr.damaged");
    CHECK(codeOf(good.substr(0, good.size() - 1)) == "qr.damaged");
    CHECK(codeOf(good + "A") == "qr.damaged");
    CHECK(codeOf(good + "\n") == "qr.damaged");
    std::string wrongLetter = good;
    wrongLetter[10] = '1';
    CHECK(codeOf(wrongLetter) == "qr.damaged");
    std::string filled = "KMIXR1:AAAAAAAAAAAAAAAAAAAAAAAAAB"; // filling bits not zero, with a check that fits it
    CHECK(codeOf(filled + "AA") == "qr.damaged");
}

TEST_CASE("a problem carries nothing of the token") {
    const std::string good = PatientCardToken::of(sixteen("private")).text();
    const auto bad = PatientCardToken::read(good + "7");
    REQUIRE_FALSE(bad);
    CHECK(bad.error().logLine().find(good.substr(7, 6)) == std::string::npos);
}
