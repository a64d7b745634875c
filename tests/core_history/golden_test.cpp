// What is derived for each practice person, held against a stored snapshot (golden/K05.json), so that a change of rules
// or code shows in review as lines that went and lines that came. KMIXR_WRITE_GOLDEN=1 writes them anew.
#include "derived.h"
#include "people.h"
#include "snapshot.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace kmixr::history::test;

namespace {

std::filesystem::path goldenFile(const std::string& id) {
    return std::filesystem::path(KMIXR_SOURCE_DIR) / "tests/core_history/golden" / (id + ".json");
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        all.push_back(line);
    }
    return all;
}

/// The lines between the common head and the common tail of the two, as `- before` and `+ after`.
std::string difference(const std::string& before, const std::string& after) {
    constexpr std::size_t most = 40;
    auto old = lines(before), now = lines(after);
    std::ostringstream out;
    std::size_t told = 0;
    const auto tell = [&](char sign, const std::vector<std::string>& mine, const std::vector<std::string>& other) {
        for (const auto& line : mine) {
            if (std::find(other.begin(), other.end(), line) == other.end() && told++ < most) {
                out << sign << line << '\n';
            }
        }
    };
    tell('-', old, now);
    tell('+', now, old);
    if (told > most) {
        out << "… " << told - most << " lines more\n";
    }
    return told == 0 ? "the same lines in another order\n" : out.str();
}

} // namespace

TEST_CASE("golden: what is derived for each practice person is what was looked at") {
    const bool write = std::getenv("KMIXR_WRITE_GOLDEN") != nullptr; // NOLINT(concurrency-mt-unsafe): one thread
    REQUIRE(practicePeople().size() == 26);
    for (const auto& [id, history] : practicePeople()) {
        const auto now = snapshot(*history);
        REQUIRE(nlohmann::json::accept(now));
        const auto file = goldenFile(id);
        if (write) {
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << now;
        }
        const auto before = read(file);
        if (before != now) {
            FAIL_CHECK(id << " differs from golden/" << id << ".json; if the change is meant, run with "
                          << "KMIXR_WRITE_GOLDEN=1 and read the difference\n"
                          << difference(before, now));
        }
    }
}

TEST_CASE("golden: receipts that arrive in another order give the same history") {
    for (const auto* id : {"K05", "K24"}) {
        const auto& history = practicePerson(id);
        std::vector<kmixr::history::ReceiptInput> backwards;
        for (auto at = history.receipts.rbegin(); at != history.receipts.rend(); ++at) {
            backwards.push_back({at->id, at->text});
        }
        INFO(id);
        CHECK(difference(snapshot(history), snapshot(*derived(std::move(backwards)))) ==
              "the same lines in another order\n");
    }
}
