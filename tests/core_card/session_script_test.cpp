// Conversations written down: each command byte for byte, each answer, and what the caller is told.
#include "core/card/card_session.h"
#include "core/card/problems.h"
#include "tests/core_card/practice_identity.h"
#include "tests/core_card/scripted_pcsc.h"

#include <catch2/catch_test_macros.hpp>
#include <winscard.h>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

namespace {

const std::string reader = "Test Reader 00 00";
const std::string selectHpki = "00a4040010e828bd080fa00000039100000000000200";
const std::string selectHpkiWithoutReply = "00a4040c10e828bd080fa000000391000000000002";

const Bytes& certificate() {
    static const Bytes der = certificateDer(privateKey(KeyKind::Rsa2048), {});
    return der;
}

/// What a card that is none of ours is asked before it is called unknown.
std::vector<Script::Exchange> askedForOthers(const std::string& refusal) {
    return {{"00a404000ba00000030800001000010000", refusal}, // PIV
            {"00a404000ad392f00026010000000100", refusal},   // My Number card
            {"00a4080c022f00", refusal},                     // EF.DIR by its path, then folder by folder
            {"00a4000c023f00", refusal},
            {"00a404000ca000000063504b43532d313500", refusal}, // PKCS#15 and ISO/IEC 7816-15 by their names
            {"00a4040005e828bd080f00", refusal},
            {"00a4080c025015", refusal}}; // and by the usual place
}

/// SELECT of the application and its certificate, read in pieces of 256.
std::vector<Script::Exchange> opening() {
    std::vector<Script::Exchange> steps{{selectHpki, "6f009000"}, {"00a4020c020016", "9000"}};
    const std::string hex = toHex(certificate());
    for (std::size_t at = 0; at < certificate().size(); at += 256) {
        const auto length = std::min<std::size_t>(256, certificate().size() - at);
        const std::uint8_t head[] = {static_cast<std::uint8_t>(at >> 8), static_cast<std::uint8_t>(at & 0xFF),
                                     static_cast<std::uint8_t>(length & 0xFF)};
        steps.push_back({"00b0" + toHex(head), hex.substr(2 * at, 2 * length) + "9000"});
    }
    steps.push_back({"00a4020c025031", "6a82"}); // no directory files: the fixed ones it is
    return steps;
}

std::shared_ptr<Script> insertScript(std::vector<Script::Exchange> steps) {
    pcsc::reset();
    auto script = std::make_shared<Script>(std::move(steps));
    pcsc::insert(reader, script);
    return script;
}

/// A card that opened well and then follows `more`.
std::shared_ptr<Script> insertOpened(std::initializer_list<Script::Exchange> more) {
    auto steps = opening();
    steps.insert(steps.end(), more);
    return insertScript(std::move(steps));
}

const Script::Exchange selectPin{"00a4020c020002", "9000"}, selectKey{"00a4020c02000c", "9000"};

} // namespace

TEST_CASE("Opening reads the certificate and spends nothing") {
    const auto script = insertScript(opening());
    {
        const auto session = CardSession::open(reader);
        REQUIRE(session);
        CHECK(session->holder().name == "試験 太郎");
        CHECK(session->holder().cardName == "医師資格証(HPKI)");
        CHECK(session->holder().certificate == certificate());
        CHECK(session->scheme() == SignatureScheme::RsaPkcs1Sha256);
        CHECK(pcsc::openConnections() == 1);
    }
    CHECK(script->surprise().empty());
    CHECK(script->finished());
    CHECK(pcsc::dispositions() == std::vector<unsigned long>{SCARD_RESET_CARD});
    CHECK(pcsc::openConnections() == 0);
    CHECK(pcsc::openContexts() == 0);
}

TEST_CASE("A card that takes only the other form of SELECT") {
    for (const char* refusal : {"6a86", "6a80", "6700"}) {
        auto steps = opening();
        steps[0] = {selectHpkiWithoutReply, "9000"};
        steps.insert(steps.begin(), {selectHpki, refusal});
        const auto script = insertScript(std::move(steps));
        CHECK(CardSession::open(reader));
        CHECK(script->finished());
    }
}

