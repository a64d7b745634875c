// The table of codes, as JSON lines: how long opening it takes (checksum and every reference), and one look-up. With
// the official code files beside the project their whole table, else the practice one.
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "tests/bench/figures.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <random>

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
    std::mt19937 dice(7);
    std::vector<std::string> codes;
    for (int i = 0; i < 10'000; ++i) { // most are not there: the search goes to its end all the same
        codes.push_back("6200" + std::to_string(10'000 + dice() % 80'000));
    }
    std::size_t found = 0;
    constexpr int rounds = 20;
    const auto start = bench::Stopwatch::now();
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& code : codes) {
            found += (*masters)->drug(code, 2025y / August) ? 1 : 0;
        }
    }
    const double each = bench::msSince(start) * 1e6 / (rounds * static_cast<double>(codes.size()));
    std::printf("%s\n", nlohmann::ordered_json{{"name", "masters: one look-up"},
                                               {"nanoseconds", each},
                                               {"file_bytes", std::filesystem::file_size(file)},
                                               {"found_of_10000", found / rounds}}
                            .dump()
                            .c_str());
}
