#include "app/setup/card_test_command.h"

#include "app/setup/card_test_report.h"

#include <CLI/CLI.hpp>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace kmixr::setup {
namespace {

/// One line, into locked memory, without echo on a terminal; nothing buffers it on the way.
card::Pin readPin() {
    termios before{};
    const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (terminal) {
        std::fputs("PIN: ", stderr);
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    constexpr std::size_t longest = 64;
    SecretBytes line(longest);
    std::size_t size = 0;
    while (size < longest && ::read(STDIN_FILENO, line.bytes().data() + size, 1) == 1 && line.bytes()[size] != '\n') {
        ++size;
    }
    if (terminal) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::fputs("\n", stderr);
    }
    return card::Pin(std::as_const(line).bytes().first(size));
}

} // namespace

int cardTestCommand(int argc, char** argv) {
    CLI::App program("Tests reader and card: what they are, and whether they do what the program needs",
                     "kmixr-setup card-test");
    bool json = false, pinFromInput = false;
    std::string reader;
    program.add_flag("--json", json, "the result as JSON");
    program.add_flag("--pin-stdin", pinFromInput,
                     "read the PIN from standard input and make a signature; one try at most, never the last");
    program.add_option("--reader", reader, "a reader's name; else the first one with a card");
    CLI11_PARSE(program, argc, argv);

    std::optional<card::Pin> pin;
    if (pinFromInput) {
        pin.emplace(readPin());
    }
    const CardTestReport report = testCard(reader, std::move(pin), SystemClock().today());
    std::fputs((json ? asJson(report) : asText(report)).c_str(), stdout);
    return report.good() ? 0 : 1;
}

} // namespace kmixr::setup
