#include "core/card/apdu.h"

#include "core/card/problems.h"

#include <utility>

namespace kmixr::card {
namespace {

WipedBytes copyOf(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

std::uint8_t high(std::size_t value) {
    return static_cast<std::uint8_t>((value >> 8) & 0xFF);
}
std::uint8_t low(std::size_t value) {
    return static_cast<std::uint8_t>(value & 0xFF);
}

} // namespace

WipedBytes CommandApdu::encodeShort(TransportProtocol protocol) const {
    WipedBytes wire{cla, ins, p1, p2};
    if (!data.empty()) {
        wire.push_back(low(data.size()));
        wire.insert(wire.end(), data.begin(), data.end());
    }
    if (expected && (data.empty() || protocol == TransportProtocol::T1)) {
        wire.push_back(low(*expected)); // 256 is written 00
    }
    return wire;
}

WipedBytes CommandApdu::encodeExtended() const {
    WipedBytes wire{cla, ins, p1, p2};
    if (!data.empty() || expected) {
        wire.push_back(0);
    }
    if (!data.empty()) {
        wire.push_back(high(data.size()));
        wire.push_back(low(data.size()));
        wire.insert(wire.end(), data.begin(), data.end());
    }
    if (expected) {
        wire.push_back(high(*expected)); // 65,536 is written 0000
        wire.push_back(low(*expected));
    }
    return wire;
}

Outcome<ResponseApdu> ResponseApdu::parse(ByteView raw) {
    if (raw.size() < 2) {
        return fail(problems::communication, "answer of " + std::to_string(raw.size()) + " bytes");
    }
    const auto body = raw.first(raw.size() - 2);
    const auto tail = raw.last(2);
    return ResponseApdu{copyOf(body), static_cast<StatusWord>(tail[0] << 8 | tail[1])};
}

namespace apdu {

CommandApdu selectApplication(ByteView aid, SelectReply reply) {
    CommandApdu command{.ins = 0xA4, .p1 = 0x04, .p2 = 0x0C, .data = copyOf(aid)};
    if (reply == SelectReply::ControlInformation) {
        command.p2 = 0x00;
        command.expected = CommandApdu::shortReply;
    }
    return command;
}

CommandApdu selectFile(std::uint16_t fileId) {
    return {.ins = 0xA4, .p1 = 0x02, .p2 = 0x0C, .data = {high(fileId), low(fileId)}};
}

CommandApdu readBinary(std::size_t offset, std::size_t length) {
    return {.ins = 0xB0,
            .p1 = static_cast<std::uint8_t>(high(offset) & 0x7F), // bit 8 would mean a short file id
            .p2 = low(offset),
            .data = {},
            .expected = length};
}

CommandApdu pinQuery(std::uint8_t reference) {
    return {.ins = 0x20, .p2 = reference, .data = {}};
}

CommandApdu verify(std::uint8_t reference, SecretBytes&& pin) {
    const SecretBytes digits = std::move(pin);
    return {.ins = 0x20, .p2 = reference, .data = copyOf(digits.bytes())};
}

CommandApdu setSigningKey(ByteView keyReference) {
    CommandApdu command{.ins = 0x22, .p1 = 0x41, .p2 = 0xB6, .data = {0x84, low(keyReference.size())}};
    command.data.insert(command.data.end(), keyReference.begin(), keyReference.end());
    return command;
}

CommandApdu computeSignature(ByteView prepared, std::size_t replyLength) {
    return {.ins = 0x2A, .p1 = 0x9E, .p2 = 0x9A, .data = copyOf(prepared), .expected = replyLength};
}

CommandApdu computeSignatureOfDigestInfo(ByteView digestInfo) {
    return {.cla = 0x80, .ins = 0x2A, .p2 = 0x80, .data = copyOf(digestInfo), .expected = CommandApdu::shortReply};
}

CommandApdu getResponse(std::size_t length) {
    return {.ins = 0xC0, .data = {}, .expected = length};
}

} // namespace apdu
} // namespace kmixr::card
