// Every code of the official masters, in every state the update files give it: found, with the right name and what
// else we show, from the right day to the right day (masters.md §0). The expectation is replayed here by a reader of
// its own; columns are the official item numbers.
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_table.h"
#include "core/receipt/masters.h"
#include "tests/core_receipt/samples.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <zlib.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;

namespace {

const std::filesystem::path official = std::filesystem::path(KMIXR_SOURCE_DIR).parent_path() / "shared" / "masters";

/// Official item numbers, 1-based.
struct Columns {
    std::size_t code, name, changed, abolished;
    std::vector<std::size_t> shown; ///< compared besides the name
};
const std::map<char, Columns> columnsOf{
    {'b', {3, 6, 23, 24, {10, 16, 17}}},        {'z', {3, 7, 15, 16, {}}},   {'s', {3, 5, 87, 88, {7, 10, 68, 15, 66}}},
    {'y', {3, 5, 30, 31, {7, 10, 28, 32, 38}}}, {'t', {3, 5, 28, 30, {10}}}, {'c', {23, 7, 21, 22, {4}}}};

using Row = std::vector<std::string>;

/// The one file of an official ZIP.
std::string unzipped(const std::string& zip) {
    const auto number = [&](std::size_t at, int bytes) {
        std::size_t value = 0;
        for (int i = bytes; i-- > 0;) {
            value = value << 8 | static_cast<std::uint8_t>(zip[at + static_cast<std::size_t>(i)]);
        }
        return value;
    };
    const std::size_t directory = zip.rfind("PK\x01\x02");
    REQUIRE(directory != std::string::npos);
    std::string out(number(directory + 24, 4), '\0');
    const std::size_t local = number(directory + 42, 4);
    const std::size_t data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zip.data() + data));
    stream.avail_in = static_cast<uInt>(zip.size() - data);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

std::vector<Row> rowsOf(const std::string& cp932) {
    std::istringstream lines(samples::fromCp932(cp932));
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) {
        Row row;
        for (std::size_t at = 1; at < line.size();) { // every field stands in quotes: "a","b"
            const std::size_t end = line.find('"', at);
            row.push_back(line.substr(at, end - at));
            at = end + 3;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What a code is from a day on.
struct State {
    std::uint32_t from = 0, until = 99'999'999;
    Row row;
};

std::uint32_t dayOf(const std::string& text, std::uint32_t otherwise) {
    return text.empty() || text == "0" ? otherwise : static_cast<std::uint32_t>(std::stoul(text));
}

/// The states of each code, by replaying whole and update files in the order of their issue.
class Replay {
public:
    explicit Replay(const Columns& columns) : columns_(columns) {}

    void add(const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            const std::string code = codeOf(row);
            if (row[0] == "1") {
                states.erase(code);
                continue;
            }
            auto& all = states[code];
            Row whole = row;
            if ((row[0] == "5" || row[0] == "9") && !all.empty()) {
                whole = all.back().row;
                whole.resize(std::max(whole.size(), row.size()));
                for (std::size_t i = 0; i < row.size(); ++i) {
                    whole[i] = row[i].empty() ? whole[i] : row[i];
                }
            }
            State state{dayOf(whole.at(columns_.changed - 1), 0), dayOf(whole.at(columns_.abolished - 1), 99'999'999),
                        whole};
            if (!all.empty() && state.from <= all.back().from) {
                all.back() = std::move(state);
            } else {
                all.push_back(std::move(state));
            }
        }
    }
    /// An abolished comment's row leaves the code empty; it is 8, pattern, serial number.
    [[nodiscard]] std::string codeOf(const Row& row) const {
        const std::string& code = row.at(columns_.code - 1);
        return row[1] == "C" && code.empty() ? row[2] + row[3] + std::string(6 - row[4].size(), '0') + row[4] : code;
    }
    /// The one of a month: the last that began by then, else the first.
    [[nodiscard]] const State& in(const std::string& code, std::uint32_t month) const {
        const auto& all = states.at(code);
        const State* best = &all.front();
        for (const State& state : all) {
            best = state.from / 100 <= month ? &state : best;
        }
        return *best;
    }

    std::map<std::string, std::vector<State>> states;

private:
    Columns columns_;
};

Month monthOf(std::uint32_t day) {
    return year(static_cast<int>(day / 10000)) / month(day / 100 % 100);
}

/// Name and the columns shown, as the compiled table gives them.
std::vector<std::string> told(const Masters& masters, char kind, const std::string& code, Month when) {
    const auto text = [](std::string_view view) { return std::string(view); };
    const auto letter = [](char c) { return c == '\0' ? std::string() : std::string(1, c); };
    switch (kind) {
    case 'b': {
        const auto entry = masters.disease(code, when);
        return entry ? std::vector{text(entry->name), text(entry->kana), text(entry->icd10), text(entry->icd10Second)}
                     : std::vector<std::string>{};
    }
    case 'z': {
        const auto entry = masters.modifier(code, when);
        return entry ? std::vector{text(entry->name)} : std::vector<std::string>{};
    }
    case 's': {
        const auto entry = masters.act(code, when);
        return entry ? std::vector{text(entry->name),
                                   text(entry->kana),
                                   text(entry->unit),
                                   letter(entry->noticeKind),
                                   text(entry->outpatientTotal),
                                   text(entry->inpatientTotal)}
                     : std::vector<std::string>{};
    }
    case 'y': {
        const auto entry = masters.drug(code, when);
        return entry ? std::vector{text(entry->name),   text(entry->kana),          text(entry->unit),
                                   letter(entry->form), text(entry->priceListCode), text(entry->genericName)}
                     : std::vector<std::string>{};
    }
    case 't': {
        const auto entry = masters.material(code, when);
        return entry ? std::vector{text(entry->name), text(entry->unit)} : std::vector<std::string>{};
    }
    default: {
        const auto entry = masters.comment(code, when);
        return entry ? std::vector{text(entry->text), text(entry->pattern)} : std::vector<std::string>{};
    }
    }
}

std::vector<std::string> expected(const Columns& columns, const Row& row) {
    std::vector<std::string> all{row.at(columns.name - 1)};
    for (const std::size_t column : columns.shown) {
        all.push_back(column <= row.size() ? row[column - 1] : std::string());
    }
    return all;
}

/// The official files of a kind in the order of their issue.
std::vector<std::string> sourcesOf(char kind) {
    std::vector<std::string> sources;
    for (const auto& [name, zipped] : std::vector<std::pair<std::string, bool>>{{"b_20240601.txt", false},
                                                                                {"z_20250601.txt", false},
                                                                                {"s_ALL20240531.zip", true},
                                                                                {"y_ALL20240531.zip", true},
                                                                                {"t_ALL20250228.csv", false},
                                                                                {"c_ALL20250307.csv", false}}) {
        if (name.front() == kind) {
            const std::string bytes = samples::file((official / name).string());
            sources.push_back(zipped ? unzipped(bytes) : bytes);
        }
    }
    std::set<std::filesystem::path> updates;
    for (const auto& entry : std::filesystem::directory_iterator(official / "updates")) {
        if (entry.path().filename().string().front() == kind) {
            updates.insert(entry.path());
        }
    }
    for (const auto& update : updates) {
        sources.push_back(samples::file(update.string()));
    }
    return sources;
}

} // namespace

