#include "core/card/card_channel.h"

#include "core/card/problems.h"

#include <algorithm>
#include <utility>

namespace kmixr::card {
namespace {

constexpr std::uint8_t chainingBit = 0x10;

std::size_t lengthOf(std::uint8_t announced) {
    return announced == 0 ? CommandApdu::shortReply : announced;
}

bool wantsExtended(StatusWord word) {
    return word == sw::chainingUnsupported || word == sw::classUnsupported || word == sw::wrongLength;
}

} // namespace

Outcome<WipedBytes> Transmitter::verifyOnPad(std::uint32_t /*controlCode*/, ByteView /*structure*/) {
    return fail(problems::communication, "no PIN pad on this way");
}

Outcome<ResponseApdu> CardChannel::sendFromPad(std::uint32_t controlCode, ByteView structure) {
    ++exchanges_;
    return transmitter_->verifyOnPad(controlCode, structure).and_then([](const WipedBytes& raw) {
        return ResponseApdu::parse(raw);
    });
}

Outcome<ResponseApdu> CardChannel::send(const CommandApdu& command) {
    if (command.fitsShort()) {
        return sendShort(command);
    }
    if (command.data.size() <= CommandApdu::shortData) { // only the answer is long
        if (transmitter_->protocol() == TransportProtocol::T1) {
            return sendExtended(command);
        }
        CommandApdu pieces = command;
        pieces.expected = CommandApdu::shortReply;
        return sendShort(pieces);
    }
    auto answer = sendChained(command);
    if (answer && wantsExtended(answer->status) && transmitter_->protocol() == TransportProtocol::T1) {
        return sendExtended(command);
    }
    return answer;
}

Outcome<ResponseApdu> CardChannel::exchange(ByteView wire) {
    ++exchanges_;
    return transmitter_->transmit(wire).and_then([](const WipedBytes& raw) { return ResponseApdu::parse(raw); });
}

Outcome<ResponseApdu> CardChannel::sendShort(const CommandApdu& command) {
    auto answer = begin(command);
    return answer ? collect(std::move(*answer)) : answer;
}

Outcome<ResponseApdu> CardChannel::begin(const CommandApdu& whole) {
    CommandApdu command = whole;
    auto answer = exchange(command.encodeShort(transmitter_->protocol()));
    if (answer && sw::exactLength(answer->status)) {
        command.expected = lengthOf(*sw::exactLength(answer->status));
        answer = exchange(command.encodeShort(transmitter_->protocol()));
    }
    return answer;
}

Outcome<ResponseApdu> CardChannel::sendChained(const CommandApdu& command) {
    const ByteView all = command.data;
    std::size_t at = 0;
    while (all.size() - at > CommandApdu::shortData) {
        const auto part = all.subspan(at, CommandApdu::shortData);
        const CommandApdu link{.cla = static_cast<std::uint8_t>(command.cla | chainingBit),
                               .ins = command.ins,
                               .p1 = command.p1,
                               .p2 = command.p2,
                               .data = {part.begin(), part.end()}};
        auto answer = exchange(link.encodeShort(transmitter_->protocol()));
        if (!answer || !answer->done()) {
            return answer;
        }
        at += part.size();
    }
    CommandApdu last = command;
    last.data.assign(all.begin() + static_cast<std::ptrdiff_t>(at), all.end());
    if (last.expected) {
        last.expected = std::min(*last.expected, CommandApdu::shortReply);
    }
    return sendShort(last);
}

Outcome<ResponseApdu> CardChannel::sendExtended(const CommandApdu& command) {
    if (command.data.size() > CommandApdu::extendedData) {
        return fail(problems::refused, "command too long for any card");
    }
    auto answer = exchange(command.encodeExtended());
    return answer ? collect(std::move(*answer)) : answer;
}

Outcome<ResponseApdu> CardChannel::collect(ResponseApdu first) {
    ResponseApdu whole = std::move(first);
    while (const auto waiting = sw::moreBytes(whole.status)) {
        auto next = exchange(apdu::getResponse(lengthOf(*waiting)).encodeShort(transmitter_->protocol()));
        if (next && sw::exactLength(next->status)) {
            const auto exact = lengthOf(*sw::exactLength(next->status));
            next = exchange(apdu::getResponse(exact).encodeShort(transmitter_->protocol()));
        }
        if (!next) {
            return next;
        }
        // Each round must bring bytes, and no more than an answer can hold: a card that promises for ever is broken.
        if (sw::moreBytes(next->status) && next->data.empty()) {
            return fail(problems::communication, "answer without end");
        }
        whole.data.insert(whole.data.end(), next->data.begin(), next->data.end());
        whole.status = next->status;
        if (whole.data.size() > CommandApdu::extendedReply) {
            return fail(problems::communication, "answer too long");
        }
    }
    return whole;
}

} // namespace kmixr::card
