// kmixr-gateway: the reference gateway and the tools around it.
#include "app/gateway/inspect/inspect.h"
#include "app/gateway/masters/masters_command.h"
#include "app/gateway/server/ingest_command.h"
#include "app/gateway/server/serve.h"
#include "app/gateway/signing/signing_command.h"

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

    auto signing = std::make_shared<gateway::SignMastersOptions>();
    CLI::App* sign = masters->add_subcommand("sign", "Sign a table, so that laptops take it");
    sign->add_option("--key", signing->key, "Key file made by 'keys new'")->required();
    sign->add_option("table", signing->table, "The table; its signature is written beside it as .sig")->required();
    sign->callback([signing, &status] { status = gateway::signMastersCommand(*signing, std::cout, std::cerr); });
    CLI::App* verify = masters->add_subcommand("verify", "Say whether a laptop with these keys takes the table");
    verify->add_option("--trusted", signing->trusted, "List of trusted keys, as it goes with the installer")
        ->required();
    verify->add_option("--installed", signing->installed, "The table that came with the program, to compare ages");
    verify->add_option("table", signing->table, "The table, with its .sig beside it")->required();
    verify->callback([signing, &status] { status = gateway::verifyMastersCommand(*signing, std::cout, std::cerr); });
}

void addSigning(CLI::App& app, int& status) {
    auto fresh = std::make_shared<gateway::NewKeyOptions>();
    CLI::App* keys = app.add_subcommand("keys", "Keys for what laptops take only when it is signed");
    keys->require_subcommand(1);
    CLI::App* made = keys->add_subcommand("new", "Make a key; prints the list of trusted keys for the installer");
    made->add_option("--out", fresh->out, "The key file to make")->required();
    made->add_option("--purpose", fresh->purposes, "What it is trusted for; default: rules and masters")
        ->check(CLI::IsMember(std::vector<std::string>{"rules", "masters"}));
    made->callback([fresh, &status] { status = gateway::newKeyCommand(*fresh, std::cout, std::cerr); });

    auto signing = std::make_shared<gateway::SignRulesOptions>();
    CLI::App* rules = app.add_subcommand("rules", "Editions of the rules");
    rules->require_subcommand(1);
    CLI::App* sign = rules->add_subcommand("sign", "Sign a folder of rule files as one edition");
    sign->add_option("--key", signing->key, "Key file made by 'keys new'")->required();
    sign->add_option("folder", signing->folder, "The folder; pack.sig is written into it")->required();
    sign->callback([signing, &status] { status = gateway::signRulesCommand(*signing, std::cout, std::cerr); });
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
    addSigning(app, status);
    CLI11_PARSE(app, argc, argv);
    return status;
}
