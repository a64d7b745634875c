// Reads the include lines of the whole project and holds them against the arrows that are allowed (README, "The
// rooms").
#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

const fs::path house = KMIXR_SOURCE_DIR;

/// Who may include whom. A room always may include itself.
const std::map<std::string, Rooms> allowed{
    {"core/common", {}},
    {"core/receipt", {"core/common"}},
    {"core/history", {"core/common", "core/receipt"}},
    {"core/card", {"core/common"}},
    {"core/qr", {"core/common"}},
    {"core/protocol", {"core/common", "core/receipt"}},
    {"core/vault", {"core/common", "core/receipt"}},
    {"core/gateway", {"core/common", "core/receipt", "core/protocol"}},
    {"ui",
     {"core/common", "core/receipt", "core/history", "core/card", "core/qr", "core/protocol", "core/vault",
      "core/gateway"}},
    {"app/client/flows",
     {"app/client", "core/common", "core/receipt", "core/history", "core/card", "core/qr", "core/protocol",
      "core/vault", "core/gateway"}},
    {"app/client",
     {"app/client/flows", "ui", "core/common", "core/receipt", "core/history", "core/card", "core/qr", "core/protocol",
      "core/vault", "core/gateway"}},
    {"app/gateway", {"core/common", "core/receipt", "core/qr", "core/protocol"}},
    {"app/practice", {"core/common", "core/receipt", "core/qr"}},
    {"app/setup", {"core/common", "core/card"}},
};

/// The longest known room a path lies in; empty for none.
std::string roomOf(const std::string& path) {
    std::string found;
    for (const auto& [room, rooms] : allowed) {
        if (path.starts_with(room + "/") && room.size() > found.size()) {
            found = room;
        }
    }
    return found;
}

struct IncludeLine {
    std::string file;
    std::string target; ///< what stands between the quotes or angle brackets
    bool quoted = false;
};

std::vector<IncludeLine> includesBelow(const std::vector<std::string>& tops) {
    std::vector<IncludeLine> lines;
    for (const auto& top : tops) {
        for (const auto& entry : fs::recursive_directory_iterator(house / top)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp" && extension != ".c") {
                continue;
            }
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) {
                if (!line.starts_with("#include ")) {
                    continue;
                }
                const auto open = line.find_first_of("\"<");
                const auto close = line.find_first_of("\">", open + 1);
                if (open != std::string::npos && close != std::string::npos) {
                    lines.push_back({fs::relative(entry.path(), house).string(),
                                     line.substr(open + 1, close - open - 1), line[open] == '"'});
                }
            }
        }
    }
    return lines;
}

} // namespace

TEST_CASE("arrows between rooms run one way") {
    const auto lines = includesBelow({"core", "ui", "app"});
    REQUIRE(lines.size() > 100); // the reader of this test sees the project at all
    for (const auto& line : lines) {
        const std::string from = roomOf(line.file);
        const std::string to = line.quoted ? roomOf(line.target) : std::string{};
        if (!to.empty() && to != from) {
            INFO(line.file << " includes " << line.target);
            REQUIRE(allowed.contains(from));
            CHECK(allowed.at(from).contains(to));
        }
    }
}

TEST_CASE("core knows no window, and most of it no Qt") {
    for (const auto& line : includesBelow({"core"})) {
        INFO(line.file << " includes " << line.target);
        const bool qt = !line.quoted && line.target.starts_with("Q");
        if (!line.file.starts_with("core/gateway/")) {
            CHECK_FALSE(qt);
        }
        CHECK_FALSE(line.target.find("QWidget") != std::string::npos);
        CHECK_FALSE(line.target.find("QApplication") != std::string::npos);
    }
}

TEST_CASE("flows hold no widget") {
    for (const auto& line : includesBelow({"app/client/flows"})) {
        INFO(line.file << " includes " << line.target);
        CHECK_FALSE(line.target.starts_with("ui/"));
        CHECK_FALSE(line.target.starts_with("QtWidgets"));
        CHECK_FALSE(line.target == "QWidget");
    }
}

TEST_CASE("nothing but the house's own rooms stands at the top level") {
    const std::set<std::string> known{"CMakeLists.txt", "app",          "core",    "ui",
                                      "resources",      "translations", "tests",   "packaging",
                                      "build",          "README.md",    "LICENSE", "CMakePresets.json"};
    for (const auto& entry : fs::directory_iterator(house)) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        CHECK((name.starts_with(".") || known.contains(name)));
    }
}
