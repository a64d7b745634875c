// Every kind of card through the same session: who holds it, tries, one VERIFY, a signature that fits, the vault's
// secret by the card's best means, and how many commands that takes when the card is new and when it is known.
#include "app/practice/cards/soft_card.h"
#include "core/card/card_session.h"
#include "core/card/certificate.h"
#include "core/card/known_cards.h"
#include "core/card/problems.h"
#include "tests/core_card/practice_identity.h"
#include "tests/core_card/scripted_pcsc.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using practice::CardFile;
using practice::SoftCard;

namespace {

const std::string reader = "Test Reader 00 00";
const std::string constant = "kmixr-vault constant";

/// A card of a profile; `vault`: the kind of its second key.
CardFile cardOf(const char* profile, KeyKind kind, std::optional<KeyKind> vault = std::nullopt, int number = 0) {
    const auto key = privateKey(kind, number);
    const CertificateWish wish{.roleExtension = doctorRoleHex, .keyUsage = "critical,digitalSignature"};
    CardFile file = practice::makeCard(profile, key, certificatePem(key, wish), "482913");
    if (std::string_view(profile) == "jpki") {
        file.pin = "1950";
    }
    if (vault) {
        file.vaultKeyPem = privateKey(*vault, 50 + number);
        file.vaultCertificatePem = certificatePem(file.vaultKeyPem, {.latinName = "TEST Vault", .japaneseName = {}});
    }
    return file;
}

std::shared_ptr<ActingCard> lay(CardFile file) {
    pcsc::reset();
    auto made = SoftCard::insert(std::move(file), [](const CardFile&) {});
    REQUIRE(made);
    auto card = std::make_shared<SoftCard>(std::move(*made));
    auto acting = std::make_shared<ActingCard>([card](ByteView command) { return card->answer(command); });
    pcsc::insert(reader, acting);
    return acting;
}

int verifies(const ActingCard& card) {
    return static_cast<int>(std::ranges::count_if(
        card.commands, [](const Bytes& command) { return command.size() > 5 && command[1] == 0x20; }));
}

/// Everything a sign-in does; the vault's secret, empty when the card has no means.
SecretBytes signInWith(const CardFile& file, CardUse use = CardUse::Doctor, KnownCards* known = nullptr) {
    auto session = CardSession::open(reader, use, known);
    REQUIRE(session);
    CHECK(session->holder().name == "試験 太郎");
    CHECK(session->pinState().value().triesLeft == 3);
    CHECK(checkPin(session->pinRule(), Pin(file.pin)));
    REQUIRE(session->verifyPin(Pin(file.pin)));
    const auto signature = session->sign(bytesOf("kmixr-signin-v1 statement"));
    REQUIRE(signature);
    const auto certificate = Certificate::parse(session->holder().certificate);
    CHECK(certificate->verify(sha256("kmixr-signin-v1 statement"), *signature));
    auto secret = session->vaultSecret(bytesOf(constant));
    if (!secret) {
        CHECK(secret.error().is(card::problems::noVaultMeans));
        return {};
    }
    return std::move(*secret);
}

struct Row {
    const char* name;
    CardFile file;
    bool givesSecret;
    std::string_view cardName;
};

std::vector<Row> doctorsCards() {
    CardFile compressed = cardOf("piv", KeyKind::Rsa2048, KeyKind::P256);
    compressed.compressedCertificates = true;
    CardFile padsItself = cardOf("pkcs15", KeyKind::Rsa2048), padsNot = padsItself;
    padsItself.hostPads = false;
    padsNot.cardPads = false;
    return {
        {"hpki", cardOf("hpki", KeyKind::Rsa2048), true, "医師資格証(HPKI)"},
        {"hpki p-256", cardOf("hpki", KeyKind::P256), false, "医師資格証(HPKI)"},
        {"hpki with directory files", cardOf("hpki-directory", KeyKind::Rsa2048), true, "医師資格証(HPKI)"},
        {"hpki with directory files, key agreement", cardOf("hpki-directory", KeyKind::P256, KeyKind::P256), true,
         "医師資格証(HPKI)"},
        {"piv rsa, 9D p-256", cardOf("piv", KeyKind::Rsa2048, KeyKind::P256), true, "PIVカード"},
        {"piv p-256, 9D rsa", cardOf("piv", KeyKind::P256, KeyKind::Rsa2048), true, "PIVカード"},
        {"piv rsa alone", cardOf("piv", KeyKind::Rsa2048), true, "PIVカード"},
        {"piv p-256 alone", cardOf("piv", KeyKind::P256), false, "PIVカード"},
        {"piv, certificates compressed", compressed, true, "PIVカード"},
        {"pkcs15 rsa", cardOf("pkcs15", KeyKind::Rsa2048), true, "ICカード(ISO/IEC 7816-15)"},
        {"pkcs15 rsa, card pads", padsItself, true, "ICカード(ISO/IEC 7816-15)"},
        {"pkcs15 rsa, host pads", padsNot, true, "ICカード(ISO/IEC 7816-15)"},
        {"pkcs15 p-256, agrees", cardOf("pkcs15", KeyKind::P256, KeyKind::P256), true, "ICカード(ISO/IEC 7816-15)"},
        {"pkcs15 p-256 alone", cardOf("pkcs15", KeyKind::P256), false, "ICカード(ISO/IEC 7816-15)"},
    };
}

} // namespace

