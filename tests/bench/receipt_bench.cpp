// How fast receipt files are read on one core: bytes to records, bytes to receipts with every name looked up, and how
// much memory that takes. Budgets: issue "Every receipt there is"; figures as JSON lines, megabytes of 1,000,000 bytes.
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/japanese_text.h"
#include "app/practice/people/plan_reader.h"
#include "core/receipt/encoding.h"
#include "core/receipt/lines.h"
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "core/receipt/reader.h"

#include <catch2/catch_test_macros.hpp>
#include <malloc.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace kmixr;
using namespace kmixr::receipt;

namespace {

constexpr std::size_t corpusSize = 48'000'000;
constexpr int rounds = 5;

const std::filesystem::path resources = std::filesystem::path(KMIXR_SOURCE_DIR) / "resources";

/// Every file of the practice people, again and again, until it is large.
const std::string& corpus(bool cp932) {
    static const auto made = [] {
        const auto plans = practice::readPlans(resources / "practice");
        REQUIRE(plans);
        const auto table =
            practice::PriceTable::open(resources / "masters" / "practice.tsv", resources / "practice" / "pricing.json");
        REQUIRE(table);
        auto set = practice::allClaims(*plans, *table, std::chrono::year{2025} / std::chrono::August);
        REQUIRE(set);
        std::string once;
        for (const practice::ClaimFile& file : practice::claimFiles(std::move(set->claims))) {
            once += file.text;
        }
        std::pair<std::string, std::string> both{once, practice::toCp932(once).value_or("")};
        for (std::string* text : {&both.first, &both.second}) {
            const std::string one = *text;
            REQUIRE_FALSE(one.empty());
            while (text->size() < corpusSize) {
                *text += one;
            }
        }
        return both;
    }();
    return cp932 ? made.second : made.first;
}

std::shared_ptr<const Masters> masters() {
    MasterCompiler compiler;
    REQUIRE(compiler.addFile(resources / "masters" / "practice.tsv"));
    const auto file = std::filesystem::temp_directory_path() / "kmixr-receipt-bench.kmt";
    REQUIRE(compiler.write(file));
    auto opened = Masters::open(file);
    std::filesystem::remove(file);
    REQUIRE(opened);
    return *opened;
}

/// Processor time, so that others on the machine do not matter; the best of some rounds.
template <class Act>
double megabytesPerSecond(std::size_t bytes, Act act) {
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t begun = std::clock();
        act();
        const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
        best = std::max(best, static_cast<double>(bytes) / 1e6 / seconds);
    }
    return best;
}

/// `rows` in a text of `bytes`: 45,000 a second is what the only other public reader does.
void print(const char* name, double figure, double budget, std::size_t bytes, std::size_t rows, const char* what) {
    const double perSecond = static_cast<double>(rows) * figure * 1e6 / static_cast<double>(bytes);
    const nlohmann::ordered_json line{{"name", name},
                                      {"mb_per_s", static_cast<int>(figure)},
                                      {"budget_mb_per_s", budget},
                                      {"within", figure >= budget},
                                      {what, rows},
                                      {std::string(what) + "_per_s", static_cast<std::int64_t>(perSecond)}};
    std::printf("%s\n", line.dump().c_str());
}

struct Walked {
    std::size_t rows = 0;
    std::size_t fields = 0;
};

