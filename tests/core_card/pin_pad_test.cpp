// A PIN typed on the reader's own pad: what its driver tells, what it is told to do, and what its words mean.
#include "core/card/card_session.h"
#include "core/card/known_cards.h"
#include "core/card/pin_pad.h"
#include "core/card/problems.h"
#include "tests/core_card/pad_reader.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <reader.h>
#include <winscard.h>

#include <cstddef>
#include <cstring>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

namespace {

const std::string reader = "Pad Reader 00 00";

struct PadRow {
    const char* name;
    PinRule rule;
    PinFormat format;
    std::uint8_t reference;
    const char* structure; ///< format, block, length, min and max, end, message, …, VERIFY; nullptr: not on this pad
};

/// Without the two times in front.
std::string instructions(const PadRow& row, const PinPadProperties& pad = {}) {
    const auto made = padVerify(pad, row.rule, row.format, row.reference);
    return made ? toHex(ByteView(*made).subspan(2)) : "none";
}

practice::CardFile cardOf(const char* profile, KeyKind kind, const char* pin) {
    const auto key = privateKey(kind);
    return practice::makeCard(profile, key, certificatePem(key, {.keyUsage = "critical,digitalSignature"}), pin);
}

/// A My Number card whose PIN is 1950.
std::shared_ptr<ActingCard> insertWithPad(std::vector<std::string> typed) {
    auto card = layOnPadReader(reader, cardOf("jpki", KeyKind::Rsa2048, "1950"), PadReader(std::move(typed)));
    REQUIRE(card);
    return card;
}

} // namespace

TEST_CASE("Features: each tag with its control code, most significant byte first") {
    const auto features = ReaderFeatures::parse(*fromHex(PadReader::features));
    CHECK(features.controlCode(ReaderFeature::VerifyPinDirect) == PadReader::verifyCode);
    CHECK(features.controlCode(ReaderFeature::PinProperties) == PadReader::pinPropertiesCode);
    CHECK(features.controlCode(ReaderFeature::TlvProperties) == PadReader::tlvPropertiesCode);
    CHECK_FALSE(features.controlCode(ReaderFeature::VerifyPinStart));
}

TEST_CASE("Features: what is cut short, of another length or told twice says nothing new") {
    const Bytes whole = *fromHex(PadReader::features);
    for (std::size_t size = 0; size < 6; ++size) {
        CHECK_FALSE(ReaderFeatures::parse(ByteView(whole).first(size)).controlCode(ReaderFeature::VerifyPinDirect));
    }
    const auto odd = ReaderFeatures::parse(*fromHex("06020001"
                                                    "0a00"
                                                    "060442330006"
                                                    "0604deadbeef"
                                                    "1205"));
    CHECK(odd.controlCode(ReaderFeature::VerifyPinDirect) == PadReader::verifyCode);
    CHECK_FALSE(odd.controlCode(ReaderFeature::PinProperties));
    CHECK_FALSE(odd.controlCode(ReaderFeature::TlvProperties));
}

TEST_CASE("Properties of a pad, from either answer") {
    const auto none = pinPadProperties({}, {});
    CHECK_FALSE(none.display);
    CHECK(none.endConditions == 0);
    CHECK(none.maxDigits == 0);
    const auto four = pinPadProperties(*fromHex("02100701"), {});
    CHECK(four.display == true);
    CHECK(four.endConditions == 7);
    CHECK(four.secondTimeout);
    const auto both = pinPadProperties(*fromHex("02100701"), *fromHex("01020000"
                                                                      "020102"
                                                                      "030100"
                                                                      "060104"
                                                                      "07010c"));
    CHECK(both.display == false);
    CHECK(both.endConditions == 2);
    CHECK_FALSE(both.secondTimeout);
    CHECK(both.minDigits == 4);
    CHECK(both.maxDigits == 12);
    CHECK_FALSE(pinPadProperties(*fromHex("021007"), *fromHex("0101020201")).display); // cut short
}