TEST_CASE("SELECT answered 61xx is a success") {
    auto steps = opening();
    steps[0].answer = "6102";
    steps.insert(steps.begin() + 1, {"00c0000002", "6f009000"});
    const auto script = insertScript(std::move(steps));
    CHECK(CardSession::open(reader));
    CHECK(script->surprise().empty());
}

TEST_CASE("Cards that are something else are unknown, and get no VERIFY") {
    auto steps = askedForOthers("6a82");
    steps.push_back({"00a4000c023f00", "6a82"}); // the usual place, folder by folder
    steps.insert(steps.begin(), {selectHpki, "6a82"});
    const auto script = insertScript(steps);
    CHECK(CardSession::open(reader).error().is(problems::unknownCard));
    CHECK(script->surprise().empty());
    CHECK(script->finished());

    for (const char* refusal : {"6a82", "6d00", "6e00", "6881", "6a86", "6985"}) {
        pcsc::reset();
        const auto card = std::make_shared<ActingCard>([&](ByteView) { return *fromHex(refusal); });
        pcsc::insert(reader, card);
        CHECK(CardSession::open(reader).error().is(problems::unknownCard));
        CHECK(std::ranges::none_of(card->commands, [](const Bytes& command) { return command[1] == 0x20; }));
        CHECK(card->commands.size() < 24);
    }
    steps = askedForOthers("6a82");
    steps.push_back({"00a4000c023f00", "6a82"});
    steps.insert(steps.begin(), {{selectHpki, "9000"}, {"00a4020c020016", "6a82"}, {"00a4020c025031", "6a82"}});
    const auto withoutFile = insertScript(steps);
    CHECK(CardSession::open(reader).error().is(problems::unknownCard));
    CHECK(withoutFile->surprise().empty());
    CHECK(withoutFile->finished());
}

TEST_CASE("A certificate file that holds something else is malformed") {
    insertScript({{selectHpki, "9000"},
                  {"00a4020c020016", "9000"},
                  {"00b0000000", "30030201019000"},
                  {"00a4020c025031", "6a82"}});
    CHECK(CardSession::open(reader).error().is(problems::malformed));
}

TEST_CASE("Tries left, as cards tell them") {
    struct Row {
        const char* answer;
        std::optional<int> tries;
        bool blocked;
    };
    for (const Row& row : {Row{"63c3", 3, false}, Row{"63c0", 0, true}, Row{"6983", 0, true}, Row{"6984", 0, true},
                           Row{"9000", std::nullopt, false}, Row{"6300", std::nullopt, false},
                           Row{"6700", std::nullopt, false}, Row{"6d00", std::nullopt, false}}) {
        const auto script = insertOpened({selectPin, {"00200088", row.answer}});
        auto session = CardSession::open(reader);
        REQUIRE(session);
        const auto state = session->pinState();
        REQUIRE(state);
        CHECK(state->triesLeft == row.tries);
        CHECK(state->blocked == row.blocked);
        CHECK(script->finished());
    }
}