Walked walk(std::string_view bytes) {
    Walked walked;
    const Encoding encoding{encodingOf(bytes.substr(0, 65'536)).cp932, false};
    LineCursor cursor(bytes);
    Line line;
    Fields fields;
    std::string storage;
    while (cursor.next(line)) {
        fields.split(decoded(line.text, encoding, storage));
        ++walked.rows;
        walked.fields += fields.size();
    }
    return walked;
}

std::size_t nameLength(const DetailLine& line, const Masters& table, Month month) {
    switch (line.kind) {
    case LineKind::Act: {
        const auto entry = table.act(line.code, month);
        return !entry ? 0 : entry->name.size();
    }
    case LineKind::Drug: {
        const auto entry = table.drug(line.code, month);
        return !entry ? 0 : entry->name.size();
    }
    case LineKind::Material: {
        const auto entry = table.material(line.code, month);
        return !entry ? 0 : entry->name.size();
    }
    case LineKind::Comment:
        break;
    }
    return 0;
}

std::size_t namesOf(const Receipt& receipt, const Masters& table) {
    std::size_t length = 0;
    for (const Disease& disease : receipt.diseases) {
        length += composeDiseaseName(disease, table, receipt.month).text.size();
    }
    for (const Group& group : receipt.groups) {
        for (const CountUnit& unit : group.units) {
            for (const DetailLine& line : unit.lines) {
                length += nameLength(line, table, receipt.month);
            }
        }
    }
    for (const Prescription& prescription : receipt.prescriptions) {
        for (const DetailLine& line : prescription.lines) {
            length += nameLength(line, table, receipt.month);
        }
    }
    return length;
}

} // namespace

TEST_CASE("bytes to records") {
    for (const bool cp932 : {false, true}) {
        const std::string& bytes = corpus(cp932);
        Walked walked;
        const double figure = megabytesPerSecond(bytes.size(), [&] { walked = walk(bytes); });
        CHECK(walked.fields > walked.rows);
        print(cp932 ? "bytes to records, CP932" : "bytes to records, UTF-8", figure, cp932 ? 150 : 300, bytes.size(),
              walked.rows, "rows");
    }
}

TEST_CASE("bytes to receipts, every name looked up") {
    const auto table = masters();
    for (const bool cp932 : {false, true}) {
        const std::string& bytes = corpus(cp932);
        std::size_t receipts = 0;
        std::size_t names = 0;
        const double figure = megabytesPerSecond(bytes.size(), [&] {
            receipts = 0;
            readEach(bytes, [&](Receipt&& receipt) {
                ++receipts;
                names += namesOf(receipt, *table);
            });
        });
        CHECK(names > receipts);
        print(cp932 ? "bytes to receipts with names, CP932" : "bytes to receipts with names, UTF-8", figure, 80,
              bytes.size(), receipts, "receipts");
    }
}

namespace {

/// What the process ever held, in KiB (VmHWM); the kernel's mark is set back first.
std::size_t peakKib(bool reset) {
    if (reset) {
        std::ofstream("/proc/self/clear_refs") << "5";
    }
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return static_cast<std::size_t>(std::stoull(line.substr(6)));
        }
    }
    return 0;
}

/// The corpus `times` over, as it comes from a line: memory held at most above what was held before.
/// `kept` takes what a reader would otherwise let go: the control that the measure sees something.
std::size_t streamedKib(const std::string& bytes, int times, std::size_t& receipts,
                        std::vector<ReceiptText>* kept = nullptr) {
    constexpr std::size_t piece = 65'536;
    ::malloc_trim(0); // what earlier cases freed would hide it
    const std::size_t before = peakKib(true);
    receipts = 0;
    StreamReader reader([&](ReceiptText&& one) {
        ++receipts;
        if (kept != nullptr) {
            kept->push_back(std::move(one));
        }
    });
    for (int round = 0; round < times; ++round) {
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            reader.feed(std::string_view(bytes).substr(at, piece));
        }
    }
    (void)reader.finish();
    const std::size_t most = peakKib(false);
    return most > before ? most - before : 0;
}

} // namespace

TEST_CASE("memory stays flat, however long the file") {
    const std::string& bytes = corpus(true);
    std::size_t receipts = 0;
    (void)streamedKib(bytes, 1, receipts); // the heap's own first pages
    for (const int times : {1, 10}) {
        const std::size_t held = streamedKib(bytes, times, receipts);
        std::printf("%s\n", nlohmann::ordered_json{{"name", "memory while a file streams in"},
                                                   {"bytes_of_file", bytes.size() * static_cast<std::size_t>(times)},
                                                   {"receipts", receipts},
                                                   {"kib_more_than_before", held}}
                                .dump()
                                .c_str());
        CHECK(held < 4'096);
    }
    std::vector<ReceiptText> kept;
    CHECK(streamedKib(bytes, 1, receipts, &kept) > bytes.size() / 1'024);
}