TEST_CASE("A reader's instructions, card by card") {
    for (const PadRow& row : {
             PadRow{"My Number card: always four",
                    {4, 4, true},
                    {},
                    0x80,
                    "82"
                    "04"
                    "00"
                    "0404"
                    "02"
                    "00"
                    "0000"
                    "00"
                    "000000"
                    "09000000"
                    "0020008004ffffffff"},
             PadRow{"PIV: filled up to eight",
                    {6, 8, true},
                    {.blockSize = 8},
                    0x80,
                    "82"
                    "08"
                    "00"
                    "0806"
                    "02"
                    "00"
                    "0000"
                    "00"
                    "000000"
                    "0d000000"
                    "0020008008ffffffffffffffff"},
             PadRow{"HPKI: as long as typed",
                    {4, 16, true},
                    {},
                    0x88,
                    "82"
                    "00"
                    "00"
                    "1004"
                    "02"
                    "00"
                    "0000"
                    "00"
                    "000000"
                    "04000000"
                    "00200088"},
             PadRow{"7816-15: two digits a byte, zeros behind",
                    {4, 8, true},
                    {true, 8, 0x00},
                    0x01,
                    "81"
                    "08"
                    "00"
                    "0804"
                    "02"
                    "00"
                    "0000"
                    "00"
                    "000000"
                    "0d000000"
                    "00200001080000000000000000"},
             PadRow{"7816-15: two digits a byte, always six",
                    {6, 6, true},
                    {.bcd = true},
                    0x01,
                    "81"
                    "03"
                    "00"
                    "0606"
                    "02"
                    "00"
                    "0000"
                    "00"
                    "000000"
                    "08000000"
                    "0020000103ffffff"},
             PadRow{"letters are on no pad", {4, 8, false}, {}, 0x01, "none"},
             PadRow{"a block larger than the structure can say", {4, 16, true}, {.blockSize = 16}, 0x01, "none"},
             PadRow{"a PIN that may be longer than its block", {4, 12, true}, {.blockSize = 8}, 0x01, "none"},
         }) {
        INFO(row.name);
        CHECK(instructions(row) == row.structure);
    }
}

TEST_CASE("The structure is laid out as the driver's header has it") {
    const auto made = padVerify({.display = true, .secondTimeout = true}, {6, 8, true}, {.blockSize = 8}, 0x80);
    REQUIRE(made);
    PIN_VERIFY_STRUCTURE head{};
    REQUIRE(made->size() == sizeof head + 13);
    std::memcpy(static_cast<void*>(&head), made->data(), sizeof head);
    CHECK(head.bTimerOut == 30);
    CHECK(head.bTimerOut2 == 30);
    CHECK(head.wPINMaxExtraDigit == 0x0608);
    CHECK(head.bEntryValidationCondition == 0x02);
    CHECK(head.bNumberMessage == 0xFF);
    CHECK(head.ulDataLength == 13);
    CHECK(padVerify({}, {6, 8, true}, {.blockSize = 8}, 0x80)->at(1) == 0); // one time where the pad knows one
}

TEST_CASE("A pad that cannot take every PIN of a card is not used for it") {
    const PadRow hpki{"", {4, 16, true}, {}, 0x88, nullptr}, jpki{"", {4, 4, true}, {}, 0x80, nullptr};
    CHECK(instructions(hpki, {.maxDigits = 12}) == "none");
    CHECK(instructions(hpki, {.maxDigits = 16}) != "none");
    CHECK(instructions(hpki, {.minDigits = 6}) == "none");
    CHECK(instructions(hpki, {.endConditions = 0x01}) == "none"); // would end by itself at the wrong length
    CHECK(instructions(jpki, {.endConditions = 0x01}).substr(10, 2) == "01");
    CHECK(instructions(jpki, {.endConditions = 0x04}) == "none");
    CHECK(instructions(jpki, {.endConditions = 0x07}).substr(10, 2) == "02");
}

TEST_CASE("The reader's own words are told from the card's") {
    CHECK(failPadStatus(0x6400).value().is(card::problems::pinPadTimeout));
    CHECK(failPadStatus(0x6401).value().is(card::problems::pinPadCancelled));
    CHECK(failPadStatus(0x6402).value().is(card::problems::pinPadLength));
    CHECK(failPadStatus(0x6403).value().is(card::problems::pinPadLength));
    CHECK(failPadStatus(0x6B80).value().is(card::problems::pinPadRefused));
    CHECK(failPadStatus(0x63C2).value().numbers.at("tries_left") == 2);
    CHECK(failPadStatus(0x63C0).value().is(card::problems::pinBlocked));
    CHECK(failPadStatus(0x6983).value().is(card::problems::pinBlocked));
    CHECK(failPadStatus(0x6982).value().is(card::problems::refused));
    for (const StatusWord word : {0x6400, 0x6401, 0x6402, 0x6403, 0x6B80, 0x63C2}) {
        CHECK_FALSE(endsSession(failPadStatus(word).value()));
    }
    CHECK(endsSession(failPadStatus(0x6982).value()));
}

TEST_CASE("On the pad: one typing, one VERIFY, and the reader's troubles leave the session open") {
    const auto card = insertWithPad({"#6401", "#6400", "#6403", "0000", "1950"});
    auto session = CardSession::open(reader, CardUse::Patient);
    REQUIRE(session);
    CHECK(pcsc::calls("SCardControl") == 0); // nobody asked yet
    REQUIRE(session->offersPinPad());
    const int before = session->exchanges();
    for (const ProblemCode& word :
         {card::problems::pinPadCancelled, card::problems::pinPadTimeout, card::problems::pinPadLength}) {
        CHECK(session->verifyPinOnPad().error().is(word));
        CHECK(verifiesOf(*card) == 0);
    }
    CHECK(session->pinState()->triesLeft == 3);
    CHECK(session->verifyPinOnPad().error().numbers.at("tries_left") == 2);
    CHECK(verifiesOf(*card) == 1);
    CHECK(session->verifyPinOnPad());
    CHECK(verifiesOf(*card) == 2);
    CHECK(session->exchanges() - before == 2 * 5 + 2); // SELECT and VERIFY each, and the question between
    CHECK(pcsc::calls("SCardControl") == 3 + 5);
}

