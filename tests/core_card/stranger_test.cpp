// Cards of ISO/IEC 7816-15 that nobody of ours made: each differs from our software card in what the standard leaves
// open, and has to be read from its own directory.
#include "app/practice/cards/card_key.h"
#include "core/card/card_session.h"
#include "core/card/problems.h"
#include "tests/core_card/practice_identity.h"
#include "tests/core_card/scripted_pcsc.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace kmixr;
using namespace kmixr::card;
using namespace kmixr::testing;

namespace {

const std::string reader = "Stranger 00 00";

Bytes t(unsigned tag, const Bytes& value) {
    Bytes out{static_cast<std::uint8_t>(tag)};
    if (value.size() > 0xFF) {
        out.insert(out.end(), {0x82, static_cast<std::uint8_t>(value.size() >> 8)});
    } else if (value.size() > 0x7F) {
        out.push_back(0x81);
    }
    out.push_back(static_cast<std::uint8_t>(value.size() & 0xFF));
    out.insert(out.end(), value.begin(), value.end());
    return out;
}
Bytes h(const char* hex) {
    return fromHex(hex).value();
}
Bytes row(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}
Bytes path(const char* hex) {
    return t(0x30, t(0x04, h(hex)));
}

/// What this card does in its own way.
struct Habits {
    bool recordDirectory = false;  ///< EF.DIR holds records
    bool selectsWithReply = false; ///< SELECT only with control information asked for
    bool knowsPaths = true;        ///< SELECT by path (P1 = 08)
    bool globalPin = false;        ///< the PIN stands under the root
    bool namedByFile = false;      ///< MSE wants 81 file, 84 00 and an algorithm
    bool namedByAlgorithm = false; ///< MSE wants the algorithm of EF.CIAInfo, number 5A
    bool plainSignature = false;   ///< r ‖ s instead of DER
    bool wrapsAgreement = false;   ///< ECDH answers 7C{85 point}
    bool consentEachTime = false;  ///< a PIN for each signature
};

/// EC key that signs and agrees, RSA key that signs; certificates of 45 and 46.
class Stranger {
public:
    Stranger(const Habits& habits, bool rsa)
        : habits_(habits), rsa_(rsa), key_(practice::CardKey::parse(privateKey(kind(), 9)).value()) {
        const Bytes certificate = certificateDer(privateKey(kind(), 9), {.keyUsage = "critical,digitalSignature"});
        const Bytes algorithm = habits.namedByAlgorithm ? t(0xA1, t(0x02, h("02"))) : Bytes{};
        const Bytes usage = t(0x03, rsa ? h("0520") : h("072080"));
        const Bytes consent = habits.consentEachTime ? t(0x02, h("01")) : Bytes{};
        files_[0x2F00] = t(0x61, row({t(0x4F, h("a000000063504b43532d3135")), t(0x50, h("58"))}));
        files_[0x5031] = row({t(0xA8, path("4701")), t(0xA4, path("4702")), t(0xA0, path("4703"))});
        files_[0x5032] =
            t(0x30, row({t(0x02, h("01")), t(0x04, h("77")),
                         t(0xA2, t(0x30, row({t(0x02, h("02")), t(0x02, h("40")), h("0500"), t(0x03, h("0640")),
                                              t(0x06, h("2a8648ce3d0403")), t(0x02, h("5a"))})))}));
        files_[0x4703] =
            t(rsa ? 0x30 : 0xA0,
              row({t(0x30, row({t(0x0C, h("4b")), t(0x04, h("21")), consent})),
                   t(0x30, row({t(0x04, h("45")), usage, t(0x02, habits.namedByFile ? h("00") : h("83")), algorithm})),
                   t(0xA1, t(0x30, path(habits.globalPin ? "3f0050154b07" : "4b07")))}));
        files_[0x4702] = t(0x30, row({t(0x30, {}), t(0x30, t(0x04, h("45"))), t(0xA1, t(0x30, path("4c01")))}));
        files_[0x4701] = t(0x30, row({t(0x30, t(0x0C, h("50"))), t(0x30, t(0x04, h("21"))),
                                      t(0xA1, t(0x30, row({t(0x03, h("0348")), t(0x0A, h("01")), t(0x02, h("05")),
                                                           t(0x02, h("00")), t(0x02, h("0a")), t(0x80, h("03")),
                                                           habits.globalPin ? path("3f00") : Bytes{}})))}));
        files_[0x4C01] = certificate;
    }

