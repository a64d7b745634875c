// Whole sessions against the software card, still without a service: dialects, faults, secrets, and how many commands
// it takes.
#include "app/practice/cards/soft_card.h"
#include "core/card/card_session.h"
#include "core/card/certificate.h"
#include "core/card/problems.h"
#include "tests/core_card/practice_identity.h"
#include "tests/core_card/scripted_pcsc.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using practice::CardFile;
using practice::SoftCard;

namespace {

const std::string reader = "Test Reader 00 00";

CardFile soundCard(KeyKind kind = KeyKind::Rsa2048, int number = 0) {
    const auto key = privateKey(kind, number);
    return practice::makeHpkiCard(key, certificatePem(key, {.roleExtension = doctorRoleHex}), "482913", 3);
}

/// The software card in the scripted reader, its commands counted.
struct Laid {
    std::shared_ptr<SoftCard> card;
    std::shared_ptr<ActingCard> acting;
    std::shared_ptr<CardFile> stored;
};

Laid lay(CardFile file) {
    pcsc::reset();
    auto stored = std::make_shared<CardFile>(file);
    auto made = SoftCard::insert(std::move(file), [stored](const CardFile& changed) { *stored = changed; });
    REQUIRE(made);
    auto card = std::make_shared<SoftCard>(std::move(*made));
    auto acting = std::make_shared<ActingCard>([card](ByteView command) { return card->answer(command); });
    pcsc::insert(reader, acting);
    return {card, acting, stored};
}

int verifyCommands(const ActingCard& card) {
    return static_cast<int>(std::ranges::count_if(
        card.commands, [](const Bytes& command) { return command.size() > 4 && command[1] == 0x20; }));
}

} // namespace

TEST_CASE("The whole sign-in, in each dialect, with one VERIFY for one PIN") {
    for (const auto& [hostPads, cardPads] : {std::pair{true, true}, std::pair{true, false}, std::pair{false, true}}) {
        CardFile file = soundCard();
        file.hostPads = hostPads;
        file.cardPads = cardPads;
        const auto laid = lay(file);
        auto session = CardSession::open(reader);
        REQUIRE(session);
        CHECK(session->holder().role == "Medical Doctor");
        CHECK(session->pinState().value().triesLeft == 3);
        REQUIRE(session->verifyPin(Pin("482913")));
        const auto signature = session->sign(bytesOf("kmixr-signin-v1 and so on"));
        REQUIRE(signature);
        CHECK(signature->size() == 256);
        const auto secret = session->vaultSecret(bytesOf("kmixr-vault constant"));
        REQUIRE(secret);
        const auto again = session->vaultSecret(bytesOf("kmixr-vault constant"));
        REQUIRE(again);
        CHECK(secret->equals(*again));
        CHECK_FALSE(secret->equals(session->vaultSecret(bytesOf("kmixr-vault other")).value()));
        CHECK(verifyCommands(*laid.acting) == 1);
    }
}

TEST_CASE("The secret is the card's alone: the same in both dialects and in a later session, another on another card") {
    const auto secretOf = [](CardFile file) {
        lay(std::move(file));
        auto session = CardSession::open(reader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
        return session->vaultSecret(bytesOf("kmixr-vault constant")).value();
    };
    CardFile hostPads = soundCard(), cardPads = soundCard();
    hostPads.cardPads = false;
    cardPads.hostPads = false;
    const auto first = secretOf(hostPads);
    CHECK(first.equals(secretOf(cardPads)));
    CHECK_FALSE(first.equals(secretOf(soundCard(KeyKind::Rsa2048, 1))));
}

TEST_CASE("Awkward cards are read all the same") {
    for (const auto& change : std::initializer_list<void (*)(practice::CardFaults&)>{
             [](practice::CardFaults& faults) { faults.answersByGetResponse = true; },
             [](practice::CardFaults& faults) { faults.wantsExactLength = true; },
             [](practice::CardFaults& faults) { faults.refusesChaining = true; },
             [](practice::CardFaults& faults) { faults.refusesExtended = true; },
             [](practice::CardFaults& faults) { faults.refusesChaining = faults.refusesExtended = true; }}) {
        CardFile file = soundCard();
        change(file.faults);
        lay(file);
        auto session = CardSession::open(reader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
        CHECK(session->sign(bytesOf("message")));
    }
}

TEST_CASE("Neither chaining nor extended length, and no padding of its own: said, not guessed") {
    CardFile file = soundCard();
    file.cardPads = false;
    file.faults.refusesChaining = file.faults.refusesExtended = true;
    const auto laid = lay(file);
    auto session = CardSession::open(reader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("482913")));
    CHECK(session->sign(bytesOf("message")).error().is(card::problems::refused));
    CHECK(verifyCommands(*laid.acting) == 1);
}

TEST_CASE("A certificate that does not fit the key never yields a signature or a secret") {
    CardFile file = soundCard();
    file.certificatePem = certificatePem(privateKey(KeyKind::Rsa2048, 1), {});
    for (const bool forVault : {false, true}) {
        lay(file);
        auto session = CardSession::open(reader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
        if (forVault) {
            CHECK(session->vaultSecret(bytesOf("kmixr-vault c")).error().is(card::problems::signatureWrong));
        } else {
            CHECK(session->sign(bytesOf("message")).error().is(card::problems::signatureWrong));
        }
        CHECK(pcsc::openConnections() == 0);
    }
}

TEST_CASE("A certificate file cut short") {
    CardFile file = soundCard();
    file.faults.certificateCutAt = 600;
    lay(file);
    CHECK(CardSession::open(reader).error().is(card::problems::malformed));
}

TEST_CASE("An elliptic-curve key signs, and has no secret to give") {
    lay(soundCard(KeyKind::P256));
    auto session = CardSession::open(reader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("482913")));
    CHECK(session->scheme() == SignatureScheme::EcdsaP256Sha256);
    CHECK(session->vaultSecret(bytesOf("kmixr-vault c")).error().is(card::problems::noVaultMeans));
    const auto signature = session->sign(bytesOf("message"));
    REQUIRE(signature);
    const auto certificate = Certificate::parse(session->holder().certificate).value();
    CHECK(certificate.verify(sha256("message"), *signature));
}

TEST_CASE("Signing without a PIN is refused and ends the session") {
    lay(soundCard());
    auto session = CardSession::open(reader);
    REQUIRE(session);
    CHECK(session->sign(bytesOf("message")).error().is(card::problems::refused));
    CHECK(session->verifyPin(Pin("482913")).error().is(card::problems::refused));
}

TEST_CASE("Wrong PINs down to blocked, each costing exactly one try") {
    const auto laid = lay(soundCard());
    auto session = CardSession::open(reader);
    REQUIRE(session);
    for (const int left : {2, 1}) {
        CHECK(session->verifyPin(Pin("0000")).error().numbers.at("tries_left") == left);
        CHECK(session->pinState().value().triesLeft == left);
        CHECK(laid.stored->triesLeft == left);
    }
    CHECK(session->verifyPin(Pin("0000")).error().is(card::problems::pinBlocked));
    auto next = CardSession::open(reader);
    REQUIRE(next);
    CHECK(next->pinState().value().blocked);
    CHECK(next->verifyPin(Pin("482913")).error().is(card::problems::pinBlocked));
}

TEST_CASE("The end of a session takes the PIN with it") {
    const auto laid = lay(soundCard());
    {
        auto session = CardSession::open(reader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
    }
    CHECK(laid.acting->resets == 1);
}
