#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/problems.h"
#include "app/practice/world/prepare.h"

#include <algorithm>
#include <iostream>

namespace kmixr::practice {

namespace {

/// Only these people; all when none is named.
Outcome<void> keepOnly(std::vector<PracticePerson>& people, const std::vector<std::string>& wanted) {
    for (const std::string& id : wanted) {
        if (std::none_of(people.begin(), people.end(), [&id](const PracticePerson& one) { return one.id == id; })) {
            return fail(problems::unknownPatient, id);
        }
    }
    if (!wanted.empty()) {
        std::erase_if(people, [&wanted](const PracticePerson& one) {
            return std::find(wanted.begin(), wanted.end(), one.id) == wanted.end();
        });
    }
    return {};
}

Outcome<ClaimSet> claimsFor(const std::vector<std::string>& people, const std::filesystem::path& resources,
                            Month newest) {
    auto plans = readPlans(resources / "practice");
    if (!plans) {
        return fail(plans.error());
    }
    const auto table =
        PriceTable::open(resources / "masters" / "practice.tsv", resources / "practice" / "pricing.json");
    if (!table) {
        return fail(table.error());
    }
    if (auto kept = keepOnly(plans->people, people); !kept) {
        return fail(kept.error());
    }
    return allClaims(*plans, *table, newest);
}

} // namespace

int generateCommand(int argc, char** argv) {
    CLI::App app("Writes the claim files of the practice people (UKE, CP932), one for each institution, review "
                 "organisation and month of claim.",
                 "kmixr-practice generate");
    std::filesystem::path folder;
    std::filesystem::path resources;
    std::string anchor;
    std::vector<std::string> people;
    app.add_option("--out", folder, "Folder for the files; claim files in it that are not planned are removed")
        ->required();
    addResourcesOption(app, resources);
    addAnchorOption(app, anchor);
    app.add_option("--people", people, "Only these, as in K05,K23")->delimiter(',');
    CLI11_PARSE(app, argc, argv);

    auto set = claimsFor(people, resources, anchorFrom(anchor).value_or(rollingAnchor(SystemClock())));
    if (!set) {
        return failed(set.error());
    }
    const std::size_t receipts = set->claims.size();
    const std::vector<ClaimFile> files = deliveries(*std::move(set));
    if (auto written = writeClaimFolder(files, folder); !written) {
        return failed(written.error());
    }
    std::cout << receipts << " receipts in " << files.size() << " files\n";
    return 0;
}

} // namespace kmixr::practice
