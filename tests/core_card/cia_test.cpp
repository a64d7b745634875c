// Directory files of ISO/IEC 7816-15, byte by byte, with the quirks that were seen.
#include "core/card/cia.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace kmixr;
using namespace kmixr::card;

namespace {

Bytes hex(std::string text) {
    std::erase(text, ' ');
    return fromHex(text).value();
}

Bytes t(std::uint8_t tag, const char* content) {
    const Bytes value = hex(content);
    Bytes out{tag, static_cast<std::uint8_t>(value.size())};
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

Bytes row(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const Bytes& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

Bytes t(std::uint8_t tag, const std::vector<Bytes>& parts) {
    return t(tag, toHex(row(parts)).c_str());
}

} // namespace

TEST_CASE("EF.DIR: names, places, names inside the discretionary objects, filling after the last") {
    const Bytes file = row(
        {t(0x61, {t(0x4F, "a000000063504b43532d3135"), t(0x50, "54657374"), t(0x51, "3f005015")}),
         t(0x61, {t(0x4F, "e828bd080f"), t(0x73, {t(0x30, {t(0x04, "99")})})}), // path too short: left out
         t(0x61, {t(0x4F, "a00001"), t(0x73, {t(0x4F, "e828bd080fa0"), t(0x30, {t(0x04, "5031")})})}), hex("0000")});
    const auto found = cia::applicationsOf(file);
    REQUIRE(found.size() == 4);
    CHECK(cia::isCryptographic(found[0].aid));
    CHECK(found[0].path->file == hex("3f005015"));
    CHECK_FALSE(found[1].objects);
    const auto inner = std::ranges::find(found, hex("e828bd080fa0"), &cia::Application::aid);
    REQUIRE(inner != found.end());
    CHECK(cia::isCryptographic(inner->aid));
    const auto outer = std::ranges::find(found, hex("a00001"), &cia::Application::aid);
    REQUIRE(outer != found.end());
    CHECK_FALSE(cia::isCryptographic(outer->aid));
    CHECK(outer->objects->file == hex("5031"));
}

TEST_CASE("EF.OD: several lists of one kind, kinds we do not need, filling") {
    const auto path = [](const char* file) { return t(0x30, {t(0x04, file)}); };
    const auto lists =
        cia::objectDirectoryOf(row({t(0xA0, {path("4401")}), t(0xA0, {path("4402")}), t(0xA1, {path("4403")}),
                                    t(0xA4, {t(0x30, {t(0x04, "3f004404"), t(0x02, "00")})}),
                                    t(0xA8, {t(0x30, {t(0x04, "4405"), t(0x02, "20"), t(0x80, "10")})}), hex("ffff")}));
    REQUIRE(lists.privateKeys.size() == 2);
    CHECK(lists.privateKeys[1].file == hex("4402"));
    REQUIRE(lists.certificates.size() == 1);
    CHECK(lists.certificates[0].file == hex("3f004404"));
    REQUIRE(lists.pins.size() == 1);
    CHECK(lists.pins[0].index == 0x20);
    CHECK(lists.pins[0].length == 0x10);
}

TEST_CASE("Private keys: RSA and EC, usage bits, references written as negative numbers") {
    const auto keys = cia::privateKeysOf(row(
        {t(0x30, {t(0x30, {t(0x0C, "41"), t(0x04, "07"), t(0x02, "01")}),
                  t(0x30, {t(0x04, "45"), t(0x03, "0520"), t(0x03, "03b8"), t(0x02, "81")}),
                  t(0xA1, {t(0x30, {t(0x30, {t(0x04, "010203")})})})}), // odd path: the reference still names it
         t(0xA0, {t(0x30, {t(0x04, "07")}),
                  t(0x30, {t(0x04, "46"), t(0x03, "070080"), t(0x01, "ff"), t(0x02, "02"), t(0xA1, {t(0x02, "04")})}),
                  t(0xA0, {t(0x30, "")}), t(0xA1, {t(0x30, {t(0x30, {t(0x04, "4b02")}), t(0x02, "0100")})})}),
         t(0xA3, {t(0x30, ""), t(0x30, {t(0x04, "47")}), t(0xA1, {t(0x30, {t(0x30, {t(0x04, "4b03")})})})})}));
    REQUIRE(keys.size() == 2);
    CHECK_FALSE(keys[0].ec);
    CHECK(keys[0].pinId == hex("07"));
    CHECK(keys[0].consentEachTime);
    CHECK(keys[0].usage == cia::usage::sign);
    CHECK(keys[0].reference == 0x81);
    CHECK(keys[0].path.file.empty());
    CHECK(keys[1].ec);
    CHECK(keys[1].usage == cia::usage::derive);
    CHECK(keys[1].path.file == hex("4b02"));
    CHECK(keys[1].algorithm == 4);
}

TEST_CASE("Certificates: by path or in the directory itself; those of authorities are marked") {
    const auto entries = cia::certificatesOf(row(
        {t(0x30,
           {t(0x30, ""), t(0x30, {t(0x04, "45"), t(0x01, "ff")}), t(0xA1, {t(0x30, {t(0x30, {t(0x04, "4331")})})})}),
         t(0x30, {t(0x30, ""), t(0x30, {t(0x04, "46")}), t(0xA1, {t(0x30, {t(0xA0, {t(0x30, {t(0x02, "01")})})})})})}));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].authority);
    CHECK(entries[0].path.file == hex("4331"));
    CHECK_FALSE(entries[1].authority);
    CHECK(entries[1].path.file.empty());
    CHECK(entries[1].value == hex("3003020101"));
}

