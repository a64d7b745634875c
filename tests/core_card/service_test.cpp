// The room on real parts: pcscd, the virtual reader's driver, the software card over its socket.
#include "core/card/card_session.h"
#include "core/card/problems.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <future>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;
using namespace std::chrono_literals;
using practice::practiceReader;

TEST_CASE("Sign-in: holder, tries, wrong PIN, right PIN, signature, secret") {
    auto& table = CardTable::get();
    for (const auto& [hostPads, cardPads] : {std::pair{true, true}, std::pair{true, false}, std::pair{false, true}}) {
        auto file = doctorsCard();
        file.hostPads = hostPads;
        file.cardPads = cardPads;
        table.insert(file);
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        CHECK(session->holder().name == "試験 太郎");
        CHECK(session->holder().role == "Medical Doctor");
        CHECK(session->pinState().value().triesLeft == 3);
        const auto wrong = session->verifyPin(Pin("000000"));
        CHECK(wrong.error().is(card::problems::pinWrong));
        CHECK(wrong.error().numbers.at("tries_left") == 2);
        CHECK(table.storedCard().triesLeft == 2);
        REQUIRE(session->verifyPin(Pin("482913")));
        CHECK(table.storedCard().triesLeft == 3);
        CHECK(session->sign(bytesOf("kmixr-signin-v1 statement")).value().size() == 256);
        const auto secret = session->vaultSecret(bytesOf("kmixr-vault constant"));
        REQUIRE(secret);
        CHECK(secret->equals(session->vaultSecret(bytesOf("kmixr-vault constant")).value()));
    }
}

TEST_CASE("A reader without a PIN pad: nothing is sent when it is asked for all the same, and the PIN is typed here") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    const int before = session->exchanges();
    CHECK_FALSE(session->offersPinPad());
    CHECK(session->verifyPinOnPad().error().is(card::problems::pinPadRefused));
    CHECK(session->exchanges() == before);
    CHECK(session->pinState().value().triesLeft == 3);
    CHECK(session->verifyPin(Pin("482913")));
}

TEST_CASE("The secret of a vault is there again tomorrow, and on no other card") {
    auto& table = CardTable::get();
    const auto secretOf = [&](int number) {
        table.insert(doctorsCard(number));
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
        return session->vaultSecret(bytesOf("kmixr-vault constant")).value();
    };
    const auto first = secretOf(0);
    CHECK_FALSE(first.equals(secretOf(1)));
    CHECK(first.equals(secretOf(0)));
}

TEST_CASE("Awkward cards through a real service") {
    auto& table = CardTable::get();
    auto file = doctorsCard();
    file.faults.answersByGetResponse = true;
    file.faults.refusesChaining = true;
    table.insert(file);
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("482913")));
    CHECK(session->sign(bytesOf("message")));
}

TEST_CASE("Pulled before, in the middle of, and after a signature") {
    auto& table = CardTable::get();
    for (const auto moment : {practice::RemovalMoment::Before, practice::RemovalMoment::During}) {
        auto file = doctorsCard();
        file.faults.removeAt = 0x2A;
        file.faults.removal = moment;
        table.insert(file);
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
        const auto signature = session->sign(bytesOf("message"));
        REQUIRE_FALSE(signature);
        CHECK(signature.error().is(card::problems::removed));
        CHECK(session->pinState().error().is(card::problems::removed)); // the session is over
    }
    auto file = doctorsCard();
    file.cardPads = true;
    file.hostPads = false;
    file.faults.removeAt = 0x2A;
    file.faults.removal = practice::RemovalMoment::After;
    table.insert(file);
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("482913")));
    CHECK(session->sign(bytesOf("message")));
    CHECK(session->pinState().error().is(card::problems::removed));
}

TEST_CASE("Pulled while a PIN is on its way: a try may be spent, and nothing is claimed about it") {
    auto& table = CardTable::get();
    auto file = doctorsCard();
    file.faults.removeAt = 0x20;
    table.insert(file);
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    CHECK(session->verifyPin(Pin("000000")).error().is(card::problems::removed));
    CHECK(table.storedCard().triesLeft == 2); // the card had counted
}

TEST_CASE("Blocked stays blocked when the card is taken out and put back") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    {
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        CHECK(session->verifyPin(Pin("000000")).error().is(card::problems::pinWrong));
        CHECK(session->verifyPin(Pin("000000")).error().is(card::problems::pinWrong));
        CHECK(session->verifyPin(Pin("000000")).error().is(card::problems::pinBlocked));
    }
    table.remove();
    table.insertAgain();
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    CHECK(session->pinState().value().blocked);
    CHECK(session->verifyPin(Pin("482913")).error().is(card::problems::pinBlocked));
}

TEST_CASE("The end of a session takes the PIN with it") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    {
        auto session = CardSession::open(practiceReader);
        REQUIRE(session);
        REQUIRE(session->verifyPin(Pin("482913")));
    }
    auto next = CardSession::open(practiceReader);
    REQUIRE(next);
    CHECK(next->pinState().value().triesLeft == 3); // a card with a verified PIN would not tell
    CHECK(next->sign(bytesOf("message")).error().is(card::problems::refused));
}

TEST_CASE("One card, one user at a time") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    const auto first = CardSession::open(practiceReader);
    REQUIRE(first);
    CHECK(CardSession::open(practiceReader).error().is(card::problems::heldByOther));
}

TEST_CASE("A card that hangs: taking it out is the way out") {
    auto& table = CardTable::get();
    auto file = doctorsCard();
    file.faults.hangAt = 0x2A;
    table.insert(file);
    auto signing = std::async(std::launch::async, [] {
        auto session = CardSession::open(practiceReader);
        if (session && session->verifyPin(Pin("482913"))) {
            return session->sign(bytesOf("message"));
        }
        return Outcome<Bytes>(fail(card::problems::refused));
    });
    CHECK(signing.wait_for(800ms) == std::future_status::timeout);
    table.pull();
    REQUIRE(signing.wait_for(3s) == std::future_status::ready);
    CHECK(signing.get().error().is(card::problems::removed));
}

TEST_CASE("No card, no such reader, no service") {
    auto& table = CardTable::get();
    table.remove();
    CHECK(CardSession::open(practiceReader).error().is(card::problems::noCard));
    CHECK(CardSession::open("No Such Reader 00 00").error().is(card::problems::noReader));
    table.insert(doctorsCard());
    auto session = CardSession::open(practiceReader);
    REQUIRE(session);
    table.service().kill();
    CHECK(session->pinState().error().is(card::problems::serviceStopped));
    CHECK(CardSession::open(practiceReader).error().is(card::problems::serviceStopped));
    REQUIRE(table.service().restart());
}

TEST_CASE("The private service listens on loopback only and leaves the system's folder alone") {
    auto& table = CardTable::get();
    std::ifstream sockets("/proc/net/tcp");
    char port[8];
    std::snprintf(port, sizeof port, ":%04X", table.service().cardPort());
    int listening = 0;
    for (std::string line; std::getline(sockets, line);) {
        if (line.find(port) != std::string::npos && line.find(" 00000000:0000 0A ") != std::string::npos) {
            ++listening;
            CHECK(line.find("0100007F:") != std::string::npos);
        }
    }
    CHECK(listening == 1);
    CHECK(table.service().socket().string().starts_with(table.folder().string()));
    using std::filesystem::perms;
    for (const auto& place : {table.service().socket().parent_path(), table.service().socket()}) {
        CHECK((std::filesystem::status(place).permissions() & perms::others_all) == perms::none);
    }
    CHECK(std::filesystem::exists(table.service().socket().parent_path() / "pcscd.pid"));
}