TEST_CASE("every official code is found in every month with the state that was in force") {
    if (!std::filesystem::exists(official / "updates")) {
        SKIP("the official code tables are not beside the project");
    }
    for (const auto& [kind, columns] : columnsOf) {
        CAPTURE(kind);
        MasterCompiler compiler;
        Replay replay(columns);
        for (const std::string& source : sourcesOf(kind)) {
            REQUIRE(compiler.add(source));
            replay.add(rowsOf(source));
        }
        CHECK(compiler.skippedRows() == 0);
        const samples::ScratchFolder folder;
        const auto masters = Masters::open(folder.write("table.kmt", compiler.table()));
        REQUIRE(masters);

        std::size_t asked = 0, right = 0, severalStates = 0;
        std::string firstWrong;
        for (const auto& [code, states] : replay.states) {
            severalStates += states.size() > 1 ? 1 : 0;
            std::set<std::uint32_t> days{20190401, 20250801, 20301201};
            for (const State& state : states) {
                for (const std::uint32_t day : {state.from, state.until}) {
                    if (day / 10000 >= 1960 && day / 10000 < 2090) {
                        const Month then = monthOf(day);
                        for (const Month when : {then - months(1), then, then + months(1)}) {
                            days.insert(static_cast<std::uint32_t>(int{when.year()}) * 10000 +
                                        unsigned{when.month()} * 100 + 1);
                        }
                    }
                }
            }
            for (const std::uint32_t day : days) {
                ++asked;
                const bool same =
                    told(**masters, kind, code, monthOf(day)) == expected(columns, replay.in(code, day / 100).row);
                right += same ? 1 : 0;
                if (!same && firstWrong.empty()) {
                    firstWrong = code + " in " + std::to_string(day / 100);
                }
            }
        }
        CAPTURE(firstWrong, asked);
        CHECK(right == asked);
        CHECK(asked > 3 * replay.states.size());
        CHECK((severalStates > 0) == (kind != 'b' && kind != 'z')); // of these there are no updates here
    }
}

TEST_CASE("every official code is valid from its day to its last usable day") {
    if (!std::filesystem::exists(official / "updates")) {
        SKIP("the official code tables are not beside the project");
    }
    for (const auto& [kind, columns] : columnsOf) {
        CAPTURE(kind);
        MasterCompiler compiler;
        Replay replay(columns);
        for (const std::string& source : sourcesOf(kind)) {
            REQUIRE(compiler.add(source));
            replay.add(rowsOf(source));
        }
        const samples::ScratchFolder folder;
        auto file = MappedFile::open(folder.write("table.kmt", compiler.table()));
        REQUIRE(file);
        const auto table = MasterTable::read(std::move(*file));
        REQUIRE(table);
        std::size_t right = 0, abolished = 0;
        std::string firstWrong;
        for (const auto& [code, states] : replay.states) {
            const auto first = table->find(kind, code, 1900y / January);
            const auto last = table->find(kind, code, 2999y / December);
            const bool same =
                first && last && first->firstDay() == states.front().from && last->lastDay() == states.back().until;
            right += same ? 1 : 0;
            abolished += states.back().until != 99'999'999 ? 1 : 0;
            if (!same && firstWrong.empty()) {
                firstWrong = code;
            }
        }
        CAPTURE(firstWrong);
        CHECK(right == replay.states.size());
        CHECK((abolished > 0) == (kind == 's' || kind == 'y' || kind == 'c'));
    }
}

