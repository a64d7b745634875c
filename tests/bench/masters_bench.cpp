// The table of codes, as JSON lines: how long opening it takes (checksum and every reference), and one look-up. With
// the official code files beside the project their whole table, else the practice one.
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "tests/bench/figures.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;

namespace {

const std::filesystem::path project = KMIXR_SOURCE_DIR;

std::filesystem::path compiled(const samples::ScratchFolder& folder) {
    MasterCompiler compiler;
    const auto official = project.parent_path() / "shared/masters";
    if (std::filesystem::exists(official / "merged")) {
        for (const char* file : {"b_20240601.txt", "z_20250601.txt", "merged/s_20250901.csv", "merged/y_20250813.csv",
                                 "merged/t_20250829.csv", "merged/c_20250715.csv", "names/history_names.csv"}) {
            REQUIRE(compiler.addFile(official / file));
        }
    } else {
        REQUIRE(compiler.addFile(project / "resources/masters/practice.tsv"));
    }
    const auto file = folder.path() / "codes.kmt";
    REQUIRE(compiler.write(file));
    return file;
}

/// Nanoseconds for one look-up, all fields read into the entry.
void printLookUps(const char* name, const Masters& masters, const std::vector<std::string>& codes) {
    REQUIRE_FALSE(codes.empty());
    const std::size_t rounds = 200'000 / codes.size() + 1;
    std::size_t found = 0;
    const auto start = bench::Stopwatch::now();
    for (std::size_t round = 0; round < rounds; ++round) {
        for (const std::string& code : codes) {
            found += masters.drug(code, 2025y / August) ? 1 : 0;
        }
    }
    const double each = bench::msSince(start) * 1e6 / static_cast<double>(rounds * codes.size());
    std::printf("%s\n", nlohmann::ordered_json{{"name", name},
                                               {"nanoseconds", std::round(each * 10) / 10},
                                               {"codes", codes.size()},
                                               {"found", found / rounds}}
                            .dump()
                            .c_str());
}

} // namespace

TEST_CASE("Opening the table of codes and looking codes up") {
    const samples::ScratchFolder folder;
    const auto file = compiled(folder);
    bench::Figure open("masters: open", 50);
    for (int round = 0; round < 20; ++round) {
        const auto start = bench::Stopwatch::now();
        REQUIRE(Masters::open(file));
        open.add(bench::msSince(start));
    }
    open.print();

    const auto masters = Masters::open(file);
    REQUIRE(masters);
    std::vector<std::string> held, missing;
    for (std::uint32_t number = 620'000'000; number < 623'000'000; ++number) {
        std::string code = std::to_string(number);
        if ((*masters)->drug(code, 2025y / August)) {
            held.push_back(std::move(code));
        } else if (number % 300 == 0) {
            missing.push_back(std::move(code));
        }
    }
    std::mt19937 dice(7);
    std::ranges::shuffle(held, dice);
    std::ranges::shuffle(missing, dice);
    printLookUps("masters: look-up of a code that is there", **masters, held);
    printLookUps("masters: look-up of a code that is not", **masters, missing);
}
