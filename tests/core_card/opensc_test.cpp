// Somebody else's eyes: OpenSC's tools talk to the software card through the private service and see the same bytes.
#include "app/practice/cards/card_key.h"
#include "core/card/certificate.h"
#include "tests/core_card/card_table.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

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

/// Another program of OpenSC, on the practice reader.
std::string other(const std::string& program, const std::string& arguments) {
    if (outputOf("command -v " + program).empty()) {
        SKIP(program << " is not installed");
    }
    auto& table = CardTable::get();
    const auto configuration = table.folder() / "opensc.conf";
    std::ofstream(configuration) << "app default { enable_default_driver = true; "
                                    "framework pkcs15 { use_file_caching = no; } }\n";
    return outputOf("OPENSC_CONF=" + configuration.string() + " " + program + " " + arguments);
}

practice::CardFile cardOf(const char* profile, const char* pin) {
    const auto key = privateKey(KeyKind::Rsa2048, 5);
    auto file = practice::makeCard(profile, key, certificatePem(key, {.keyUsage = "critical,digitalSignature"}), pin);
    if (std::string_view(profile) != "jpki") {
        file.vaultKeyPem = privateKey(KeyKind::P256, 6);
        file.vaultCertificatePem = certificatePem(file.vaultKeyPem, {.latinName = "TEST Vault", .japaneseName = {}});
    }
    return file;
}

/// Signed through PKCS#11 by somebody else's code, checked with the key of the certificate.
void checkSignature(const practice::CardFile& card) {
    auto& table = CardTable::get();
    const auto data = (table.folder() / "data").string(), signature = (table.folder() / "signature").string();
    std::ofstream(data) << "what is signed";
    std::filesystem::remove(signature);
    const auto said = other("pkcs11-tool", "--slot-index 0 --login --pin " + card.pin +
                                               " --sign --mechanism SHA256-RSA-PKCS --input-file " + data +
                                               " --output-file " + signature);
    INFO(said);
    std::ifstream file(signature, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const auto certificate = card::Certificate::parse(practice::certificateDer(card.certificatePem).value());
    CHECK(certificate->verify(sha256("what is signed"), bytesOf(bytes)));
}

} // namespace

TEST_CASE("OpenSC's PIV driver lists our PIV card, logs in, signs") {
    auto& table = CardTable::get();
    const auto card = cardOf("piv", "482913");
    table.insert(card);
    const auto list = other("pkcs15-tool", "--dump");
    INFO(list);
    CHECK(list.find("PIV AUTH key") != std::string::npos);
    CHECK(list.find("KEY MAN key") != std::string::npos);
    CHECK(list.find("derive") != std::string::npos);
    checkSignature(card);
    CHECK(table.storedCard().triesLeft == 3);
}

TEST_CASE("OpenSC's JPKI driver lists our My Number card, logs in, signs") {
    auto& table = CardTable::get();
    const auto card = cardOf("jpki", "1950");
    table.insert(card);
    const auto list = other("pkcs15-tool", "--dump");
    INFO(list);
    CHECK(list.find("User Authentication") != std::string::npos);
    checkSignature(card);
}

TEST_CASE("OpenSC reads the directory of our ISO/IEC 7816-15 card and logs in") {
    auto& table = CardTable::get();
    const auto card = cardOf("pkcs15", "482913");
    table.insert(card);
    const auto list = other("pkcs15-tool", "--dump");
    INFO(list);
    for (const char* word : {"Practice card", "Private RSA Key [Authentication]", "Private EC Key [Key management]",
                             "sign, nonRepudiation", "ascii-numeric", "3f0050154331", "unblockingPin"}) {
        INFO(word);
        CHECK(list.find(word) != std::string::npos);
    }
    const auto certificate = other("pkcs15-tool", "--read-certificate 45");
    CHECK(certificate.find(card.certificatePem) != std::string::npos);
    const auto login = other("pkcs15-tool", "--verify-pin --auth-id 01 --pin 482913");
    INFO(login);
    CHECK(login.find("rror") == std::string::npos);
    CHECK(other("pkcs15-tool", "--verify-pin --auth-id 01 --pin 000000").find("PIN") != std::string::npos);
    CHECK(table.storedCard().triesLeft == 2);
}

TEST_CASE("OpenSC's transport signs with our ISO/IEC 7816-15 card: PIN, key by reference, DigestInfo") {
    // Its generic driver knows no algorithms of an unknown card; the commands of the standard it can still carry.
    auto& table = CardTable::get();
    const auto card = cardOf("pkcs15", "482913");
    table.insert(card);
    const auto digest = toHex(sha256("what is signed"));
    const auto text = tool("-s 00A4040C0CA000000063504B43532D3135 -s 002000810C343832393133FFFFFFFFFFFF "
                           "-s 002241B603840101 -s 002A9E9A333031300d060960864801650304020105000420" +
                           digest + "00");
    INFO(text);
    const auto signature = fromHex(received(text, 3)).value();
    CHECK(card::Certificate::parse(practice::certificateDer(card.certificatePem).value())
              ->verify(sha256("what is signed"), signature));
}

TEST_CASE("OpenSC sees the card's answer to reset") {
    auto& table = CardTable::get();
    table.insert(doctorsCard());
    const auto text = tool("--atr");
    CHECK(text.find("3b:8b:81:01:80:73:00:00:c0:55:4b:4d:49:58:52") != std::string::npos);
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