TEST_CASE("Every doctor's card: sign-in with one VERIFY, and the same secret today and tomorrow") {
    for (const Row& row : doctorsCards()) {
        INFO(row.name);
        const auto card = lay(row.file);
        const SecretBytes first = signInWith(row.file);
        CHECK(first.empty() != row.givesSecret);
        CHECK(verifies(*card) == 1);
        lay(row.file);
        CHECK(first.equals(signInWith(row.file)));
        CHECK(CardSession::open(reader)->holder().cardName == row.cardName);
    }
}

TEST_CASE("The secret is the card's own: another card of the same kind gives another") {
    for (const char* profile : {"piv", "pkcs15"}) {
        const CardFile one = cardOf(profile, KeyKind::Rsa2048, KeyKind::P256, 0);
        const CardFile other = cardOf(profile, KeyKind::Rsa2048, KeyKind::P256, 1);
        lay(one);
        const SecretBytes secret = signInWith(one);
        CHECK(secret.size() == 32); // agreed on, not signed
        lay(other);
        CHECK_FALSE(secret.equals(signInWith(other)));
    }
}

TEST_CASE("Commands of a sign-in: a new card, and one that is known") {
    struct Limit {
        const char* name;
        CardFile file;
        std::size_t fresh, known;
    };
    // Up to the signature that proves the holder, and then the vault's secret on top. A card of ISO/IEC 7816-15 has to
    // be asked for its directory the first time.
    for (const Limit& limit : {Limit{"hpki", cardOf("hpki", KeyKind::Rsa2048), 18, 12},
                               Limit{"piv", cardOf("piv", KeyKind::Rsa2048, KeyKind::P256), 20, 10},
                               Limit{"pkcs15", cardOf("pkcs15", KeyKind::P256, KeyKind::P256), 36, 10}}) {
        KnownCards known;
        std::size_t before = 0, toTheSignature = 0;
        for (const bool first : {true, false}) {
            const auto card = lay(limit.file);
            auto session = CardSession::open(reader, CardUse::Doctor, &known);
            REQUIRE(session);
            REQUIRE(session->pinState());
            REQUIRE(session->verifyPin(Pin(limit.file.pin)));
            REQUIRE(session->sign(bytesOf("kmixr-signin-v1")));
            toTheSignature = card->commands.size();
            REQUIRE(session->vaultSecret(bytesOf(constant)));
            INFO(limit.name << (first ? ", new: " : ", known: ") << toTheSignature << " commands to the signature, "
                            << card->commands.size() << " with the vault");
            CHECK(card->commands.size() <= (first ? limit.fresh : limit.known));
            CHECK((first || toTheSignature <= 10));
            CHECK((first || card->commands.size() < before));
            before = card->commands.size();
        }
    }
}

