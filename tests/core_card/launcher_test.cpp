// The two commands as the launcher runs them: what they print, and that nothing of them stays behind.
#include "app/practice/cards/card_command.h"
#include "app/practice/cards/card_file.h"
#include "app/practice/pcscd/free_port.h"
#include "app/practice/pcscd/pcscd_command.h"
#include "app/practice/pcscd/private_pcscd.h"
#include "tests/core_card/practice_identity.h"

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>
#include <thread>

using namespace kmixr;
using namespace kmixr::practice;
using namespace std::chrono_literals;

namespace {

/// A command in a process of its own, its first line of output read through a pipe.
class Process {
public:
    Process(int (*command)(int, char**), std::vector<std::string> arguments) {
        int ends[2] = {-1, -1};
        REQUIRE(::pipe(ends) == 0);
        std::cout.flush(); // or the child would say again what this process has not said yet
        std::fflush(stdout);
        pid_ = ::fork();
        if (pid_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            std::vector<char*> argv;
            for (auto& argument : arguments) {
                argv.push_back(argument.data());
            }
            ::_exit(command(static_cast<int>(argv.size()), argv.data()));
        }
        ::close(ends[1]);
        out_ = ends[0];
    }
    ~Process() {
        if (pid_ > 0) {
            end(SIGKILL);
        }
        ::close(out_);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    std::string firstLine() const {
        std::string line;
        for (char letter = 0; ::read(out_, &letter, 1) == 1 && letter != '\n';) {
            line += letter;
        }
        return line;
    }
    /// The exit status, or minus the signal it died of.
    int end(int signal) {
        ::kill(pid_, signal);
        int status = 0;
        ::waitpid(pid_, &status, 0);
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t pid_ = -1;
    int out_ = -1;
};

struct World {
    World() {
        std::string name = (std::filesystem::temp_directory_path() / "kmixr-launcher-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    ~World() { std::filesystem::remove_all(folder); }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    std::filesystem::path folder;
};

bool within(std::chrono::milliseconds time, const std::function<bool()>& holds) {
    for (const auto deadline = std::chrono::steady_clock::now() + time; std::chrono::steady_clock::now() < deadline;) {
        if (holds()) {
            return true;
        }
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

std::string field(const std::string& line, const std::string& name) {
    const auto at = line.find(name + "=");
    REQUIRE(at != std::string::npos);
    const auto start = at + name.size() + 1;
    return line.substr(start, line.find(' ', start) - start);
}

} // namespace

TEST_CASE("The card service says where it is, and ends with its launcher however that ends") {
    for (const int signal : {SIGTERM, SIGINT, SIGKILL}) {
        const World world;
        Process service(pcscdCommand, {"pcscd", "--world", world.folder});
        const auto line = service.firstLine();
        if (line.empty()) {
            SKIP("pcscd or the virtual reader's driver is not installed");
        }
        CHECK(line.starts_with("ready socket=" + world.folder.string()));
        const auto port = static_cast<std::uint16_t>(std::stoi(field(line, "port")));
        CHECK(listensOnLoopback(port));
        CHECK(PrivatePcscd::start(world.folder).error().is(practice::problems::pcscdFailed)); // one a world
        CHECK(service.end(signal) == (signal == SIGKILL ? -SIGKILL : 0));
        CHECK(within(5s, [&] { return !listensOnLoopback(port); }));
        CHECK_FALSE((signal != SIGKILL && std::filesystem::exists(field(line, "socket"))));
    }
}

TEST_CASE("One reader, as on a clinic's laptop, or two") {
    const World world;
    auto service = PrivatePcscd::start(world.folder, Readers::One);
    if (!service && service.error().is(practice::problems::pcscdMissing)) {
        SKIP("pcscd or the virtual reader's driver is not installed");
    }
    REQUIRE(service);
    CHECK(listensOnLoopback(service->cardPort()));
    CHECK_FALSE(listensOnLoopback(static_cast<std::uint16_t>(service->cardPort() + 1)));
    service->kill();
    REQUIRE(service->restart());
    CHECK_FALSE(listensOnLoopback(static_cast<std::uint16_t>(service->cardPort() + 1)));
}

TEST_CASE("A world far down still has its service") {
    const World world;
    const auto deep = world.folder / std::string(60, 'a') / std::string(60, 'b');
    std::filesystem::create_directories(deep);
    auto service = PrivatePcscd::start(deep);
    if (!service && service.error().is(practice::problems::pcscdMissing)) {
        SKIP("pcscd or the virtual reader's driver is not installed");
    }
    REQUIRE(service);
    const auto elsewhere = service->socket().parent_path();
    CHECK(service->socket().string().size() < 108);
    {
        const PrivatePcscd ended = std::move(*service);
    }
    CHECK_FALSE(std::filesystem::exists(elsewhere));
}

TEST_CASE("A card without a reader waits, and goes when told") {
    const World world;
    const auto key = testing::privateKey(testing::KeyKind::Rsa2048);
    const auto file = world.folder / "card.json";
    REQUIRE(writeCardFile(file, makeHpkiCard(key, testing::certificatePem(key, {}), "1234")));
    Process card(cardCommand, {"card", "--card", file, "--port", std::to_string(freePortPair().value())});
    std::this_thread::sleep_for(300ms);
    CHECK(card.end(SIGTERM) == 0);
}

TEST_CASE("A file that is no card is said so") {
    const World world;
    REQUIRE(writeCardFile(world.folder / "card.json", makeHpkiCard("no key", "no certificate", "1234")));
    Process card(cardCommand, {"card", "--card", world.folder / "card.json", "--port", "1"});
    CHECK(card.end(0) == 1); // ends by itself
}