TEST_CASE("retired codes keep their names in the months they were seen; dental and dispensing names are all there") {
    if (!std::filesystem::exists(official / "names")) {
        SKIP("the official code tables are not beside the project");
    }
    MasterCompiler compiler;
    std::set<std::string> current;
    for (const auto& [kind, columns] : columnsOf) {
        for (const std::string& source : sourcesOf(kind)) {
            REQUIRE(compiler.add(source));
            for (const Row& row : rowsOf(source)) {
                current.insert(kind + row.at(columns.code - 1));
            }
        }
    }
    for (const char* names : {"history_names.csv", "h_dental_names.csv", "m_dispensing_names.csv"}) {
        REQUIRE(compiler.addFile(official / "names" / names));
    }
    const samples::ScratchFolder folder;
    const auto masters = Masters::open(folder.write("table.kmt", compiler.table()));
    REQUIRE(masters);

    const auto cells = [](const std::string& line) {
        Row row;
        std::istringstream in(line);
        for (std::string cell; std::getline(in, cell, ',');) {
            row.push_back(cell);
        }
        return row;
    };
    std::size_t retired = 0, right = 0;
    std::string line;
    std::istringstream history(samples::file((official / "names/history_names.csv").string()));
    std::getline(history, line);
    while (std::getline(history, line)) {
        const Row row = cells(line);
        if (row.size() < 7 || current.contains(row[0] + row[1])) {
            continue; // the official state stands
        }
        ++retired;
        const auto digits = row[6].substr(0, 4) + row[6].substr(5, 2);
        const auto names = told(**masters, row[0][0], row[1], monthOf(dayOf(digits + "01", 20190401)));
        right += !names.empty() && names.front() == row[2] ? 1 : 0;
    }
    CHECK(retired > 1'000);
    CHECK(right == retired);

    for (const char* names : {"h_dental_names.csv", "m_dispensing_names.csv"}) {
        std::istringstream list(samples::file((official / "names" / names).string()));
        std::getline(list, line);
        std::size_t all = 0, found = 0;
        while (std::getline(list, line)) {
            const Row row = cells(line);
            ++all;
            const auto entry = (*masters)->act(row[0], 2020y / April);
            found += entry && entry->name == row[1] ? 1 : 0;
        }
        CAPTURE(names);
        CHECK(found == all);
        CHECK(all > 100);
    }
}

TEST_CASE("every official modifier stands on its side of the name, in recorded order") {
    if (!std::filesystem::exists(official / "z_20250601.txt")) {
        SKIP("the official code tables are not beside the project");
    }
    MasterCompiler compiler;
    const auto modifiers = rowsOf(samples::file((official / "z_20250601.txt").string()));
    for (const char kind : {'b', 'z'}) {
        for (const std::string& source : sourcesOf(kind)) {
            REQUIRE(compiler.add(source));
        }
    }
    const samples::ScratchFolder folder;
    const auto masters = Masters::open(folder.write("table.kmt", compiler.table()));
    REQUIRE(masters);
    const auto composed = [&](std::vector<std::string> codes) {
        Disease disease;
        disease.code = "8833421";
        disease.modifiers = std::move(codes);
        return composeDiseaseName(disease, **masters, 2025y / August).text;
    };
    const auto base = composed({});
    REQUIRE_FALSE(base.empty());
    std::size_t suffixes = 0, right = 0;
    for (std::size_t i = 0; i < modifiers.size(); ++i) {
        const std::string &code = modifiers[i].at(2), &name = modifiers[i].at(6);
        const std::string &other = modifiers[(i + 1) % modifiers.size()].at(2),
                          &otherName = modifiers[(i + 1) % modifiers.size()].at(6);
        // Suffixes are told by their code here, by their class (second letter of 修飾語区分) in the official table.
        const bool suffix = code.front() == '8', otherSuffix = other.front() == '8';
        suffixes += modifiers[i].at(18).substr(1, 1) == "8" ? 1 : 0;
        CHECK(suffix == (modifiers[i].at(18).substr(1, 1) == "8"));
        const std::string before = (suffix ? "" : name) + (otherSuffix ? "" : otherName);
        const std::string behind = (suffix ? name : "") + (otherSuffix ? otherName : "");
        right += composed({code}) == (suffix ? base + name : name + base) ? 1 : 0;
        right += composed({code, other}) == before + base + behind ? 1 : 0;
    }
    CHECK(suffixes == 298);
    CHECK(right == 2 * modifiers.size());
}
