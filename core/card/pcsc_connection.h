// One exclusive connection to the card in a reader, with its transaction. Its end resets the card, so that a verified
// PIN serves nobody afterwards (cards.md §2.2, §10).
#pragma once

#include "core/card/card_channel.h"
#include "core/card/pcsc_context.h"
#include "core/card/reader_features.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kmixr::card {

class PcscConnection final : public Transmitter {
public:
    /// Another program often looks at a card for a moment when it is put in: waits `patience` for it to let go, then
    /// `card.held-by-other`. The context outlives the connection.
    static Outcome<std::unique_ptr<PcscConnection>> open(const PcscContext& context, const std::string& reader,
                                                         std::chrono::milliseconds patience);
    PcscConnection(const PcscConnection&) = delete;
    PcscConnection& operator=(const PcscConnection&) = delete;
    ~PcscConnection() override;

    /// A removal in the middle is told as `card.removed`, also where the reader only reports a broken exchange.
    Outcome<WipedBytes> transmit(ByteView command) override;
    Outcome<WipedBytes> verifyOnPad(std::uint32_t controlCode, ByteView structure) override;
    /// The pad of the reader, by what its driver says. Nothing where the driver does not know the question, or fails at
    /// it in whatever way: that says nothing about the card, and the connection goes on.
    [[nodiscard]] std::optional<PinPad> pinPad() const;
    [[nodiscard]] TransportProtocol protocol() const override { return protocol_; }
    [[nodiscard]] bool takesExtended() const override { return takesExtended_; }

private:
    PcscConnection(const PcscContext& context, std::string reader, long handle, unsigned long protocol);
    [[nodiscard]] bool cardIsGone() const;
    /// What came into `received_`, and what a failed call means.
    Outcome<WipedBytes> answerOf(long result, std::size_t size, std::string_view call);
    [[nodiscard]] Bytes ask(unsigned long controlCode) const;

    const PcscContext* context_;
    std::string reader_;
    long handle_;
    TransportProtocol protocol_;
    bool takesExtended_ = false;
    WipedBytes received_;
};

} // namespace kmixr::card
