// What is made of the official tables besides names and days: section numbers, flags, comments in words with fitting
// and unfitting data, teeth; each row of the official files is asked for.
#include "core/receipt/master_compiler.h"
#include "core/receipt/masters.h"
#include "core/receipt/tooth_notation.h"
#include "tests/core_receipt/official_files.h"
#include "tests/core_receipt/scratch_folder.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace kmixr;
using namespace kmixr::receipt;
using namespace std::chrono;
using samples::official;
using samples::Row;
using samples::rowsOf;
using samples::sourcesOf;

namespace {

constexpr Month late{2025y, December}; // after the newest change of all files

std::shared_ptr<const Masters> compiled(const std::vector<std::string>& sources) {
    MasterCompiler compiler;
    for (const std::string& source : sources) {
        REQUIRE(compiler.add(source));
    }
    const samples::ScratchFolder folder;
    auto masters = Masters::open(folder.write("table.kmt", compiler.table()));
    REQUIRE(masters);
    return *masters;
}

std::vector<Row> merged(const char* file) {
    return rowsOf(samples::file((official / "merged" / file).string()));
}

/// How many were right, and the first that was not.
struct Tally {
    std::size_t asked = 0, right = 0;
    std::string firstWrong;

    void count(const std::string& what, const std::string& got, const std::string& wanted) {
        ++asked;
        if (got == wanted) {
            ++right;
        } else if (firstWrong.empty()) {
            firstWrong = what + ": \"" + got + "\", not \"" + wanted + "\"";
        }
    }
};

void allRight(const Tally& tally) {
    INFO(tally.firstWrong);
    CHECK(tally.right == tally.asked);
}

std::string letterText(char letter) {
    return letter == '\0' ? std::string() : std::string(1, letter);
}

/// masters.md §3.1: letter, number, and the branch without zeros when there is one.
std::string sectionShown(const Row& row) {
    const std::string &letter = row.at(84), &branch = row.at(92);
    if (letter == "-" || letter == "*") {
        return {};
    }
    const std::string section = letter + row.at(91) + (branch == "00" ? "" : "-" + std::to_string(std::stoi(branch)));
    std::string item = row.at(116).empty() ? "" : row.at(116).substr(section.size());
    CHECK(row.at(116).starts_with(row.at(116).empty() ? "" : section));
    for (const auto& [half, full] : std::map<std::string, std::string>{
             {"\uFF72", "イ"}, {"\uFF9B", "ロ"}, {"\uFF8A", "ハ"}, {"\uFF86", "ニ"}, {"\uFF8E", "ホ"}}) {
        if (const auto at = item.find(half); at != std::string::npos) {
            item.replace(at, half.size(), full);
        }
    }
    return section + (item.empty() ? "" : " " + item);
}

std::string wide(const std::string& digits) {
    std::string text;
    for (const char c : digits) {
        text += c == '.' ? "．" : std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
    }
    return text;
}

/// Pattern 40 by its slots: characters of the text replaced by the numbers, each without leading zeros.
std::string slotsFilled(const Row& row, const std::vector<std::string>& numbers) {
    std::vector<std::string> characters;
    for (const char byte : row.at(6)) {
        if ((static_cast<unsigned char>(byte) & 0xC0) == 0x80) {
            characters.back() += byte;
        } else {
            characters.emplace_back(1, byte);
        }
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t column = std::stoul(row.at(9 + 2 * i)), size = std::stoul(row.at(10 + 2 * i));
        for (std::size_t at = column - 1; at < column - 1 + size; ++at) {
            characters.at(at).clear();
        }
        characters.at(column - 1) = std::to_string(std::stoul(numbers[i]));
    }
    std::string text;
    for (const std::string& character : characters) {
        text += character;
    }
    return text;
}

/// What is recorded, and what is to be read behind the master's text.
struct Sample {
    std::string recorded, shown;
};
using Samples = std::map<std::string, std::vector<Sample>>;

} // namespace

