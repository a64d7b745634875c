#include "core/card/answer_to_reset.h"
#include "core/card/card_channel.h"
#include "core/card/card_file.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::card;

namespace {

bool announced(const char* hex) {
    return announcesExtendedLength(*fromHex(hex));
}

/// A file of 1,000 bytes, and how long an answer the card really gives.
class LongFile final : public Transmitter {
public:
    LongFile(bool announces, bool refuses) : announces_(announces), refuses_(refuses) {
        file_ = {0x30, 0x82, 0x03, 0xE4};
        file_.resize(1'000, 0x11);
    }
    Outcome<WipedBytes> transmit(ByteView command) override {
        ++commands;
        const bool extended = command.size() == 7;
        if (extended && refuses_) {
            return WipedBytes{0x67, 0x00};
        }
        const auto offset = static_cast<std::size_t>(command[2] << 8 | command[3]);
        std::size_t wanted = extended ? static_cast<std::size_t>(command[5] << 8 | command[6]) : command[4];
        wanted = wanted == 0 ? 256 : wanted;
        const std::size_t size = std::min(wanted, file_.size() - std::min(offset, file_.size()));
        WipedBytes answer(file_.begin() + static_cast<std::ptrdiff_t>(offset),
                          file_.begin() + static_cast<std::ptrdiff_t>(offset + size));
        const bool ended = size < wanted;
        answer.insert(answer.end(),
                      {static_cast<std::uint8_t>(ended ? 0x62 : 0x90), static_cast<std::uint8_t>(ended ? 0x82 : 0x00)});
        return answer;
    }
    [[nodiscard]] TransportProtocol protocol() const override { return TransportProtocol::T1; }
    [[nodiscard]] bool takesExtended() const override { return announces_; }

    int commands = 0;

private:
    bool announces_, refuses_;
    Bytes file_;
};

int commandsFor(LongFile& card, Expect expect) {
    CardChannel channel(card);
    const auto read = readSelectedObject(channel, KnownCards{}, 0, expect);
    REQUIRE(read);
    CHECK(read->size() == 1'000);
    return card.commands;
}

} // namespace

TEST_CASE("ATR: extended lengths are taken where the card's capabilities announce them, and only there") {
    CHECK(announced("3b8681018073000040ff")); // T=1, compact TLV without status
    CHECK(announced("3b87810180318173000040"
                    "00")); // another object before
    CHECK(announced("3b88810100730000c0009000"
                    "00")); // with status behind
    CHECK(announced("3bfd1300008131fe458031817300004000"
                    "0000000000"));
    CHECK_FALSE(announced("3b868101807300008000")); // chaining alone
    CHECK_FALSE(announced("3b85810180720000ff00")); // capabilities without a third byte
    CHECK_FALSE(announced("3b858101"
                          "4b4d495852")); // historical bytes of the maker's own
    CHECK_FALSE(announced("3b8001"
                          "81")); // none at all
}

TEST_CASE("ATR: bytes that are no answer to reset announce nothing") {
    const Bytes whole = *fromHex("3bfd1300008131fe45803181730000400000000000");
    for (std::size_t size = 0; size < 18; ++size) {
        CHECK_FALSE(announcesExtendedLength(ByteView(whole).first(size)));
    }
    CHECK_FALSE(announced("3bffffffffffffffffffffffffffffffffffff"));
    CHECK_FALSE(announced("3b8f8101807f"));
}

TEST_CASE("A new certificate is read in one answer where the card can, a known one is looked at first") {
    LongFile able(true, false), known(true, false), plain(false, false), liar(true, true);
    CHECK(commandsFor(able, Expect::New) == 1);
    CHECK(commandsFor(known, Expect::Known) == 2);
    CHECK(commandsFor(plain, Expect::New) == 4);
    CHECK(commandsFor(liar, Expect::New) == 5); // refuses what it announced: asked once, never again
}
