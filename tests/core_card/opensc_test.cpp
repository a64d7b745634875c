// Somebody else's eyes: OpenSC's tools talk to the software card through the private service and see the same bytes.
#include "app/practice/cards/card_key.h"
#include "tests/core_card/card_table.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

using namespace kmixr;
using namespace kmixr::testing;

namespace {

std::string outputOf(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> part{};
    while (const auto got = std::fread(part.data(), 1, part.size(), pipe)) {
        text.append(part.data(), got);
    }
    static_cast<void>(::pclose(pipe));
    return text;
}

std::string tool(const std::string& arguments) {
    if (outputOf("command -v opensc-tool").empty()) {
        SKIP("opensc-tool is not installed");
    }
    return outputOf(std::string("opensc-tool -r '") + practice::practiceReader + "' " + arguments);
}

/// The hex pairs of opensc-tool's dump after the n-th "Received".
std::string received(const std::string& text, int number) {
    std::size_t at = 0;
    for (int i = 0; i <= number; ++i) {
        at = text.find("Received (", at);
        REQUIRE(at != std::string::npos);
        at = text.find('\n', at) + 1;
    }
    std::string hex;
    for (std::size_t line = at; line < text.size() && text.compare(line, 4, "Send") != 0;
         line = text.find('\n', line) + 1) {
        // "30 82 05 ... 01 02 0...." : 16 pairs, each with a blank, then letters
        for (std::size_t i = line; i + 2 < text.size() && i < line + 48; i += 3) {
            if (std::isxdigit(static_cast<unsigned char>(text[i])) == 0 ||
                std::isxdigit(static_cast<unsigned char>(text[i + 1])) == 0 || text[i + 2] != ' ') {
                break;
            }
            hex += text.substr(i, 2);
        }
        if (text.find('\n', line) == std::string::npos) {
            break;
        }
    }
    std::ranges::transform(hex, hex.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return hex;
}

} // namespace

TEST_CASE("OpenSC sees the card's answer to reset") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    const auto text = tool("--atr");
    CHECK(text.find("3b:85:81:01:4b:4d:49:58:52") != std::string::npos);
}

TEST_CASE("OpenSC selects the application and reads the certificate's first bytes") {
    auto& table = CardTable::get();
    const auto card = doctorsCard();
    table.insert(card);
    const auto text = tool("-s 00:A4:04:0C:10:E8:28:BD:08:0F:A0:00:00:03:91:00:00:00:00:00:02 -s 00:A4:02:0C:02:00:16 "
                           "-s 00:B0:00:00:80 -s 00:20:00:88");
    INFO(text);
    CHECK(text.find("Received (SW1=0x90, SW2=0x00)") != std::string::npos);
    const auto certificate = practice::certificateDer(card.certificatePem).value();
    CHECK(received(text, 2).starts_with(toHex(ByteView(certificate).first(128))));
    CHECK(text.find("SW1=0x63, SW2=0xC3") != std::string::npos); // the counter, untouched
    CHECK(table.storedCard().triesLeft == 3);
}

TEST_CASE("OpenSC is refused what does not exist") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    const auto text = tool("-s 00:A4:04:0C:0A:D3:92:F0:00:26:01:00:00:00:01");
    CHECK(text.find("SW1=0x6A, SW2=0x82") != std::string::npos);
}
