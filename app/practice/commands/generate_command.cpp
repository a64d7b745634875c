#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/people/population.h"
#include "app/practice/problems.h"
#include "app/practice/world/prepare.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <iterator>
#include <map>

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

namespace {

enum class Form : std::uint8_t { Deliveries, Claim, Insurer };

constexpr std::uint64_t peopleAtOnce = 2'000; ///< so many are held in memory

struct PopulationWish {
    std::uint64_t people = 0;
    Draw draw;
    Form form = Form::Deliveries;
    Month newest{};
};

std::vector<ClaimFile> filesOf(ClaimSet set, Form form) {
    switch (form) {
    case Form::Insurer:
        return insurerFiles(std::move(set.claims));
    case Form::Claim:
        std::move(set.earlier.begin(), set.earlier.end(), std::back_inserter(set.claims));
        return claimFiles(std::move(set.claims));
    case Form::Deliveries:
        break;
    }
    return deliveries(std::move(set));
}

/// Residents by the thousand, each thousand in a folder of its own.
Outcome<void> generatePopulation(const PopulationWish& wish, const std::filesystem::path& resources,
                                 const std::filesystem::path& folder) {
    const auto plans = readPlans(resources / "practice");
    if (!plans) {
        return fail(plans.error());
    }
    const auto table =
        PriceTable::open(resources / "masters" / "practice.tsv", resources / "practice" / "pricing.json");
    if (!table) {
        return fail(table.error());
    }
    const auto population = readPopulation(resources / "practice" / "population.json");
    if (!population) {
        return fail(population.error());
    }
    std::size_t receipts = 0;
    std::size_t files = 0;
    for (std::uint64_t first = 1; first <= wish.people; first += peopleAtOnce) {
        ClaimSet part;
        for (std::uint64_t number = first; number < first + peopleAtOnce && number <= wish.people; ++number) {
            auto set = residentClaims(*population, *plans, *table, wish.draw, number, wish.newest);
            if (!set) {
                return fail(set.error());
            }
            std::move(set->claims.begin(), set->claims.end(), std::back_inserter(part.claims));
            std::move(set->earlier.begin(), set->earlier.end(), std::back_inserter(part.earlier));
        }
        receipts += part.claims.size();
        const std::vector<ClaimFile> written = filesOf(std::move(part), wish.form);
        files += written.size();
        const std::string serial = std::to_string(first);
        const auto place = folder / ("from-" + std::string(7 - std::min<std::size_t>(serial.size(), 7), '0') + serial);
        if (auto done = writeClaimFolder(written, place); !done) {
            return done;
        }
    }
    std::cout << receipts << " receipts of " << wish.people << " people in " << files << " files\n";
    return {};
}

std::optional<std::uint64_t> countOf(const std::vector<std::string>& people) {
    if (people.size() != 1) {
        return std::nullopt;
    }
    std::uint64_t count = 0;
    const std::string& text = people.front();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc{} && end == text.data() + text.size() && count > 0 ? std::optional(count) : std::nullopt;
}

} // namespace

int generateCommand(int argc, char** argv) {
    CLI::App app("Writes files of receipts (CP932): of the practice people, or of any number of residents around them. "
                 "One claim file (UKE) for each institution, review organisation and month of claim; insurers' files "
                 "beside them.",
                 "kmixr-practice generate");
    std::filesystem::path folder;
    std::filesystem::path resources;
    std::string anchor;
    std::vector<std::string> people;
    app.add_option("--out", folder, "Folder for the files; claim files in it that are not planned are removed")
        ->required();
    addResourcesOption(app, resources);
    addAnchorOption(app, anchor);
    PopulationWish wish;
    const std::map<std::string, Form> forms{
        {"deliveries", Form::Deliveries}, {"claim", Form::Claim}, {"insurer", Form::Insurer}};
    app.add_option("--people", people, "Only these, as in K05,K23; or a number of residents, the practice people first")
        ->delimiter(',');
    app.add_option("--months", wish.draw.months, "With a number of residents: so many months up to the newest")
        ->check(CLI::Range(1, 120));
    app.add_option("--seed", wish.draw.seed, "With a number of residents: the same seed gives the same bytes");
    app.add_option("--form", wish.form,
                   "claim (as institutions send them), insurer (as insurers hold them, corrections included), or "
                   "deliveries (claims, and in the insurers' form what was corrected or taken back)")
        ->transform(CLI::CheckedTransformer(forms));
    CLI11_PARSE(app, argc, argv);

    wish.newest = anchorFrom(anchor).value_or(rollingAnchor(SystemClock()));
    if (const auto count = countOf(people)) {
        wish.people = *count;
        const auto done = generatePopulation(wish, resources, folder);
        return done ? 0 : failed(done.error());
    }

    auto set = claimsFor(people, resources, wish.newest);
    if (!set) {
        return failed(set.error());
    }
    const std::size_t receipts = set->claims.size();
    const std::vector<ClaimFile> files = filesOf(*std::move(set), wish.form);
    if (auto written = writeClaimFolder(files, folder); !written) {
        return failed(written.error());
    }
    std::cout << receipts << " receipts in " << files.size() << " files\n";
    return 0;
}

} // namespace kmixr::practice
