// Every code of the official masters, in every state the update files give it: found, with the right name and what
// else we show, from the right day to the right day (masters.md §0). The expectation is replayed here by a reader of
// its own; columns are the official item numbers.
#include "core/receipt/master_compiler.h"
#include "core/receipt/master_table.h"
#include "core/receipt/masters.h"
#include "tests/core_receipt/official_files.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;
using samples::official;
using samples::Row;
using samples::rowsOf;
using samples::sourcesOf;

namespace {

/// Official item numbers, 1-based.
struct Columns {
    std::size_t code, name, changed, abolished;
    std::vector<std::size_t> shown; ///< compared besides the name
};
const std::map<char, Columns> columnsOf{
    {'b', {3, 6, 23, 24, {10, 16, 17, 39}}},    {'z', {3, 7, 15, 16, {}}},   {'s', {3, 5, 87, 88, {7, 10, 68, 15, 66}}},
    {'y', {3, 5, 30, 31, {7, 10, 28, 32, 38}}}, {'t', {3, 5, 28, 30, {10}}}, {'c', {23, 7, 21, 22, {4}}}};

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
        return entry ? std::vector{text(entry->name), text(entry->kana), text(entry->icd10), text(entry->icd10Second),
                                   text(entry->dentalName.empty() ? entry->name : entry->dentalName)}
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
