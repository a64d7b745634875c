// kmixr-practice as scripts use it: words in, lines and exit status out.
#include "tests/app_practice/practice_world.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

using namespace kmixr::practice;

namespace {

struct Answer {
    int status = -1;
    std::string text; ///< standard output
};

Answer run(const std::string& words) {
    const std::string command = std::string(KMIXR_BIN_DIR) + "/kmixr-practice " + words + " 2>/dev/null";
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Answer answer;
    std::array<char, 4096> buffer{};
    while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        answer.text.append(buffer.data(), size);
    }
    const int ended = ::pclose(pipe);
    answer.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
    return answer;
}

std::size_t filesIn(const std::filesystem::path& folder, const std::string& extension) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        count += entry.path().extension() == extension ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("a word that is no command is answered with the list, and fails") {
    CHECK(run("").status == 2);
    CHECK(run("dance").status == 2);
    const Answer help = run("--help");
    CHECK(help.status == 0);
    for (const char* name : {"prepare", "generate", "people", "token", "card", "pcscd", "camera"}) {
        CHECK(help.text.find("  " + std::string(name) + " ") != std::string::npos);
    }
}

TEST_CASE("token prints the QR text and nothing else") {
    CHECK(run("token --patient K05").text == "KMIXR1:R73MTYV7FM4PDIYPMIWJ7ITE7AKC\n");
    CHECK(run("token --patient K07 --issue 2").text != run("token --patient K07").text);
    CHECK(run("token --patient K99").status == 1);
    CHECK(run("token --patient K05 --issue 0").status != 0);
}

TEST_CASE("people lists 26, with what is unusual about their cards") {
    const Answer people = run("people");
    CHECK(people.status == 0);
    const auto end = people.text.begin() + static_cast<std::ptrdiff_t>(people.text.find("Cards in trouble:"));
    CHECK(std::count(people.text.begin(), end, '\n') == 26);
    CHECK(people.text.find("K25  1955-03-03  F  屋島 花子  (card 1 lost)") != std::string::npos);
    CHECK(people.text.find("K07  1952-11-03  M  国分 信一  (card 1 replaced, card 2 live)") != std::string::npos);
    CHECK(people.text.find("(consent withdrawn)") != std::string::npos);
}

TEST_CASE("generate writes the files of the people asked for, and clears away those of others") {
    const test::WorldFolder folder("kmixr-practice-generate-test");
    const std::string out = "generate --anchor 2025-08 --out " + folder.path().string();
    CHECK(run(out + " --people K01,K25").text == "15 receipts in 15 files\n");
    CHECK(filesIn(folder.path(), ".UKE") == 15);
    CHECK(run(out + " --people K01").status == 0);
    CHECK(filesIn(folder.path(), ".UKE") == 4);
    CHECK(run(out + " --people K27").status == 1);
    CHECK(run("generate --anchor 2025-13 --out " + folder.path().string()).status != 0);
}

TEST_CASE("generate makes any number of residents, the same bytes however many are at work, and marks what is whole") {
    const test::WorldFolder folder("kmixr-practice-population-test");
    const auto bytesOf = [&](const char* name) {
        std::string all;
        std::set<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path() / name)) {
            if (entry.is_regular_file()) {
                files.insert(entry.path());
            }
        }
        for (const auto& file : files) {
            std::ifstream stream(file, std::ios::binary);
            all += file.lexically_relative(folder.path() / name).string() +
                   std::string(std::istreambuf_iterator<char>(stream), {});
        }
        return all;
    };
    const auto make = [&](const char* name, const char* words) {
        return run("generate --anchor 2025-08 --months 10 --form claim --out " + (folder.path() / name).string() + " " +
                   words);
    };
    CHECK(make("one", "--people 1700 --seed 5 --threads 1").status == 0); // three blocks
    CHECK(make("three", "--people 1700 --seed 5 --threads 3").status == 0);
    const std::string one = bytesOf("one");
    CHECK(one == bytesOf("three"));
    CHECK(one.find("from-0001601") != std::string::npos);
    CHECK(one.find("generated.json") != std::string::npos);
    CHECK(make("three", "--people 1700 --seed 6").status == 0);
    CHECK(one != bytesOf("three"));
    CHECK(make("three", "--people 1 --seed 5").status == 0); // what the larger order left is gone
    CHECK(bytesOf("three").find("from-0000801") == std::string::npos);

    CHECK(make("bad", "--people 0").status == 1);
    CHECK(make("bad", "--people 1000001").status == 1);
    CHECK(make("bad", "--people K05 --threads 2").status != 0);
    CHECK(make("bad", "--people 10 --threads 0").status != 0);
    CHECK(make("bad", "--people 10 --form paper").status != 0);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "bad"));
}