    Bytes answer(ByteView wire) {
        const std::uint8_t ins = wire[1], p1 = wire[2], p2 = wire[3];
        const bool hasData = wire.size() > 5;
        ByteView data = hasData ? wire.subspan(5, std::min<std::size_t>(wire[4], wire.size() - 5)) : ByteView{};
        if ((wire[0] & 0x10) != 0) {
            chain_.insert(chain_.end(), data.begin(), data.end());
            return h("9000");
        }
        Bytes whole = chain_;
        whole.insert(whole.end(), data.begin(), data.end());
        chain_.clear();
        switch (ins) {
        case 0xA4:
            return select(p1, p2, data);
        case 0xB0:
            return read(static_cast<std::size_t>(p1 << 8 | p2));
        case 0xB2:
            return habits_.recordDirectory && file_ == 0x2F00 && p1 == 1 ? good(files_[0x2F00]) : h("6a83");
        case 0x20:
            return verify(p2, data);
        case 0x22:
            return name(p2, data);
        case 0x2A:
            return p1 == 0x9E && p2 == 0x9A ? sign(whole) : h("6a86");
        case 0x86:
            return agree(data);
        default:
            return h("6d00");
        }
    }

    int verifies = 0;

private:
    [[nodiscard]] KeyKind kind() const { return rsa_ ? KeyKind::Rsa2048 : KeyKind::P256; }
    static Bytes good(Bytes content) {
        content.insert(content.end(), {0x90, 0x00});
        return content;
    }

    Bytes select(std::uint8_t p1, std::uint8_t p2, ByteView name) {
        if (p1 != 0x04 && habits_.selectsWithReply && p2 != 0x00) {
            return h("6a86");
        }
        if (p1 == 0x04) {
            if (toHex(name) != "a000000063504b43532d3135") {
                return h("6a82");
            }
            folder_ = 0x5015;
            verified_ = named_ = false;
            return h("9000");
        }
        if (p1 == 0x08 && habits_.knowsPaths) {
            folder_ = 0x3F00;
        } else if (p1 != 0x00 && p1 != 0x02) {
            return h("6a86");
        }
        for (; name.size() >= 2; name = name.subspan(2)) {
            const auto id = static_cast<std::uint16_t>(name[0] << 8 | name[1]);
            const bool root = id == 0x3F00, sub = id == 0x5015 && folder_ == 0x3F00;
            if (root || sub) {
                folder_ = id;
                named_ = false;
            } else if (!files_.contains(id) || (id == 0x2F00) != (folder_ == 0x3F00)) {
                return h("6a82");
            }
            file_ = id;
        }
        return p2 == 0x00 ? good(h("6f00")) : h("9000");
    }

    Bytes read(std::size_t offset) const {
        if (!files_.contains(file_) || (habits_.recordDirectory && file_ == 0x2F00)) {
            return h("6981");
        }
        const Bytes& content = files_.at(file_);
        if (offset >= content.size()) {
            return h("6b00");
        }
        const std::size_t size = std::min<std::size_t>(content.size() - offset, 256);
        return good(Bytes(content.begin() + static_cast<std::ptrdiff_t>(offset),
                          content.begin() + static_cast<std::ptrdiff_t>(offset + size)));
    }

    Bytes verify(std::uint8_t reference, ByteView pin) {
        if (reference != 0x03 || folder_ != (habits_.globalPin ? 0x3F00 : 0x5015)) {
            return h("6a88");
        }
        if (pin.empty()) {
            return verified_ ? h("9000") : h("63c5");
        }
        ++verifies;
        verified_ = textOf(pin) == "54321";
        return verified_ ? h("9000") : h("63c4");
    }

    Bytes name(std::uint8_t control, ByteView data) {
        const std::string said = toHex(data);
        named_ = false;
        if (folder_ != 0x5015) {
            return h("6a88");
        }
        if (habits_.namedByFile) {
            named_ = said == (rsa_ ? "80010081024b07840100" : "80010481024b07840100");
        } else if (habits_.namedByAlgorithm) {
            named_ = said == "80015a840183";
        } else {
            named_ = said == "840183";
        }
        control_ = control;
        return named_ ? h("9000") : h("6a80");
    }

