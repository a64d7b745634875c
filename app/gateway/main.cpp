// kmixr-gateway: the reference gateway and the tools around it.
#include "app/gateway/inspect/inspect.h"
#include "app/gateway/masters/masters_command.h"
#include "app/gateway/server/ingest_command.h"
#include "app/gateway/server/serve.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using namespace kmixr;

// CLI11 fills what it is given by reference when it parses, and then calls back: each command keeps its own options.

void addServe(CLI::App& app, int& status) {
    auto options = std::make_shared<server::ServeOptions>();
    auto portFile = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("serve", "Serve laptops over mutual TLS until SIGTERM");
    command->add_option("--config", options->config, "Settings file (gateway.json)")->required();
    command->add_option("--port-file", *portFile, "Write the port here once listening");
    command->callback([options, portFile, &status] {
        if (!portFile->empty()) {
            options->portFile = *portFile;
        }
        status = server::serve(*options);
    });
}

void addIngest(CLI::App& app, int& status) {
    auto config = std::make_shared<std::filesystem::path>();
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    CLI::App* command = app.add_subcommand("ingest", "Take insurers' receipt files in");
    command->add_option("--config", *config, "Settings file (gateway.json)")->required();
    command->add_option("files", *files, "Receipt files")->required();
    command->callback([config, files, &status] { status = server::ingestFiles(*config, *files); });
}

void addInspect(CLI::App& app, int& status) {
    auto options = std::make_shared<gateway::InspectOptions>();
    CLI::App* command = app.add_subcommand("inspect", "Say what receipt files hold, and which lines could not be read");
    command->add_flag("--json", options->json, "One JSON document instead of text");
    command->add_option("files", options->files, "Receipt files")->required();
    command->callback([options, &status] { status = gateway::inspectCommand(*options, std::cout); });
}

void addMasters(CLI::App& app, int& status) {
    auto options = std::make_shared<gateway::CompileMastersOptions>();
    CLI::App* masters = app.add_subcommand("masters", "Code tables");
    masters->require_subcommand(1);
    CLI::App* command = masters->add_subcommand("compile", "Build one table from the official files");
    command->add_option("--out", options->out, "The table to write")->required();
    command->add_option("--edition", options->edition, "What the table calls itself; default: what the sources say");
    command->add_option("--practice", options->practice, "Practice table, read like a source");
    command->add_option("sources", options->sources, "Whole files, then updates by date, then lists of names");
    command->callback([options, &status] { status = gateway::compileMastersCommand(*options, std::cout, std::cerr); });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("K-MIX R BASIC reference gateway");
    app.require_subcommand(1);
    int status = 0;
    addServe(app, status);
    addIngest(app, status);
    addInspect(app, status);
    addMasters(app, status);
    CLI11_PARSE(app, argc, argv);
    return status;
}
