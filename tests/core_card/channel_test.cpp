#include "core/card/card_channel.h"
#include "core/card/card_file.h"
#include "core/card/problems.h"

#include <catch2/catch_test_macros.hpp>

#include <deque>

using namespace kmixr;
using namespace kmixr::card;

namespace {

/// Answers from a list, remembers what came.
class ListedAnswers final : public Transmitter {
public:
    ListedAnswers(std::initializer_list<const char*> answers, TransportProtocol protocol = TransportProtocol::T1)
        : answers_(answers.begin(), answers.end()), protocol_(protocol) {}

    Outcome<WipedBytes> transmit(ByteView command) override {
        commands.push_back(toHex(command));
        if (answers_.empty()) {
            return fail(problems::communication, "script is over");
        }
        const auto bytes = *fromHex(answers_.front());
        answers_.pop_front();
        return WipedBytes(bytes.begin(), bytes.end());
    }
    [[nodiscard]] TransportProtocol protocol() const override { return protocol_; }
    [[nodiscard]] bool used() const { return answers_.empty(); }

    std::vector<std::string> commands;

private:
    std::deque<std::string> answers_;
    TransportProtocol protocol_;
};

std::string hex(std::size_t count, const char* byte = "11") {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += byte;
    }
    return text;
}

} // namespace

