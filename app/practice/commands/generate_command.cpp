#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/people/population_folder.h"
#include "app/practice/problems.h"
#include "app/practice/world/prepare.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <thread>

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

constexpr std::uint64_t mostPeople = 1'000'000;
constexpr int interrupted = 130; ///< as a shell says it of Ctrl+C

std::atomic<bool> stopWanted{false};

void askToStop(int /*signal*/) {
    stopWanted = true;
}

/// One line a second once the work takes longer than that.
class ProgressLine {
public:
    explicit ProgressLine(std::uint64_t people) : people_(people) {}

    void show(const Generated& done) {
        const auto now = std::chrono::steady_clock::now();
        if (now < next_ || done.people == people_) {
            return;
        }
        next_ = now + std::chrono::seconds{1};
        const double seconds = std::chrono::duration<double>(now - begun_).count();
        std::cerr << done.people << " of " << people_ << " people, " << done.receipts << " receipts, "
                  << done.bytes / 1'000'000 << " MB, " << static_cast<int>(seconds) << " s, about "
                  << static_cast<int>(seconds * static_cast<double>(people_ - done.people) /
                                      static_cast<double>(done.people))
                  << " s left\n";
    }

private:
    std::uint64_t people_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point next_ = begun_ + std::chrono::seconds{1};
};

int generatePopulation(const PopulationOrder& order, const std::filesystem::path& resources,
                       const std::filesystem::path& folder) {
    const auto plans = readPlans(resources / "practice");
    if (!plans) {
        return failed(plans.error());
    }
    const auto table =
        PriceTable::open(resources / "masters" / "practice.tsv", resources / "practice" / "pricing.json");
    if (!table) {
        return failed(table.error());
    }
    const auto population = readPopulation(resources / "practice" / "population.json");
    if (!population) {
        return failed(population.error());
    }
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    std::signal(SIGXFSZ, SIG_IGN); // a limit on file sizes is an error of the write, like a full disk
    ProgressLine line(order.people);
    const auto made = writePopulation(
        order, *population, *plans, *table, folder, [&line](const Generated& done) { line.show(done); }, stopWanted);
    if (!made) {
        std::cerr << "not whole: " << folder.string() << " has no generated.json\n";
        return failed(made.error());
    }
    if (made->people < order.people) {
        std::cerr << "stopped after " << made->people << " of " << order.people << " people: " << folder.string()
                  << " is not whole and has no generated.json\n";
        return interrupted;
    }
    std::cout << made->receipts << " receipts of " << made->people << " people in " << made->files << " files, "
              << made->bytes << " bytes\n";
    return 0;
}

/// The number when --people is one and not names.
std::optional<std::uint64_t> countOf(const std::vector<std::string>& people) {
    if (people.size() != 1) {
        return std::nullopt;
    }
    std::uint64_t count = 0;
    const std::string& text = people.front();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(count) : std::nullopt;
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
    PopulationOrder order;
    order.threads = std::max(1U, std::thread::hardware_concurrency());
    const std::map<std::string, Form> forms{
        {"deliveries", Form::Deliveries}, {"claim", Form::Claim}, {"insurer", Form::Insurer}};
    app.add_option("--people", people,
                   "Only these, as in K05,K23; or a number of residents up to 1000000, the practice people first")
        ->delimiter(',');
    auto* months =
        app.add_option("--months", order.draw.months, "With a number of residents: so many months up to the newest (1)")
            ->check(CLI::Range(1, 120));
    auto* seed =
        app.add_option("--seed", order.draw.seed, "With a number of residents: the same seed gives the same bytes (1)");
    auto* threads =
        app.add_option("--threads", order.threads,
                       "With a number of residents: so many at work (all processors); the bytes are the same")
            ->check(CLI::Range(1U, 256U));
    app.add_option("--form", order.form,
                   "claim (as institutions send them), insurer (as insurers hold them, corrections included), or "
                   "deliveries (claims, and in the insurers' form what was corrected or taken back)")
        ->transform(CLI::CheckedTransformer(forms));
    CLI11_PARSE(app, argc, argv);

    order.newest = anchorFrom(anchor).value_or(rollingAnchor(SystemClock()));
    const auto count = countOf(people);
    if (count && (*count < 1 || *count > mostPeople)) {
        std::cerr << "--people: a number of residents is 1 to " << mostPeople << "\n";
        return 1;
    }
    if (count) {
        order.people = *count;
        return generatePopulation(order, resources, folder);
    }
    for (const CLI::Option* option : {months, seed, threads}) {
        if (option->count() > 0) {
            std::cerr << option->get_name() << " needs a number of residents: --people 1000\n";
            return 1;
        }
    }

    auto set = claimsFor(people, resources, order.newest);
    if (!set) {
        return failed(set.error());
    }
    const std::size_t receipts = set->claims.size();
    const std::vector<ClaimFile> files = filesOf(*std::move(set), order.form);
    if (auto written = writeClaimFolder(files, folder); !written) {
        return failed(written.error());
    }
    std::cout << receipts << " receipts in " << files.size() << " files\n";
    return 0;
}

} // namespace kmixr::practice
