// kmixr-practice: everything around the shipped programs that practice mode needs. One command, one file; commands are
// rows of a table.
#include "app/practice/cards/card_command.h"
#include "app/practice/commands/commands.h"
#include "app/practice/pcscd/pcscd_command.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>

namespace {

struct Command {
    std::string_view name;
    std::string_view what;
    int (*run)(int argc, char** argv);
};

using namespace kmixr::practice;

constexpr std::array commands{
    Command{"prepare", "make or refresh a practice world", prepareCommand},
    Command{"generate", "write the claim files of the practice people", generateCommand},
    Command{"people", "list the practice patients", peopleCommand},
    Command{"token", "print the QR text of a patient's card", tokenCommand},
    Command{"card", "lay a software card on the virtual reader", cardCommand},
    Command{"pcscd", "run the private card service", pcscdCommand},
    Command{"camera", "hold something before the practice camera", cameraCommand},
};

int help(std::ostream& out, int status) {
    out << "usage: kmixr-practice COMMAND [OPTION...]\n\n";
    for (const Command& command : commands) {
        out << "  " << command.name << std::string(10 - command.name.size(), ' ') << command.what << "\n";
    }
    out << "\n`kmixr-practice COMMAND --help` tells the options of a command.\n";
    return status;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    if (wanted == "--help" || wanted == "-h") {
        return help(std::cout, 0);
    }
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [wanted](const Command& command) { return command.name == wanted; });
    return found == commands.end() ? help(std::cerr, 2) : found->run(argc - 1, argv + 1);
}