TEST_CASE("61xx: waiting bytes are fetched until the card is done") {
    ListedAnswers card{"aa6102", "bb6101", "cc9000"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE(answer);
    CHECK(toHex(answer->data) == "aabbcc");
    CHECK(answer->done());
    CHECK(card.commands == std::vector<std::string>{"00b0000000", "00c0000002", "00c0000001"});
}

TEST_CASE("61xx: an error after a part is the status of the whole") {
    ListedAnswers card{"6104", "6f00"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE(answer);
    CHECK(answer->status == 0x6F00);
}

TEST_CASE("61xx without end is a broken card, not a loop") {
    ListedAnswers card{"6104", "6104"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().is(problems::communication));
}

TEST_CASE("6Cxx: the command is sent again with the Le the card wants") {
    ListedAnswers card{"6c03", "aabbcc9000"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE(answer);
    CHECK(toHex(answer->data) == "aabbcc");
    CHECK(card.commands.back() == "00b0000003");
}

TEST_CASE("6Cxx also answers GET RESPONSE") {
    ListedAnswers card{"6110", "6c02", "aabb9000"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE(answer);
    CHECK(toHex(answer->data) == "aabb");
    CHECK(card.commands == std::vector<std::string>{"00b0000000", "00c0000010", "00c0000002"});
}

TEST_CASE("A card that wants another Le for ever gets no third try") {
    ListedAnswers card{"6c03", "6c04"};
    const auto answer = CardChannel(card).send(apdu::readBinary(0, 256));
    REQUIRE(answer);
    CHECK(answer->status == 0x6C04);
    CHECK(card.used());
}

TEST_CASE("A long command is chained: class bit on all parts but the last, Le only there") {
    ListedAnswers card{"9000", "aa9000"};
    const auto answer = CardChannel(card).send(apdu::computeSignature(Bytes(256, 0x11), 256));
    REQUIRE(answer);
    CHECK(toHex(answer->data) == "aa");
    CHECK(card.commands == std::vector<std::string>{"102a9e9aff" + hex(255), "002a9e9a011100"});
}

TEST_CASE("255 bytes need no chain") {
    ListedAnswers card{"9000"};
    REQUIRE(CardChannel(card).send(apdu::computeSignature(Bytes(255, 0x11), 256)));
    CHECK(card.commands.size() == 1);
}

TEST_CASE("Chaining refused: extended length is tried, once") {
    for (const char* refusal : {"6884", "6e00", "6700"}) {
        ListedAnswers card{refusal, "bb9000"};
        const auto answer = CardChannel(card).send(apdu::computeSignature(Bytes(256, 0x11), 256));
        REQUIRE(answer);
        CHECK(toHex(answer->data) == "bb");
        CHECK(card.commands.back() == "002a9e9a000100" + hex(256) + "0100");
    }
}

TEST_CASE("Chaining refused on T=0: there is no extended length to fall back to") {
    ListedAnswers card({"6884"}, TransportProtocol::T0);
    const auto answer = CardChannel(card).send(apdu::computeSignature(Bytes(256, 0x11), 256));
    REQUIRE(answer);
    CHECK(answer->status == sw::chainingUnsupported);
    CHECK(card.commands.size() == 1);
}

TEST_CASE("T=0: the answer to a command with a body comes by GET RESPONSE") {
    ListedAnswers card({"6102", "aabb9000"}, TransportProtocol::T0);
    const auto answer = CardChannel(card).send(apdu::computeSignatureOfDigestInfo(Bytes{0x30}));
    REQUIRE(answer);
    CHECK(toHex(answer->data) == "aabb");
    CHECK(card.commands == std::vector<std::string>{"802a00800130", "00c0000002"});
}

TEST_CASE("Another refusal in the middle of a chain ends it") {
    ListedAnswers card{"6982"};
    const auto answer = CardChannel(card).send(apdu::computeSignature(Bytes(512, 0x11), 256));
    REQUIRE(answer);
    CHECK(answer->status == 0x6982);
    CHECK(card.commands.size() == 1);
}

TEST_CASE("A long answer alone asks in extended form on T=1 and in pieces on T=0") {
    const CommandApdu command{.ins = 0xCB, .data = {0x5C}, .expected = 4096};
    ListedAnswers modern{"aa9000"};
    REQUIRE(CardChannel(modern).send(command));
    CHECK(modern.commands.front() == "00cb00000000015c1000");
    ListedAnswers old({"6101", "aa9000"}, TransportProtocol::T0);
    REQUIRE(CardChannel(old).send(command));
    CHECK(old.commands.front() == "00cb0000015c");
}

TEST_CASE("A file is read as far as its object goes, padding left alone") {
    const std::string object = "3082012c" + hex(300, "77");
    ListedAnswers card{"9000", (object.substr(0, 512) + "9000").c_str(), (object.substr(512) + "9000").c_str()};
    CardChannel channel(card);
    const auto content = readObjectFile(channel, 0x0016, {});
    REQUIRE(content);
    CHECK(toHex(*content) == object);
    CHECK(card.commands == std::vector<std::string>{"00a4020c020016", "00b0000000", "00b0010030"});
}

TEST_CASE("A file shorter than one answer") {
    ListedAnswers card{"9000", "3003010203ffff6282"};
    CardChannel channel(card);
    const auto content = readObjectFile(channel, 0x0016, {});
    REQUIRE(content);
    CHECK(toHex(*content) == "3003010203");
}

TEST_CASE("A file cut short, empty, or without an object is malformed") {
    const std::string begun = "3082012c" + hex(252, "77") + "9000";
    for (const auto& end : {"6b00", "6a86", "9000", "6282"}) {
        ListedAnswers card{"9000", begun.c_str(), end};
        CardChannel channel(card);
        const auto content = readObjectFile(channel, 0x0016, {});
        REQUIRE_FALSE(content);
        CHECK(content.error().is(problems::malformed));
    }
    for (const char* start : {"9000", "ffffffff9000", "000000009000", "308400ffffff9000", "30847fffffff9000"}) {
        ListedAnswers card{"9000", start};
        CardChannel channel(card);
        const auto content = readObjectFile(channel, 0x0016, {});
        REQUIRE_FALSE(content);
        CHECK(content.error().is(problems::malformed));
    }
}

TEST_CASE("A missing file and a protected one are refusals") {
    ListedAnswers missing{"6a82"};
    CardChannel first(missing);
    CHECK(readObjectFile(first, 0x0016, {}).error().is(problems::refused));
    ListedAnswers locked{"9000", "6982"};
    CardChannel second(locked);
    CHECK(readObjectFile(second, 0x0016, {}).error().detail == "read file: SW 6982");
}
