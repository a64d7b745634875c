#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/problems.h"
#include "app/practice/world/prepare.h"

#include <iostream>

namespace kmixr::practice {

namespace {

/// "K05=3000"
Outcome<std::map<std::string, int>> delaysFrom(const std::vector<std::string>& texts) {
    std::map<std::string, int> delays;
    for (const std::string& text : texts) {
        const auto equals = text.find('=');
        int milliseconds = 0;
        if (equals == std::string::npos || !CLI::detail::lexical_cast(text.substr(equals + 1), milliseconds) ||
            milliseconds < 0) {
            return fail(problems::badOption, "--delay takes PATIENT=MILLISECONDS");
        }
        delays[text.substr(0, equals)] = milliseconds;
    }
    return delays;
}

} // namespace

int prepareCommand(int argc, char** argv) {
    CLI::App app("Makes a practice world, or brings one up to date: certificates, cards, registry, settings, receipts.",
                 "kmixr-practice prepare");
    WorldOptions options;
    std::string anchor;
    std::uint16_t port = 0;
    std::vector<std::string> delays;
    app.add_option("--world", options.world, "Folder of the practice world")->required();
    addResourcesOption(app, options.resources);
    addAnchorOption(app, anchor);
    app.add_option("--port", port, "Port of the practice gateway on loopback");
    app.add_option("--delay", delays, "PATIENT=MILLISECONDS: let the gateway answer late for that patient");
    app.add_flag("--fresh", options.fresh, "Empty the folder first, keys and vaults included");
    CLI11_PARSE(app, argc, argv);

    options.anchor = anchorFrom(anchor);
    if (port != 0) {
        options.port = port;
    }
    const auto wanted = delaysFrom(delays);
    if (!wanted) {
        return failed(wanted.error());
    }
    options.delays = *wanted;
    const auto report = prepareWorld(options, SystemClock());
    if (!report) {
        return failed(report.error());
    }
    std::cout << "practice world: " << report->receipts << " receipts in " << report->files << " files"
              << (report->receiptsChanged ? "" : " (unchanged)") << ", newest month " << isoMonth(report->anchor)
              << ", gateway on port " << report->port << "\n";
    return 0;
}

} // namespace kmixr::practice
