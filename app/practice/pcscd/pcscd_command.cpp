#include "app/practice/pcscd/pcscd_command.h"

#include "app/practice/pcscd/private_pcscd.h"

#include <CLI/CLI.hpp>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace kmixr::practice {

int pcscdCommand(int argc, char** argv) {
    CLI::App program("Runs a private smart-card service with a practice reader", "kmixr-practice pcscd");
    std::filesystem::path world;
    int readers = 2;
    program.add_option("--world", world, "the practice world's folder")->required();
    program.add_option("--readers", readers, "1 as on a clinic's laptop, or 2; the second one's port is the next")
        ->check(CLI::Range(1, 2));
    CLI11_PARSE(program, argc, argv);

    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int wakeFd = ::signalfd(-1, &signals, SFD_CLOEXEC);

    auto service = PrivatePcscd::start(world, readers == 1 ? Readers::One : Readers::Two);
    if (!service) {
        std::fprintf(stderr, "kmixr-practice pcscd: %s\n", service.error().logLine().c_str());
        return 1;
    }
    std::printf("ready socket=%s port=%u reader=%s\n", service->socket().c_str(), unsigned{service->cardPort()},
                practiceReader);
    std::fflush(stdout);
    const bool ended = service->endedBefore(wakeFd);
    ::close(wakeFd);
    if (ended) {
        std::fprintf(stderr, "kmixr-practice pcscd: the service ended by itself\n");
        return 1;
    }
    return 0;
}

} // namespace kmixr::practice
