#include "app/practice/cards/card_command.h"

#include "app/practice/cards/card_server.h"

#include <CLI/CLI.hpp>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

namespace kmixr::practice {

int cardCommand(int argc, char** argv) {
    CLI::App program("Lays a software card on the practice reader until it is stopped", "kmixr-practice card");
    std::filesystem::path file;
    std::uint16_t port = 0;
    program.add_option("--card", file, "the card's file")->required()->check(CLI::ExistingFile);
    program.add_option("--port", port, "the practice reader's port, as the card service printed it")->required();
    int dirtyEvery = 0;
    program.add_option("--dirty", dirtyEvery, "every so many commands the contact fails, for as long as it lies there");
    CLI11_PARSE(program, argc, argv);

    // A signal is read like any other input, so that the card leaves between two commands and never within one.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int wakeFd = ::signalfd(-1, &signals, SFD_CLOEXEC);

    const auto served = serveCard(file, port, wakeFd, dirtyEvery);
    ::close(wakeFd);
    if (!served) {
        std::fprintf(stderr, "kmixr-practice card: %s\n", served.error().logLine().c_str());
        return 1;
    }
    return 0;
}

} // namespace kmixr::practice
