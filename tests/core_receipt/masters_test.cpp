// The code table: practice codes, validity, damage, and the official files where they are at hand.
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "core/receipt/problems.h"
#include "tests/core_receipt/samples.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;
using samples::ScratchFolder;

namespace {

const std::filesystem::path source = KMIXR_SOURCE_DIR;
const std::filesystem::path official = source / ".." / "shared" / "masters";

std::shared_ptr<const Masters> opened(const MasterCompiler& compiler, const ScratchFolder& folder) {
    const auto file = folder.path() / "table.kmt";
    REQUIRE(compiler.write(file));
    auto masters = Masters::open(file);
    REQUIRE(masters);
    return *masters;
}

std::shared_ptr<const Masters> fromRows(std::initializer_list<std::string> sources, const ScratchFolder& folder) {
    MasterCompiler compiler;
    for (const std::string& rows : sources) {
        REQUIRE(compiler.add(samples::toCp932(rows)));
    }
    return opened(compiler, folder);
}

/// An official row of `size` columns, each quoted; only the given columns are filled.
std::string officialRow(std::size_t size, std::initializer_list<std::pair<std::size_t, std::string>> columns) {
    std::vector<std::string> cells(size);
    for (const auto& [column, text] : columns) {
        cells[column - 1] = text;
    }
    std::string row;
    for (const std::string& cell : cells) {
        row += (row.empty() ? "\"" : ",\"") + cell + "\"";
    }
    return row + "\r\n";
}

constexpr Month august{2025y, August};

} // namespace

TEST_CASE("the practice table holds all 472 codes of the plans and the uncoded disease") {
    ScratchFolder folder;
    MasterCompiler compiler;
    REQUIRE(compiler.addFile(source / "resources/masters/practice.tsv"));
    CHECK(compiler.skippedRows() == 0);
    CHECK(compiler.counts() ==
          std::map<char, std::size_t>{
              {'b', 115}, {'z', 8}, {'s', 181}, {'y', 132}, {'t', 9}, {'c', 13}, {'h', 12}, {'m', 3}});
    const auto masters = opened(compiler, folder);
    CHECK(masters->edition() == "practice 2025-09");

    const auto disease = masters->disease("8830042", august);
    REQUIRE(disease);
    CHECK(disease->name == "２型糖尿病性腎症");
    CHECK(disease->icd10 == "E112");
    CHECK(disease->icd10Second == "N083");
    CHECK_FALSE(disease->kana.empty());

    CHECK(masters->modifier("8002", august)->suffix);
    CHECK_FALSE(masters->modifier("2056", august)->suffix);

    const auto act = masters->act("150375410", august);
    REQUIRE(act);
    CHECK(act->section == 'K');
    CHECK(act->sectionNumber == "K549 3");
    CHECK(masters->act("150324910", august)->sectionNumber == "K719-3");
    CHECK(masters->act("197000110", august)->section == '-');
    CHECK(masters->act("197000110", august)->sectionNumber.empty());
    CHECK(masters->act("111000570", august)->noticeKind == '7');
    CHECK(masters->act("301000110", august)->name == "歯科初診料");
    CHECK(masters->act("410004110", august)->name == "調剤基本料１");

    const auto drug = masters->drug("620007870", august);
    REQUIRE(drug);
    CHECK(drug->name == "アムロジピン錠５ｍｇ「サワイ」");
    CHECK(drug->unit == "錠");
    CHECK(drug->priceListCode == "2171022F2017");
    CHECK(drug->genericName.starts_with("【般】"));
    CHECK(drug->form == '1');
    CHECK(drug->generic);
    CHECK_FALSE(drug->contrast);

    CHECK(masters->material("710010935", august)->name == "ダイアライザー（２ｂ型）");
    CHECK(masters->comment("840000007", august)->columns == "11 2 14 2 17 2");
    CHECK(masters->comment("880100018", august)->pattern == "80");

    // Absent on purpose (trap 20).
    CHECK_FALSE(masters->drug("629999999", august));
    CHECK_FALSE(masters->act("160999910", august));
    CHECK_FALSE(masters->act("190620001", august));
    // Practice codes are valid in every month.
    CHECK(masters->drug("620007870", 1990y / January)->name == drug->name);
    CHECK(masters->drug("620007870", 2099y / December)->name == drug->name);
}

TEST_CASE("an empty table knows no code") {
    const Masters masters;
    CHECK_FALSE(masters.disease("8830042", august));
    CHECK(masters.edition() == "empty");
}

