// Bytes from the network come in pieces of any size: cut at every place, the receipts are the same.
#include "core/receipt/reader.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>
#include <malloc.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

using namespace kmixr::receipt;

namespace {

struct Streamed {
    std::vector<ReceiptText> receipts;
    ReadResult facts;
};

/// `bytes` fed in the pieces between the cuts.
Streamed streamed(std::string_view bytes, const std::vector<std::size_t>& cuts) {
    Streamed result;
    StreamReader reader([&result](ReceiptText&& receipt) { result.receipts.push_back(std::move(receipt)); });
    std::size_t at = 0;
    for (const std::size_t cut : cuts) {
        reader.feed(bytes.substr(at, cut - at));
        at = cut;
    }
    reader.feed(bytes.substr(at));
    result.facts = reader.finish();
    return result;
}

bool same(const Streamed& a, const Streamed& b) {
    if (a.receipts.size() != b.receipts.size() || a.facts.unread != b.facts.unread || a.facts.cp932 != b.facts.cp932 ||
        a.facts.statedPoints != b.facts.statedPoints || a.facts.goVolume != b.facts.goVolume ||
        a.facts.goLine != b.facts.goLine || a.facts.lines != b.facts.lines) {
        return false;
    }
    for (std::size_t i = 0; i < a.receipts.size(); ++i) {
        if (a.receipts[i].text != b.receipts[i].text || !(a.receipts[i].receipt == b.receipts[i].receipt)) {
            return false;
        }
    }
    return true;
}

std::string fourKinds() {
    std::string all = samples::sample("medical_outpatient") + samples::sample("dispensing") +
                      samples::sample("dental") + samples::sample("dpc");
    std::string insurer = "1,1,0,MN,1,,,,,\n";
    int row = 1;
    std::istringstream lines(samples::sample("medical_outpatient"));
    for (std::string line; std::getline(lines, line);) {
        insurer += "1," + std::to_string(++row) + ",0," + line + "\n";
    }
    return all + "\x1a" + insurer + "2,99,0,JY,3,13,0,,C,,,\n";
}

} // namespace

TEST_CASE("cut at every byte, a stream gives what the whole gives") {
    for (const std::string& bytes : {fourKinds(), samples::toCp932(samples::replaced(fourKinds(), "\n", "\r\n"))}) {
        const Streamed whole = streamed(bytes, {});
        REQUIRE(whole.receipts.size() == 5);
        for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
            INFO(cut);
            REQUIRE(same(streamed(bytes, {cut}), whole));
        }
        std::vector<std::size_t> everyByte;
        for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
            everyByte.push_back(cut);
        }
        CHECK(same(streamed(bytes, everyByte), whole));
    }
}

TEST_CASE("volumes, quotes, corrections, donors and old files are the same however they are cut") {
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(KMIXR_SOURCE_DIR "/tests/fuzz/receipt_reader")) {
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(stream), {});
        INFO(entry.path().filename().string());
        const Streamed whole = streamed(bytes, {});
        CHECK_FALSE(whole.receipts.empty());
        for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
            INFO(cut);
            REQUIRE(same(streamed(bytes, {cut}), whole));
        }
        ++files;
    }
    CHECK(files >= 6);
}

TEST_CASE("the character set does not depend on how the bytes come, however late it shows") {
    const std::string ascii(100'000, 'x'); // lines of ASCII in front of the first Japanese character
    std::string padded;
    for (std::size_t at = 0; at < ascii.size(); at += 80) {
        padded += ascii.substr(at, 79) + "\n";
    }
    std::mt19937 random(20250825);
    for (const std::string& tail : {fourKinds(), samples::toCp932(fourKinds())}) {
        const std::string bytes = padded + tail;
        const Streamed whole = streamed(bytes, {});
        CHECK(whole.receipts.size() == 5);
        for (int round = 0; round < 50; ++round) {
            std::vector<std::size_t> cuts;
            for (std::size_t at = random() % 70'000; at < bytes.size(); at += 1 + random() % 30'000) {
                cuts.push_back(at);
            }
            REQUIRE(same(streamed(bytes, cuts), whole));
        }
    }
}

TEST_CASE("strange bytes in strange pieces do no harm and are the same again") {
    std::mt19937 random(1);
    const std::string good = samples::toCp932(fourKinds());
    for (int round = 0; round < 500; ++round) {
        std::string bytes = good;
        for (int flips = 0; flips < 12; ++flips) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        const std::size_t cut = random() % bytes.size();
        REQUIRE(same(streamed(bytes, {cut}), streamed(bytes, {})));
    }
}

TEST_CASE("a line without end and a receipt without end cost only themselves") {
    const std::string receipt = samples::sample("medical_outpatient");
    const Streamed line = streamed(std::string(3U << 20U, 'x') + "\n" + receipt, {1U << 20U, 2U << 20U});
    REQUIRE(line.receipts.size() == 1);
    REQUIRE(line.facts.unread.size() == 1);
    CHECK(line.facts.unread[0] == UnreadLine{1, "?", "line longer than 1 MiB", -1});

    std::string endless = receipt.substr(0, receipt.find("GO,"));
    while (endless.size() < (18U << 20U)) {
        endless += "SI,40,1,140002210,,35,1,,,,,,,,,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,\n";
    }
    const Streamed large = streamed(endless + receipt, {});
    REQUIRE(large.receipts.size() == 2);
    CHECK(large.receipts[0].text.size() < (17U << 20U));
    CHECK_FALSE(large.facts.unread.empty());
    CHECK(large.facts.unread.size() <= 2001); // the notes are bounded too
    CHECK(large.receipts[1].receipt.computedPoints() == 687);
}

TEST_CASE("memory does not grow with the length of the file") {
    const std::string bytes = samples::toCp932(fourKinds());
    std::int64_t receipts = 0;
    StreamReader reader([&receipts](ReceiptText&&) { ++receipts; });
    const auto inUse = [] { return mallinfo2().uordblks + mallinfo2().hblkhd; };
    for (int i = 0; i < 100; ++i) {
        reader.feed(bytes);
    }
    const auto early = inUse();
    for (int i = 0; i < 5'000; ++i) {
        reader.feed(bytes);
    }
    const auto late = inUse();
    (void)reader.finish();
    CHECK(receipts >= 5'100 * 5);
    CHECK(late < early + (1U << 20U));
}