TEST_CASE("A wrong PIN tells the tries left, and the session goes on") {
    const auto script = insertOpened({selectPin,
                                      selectKey,
                                      {"002241b6048402000c", "9000"},
                                      {"002000880431323334", "63c2"},
                                      selectPin,
                                      selectKey,
                                      {"002241b6048402000c", "9000"},
                                      {"002000880431323335", "9000"}});
    auto session = CardSession::open(reader);
    REQUIRE(session);
    const auto wrong = session->verifyPin(Pin("1234"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().is(problems::pinWrong));
    CHECK(wrong.error().numbers.at("tries_left") == 2);
    CHECK(session->verifyPin(Pin("1235")));
    CHECK(script->surprise().empty());
    CHECK(script->finished());
}

TEST_CASE("A wrong PIN without a counter") {
    insertOpened({selectPin, selectKey, {"002241b6048402000c", "9000"}, {"002000880431323334", "6300"}});
    auto session = CardSession::open(reader);
    REQUIRE(session);
    const auto wrong = session->verifyPin(Pin("1234"));
    CHECK(wrong.error().is(problems::pinWrong));
    CHECK(wrong.error().numbers.empty());
}

TEST_CASE("The last wrong PIN and a blocked card end the session") {
    for (const char* answer : {"63c0", "6983", "6984"}) {
        const auto script =
            insertOpened({selectPin, selectKey, {"002241b6048402000c", "9000"}, {"002000880431323334", answer}});
        auto session = CardSession::open(reader);
        REQUIRE(session);
        CHECK(session->verifyPin(Pin("1234")).error().is(problems::pinBlocked));
        CHECK(session->verifyPin(Pin("1234")).error().is(problems::pinBlocked)); // no second VERIFY
        CHECK(session->pinState().error().is(problems::pinBlocked));
        CHECK(script->finished());
        CHECK(script->surprise().empty());
        CHECK(pcsc::openConnections() == 0);
    }
}

TEST_CASE("A malformed PIN is never sent") {
    const auto script = insertScript(opening());
    auto session = CardSession::open(reader);
    REQUIRE(session);
    const int before = pcsc::calls("SCardTransmit");
    for (const char* pin : {"", "123", "12345678901234567", "12a4", "１２３４", "12 4"}) {
        const auto refused = session->verifyPin(Pin(pin));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().is(problems::pinMalformed));
        CHECK(refused.error().numbers.at("min_length") == 4);
    }
    CHECK(pcsc::calls("SCardTransmit") == before);
    CHECK(script->surprise().empty());
}

TEST_CASE("A card that pads itself: from the PIN's file straight to VERIFY, then the key's file and the DigestInfo") {
    const std::string digestInfo = "3031300d060960864801650304020105000420" + toHex(sha256("message"));
    const auto script = insertOpened({selectPin,
                                      selectKey,
                                      {"002241b6048402000c", "6d00"},
                                      selectPin,
                                      {"002000880431323334", "9000"},
                                      selectKey,
                                      {"802a008033" + digestInfo + "00", "00009000"}});
    auto session = CardSession::open(reader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("1234")));
    // The answer is no signature of this key: it must not get out.
    CHECK(session->sign(bytesOf("message")).error().is(problems::signatureWrong));
    CHECK(script->surprise().empty());
    CHECK(script->finished());
}

TEST_CASE("MSE understood but signing not: the other way is tried without another VERIFY") {
    const std::string block =
        "0001" + std::string(2 * 202, 'f') + "00" + "3031300d060960864801650304020105000420" + toHex(sha256("message"));
    const auto script =
        insertOpened({selectPin,
                      selectKey,
                      {"002241b6048402000c", "9000"},
                      {"002000880431323334", "9000"},
                      {"102a9e9aff" + block.substr(0, 2 * 255), "6a86"}, // named before VERIFY: not again at first
                      selectKey,
                      {"002241b6048402000c", "6985"},
                      {"802a0080333031300d060960864801650304020105000420" + toHex(sha256("message")) + "00", "6982"}});
    auto session = CardSession::open(reader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("1234")));
    const auto refused = session->sign(bytesOf("message"));
    CHECK(refused.error().is(problems::refused));
    CHECK(refused.error().detail == "sign: SW 6982");
    CHECK(script->surprise().empty());
    CHECK(script->finished());
}

TEST_CASE("What opens a vault is not signed for anyone else") {
    const auto script = insertOpened({selectPin});
    auto session = CardSession::open(reader);
    REQUIRE(session);
    CHECK(session->sign(bytesOf("kmixr-vault-anything")).error().is(problems::refused));
    CHECK(session->vaultSecret(bytesOf("kmixr-signin-v1 anything")).error().is(problems::refused));
    CHECK(session->pinState().error().detail ==
          "ask for tries left: SW 6F00"); // neither ended the session nor was sent
    CHECK(script->surprise().ends_with("expected the end, came 00200088"));
}