TEST_CASE("an update changes only the columns that it fills, from its day on") {
    ScratchFolder folder;
    const auto base = officialRow(42, {{1, "0"},
                                       {2, "Y"},
                                       {3, "620000001"},
                                       {5, "前の名"},
                                       {10, "錠"},
                                       {17, "1"},
                                       {28, "1"},
                                       {30, "20240401"},
                                       {31, "99999999"},
                                       {32, "2171022F2017"}});
    const auto renamed = officialRow(42, {{1, "5"}, {2, "Y"}, {3, "620000001"}, {5, "後の名"}, {30, "20250615"}});
    const auto abolished = officialRow(42, {{1, "9"}, {2, "Y"}, {3, "620000001"}, {31, "20250930"}});
    const auto masters = fromRows({base, renamed, abolished}, folder);

    const auto nameIn = [&](Month when) { return std::string(masters->drug("620000001", when)->name); };
    CHECK(nameIn(2024y / March) == "前の名"); // before all we know: the nearest
    CHECK(nameIn(2025y / May) == "前の名");
    CHECK(nameIn(2025y / June) == "後の名"); // two states in one month: the later
    CHECK(nameIn(2025y / September) == "後の名");
    CHECK(nameIn(2026y / January) == "後の名"); // abolished, still named
    CHECK(masters->drug("620000001", 2025y / July)->unit == "錠");
    CHECK(masters->drug("620000001", 2025y / July)->generic);
    CHECK(masters->edition() == "changes until 2025-06-15");
}

TEST_CASE("new rows are added and erased rows go") {
    ScratchFolder folder;
    const auto row = [](std::string change, std::string code, std::string name) {
        return officialRow(38, {{1, std::move(change)},
                                {2, "T"},
                                {3, std::move(code)},
                                {5, std::move(name)},
                                {28, "20240601"},
                                {30, "99999999"}});
    };
    const auto masters = fromRows({row("0", "710000001", "甲") + row("0", "710000002", "乙"),
                                   row("3", "710000003", "丙") + row("1", "710000001", "")},
                                  folder);
    CHECK_FALSE(masters->material("710000001", august));
    CHECK(masters->material("710000002", august)->name == "乙");
    CHECK(masters->material("710000003", august)->name == "丙");
}

TEST_CASE("a list of names fills gaps and overwrites nothing") {
    ScratchFolder folder;
    MasterCompiler compiler;
    REQUIRE(compiler.add("kind\tcode\tname\nb\t8833421\t高血圧症\n"));
    REQUIRE(compiler.add("kind,code,name,unit,extra,first_seen,last_seen\n"
                         "b,8833421,別の名,,I99,2016-07-22,2022-10\n"
                         "b,0907001,晩期先天梅毒,,A507,2016-07-22,2022-10\n"
                         "s,12,短い,,,,\n"));
    REQUIRE(compiler.add("code,name\n410004110,調剤基本料１\n301000110,歯科初診料\n"));
    CHECK(compiler.skippedRows() == 1);
    const auto masters = opened(compiler, folder);
    CHECK(masters->disease("8833421", august)->name == "高血圧症");
    CHECK(masters->disease("0907001", august)->icd10 == "A507");
    CHECK(masters->act("410004110", august)->name == "調剤基本料１");
    CHECK(masters->act("301000110", august)->section == '\0');
}

TEST_CASE("what is no code master is refused") {
    MasterCompiler compiler;
    for (const char* text : {"", "hello", "IR,1,37,1,9910048,,x,202508,00,", "\"0\",\"Q\",\"1\"\r\n", "\x1a"}) {
        const auto added = compiler.add(text);
        REQUIRE_FALSE(added);
        CHECK(added.error().is(problems::mastersSource));
    }
    CHECK(compiler.add("PK\x03\x04 s_ALL").error().detail.find("unpack") != std::string::npos);
    CHECK(compiler.addFile("/nonexistent/b.txt").error().is(problems::mastersSource));
    CHECK(compiler.write("/nonexistent/table.kmt").error().is(problems::mastersUnwritable));
}

