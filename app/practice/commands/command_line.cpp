#include "app/practice/commands/command_line.h"

#include <iostream>

namespace kmixr::practice {

void addResourcesOption(CLI::App& app, std::filesystem::path& resources) {
    resources = KMIXR_RESOURCES;
    app.add_option("--resources", resources, "Folder with masters/ and practice/")->check(CLI::ExistingDirectory);
}

void addAnchorOption(CLI::App& app, std::string& anchor) {
    app.add_option("--anchor", anchor, "Newest data month, YYYY-MM; otherwise two months before today")
        ->check([](const std::string& text) { return anchorFrom(text) ? std::string{} : "not a month: YYYY-MM"; });
}

std::optional<Month> anchorFrom(const std::string& text) {
    return text.empty() ? std::nullopt : parseIsoMonth(text);
}

int failed(const Problem& problem) {
    std::cerr << "kmixr-practice: " << problem.logLine() << "\n";
    return 1;
}

} // namespace kmixr::practice
