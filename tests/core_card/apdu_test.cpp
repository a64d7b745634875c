#include "core/card/apdu.h"
#include "core/card/problems.h"
#include "core/card/signature_input.h"
#include "core/card/status_word.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::card;

namespace {

std::string wire(const CommandApdu& command, TransportProtocol protocol = TransportProtocol::T1) {
    return toHex(command.encodeShort(protocol));
}

} // namespace

TEST_CASE("Commands are written as ISO 7816-4 has them") {
    const auto aid = *fromHex("e828bd080fa000000391000000000002");
    CHECK(wire(apdu::selectApplication(aid, apdu::SelectReply::ControlInformation)) ==
          "00a4040010e828bd080fa00000039100000000000200");
    CHECK(wire(apdu::selectApplication(aid, apdu::SelectReply::None)) == "00a4040c10e828bd080fa000000391000000000002");
    CHECK(wire(apdu::selectFile(0x0016)) == "00a4020c020016");
    CHECK(wire(apdu::readBinary(0x0100, 256)) == "00b0010000");
    CHECK(wire(apdu::readBinary(0x7FFF, 4)) == "00b07fff04");
    CHECK(wire(apdu::pinQuery(0x88)) == "00200088");
    CHECK(wire(apdu::verify(0x88, SecretBytes("1234"))) == "002000880431323334");
    CHECK(wire(apdu::setSigningKey(*fromHex("000c"))) == "002241b6048402000c");
    CHECK(wire(apdu::getResponse(256)) == "00c0000000");
    CHECK(wire(apdu::computeSignatureOfDigestInfo(*fromHex("3031"))) == "802a008002303100");
}

TEST_CASE("On T=0 a command with a body carries no Le") {
    CHECK(wire(apdu::computeSignatureOfDigestInfo(*fromHex("3031")), TransportProtocol::T0) == "802a0080023031");
    CHECK(wire(apdu::readBinary(0, 4), TransportProtocol::T0) == "00b0000004");
}

TEST_CASE("Extended lengths: cases 2, 3 and 4") {
    CommandApdu command{.ins = 0xB0, .data = {}, .expected = 65'536};
    CHECK(toHex(command.encodeExtended()) == "00b00000000000");
    command.expected = 300;
    CHECK(toHex(command.encodeExtended()) == "00b0000000012c");
    command.data = {0xAB};
    CHECK(toHex(command.encodeExtended()) == "00b00000000001ab012c");
    command.expected.reset();
    CHECK(toHex(command.encodeExtended()) == "00b00000000001ab");
    const auto signing = apdu::computeSignature(Bytes(256, 0x11), 256);
    CHECK_FALSE(signing.fitsShort());
    CHECK(signing.encodeExtended().size() == 4 + 3 + 256 + 2);
}

TEST_CASE("An answer shorter than two bytes is a broken conversation, never a success") {
    for (const char* raw : {"", "90"}) {
        const auto answer = ResponseApdu::parse(*fromHex(raw));
        REQUIRE_FALSE(answer);
        CHECK(answer.error().is(problems::communication));
    }
    const auto answer = ResponseApdu::parse(*fromHex("aabb9000"));
    REQUIRE(answer);
    CHECK(answer->done());
    CHECK(toHex(answer->data) == "aabb");
}

TEST_CASE("Status words become this room's words") {
    const auto codeOf = [](StatusWord word) { return Problem(failStatus(word, "step").value()); };
    CHECK(codeOf(0x63C2).is(problems::pinWrong));
    CHECK(codeOf(0x63C2).numbers.at("tries_left") == 2);
    CHECK(codeOf(0x63C0).is(problems::pinBlocked));
    CHECK(codeOf(0x6300).is(problems::pinWrong));
    CHECK_FALSE(codeOf(0x6300).numbers.contains("tries_left"));
    CHECK(codeOf(0x6983).is(problems::pinBlocked));
    CHECK(codeOf(0x6984).is(problems::pinBlocked));
    CHECK(codeOf(0x6982).is(problems::refused));
    CHECK(codeOf(0x6A82).detail == "step: SW 6A82");
    CHECK(sw::moreBytes(0x6108) == 8);
    CHECK_FALSE(sw::moreBytes(0x9000));
    CHECK(sw::exactLength(0x6C00) == 0);
    CHECK(sw::triesLeft(0x63CF) == 15);
    CHECK_FALSE(sw::triesLeft(0x6300));
}

TEST_CASE("What a signature is made over") {
    const auto digest = sha256("abc");
    CHECK(toHex(digestInfo(digest)) == "3031300d060960864801650304020105000420" + toHex(digest));
    const auto block = paddedBlock(digest, 256);
    REQUIRE(block.size() == 256);
    CHECK(toHex(block).starts_with("0001ffff"));
    CHECK(toHex(block).ends_with("ff00" + toHex(digestInfo(digest))));
}

TEST_CASE("r and s side by side become DER; DER stays DER") {
    Bytes both(64, 0x01);
    both[0] = 0x80; // would read as negative
    both[32] = 0x00;
    CHECK(toHex(ecdsaAsDer(both)) ==
          "3044022100" + toHex(ByteView(both).first(32)) + "021f" + toHex(ByteView(both).subspan(33)));
    const auto der = *fromHex("3006020101020102");
    CHECK(ecdsaAsDer(der) == der);
}