TEST_CASE("a damaged, cut or foreign table is not opened") {
    ScratchFolder folder;
    MasterCompiler compiler;
    REQUIRE(compiler.addFile(source / "resources/masters/practice.tsv"));
    const std::string good = compiler.table();
    const auto opens = [&](const std::string& bytes) {
        return Masters::open(folder.write("table.kmt", bytes)).has_value();
    };
    CHECK(opens(good));
    const auto missing = Masters::open(folder.path() / "missing.kmt");
    CHECK(missing.error().is(problems::mastersUnreadable));
    CHECK_FALSE(opens(""));
    CHECK_FALSE(opens("KMXRMST1"));
    CHECK_FALSE(opens(good + "x"));
    std::string otherVersion = good;
    otherVersion[8] = 1; // what a former program wrote
    CHECK_FALSE(opens(otherVersion));
    for (std::size_t at = 0; at < good.size(); at += 997) {
        std::string flipped = good;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
        CHECK_FALSE(opens(flipped));
        CHECK_FALSE(opens(good.substr(0, at)));
    }
}

TEST_CASE("the official masters compile, and every code is found under its name") {
    if (!std::filesystem::exists(official / "merged")) {
        SKIP("the official code tables are not beside the project");
    }
    struct Master {
        std::string file;
        std::size_t code, name;
    };
    const std::map<char, Master> files{{'b', {"b_20240601.txt", 3, 6}},        {'z', {"z_20250601.txt", 3, 7}},
                                       {'s', {"merged/s_20250901.csv", 3, 5}}, {'y', {"merged/y_20250813.csv", 3, 5}},
                                       {'t', {"merged/t_20250829.csv", 3, 5}}, {'c', {"merged/c_20250715.csv", 23, 7}}};
    ScratchFolder folder;
    MasterCompiler compiler;
    for (const auto& [kind, master] : files) {
        REQUIRE(compiler.addFile(official / master.file));
    }
    CHECK(compiler.skippedRows() == 0);
    const auto counts = compiler.counts();
    CHECK(counts.at('b') == 27437);
    CHECK(counts.at('z') == 2375);
    CHECK(counts.at('s') == 10173);
    CHECK(counts.at('y') == 21182);
    CHECK(counts.at('t') == 1355);
    CHECK(counts.at('c') == 3857);
    for (const char* names : {"history_names.csv", "h_dental_names.csv", "m_dispensing_names.csv"}) {
        REQUIRE(compiler.addFile(official / "names" / names));
    }
    const auto masters = opened(compiler, folder);

    const auto nameOf = [&](char kind, std::string_view code) -> std::string_view {
        switch (kind) {
        case 'b':
            return masters->disease(code, august)->name;
        case 'z':
            return masters->modifier(code, august)->name;
        case 's':
            return masters->act(code, august)->name;
        case 'y':
            return masters->drug(code, august)->name;
        case 't':
            return masters->material(code, august)->name;
        default:
            return masters->comment(code, august)->text;
        }
    };
    for (const auto& [kind, master] : files) {
        std::istringstream rows(samples::fromCp932(samples::file((official / master.file).string())));
        std::string row;
        std::size_t same = 0;
        std::size_t all = 0;
        while (std::getline(rows, row)) {
            // Every field stands in quotes: "a","b"
            std::vector<std::string> cells;
            for (std::size_t at = 1; at < row.size();) {
                const std::size_t end = row.find('"', at);
                cells.push_back(row.substr(at, end - at));
                at = end + 3;
            }
            ++all;
            same += nameOf(kind, cells.at(master.code - 1)) == cells.at(master.name - 1);
        }
        CAPTURE(kind);
        CHECK(same == all);
    }
    CHECK(masters->act("150375410", august)->sectionNumber == "K549 3");
    CHECK(masters->disease("0907001", 2018y / April)->name == "晩期先天梅毒");
    CHECK(masters->act("440006710", august));
}

TEST_CASE("replaying the official updates gives the merged official file") {
    if (!std::filesystem::exists(official / "updates")) {
        SKIP("the official code tables are not beside the project");
    }
    ScratchFolder folder;
    const auto table = [&](const std::vector<std::filesystem::path>& sources) {
        MasterCompiler compiler;
        for (const auto& file : sources) {
            REQUIRE(compiler.addFile(file));
        }
        return compiler.counts();
    };
    for (const auto& [kind, base, merged] : {std::tuple{'t', "t_ALL20250228.csv", "merged/t_20250829.csv"},
                                             std::tuple{'c', "c_ALL20250307.csv", "merged/c_20250715.csv"}}) {
        std::vector<std::filesystem::path> sources;
        for (const auto& entry : std::filesystem::directory_iterator(official / "updates")) {
            if (entry.path().filename().string().front() == kind) {
                sources.push_back(entry.path());
            }
        }
        std::sort(sources.begin(), sources.end());
        sources.insert(sources.begin(), official / base);
        CHECK(table(sources) == table({official / merged}));
    }
}