    Bytes sign(ByteView input) {
        if (!named_ || control_ != 0xB6) {
            return h("6985");
        }
        if (!verified_) {
            return h("6982");
        }
        if (habits_.consentEachTime) {
            verified_ = false;
        }
        auto signature = !rsa_ ? key_.ecdsa(input) : input.size() == 256 ? key_.rawRsa(input) : std::nullopt;
        if (!signature) {
            return h("6700");
        }
        if (habits_.plainSignature && !rsa_) { // 30 { 02 r, 02 s } to 32 + 32 bytes
            Bytes plain(64, 0);
            std::size_t at = 2;
            for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
                const std::size_t size = (*signature)[at + 1], skip = size > 32 ? size - 32 : 0;
                std::copy_n(signature->begin() + static_cast<std::ptrdiff_t>(at + 2 + skip), size - skip,
                            plain.begin() + static_cast<std::ptrdiff_t>(half * 32 + 32 - (size - skip)));
                at += 2 + size;
            }
            signature = plain;
        }
        return good(*signature);
    }

    Bytes agree(ByteView data) const {
        if (!named_ || control_ != 0xA4 || !verified_ || data.size() != 69) {
            return h("6985");
        }
        auto x = key_.agree(data.subspan(4));
        if (!x) {
            return h("6a80");
        }
        if (!habits_.wrapsAgreement) {
            return good(*x);
        }
        return good(t(0x7C, t(0x85, *x)));
    }

    Habits habits_;
    bool rsa_;
    practice::CardKey key_;
    std::map<std::uint16_t, Bytes> files_;
    std::uint16_t folder_ = 0x3F00, file_ = 0x3F00;
    std::uint8_t control_ = 0;
    bool verified_ = false, named_ = false;
    Bytes chain_;
};

} // namespace

TEST_CASE("Strangers' cards: found, read, signed with, by what their own directory says") {
    const std::vector<std::pair<const char*, Habits>> cards{
        {"plain", {}},
        {"EF.DIR of records", {.recordDirectory = true}},
        {"SELECT only with answer", {.selectsWithReply = true}},
        {"no paths", {.knowsPaths = false, .globalPin = true}},
        {"PIN of the whole card", {.globalPin = true}},
        {"key by file, algorithm by number", {.namedByFile = true}},
        {"algorithm from EF.CIAInfo", {.namedByAlgorithm = true}},
        {"r and s without DER", {.plainSignature = true}},
        {"agreement in a template", {.wrapsAgreement = true}},
        {"everything at once",
         {.recordDirectory = true,
          .selectsWithReply = true,
          .knowsPaths = false,
          .globalPin = true,
          .namedByFile = true}},
    };
    for (const auto& [name, habits] : cards) {
        for (const bool rsa : {false, true}) {
            INFO(name << (rsa ? ", RSA" : ", P-256"));
            pcsc::reset();
            const auto stranger = std::make_shared<Stranger>(habits, rsa);
            pcsc::insert(reader,
                         std::make_shared<ActingCard>([stranger](ByteView wire) { return stranger->answer(wire); }));
            auto session = CardSession::open(reader);
            REQUIRE(session);
            CHECK(session->holder().name == "試験 太郎");
            CHECK(session->pinRule().minLength == 5);
            CHECK(session->pinRule().maxLength == 10);
            CHECK(session->pinState().value().triesLeft == 5);
            REQUIRE(session->verifyPin(Pin("54321")));
            REQUIRE(session->sign(bytesOf("kmixr-signin-v1")));
            const auto secret = session->vaultSecret(bytesOf("kmixr-vault constant"));
            REQUIRE(secret);
            CHECK(secret->equals(session->vaultSecret(bytesOf("kmixr-vault constant")).value()));
            CHECK(session->vaultMeans() == (rsa ? VaultMeans::Signature : VaultMeans::OwnKey));
            CHECK(stranger->verifies == 1);
        }
    }
}

TEST_CASE("A card that wants a PIN for each signature signs in, and is asked for no second one") {
    pcsc::reset();
    const auto stranger = std::make_shared<Stranger>(Habits{.consentEachTime = true}, true);
    pcsc::insert(reader, std::make_shared<ActingCard>([stranger](ByteView wire) { return stranger->answer(wire); }));
    auto session = CardSession::open(reader);
    REQUIRE(session);
    REQUIRE(session->verifyPin(Pin("54321")));
    CHECK(session->vaultSecret(bytesOf("kmixr-vault constant")).error().is(problems::noVaultMeans));
    CHECK(stranger->verifies == 1);
}
