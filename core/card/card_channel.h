// The way to the card: cuts long commands, fetches waiting bytes, corrects Le, so that callers see one command and one
// answer.
#pragma once

#include "core/card/apdu.h"

#include <utility>

namespace kmixr::card {

/// One exchange of raw bytes with a card. PcscConnection is the one that ships.
class Transmitter {
public:
    Transmitter() = default;
    Transmitter(const Transmitter&) = default;
    Transmitter& operator=(const Transmitter&) = default;
    Transmitter(Transmitter&&) = default;
    Transmitter& operator=(Transmitter&&) = default;
    virtual ~Transmitter() = default;
    virtual Outcome<WipedBytes> transmit(ByteView command) = 0;
    /// One exchange that the reader makes by itself, from what is typed on its pad; blocks until then.
    virtual Outcome<WipedBytes> verifyOnPad(std::uint32_t controlCode, ByteView structure);
    [[nodiscard]] virtual TransportProtocol protocol() const = 0;
    /// The card announced that it takes extended lengths (ATR).
    [[nodiscard]] virtual bool takesExtended() const { return false; }
};

/// Thread: the card's worker. Follows cards.md §3: 61xx, 6Cxx, command chaining first, extended length on
/// 6884/6E00/6700.
class CardChannel {
public:
    /// Keeps the reference: the transmitter outlives the channel.
    explicit CardChannel(Transmitter& transmitter)
        : transmitter_(&transmitter),
          longReplies_(transmitter.takesExtended() && transmitter.protocol() == TransportProtocol::T1) {}

    /// Any status word is a value here; only a broken conversation is a Problem.
    Outcome<ResponseApdu> send(const CommandApdu& command);
    /// Like send() for a short command, but bytes that still wait (61xx) are left with the card until rest() fetches
    /// them; any other command lets them fall.
    Outcome<ResponseApdu> begin(const CommandApdu& command);
    Outcome<ResponseApdu> rest(ResponseApdu first) { return collect(std::move(first)); }
    /// One VERIFY that the reader makes; what comes back is the card's answer or the reader's own word. Never repeated.
    Outcome<ResponseApdu> sendFromPad(std::uint32_t controlCode, ByteView structure);
    /// What one READ BINARY may ask for: more than a short answer only where the card announced that it can.
    [[nodiscard]] std::size_t longestReply() const {
        return longReplies_ ? CommandApdu::longReply : CommandApdu::shortReply;
    }
    /// The card refused a long answer after all, or its reader did.
    void keepRepliesShort() { longReplies_ = false; }
    /// Exchanges with the card so far.
    [[nodiscard]] int exchanges() const { return exchanges_; }

private:
    Outcome<ResponseApdu> exchange(ByteView wire);
    Outcome<ResponseApdu> sendShort(const CommandApdu& command);
    Outcome<ResponseApdu> sendChained(const CommandApdu& command);
    Outcome<ResponseApdu> sendExtended(const CommandApdu& command);
    Outcome<ResponseApdu> collect(ResponseApdu first);

    Transmitter* transmitter_;
    bool longReplies_;
    int exchanges_ = 0;
};

} // namespace kmixr::card
