#include "app/practice/cards/command_apdu.h"
#include "app/practice/cards/soft_card.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

using namespace kmixr;
using namespace kmixr::practice;
using namespace kmixr::testing;

namespace {

const std::string selectApplication = "00a4040c10e828bd080fa000000391000000000002";

CardFile soundCard() {
    const auto key = privateKey(KeyKind::Rsa2048);
    return makeHpkiCard(key, kmixr::testing::certificatePem(key, {}), "1234", 3);
}

struct Bench {
    explicit Bench(CardFile file = soundCard())
        : card(SoftCard::insert(file, [this](const CardFile& changed) { stored = changed; }).value()), stored(file) {}

    std::string say(const std::string& hex) { return toHex(card.answer(*fromHex(hex))); }

    SoftCard card;
    CardFile stored;
};

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "kmixr-card-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace

TEST_CASE("Commands are taken apart in all four cases, short and extended") {
    const auto parse = [](const char* hex) { return ReceivedCommand::parse(*fromHex(hex)); };
    CHECK(parse("00200088")->data.empty());
    CHECK(parse("00b0000000")->expected == 256);
    CHECK(parse("00a4020c020016")->data.size() == 2);
    CHECK(parse("802a008002303100")->expected == 256);
    CHECK(parse("00b00000000000")->expected == 65'536);
    CHECK(parse("00cb0000000001ab0100")->expected == 256);
    for (const char* broken :
         {"", "00", "00a402", "00a4020c03ffff", "00a4020c01ffffff", "00cb0000000002ab", "00cb000000000000"}) {
        CHECK_FALSE(parse(broken));
    }
}

TEST_CASE("Files before the application, and names that are not here") {
    Bench bench;
    CHECK(bench.say("00a4020c020016") == "6a82");
    CHECK(bench.say("00b0000000") == "6986");
    CHECK(bench.say("00200088") == "6985");
    CHECK(bench.say("00a4040c05a000000003") == "6a82");
    CHECK(bench.say(selectApplication) == "9000");
    CHECK(bench.say("00a4020c020099") == "6a82");
    CHECK(bench.say("00ff0000") == "6d00");
    CHECK(bench.say("8020008800") == "6e00");
}

TEST_CASE("SELECT gives control information when asked for it") {
    Bench bench;
    CHECK(bench.say("00a4040010e828bd080fa00000039100000000000200") == "6f128410e828bd080fa0000003910000000000029000");
}

TEST_CASE("The certificate's file is longer than the certificate and ends in padding") {
    Bench bench;
    bench.say(selectApplication);
    CHECK(bench.say("00a4020c020016") == "9000");
    CHECK(bench.say("00b0000004").starts_with("3082"));
    CHECK(bench.say("00b07f0004") == "6b00");
    CHECK(bench.say("00b0800004") == "6a86");
}

TEST_CASE("The counter counts, blocks, and is stored before the answer") {
    Bench bench;
    bench.say(selectApplication);
    CHECK(bench.say("00200088") == "63c3");
    CHECK(bench.say("002000880430303030") == "63c2");
    CHECK(bench.stored.triesLeft == 2);
    CHECK(bench.say("002000880431323334") == "9000");
    CHECK(bench.stored.triesLeft == 3);
    CHECK(bench.say("00200088") == "9000");
    CHECK(bench.say("002000880430303030") == "63c2");
    CHECK(bench.say("00200088") == "63c2"); // a wrong PIN also ends what was verified
    CHECK(bench.say("002000880430303030") == "63c1");
    CHECK(bench.say("002000880430303030") == "63c0");
    CHECK(bench.say("00200088") == "6983");
    CHECK(bench.say("002000880431323334") == "6983");
    CHECK(bench.say("00200080") == "6a88");
}

TEST_CASE("Power-off and a new SELECT drop the PIN, not the counter") {
    Bench bench;
    bench.say(selectApplication);
    bench.say("002000880430303030");
    bench.say("002000880431323334");
    CHECK(bench.say("00200088") == "9000");
    bench.say(selectApplication);
    CHECK(bench.say("00200088") == "63c3");
    bench.card.reset();
    CHECK(bench.say("00200088") == "6985");
}

TEST_CASE("Signing needs the key named or selected, and the PIN") {
    Bench bench;
    const std::string digestInfo = "802a0080333031300d060960864801650304020105000420" + toHex(sha256("x")) + "00";
    const std::string first = "102a9e9aff00" + std::string(2 * 254, '1'), last = "002a9e9a011100";
    bench.say(selectApplication);
    CHECK(bench.say(digestInfo) == "6985");
    bench.say("00a4020c02000c");
    CHECK(bench.say(digestInfo) == "6982");
    CHECK(bench.say(first) == "9000");
    CHECK(bench.say(last) == "6985");
    CHECK(bench.say("002241b604840200ff") == "6a88");
    CHECK(bench.say("002241b6048402000c") == "9000");
    bench.say(first);
    CHECK(bench.say(last) == "6982");
    bench.say("002000880431323334");
    CHECK(bench.say(digestInfo).size() == 2 * 258);
    bench.say(first);
    CHECK(bench.say(last).size() == 2 * 258);
    CHECK(bench.say("002a9e9a0411111111") == "6700");
}

TEST_CASE("A chain broken by another command is void") {
    Bench bench;
    bench.say(selectApplication);
    CHECK(bench.say("102a9e9a0411111111") == "9000");
    CHECK(bench.say("00200088") == "63c3");
}

TEST_CASE("One dialect each") {
    CardFile file = soundCard();
    file.hostPads = false;
    Bench padsItself(file);
    padsItself.say(selectApplication);
    CHECK(padsItself.say("002241b6048402000c") == "6d00");
    file.hostPads = true;
    file.cardPads = false;
    Bench padsNot(file);
    padsNot.say(selectApplication);
    CHECK(padsNot.say("802a0080023031") == "6e00");
}

TEST_CASE("Any bytes at all get an answer of at least two") {
    Bench bench;
    bench.say(selectApplication);
    for (unsigned i = 0; i < 2000; ++i) {
        const Bytes noise = randomBytes(i % 40);
        CHECK(bench.card.answer(noise).size() >= 2);
    }
}

TEST_CASE("The card's file: written, read back, kept from others") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "card.json";
    CardFile card = soundCard();
    card.triesLeft = 1;
    card.cardPads = false;
    card.faults = {.removeAt = 0x2A,
                   .removal = RemovalMoment::Before,
                   .hangAt = 0x20,
                   .slowAt = 0xB0,
                   .slowness = std::chrono::milliseconds(700),
                   .answersByGetResponse = true,
                   .wantsExactLength = true,
                   .refusesChaining = true,
                   .refusesExtended = true,
                   .tellsNoTries = true,
                   .certificateCutAt = 600};
    REQUIRE(writeCardFile(file, card));
    CHECK(readCardFile(file).value() == card);
    using std::filesystem::perms;
    CHECK((std::filesystem::status(file).permissions() & (perms::group_all | perms::others_all)) == perms::none);
}

TEST_CASE("Files that are no cards") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "card.json";
    CHECK(readCardFile(file).error().is(practice::problems::cardFile));
    for (
        const char* text :
        {"", "{}", "[]", R"({"profile":"other","key":"","certificate":"","pin":"1"})",
         R"({"profile":"hpki","key":"k","certificate":"c","pin":"1","tries_max":99})",
         R"({"profile":"hpki","key":"k","certificate":"c","pin":"1","faults":{"hang":{"at":"zz"}}})",
         R"({"profile":"hpki","key":"k","certificate":"c","pin":"1","faults":{"remove":{"at":"2a","when":"never"}}})"}) {
        std::ofstream(file) << text;
        CHECK_FALSE(readCardFile(file));
    }
    CardFile noKey = soundCard();
    noKey.keyPem = "none";
    CHECK(SoftCard::insert(noKey, [](const CardFile&) {}).error().is(practice::problems::cardFile));
}