TEST_CASE("A known card is told by its own certificate, never taken for another") {
    KnownCards known;
    for (const char* profile : {"hpki", "piv", "pkcs15"}) {
        for (const int number : {0, 1, 0, 1}) {
            CardFile file = cardOf(profile, KeyKind::Rsa2048, std::nullopt, number);
            lay(file);
            auto session = CardSession::open(reader, CardUse::Doctor, &known);
            REQUIRE(session);
            CHECK(session->holder().certificate == *practice::certificateDer(file.certificatePem));
            REQUIRE(session->verifyPin(Pin("482913")));
            CHECK(session->sign(bytesOf("message")));
        }
    }
}

TEST_CASE("A card that shows a known certificate but holds another key is found out") {
    KnownCards known;
    const CardFile real = cardOf("hpki", KeyKind::Rsa2048);
    lay(real);
    signInWith(real, CardUse::Doctor, &known);
    CardFile forged = real;
    forged.keyPem = privateKey(KeyKind::Rsa2048, 1);
    lay(forged);
    auto session = CardSession::open(reader, CardUse::Doctor, &known);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("482913")));
    CHECK(session->sign(bytesOf("message")).error().is(card::problems::signatureWrong));
}

TEST_CASE("The My Number card: a patient's, four digits, the card pads; never a doctor's") {
    const CardFile file = cardOf("jpki", KeyKind::Rsa2048);
    const auto card = lay(file);
    auto session = CardSession::open(reader, CardUse::Patient);
    REQUIRE(session);
    CHECK(session->holder().cardName == "マイナンバーカード");
    CHECK(session->pinRule().minLength == 4);
    CHECK(session->pinRule().maxLength == 4);
    CHECK(session->pinState().value().triesLeft == 3);
    CHECK(session->verifyPin(Pin("0000")).error().numbers.at("tries_left") == 2);
    REQUIRE(session->verifyPin(Pin("1950")));
    CHECK(session->sign(bytesOf("consent")).value().size() == 256);
    // Only the user-authentication certificate is ever looked at.
    for (const Bytes& command : card->commands) {
        const bool selects = command.size() == 7 && command[1] == 0xA4;
        CHECK((!selects || (command[6] != 0x01 && command[6] != 0x02)));
    }

    lay(file);
    CHECK(CardSession::open(reader).error().is(card::problems::myNumberCard));
    lay(cardOf("hpki", KeyKind::Rsa2048));
    CHECK(CardSession::open(reader, CardUse::Patient).error().is(card::problems::notMyNumberCard));
}

TEST_CASE("Awkward cards of every kind are read all the same") {
    for (const auto& change : std::initializer_list<void (*)(practice::CardFaults&)>{
             [](practice::CardFaults& faults) { faults.answersByGetResponse = true; },
             [](practice::CardFaults& faults) { faults.wantsExactLength = true; },
             [](practice::CardFaults& faults) { faults.refusesChaining = true; },
             [](practice::CardFaults& faults) { faults.refusesExtended = true; }}) {
        for (Row row : doctorsCards()) {
            INFO(row.name);
            change(row.file.faults);
            lay(row.file);
            signInWith(row.file);
        }
    }
}

TEST_CASE("A key for legal signatures never signs in, whatever else is on the card") {
    // The directory lists it first, under a PIN of its own; the software card would answer to it, and is not asked.
    const CardFile file = cardOf("pkcs15", KeyKind::Rsa2048);
    const auto card = lay(file);
    signInWith(file);
    for (const Bytes& command : card->commands) {
        CHECK_FALSE((command[1] == 0x22 && command.back() == 9));
    }
    CardFile onlyLegal = file;
    onlyLegal.certificatePem = certificatePem(file.keyPem, {.keyUsage = "critical,nonRepudiation"});
    lay(onlyLegal);
    CHECK(CardSession::open(reader).error().is(card::problems::unknownCard));
}

TEST_CASE("A dirty contact is said, costs no PIN it should not, and the next attempt works") {
    for (const Row& row : doctorsCards()) {
        INFO(row.name);
        for (const int every : {2, 3, 5, 7}) {
            CardFile file = row.file;
            file.faults.dirtyEvery = every;
            const auto card = lay(file);
            auto session = CardSession::open(reader);
            if (session && session->pinState()) {
                static_cast<void>(session->verifyPin(Pin(file.pin)));
                CHECK(verifies(*card) <= 1);
            }
        }
    }
}
