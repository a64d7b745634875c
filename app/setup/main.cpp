// kmixr-setup: what IT staff run. One command, one file; commands are rows of a table.
#include "app/setup/card_test_command.h"

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

struct Command {
    std::string_view name, what;
    int (*run)(int argc, char** argv);
};

constexpr std::array commands{
    Command{"card-test", "test reader and card, with times", kmixr::setup::cardTestCommand},
};

int help(std::ostream& out, int status) {
    out << "usage: kmixr-setup COMMAND [OPTION...]\n\n";
    for (const Command& command : commands) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.what << "\n";
    }
    return status;
}

} // namespace

int main(int argc, char** argv) {
    ::prctl(PR_SET_DUMPABLE, 0); // a PIN passes through here
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    if (wanted == "--help" || wanted == "-h") {
        return help(std::cout, 0);
    }
    const auto* found = std::ranges::find(commands, wanted, &Command::name);
    return found == commands.end() ? help(std::cerr, 2) : found->run(argc - 1, argv + 1);
}