TEST_CASE("each replayed official file says what the merged one says, code by code") {
    if (!std::filesystem::exists(official / "merged")) {
        SKIP("the official code tables are not beside the project");
    }
    {
        const auto masters = compiled(sourcesOf('s'));
        Tally tally;
        for (const Row& row : merged("s_20250901.csv")) {
            const auto act = masters->act(row.at(2), late);
            REQUIRE(act);
            tally.count(row[2] + " name", std::string(act->name), row.at(4));
            tally.count(row[2] + " section", letterText(act->section), row.at(84));
            tally.count(row[2] + " number", std::string(act->sectionNumber), sectionShown(row));
            tally.count(row[2] + " kind", letterText(act->noticeKind), row.at(67));
        }
        allRight(tally);
        CHECK(tally.asked == 4 * 10'173U);
    }
    {
        const auto masters = compiled(sourcesOf('y'));
        Tally tally;
        for (const Row& row : merged("y_20250813.csv")) {
            const auto drug = masters->drug(row.at(2), late);
            REQUIRE(drug);
            tally.count(row[2] + " name", std::string(drug->name), row.at(4));
            tally.count(row[2] + " code", std::string(drug->priceListCode), row.at(31));
            tally.count(row[2] + " generic name", std::string(drug->genericName), row.at(37));
            tally.count(row[2] + " generic", drug->generic ? "1" : "0", row.at(16));
            tally.count(row[2] + " contrast", drug->contrast ? "1" : "0", row.at(19) == "0" ? "0" : "1");
        }
        allRight(tally);
        CHECK(tally.asked == 5 * 21'182U);
    }
    {
        const auto masters = compiled(sourcesOf('t'));
        Tally tally;
        for (const Row& row : merged("t_20250829.csv")) {
            const auto material = masters->material(row.at(2), late);
            REQUIRE(material);
            tally.count(row[2] + " name", std::string(material->name), row.at(4));
            tally.count(row[2] + " unit", std::string(material->unit), row.at(9));
        }
        allRight(tally);
        CHECK(tally.asked == 2 * 1'355U);
    }
    {
        const auto masters = compiled(sourcesOf('c'));
        Tally tally;
        for (const Row& row : merged("c_20250715.csv")) {
            const auto comment = masters->comment(row.at(22), late);
            REQUIRE(comment);
            std::string slots;
            for (std::size_t i = 9; i < 17 && std::stoi(row.at(i)) != 0; ++i) {
                slots += (slots.empty() ? "" : " ") + std::to_string(std::stoi(row.at(i)));
            }
            tally.count(row[22] + " text", std::string(comment->text), row.at(6));
            tally.count(row[22] + " pattern", std::string(comment->pattern), row.at(3));
            tally.count(row[22] + " slots", std::string(comment->columns), slots);
        }
        allRight(tally);
        CHECK(tally.asked == 3 * 3'857U);
    }
}

TEST_CASE("every official comment is put in words by its pattern, with data that fit and that do not") {
    if (!std::filesystem::exists(official / "merged")) {
        SKIP("the official code tables are not beside the project");
    }
    std::vector<std::string> sources = sourcesOf('c');
    for (const char kind : {'s', 'z'}) {
        const auto more = sourcesOf(kind);
        sources.insert(sources.end(), more.begin(), more.end());
    }
    const auto masters = compiled(sources);
    const Samples fitting{
        {"31", {{"111000110", "初診料"}}},
        {"42", {{"00120.5", "120.5"}, {"0", "0"}, {"00000.25", "0.25"}}},
        {"50", {{"5010501", "令和元年5月1日"}, {"4310430", "平成31年4月30日"}, {"3640107", "昭和64年1月7日"}}},
        {"51", {{"0905", "9時5分"}, {"0000", "0時0分"}, {"2359", "23時59分"}}},
        {"52", {{"00035", "35分"}, {"00000", "0分"}, {"01440", "1440分"}}},
        {"53", {{"061025", "6日10時25分"}, {"310000", "31日0時0分"}}},
        {"80", {{"5060705000006.2", "令和6年7月5日　6.2"}, {"430022900000120", ""}}}}; // 2018 had no 29 February
    const Samples unfitting{
        {"31", {{"11100011", ""}, {"199999999", ""}}},
        {"42", {{"1.2.3", ""}, {"12.", ""}}},
        {"50", {{"505020", ""}, {"5051301", ""}, {"5050230", ""}, {"9010101", ""}, {"0010101", ""}}},
        {"51", {{"090", ""}, {"2500", ""}, {"0960", ""}, {"2401", ""}}},
        {"52", {{"0035", ""}, {"000035", ""}}},
        {"53", {{"06102", ""}, {"062500", ""}, {"001025", ""}, {"321025", ""}}},
        {"80", {{"5060705", ""}, {"506130500000001", ""}}}};
    std::map<std::string, Tally> tallies;
    for (const Row& row : merged("c_20250715.csv")) {
        const std::string &code = row.at(22), &text = row.at(6), &pattern = row.at(3);
        Tally& tally = tallies[pattern];
        const auto check = [&](const std::string& recorded, const std::string& shown) {
            tally.count(code + " " + recorded, renderComment({1, code, recorded}, *masters, late), shown);
        };
        if (pattern == "10") {
            check("転倒　右", "転倒　右");
        } else if (pattern == "20") {
            check("", text);
        } else if (pattern == "30") {
            check("右　２方向", text + "右　２方向");
            check("", text);
        } else if (pattern == "40") {
            std::string digits;
            std::vector<std::string> numbers;
            for (std::size_t i = 9; i < 17 && std::stoul(row.at(i)) != 0; i += 2) {
                const std::size_t size = std::stoul(row.at(i + 1));
                numbers.push_back(std::string(size - 1, '0') + "7");
                digits += numbers.back();
            }
            check(wide(digits), slotsFilled(row, numbers));
            check(digits, slotsFilled(row, numbers));
            check(wide(digits + "1"), text + "；" + wide(digits + "1"));
            check("不明", text + "；不明");
        } else if (pattern == "90") {
            check(wide("20492056"), "左右");
            check(wide("2049205"), wide("2049205"));
        } else {
            REQUIRE(fitting.contains(pattern));
            for (const Sample& sample : fitting.at(pattern)) {
                const std::string shown = sample.shown.empty() ? wide(sample.recorded) : sample.shown;
                check(wide(sample.recorded), text + "；" + shown);
            }
            for (const Sample& sample : unfitting.at(pattern)) {
                check(wide(sample.recorded), text + "；" + wide(sample.recorded));
            }
            check("記録なき文", text + "；記録なき文");
        }
    }
    CHECK(tallies.size() == 12);
    for (const auto& [pattern, tally] : tallies) {
        CAPTURE(pattern);
        allRight(tally);
    }
}

TEST_CASE("every tooth of the published list reads as its long name says") {
    if (!std::filesystem::exists(official / "names")) {
        SKIP("the official code tables are not beside the project");
    }
    // The long name shortened word by word to what a chart says; the order matters. Some rows of the list carry the
    // rest of a date behind the name.
    const std::vector<std::pair<std::string, std::string>> shorter{{"部分指定なし", ""},
                                                                   {"右側", "右"},
                                                                   {"左側", "左"},
                                                                   {"右上顎歯列", "右上"},
                                                                   {"左上顎歯列", "左上"},
                                                                   {"左下顎歯列", "左下"},
                                                                   {"右下顎歯列", "右下"},
                                                                   {"上顎歯列", "上顎"},
                                                                   {"下顎歯列", "下顎"},
                                                                   {"上顎臼歯", "上臼歯"},
                                                                   {"下顎臼歯", "下臼歯"},
                                                                   {"上顎前歯", "上前歯"},
                                                                   {"下顎前歯", "下前歯"},
                                                                   {"顎乳中切歯", "Ａ"},
                                                                   {"顎乳側切歯", "Ｂ"},
                                                                   {"顎乳犬歯", "Ｃ"},
                                                                   {"顎第１乳臼歯", "Ｄ"},
                                                                   {"顎第２乳臼歯", "Ｅ"},
                                                                   {"顎中切歯", "１"},
                                                                   {"顎側切歯", "２"},
                                                                   {"顎犬歯", "３"},
                                                                   {"顎第１小臼歯", "４"},
                                                                   {"顎第２小臼歯", "５"},
                                                                   {"顎第１大臼歯", "６"},
                                                                   {"顎第２大臼歯", "７"},
                                                                   {"顎第３大臼歯", "８"},
                                                                   {"近傍過剰歯", "近傍の過剰歯"},
                                                                   {"現存歯", ""},
                                                                   {"部（部を示す場合に使用）", " 部"},
                                                                   {"欠損歯", " 欠損"},
                                                                   {"分割抜歯支台（根）", " 分割抜歯支台"},
                                                                   {"便宜抜髄支台歯", " 便宜抜髄"},
                                                                   {"支台歯", " 支台歯"},
                                                                   {"残根", " 残根"},
                                                                   {"部インプラント", " インプラント部"},
                                                                   {"部近心隙", " 近心隙"},
                                                                   {"近心位に存在", " 近心位"}};
    const std::vector<std::pair<std::string, std::string>> roots{
        {"近心頬側根および遠心頬側根", "近心・遠心頬側根"},
        {"舌側（口蓋）根および遠心頬側根", "舌側根・遠心頬側根"},
        {"舌側（口蓋）根および近心頬側根", "舌側根・近心頬側根"},
        {"舌側（口蓋）根", "舌側根"},
        {"遠心頬側根", "遠心頬側根"},
        {"近心頬側根", "近心頬側根"},
        {"遠心根", "遠心根"},
        {"近心根", "近心根"}};
    std::istringstream list(samples::file((official / "names/f_tooth_names.csv").string()));
    std::string line;
    std::getline(list, line);
    Tally tally;
    while (std::getline(list, line)) {
        std::string name = line.substr(7, line.find('\'') == std::string::npos ? line.npos : line.find('\'') - 7);
        std::string root;
        for (const auto& [said, shown] : roots) {
            if (root.empty() && name.ends_with(said)) {
                name.resize(name.size() - said.size());
                root = " " + shown;
            }
        }
        for (const auto& [said, shown] : shorter) {
            if (const std::size_t at = name.find(said); at != std::string::npos) {
                name.replace(at, said.size(), shown);
            }
        }
        tally.count(line.substr(0, 6), toothText(line.substr(0, 6)), name + root);
    }
    allRight(tally);
    CHECK(tally.asked == 915);
}
