// Any bytes: cut at every place, with flipped bits, endless lines. Nothing crashes, nothing takes long, and a receipt
// taken alone reads as it does in its file.
#include "core/receipt/reader.h"
#include "tests/core_receipt/samples.h"

#include <catch2/catch_test_macros.hpp>

#include <ctime>
#include <random>

using namespace kmixr::receipt;

namespace {

std::string threeFiles() {
    return samples::sample("medical_outpatient") + samples::sample("dispensing") + samples::sample("dpc");
}

void exercise(std::string_view bytes) {
    const ReadResult result = read(bytes);
    for (const Receipt& receipt : result.receipts) {
        CHECK(receipt.month.ok());
        CHECK(receipt.firstLine <= receipt.lastLine);
        (void)receipt.computedPoints();
    }
}

} // namespace

TEST_CASE("a file cut at any byte is read up to there") {
    for (const std::string& text : {threeFiles(), samples::toCp932(samples::replaced(threeFiles(), "\n", "\r\n"))}) {
        std::size_t most = 0;
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const auto whole = read(std::string_view(text).substr(0, size)).receipts.size();
            REQUIRE(whole >= most); // what was read once is not lost by more bytes
            most = whole;
        }
        CHECK(most == 3);
    }
}

TEST_CASE("flipped bits and strange bytes do no harm") {
    std::mt19937 random(20250808);
    const std::string utf8 = threeFiles();
    const std::string cp932 = samples::toCp932(utf8);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = round % 2 == 0 ? utf8 : cp932;
        for (int flips = 0; flips < 8; ++flips) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        exercise(bytes);
    }
}

TEST_CASE("each receipt of a file stands alone") {
    const std::string file = samples::toCp932(threeFiles() + threeFiles());
    const ReadResult whole = read(file);
    ReadResult facts;
    const auto texts = split(file, &facts);
    REQUIRE(texts.size() == whole.receipts.size());
    REQUIRE(texts.size() == 6);
    CHECK(facts.cp932);
    CHECK(facts.statedPoints == whole.statedPoints);
    CHECK(facts.unread == whole.unread);
    CHECK(facts.receipts.empty());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ReadResult alone = read(texts[i].text);
        REQUIRE(alone.receipts.size() == 1);
        CHECK(alone.receipts[0] == texts[i].receipt);
        CHECK_FALSE(alone.cp932);
        CHECK(alone.receipts[0].statedPoints() == whole.receipts[i].statedPoints());
        CHECK(alone.receipts[0].computedPoints() == whole.receipts[i].computedPoints());
        CHECK(alone.receipts[0].patient == whole.receipts[i].patient);
        CHECK(alone.receipts[0].unread.size() == whole.receipts[i].unread.size());
        CHECK(texts[i].text.ends_with("\n"));
    }
}

TEST_CASE("time grows with the size, not faster") {
    const std::string whole = samples::sample("medical_outpatient");
    const std::string receipt = whole.substr(0, whole.find("SI,"));
    const auto secondsFor = [&](const std::string& line, std::size_t bytes) {
        std::string text = receipt;
        while (text.size() < bytes) {
            text += line;
        }
        const std::clock_t start = std::clock(); // of the processor: others on the machine do not matter
        exercise(text);
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    constexpr std::size_t small = 1 << 18;
    for (const std::string line :
         {"\",", "\"", ",", "CO,,1,810000001,x\n", "CO,40,1,810000001,x\n", "SI,,1,1,,,\n", "JD,1,1\n", "SJ,,x\n",
          "SN,1,01,,,,1\n", "\x1a\n", "IR,1\n", "KO\n", "MN\n", "\xEF\xBC\n"}) {
        CAPTURE(line);
        const double one = secondsFor(line, small);
        const double eight = secondsFor(line, 8 * small);
        CHECK(eight < 24 * one + 0.1); // a quadratic step would take 64 times as long
    }
}