TEST_CASE("Each PC/SC result while a session is being opened") {
    struct Row {
        const char* function;
        long code;
        ProblemCode problem;
    };
    for (const Row& row : {Row{"SCardEstablishContext", SCARD_E_NO_SERVICE, problems::serviceStopped},
                           Row{"SCardConnect", SCARD_F_COMM_ERROR, problems::serviceStopped},
                           Row{"SCardConnect", SCARD_E_INVALID_HANDLE, problems::serviceStopped},
                           Row{"SCardConnect", SCARD_E_UNKNOWN_READER, problems::noReader},
                           Row{"SCardConnect", SCARD_E_NO_READERS_AVAILABLE, problems::noReader},
                           Row{"SCardConnect", SCARD_E_NO_SMARTCARD, problems::noCard},
                           Row{"SCardConnect", SCARD_W_REMOVED_CARD, problems::removed},
                           Row{"SCardConnect", SCARD_W_RESET_CARD, problems::reset},
                           Row{"SCardConnect", SCARD_W_UNRESPONSIVE_CARD, problems::unknownCard},
                           Row{"SCardConnect", SCARD_E_PROTO_MISMATCH, problems::communication},
                           Row{"SCardBeginTransaction", SCARD_W_RESET_CARD, problems::reset},
                           Row{"SCardTransmit", SCARD_W_REMOVED_CARD, problems::removed},
                           Row{"SCardTransmit", SCARD_W_RESET_CARD, problems::reset},
                           Row{"SCardTransmit", SCARD_E_NO_SERVICE, problems::serviceStopped},
                           Row{"SCardTransmit", SCARD_F_COMM_ERROR, problems::serviceStopped}}) {
        insertScript(opening());
        pcsc::failNext(row.function, row.code);
        const auto session = CardSession::open(reader);
        REQUIRE_FALSE(session);
        INFO(row.function << " " << std::hex << row.code);
        CHECK(session.error().code == row.problem.text);
        CHECK(pcsc::openConnections() == 0);
        CHECK(pcsc::openContexts() == 0);
    }
}

TEST_CASE("A broken exchange is a removal when the card is gone, else a broken exchange") {
    for (const bool gone : {true, false}) {
        pcsc::reset();
        pcsc::insert(reader, std::make_shared<ActingCard>([&](ByteView) {
                         if (gone) {
                             pcsc::remove(reader);
                         }
                         return Bytes{}; // success with no bytes, as the virtual reader says it
                     }));
        const auto session = CardSession::open(reader);
        REQUIRE_FALSE(session);
        CHECK(session.error().is(gone ? problems::removed : problems::communication));
    }
    insertScript(opening());
    pcsc::failNext("SCardTransmit", SCARD_E_NOT_TRANSACTED);
    CHECK(CardSession::open(reader).error().is(problems::communication));
}

TEST_CASE("A card swapped in the middle of a command counts as removed") {
    pcsc::reset();
    pcsc::insert(reader, std::make_shared<ActingCard>([&](ByteView) {
                     pcsc::swap(reader, std::make_shared<Script>(std::vector<Script::Exchange>{}));
                     return Bytes{};
                 }));
    const auto session = CardSession::open(reader);
    REQUIRE_FALSE(session);
    CHECK_FALSE(session.error().is(problems::unknownCard));
}

TEST_CASE("Held by another program: a moment's patience, then it is said") {
    insertScript(opening());
    pcsc::holdByOther(reader, std::chrono::milliseconds(120));
    CHECK(CardSession::open(reader));
    insertScript(opening());
    pcsc::holdByOther(reader);
    CHECK(CardSession::open(reader).error().is(problems::heldByOther));
}

TEST_CASE("T=0 cards are spoken to in T=0") {
    auto steps = opening();
    steps[0] = {selectHpki.substr(0, selectHpki.size() - 2), "6102"};
    steps.insert(steps.begin() + 1, {"00c0000002", "6f009000"});
    const auto script = insertScript(std::move(steps));
    pcsc::useProtocolT0(reader);
    CHECK(CardSession::open(reader));
    CHECK(script->surprise().empty());
}