TEST_CASE("A pad that does not understand what it is told is not used again; the screen is") {
    const auto card = insertWithPad({"#6b80", "1950"});
    KnownCards known;
    auto session = CardSession::open(reader, CardUse::Patient, &known);
    REQUIRE(session);
    CHECK(session->verifyPinOnPad().error().is(card::problems::pinPadRefused));
    CHECK_FALSE(session->offersPinPad());
    CHECK(session->verifyPinOnPad().error().is(card::problems::pinPadRefused)); // and nothing was sent
    CHECK(verifiesOf(*card) == 0);
    CHECK(session->verifyPin(Pin("1950")));
    CHECK(verifiesOf(*card) == 1);
}

TEST_CASE("A line that breaks while the pad is used ends the session, and no VERIFY follows by itself") {
    const auto card = insertWithPad({"broken", "1950"});
    KnownCards known;
    {
        auto session = CardSession::open(reader, CardUse::Patient, &known);
        REQUIRE(session);
        CHECK(session->verifyPinOnPad().error().is(card::problems::communication));
        CHECK(session->verifyPinOnPad().error().is(card::problems::communication));
        CHECK_FALSE(session->offersPinPad());
        CHECK(verifiesOf(*card) == 0);
        CHECK(pcsc::openConnections() == 0);
    }
    auto next = CardSession::open(reader, CardUse::Patient, &known);
    REQUIRE(next);
    CHECK_FALSE(next->offersPinPad()); // whatever was wrong with it: now on the screen
}

TEST_CASE("A driver that fails at the question has no pad, and the card does not notice") {
    for (const long code : {SCARD_E_UNSUPPORTED_FEATURE, SCARD_E_NOT_TRANSACTED, SCARD_E_INVALID_PARAMETER,
                            SCARD_E_INSUFFICIENT_BUFFER, SCARD_F_COMM_ERROR, LONG{0x1234}}) {
        const auto card = insertWithPad({"1950"});
        auto session = CardSession::open(reader, CardUse::Patient);
        REQUIRE(session);
        pcsc::failNext("SCardControl", code);
        CHECK_FALSE(session->offersPinPad());
        CHECK(session->verifyPin(Pin("1950")));
    }
}

TEST_CASE("What a driver leaves behind when it fails is no answer") {
    insertWithPad({});
    pcsc::installDriver(reader, [](unsigned long, ByteView, ScriptedCard&, Bytes& answer) {
        answer = *fromHex(PadReader::features);
        return long{SCARD_E_UNSUPPORTED_FEATURE};
    });
    CHECK_FALSE(CardSession::open(reader, CardUse::Patient)->offersPinPad());
}

TEST_CASE("Every kind of card takes the PIN that was typed on the reader, with one VERIFY, and signs") {
    struct Row {
        const char* profile;
        KeyKind kind;
        const char* pin;
        CardUse use;
    };
    for (const Row& row :
         {Row{"hpki", KeyKind::Rsa2048, "482913", CardUse::Doctor},
          Row{"hpki", KeyKind::Rsa2048, "4829", CardUse::Doctor}, Row{"piv", KeyKind::P256, "482913", CardUse::Doctor},
          Row{"piv", KeyKind::P256, "48291305", CardUse::Doctor},
          Row{"pkcs15", KeyKind::Rsa2048, "482913", CardUse::Doctor},
          Row{"jpki", KeyKind::Rsa2048, "1950", CardUse::Patient}}) {
        CAPTURE(row.profile, row.pin);
        const auto card = layOnPadReader(reader, cardOf(row.profile, row.kind, row.pin), PadReader({row.pin}));
        REQUIRE(card);
        auto session = CardSession::open(reader, row.use);
        REQUIRE(session);
        REQUIRE(session->offersPinPad());
        REQUIRE(session->verifyPinOnPad());
        CHECK(verifiesOf(*card) == 1);
        CHECK(session->sign(bytesOf("kmixr-signin-v1 statement")));
    }
}

TEST_CASE("A reader whose keys take fewer digits than the card allows is not offered for it") {
    layOnPadReader(reader, cardOf("hpki", KeyKind::Rsa2048, "482913"), PadReader({"482913"}, 8));
    CHECK_FALSE(CardSession::open(reader)->offersPinPad()); // 4 to 16
    layOnPadReader(reader, cardOf("piv", KeyKind::P256, "482913"), PadReader({"482913"}, 8));
    CHECK(CardSession::open(reader)->offersPinPad()); // 6 to 8
}