TEST_CASE("a generation that is stopped, or whose disk is full, says so and does not look whole") {
    const test::WorldFolder folder("kmixr-practice-stopped-test");
    const std::string tool = std::string(KMIXR_BIN_DIR) + "/kmixr-practice";
    const auto shell = [&](const std::string& command) { return WEXITSTATUS(std::system(command.c_str())); };
    const std::string place = folder.path().string();
    const std::string words = " generate --anchor 2025-08 --out " + place + " --people ";
    const auto said = [&](const char* part) {
        std::ifstream stream(place + ".err");
        return std::string(std::istreambuf_iterator<char>(stream), {}).find(part) != std::string::npos;
    };
    REQUIRE(shell(tool + words + "20 >/dev/null") == 0);
    CHECK(std::filesystem::exists(folder.path() / "generated.json"));
    CHECK(shell(tool + words + "1000000 >/dev/null 2>" + place + ".err & task=$!; sleep 1; kill -INT $task; " +
                "wait $task") == 130);
    CHECK(said("is not whole"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "generated.json"));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
        CHECK(entry.path().extension() != ".new");
    }
    // No file may be longer than 100 blocks of 512 or 1024 bytes: the write fails as on a full disk.
    CHECK(shell("ulimit -f 100; " + tool + words + "2000 >/dev/null 2>" + place + ".err") == 1);
    CHECK(said("practice.cannot-write"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "generated.json"));
    std::filesystem::remove(place + ".err");
}

TEST_CASE("prepare refuses options that make no sense") {
    CHECK(run("prepare").status != 0);
    const std::string world = "prepare --world " + test::world().string();
    CHECK(run(world + " --anchor August").status != 0);
    CHECK(run(world + " --delay K05").status == 1);
    CHECK(run(world + " --resources /nowhere").status != 0);
}

TEST_CASE("a delay of the gateway's answer stands in its settings") {
    CHECK(run("prepare --anchor 2025-08 --port 40123 --delay K05=3000 --world " + test::world().string()).status == 0);
    const std::string settings = test::textOf("gateway.json");
    CHECK(settings.find("\"K05\": 3000") != std::string::npos);
    CHECK(settings.find("\"127.0.0.1:40123\"") != std::string::npos);
    CHECK(test::textOf("client.json").find("\"https://127.0.0.1:40123\"") != std::string::npos);
}

TEST_CASE("the camera is shown a card, another paper, nothing, and trouble") {
    const std::string world = " --world " + test::world().string();
    for (const char* what : {"--patient K05", "--patient K07 --issue 2", "--url https://example.invalid/", "--none"}) {
        INFO(what);
        CHECK(run("camera show" + world + " " + what).status == 0);
        CHECK_FALSE(std::filesystem::is_empty(test::world() / "camera"));
    }
    CHECK(run("camera show" + world).status != 0);
    CHECK(run("camera show" + world + " --none --patient K05").status != 0);
    CHECK(run("camera fault stall" + world).status == 0);
    CHECK(run("camera fault stall --over" + world).status == 0);
    CHECK(run("camera fault fire" + world).status != 0);
}