TEST_CASE("PINs: filling, lengths, references; those that only unblock are left out") {
    const auto pin = [](const char* id, const char* flags, const char* kind, const std::vector<Bytes>& more) {
        std::vector<Bytes> type{t(0x03, flags), t(0x0A, kind)};
        type.insert(type.end(), more.begin(), more.end());
        return t(0x30, {t(0x30, {t(0x0C, "50")}), t(0x30, {t(0x04, id)}), t(0xA1, {t(0x30, type)})});
    };
    const auto pins = cia::pinsOf(row({
        pin("01", "024c", "01",
            {t(0x02, "04"), t(0x02, "08"), t(0x02, "08"), t(0x80, "81"), t(0x04, "ff"), t(0x30, {t(0x04, "5015")})}),
        pin("02", "014e", "01", {t(0x02, "04"), t(0x02, "08")}), // unblocking
        pin("03", "0440", "02", {t(0x02, "04"), t(0x02, "00")}),
        pin("04", "0041", "01", {t(0x02, "04"), t(0x02, "08")}), // the security officer's
    }));
    REQUIRE(pins.size() == 2);
    CHECK(pins[0].reference == 0x81);
    CHECK(pins[0].needsPadding);
    CHECK(pins[0].storedLength == 8);
    CHECK(pins[0].digitsOnly);
    CHECK(pins[0].path->file == hex("5015"));
    CHECK(pins[1].id == hex("03"));
    CHECK_FALSE(pins[1].digitsOnly);
    CHECK_FALSE(pins[1].needsPadding);
}

TEST_CASE("Anything else is nothing") {
    for (const char* text : {"", "00", "ff", "30", "3082", "30 80 00 00", "a0 7f", "61 02 4f 05", "30 00",
                             "30 02 30 00", "30 06 3000 3000 a100", "30 08 3000 3000 a102 3000"}) {
        const Bytes bytes = hex(text);
        CHECK(cia::applicationsOf(bytes).empty());
        CHECK(cia::objectDirectoryOf(bytes).privateKeys.empty());
        CHECK(cia::privateKeysOf(bytes).empty());
        CHECK(cia::certificatesOf(bytes).empty());
        CHECK(cia::pinsOf(bytes).empty());
    }
}
