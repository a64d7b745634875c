#include "app/practice/world/prepare.h"

#include "app/practice/files.h"
#include "app/practice/people/claim_folder.h"
#include "app/practice/people/claims.h"
#include "app/practice/people/plan_reader.h"
#include "app/practice/problems.h"
#include "app/practice/world/authorities.h"
#include "app/practice/world/registry.h"
#include "app/practice/world/settings.h"
#include "core/common/bytes.h"
#include "core/receipt/master_compiler.h"

namespace kmixr::practice {

namespace {

constexpr const char* stampFile = "world.json"; ///< also the mark by which a practice world is known

std::string jsonText(const Json& json) {
    return json.dump(1) + "\n";
}

/// Removes everything inside, but only from a folder that an earlier run made.
Outcome<void> empty(const std::filesystem::path& world) {
    std::error_code error;
    if (!std::filesystem::exists(world, error) || std::filesystem::is_empty(world, error)) {
        return {};
    }
    if (!std::filesystem::exists(world / stampFile, error)) {
        return fail(problems::cannotWrite, "the folder is not empty and no practice world");
    }
    for (const auto& entry : std::filesystem::directory_iterator(world, error)) {
        std::filesystem::remove_all(entry.path(), error);
    }
    if (error) {
        return fail(problems::cannotWrite, error.message());
    }
    return {};
}

std::string digestOf(const std::vector<ClaimFile>& files) {
    std::string all;
    for (const ClaimFile& file : files) {
        all += file.name + "\n" + file.text;
    }
    return toHex(sha256(all));
}

/// The digest is written last, when all else stands.
Outcome<void> writeStamp(const std::filesystem::path& world, Month anchor, const std::string& digest) {
    return writePrivate(world / stampFile, jsonText({{"about", "practice world, synthetic people only"},
                                                     {"anchor", isoMonth(anchor)},
                                                     {"receipts_sha256", digest}}));
}

std::string stampedDigest(const std::filesystem::path& world) {
    const auto text = readText(world / stampFile);
    const auto json = text ? parseJson(*text) : fail(text.error());
    return json ? jsonStringOr(*json, "receipts_sha256") : std::string{};
}

/// The gateway takes in what lies in the folder and forgets nothing by itself: other receipts need an empty store.
Outcome<void> forgetTakenIn(const std::filesystem::path& world) {
    std::error_code error;
    for (const char* name : {"gateway.db", "gateway.db-wal", "gateway.db-shm", "gateway.db-journal"}) {
        std::filesystem::remove(world / "gateway" / name, error);
        if (error) {
            return fail(problems::cannotWrite, std::string(name) + ": " + error.message());
        }
    }
    return {};
}

Outcome<void> prepareReceipts(const WorldOptions& options, const Plans& plans, WorldReport& report) {
    const auto table = PriceTable::open(options.resources / "masters" / "practice.tsv",
                                        options.resources / "practice" / "pricing.json");
    if (!table) {
        return fail(table.error());
    }
    auto set = allClaims(plans, *table, report.anchor);
    if (!set) {
        return fail(set.error());
    }
    report.receipts = set->claims.size();
    const std::vector<ClaimFile> files = deliveries(*std::move(set));
    report.files = files.size();
    const std::string digest = digestOf(files);
    report.receiptsChanged = digest != stampedDigest(options.world);
    if (report.receiptsChanged) {
        if (auto written = writeClaimFolder(files, options.world / "receipts"); !written) {
            return fail(written.error());
        }
        if (auto forgotten = forgetTakenIn(options.world); !forgotten) {
            return forgotten;
        }
    }
    return writeStamp(options.world, report.anchor, digest);
}

Outcome<void> prepareMasters(const WorldOptions& options) {
    receipt::MasterCompiler compiler;
    if (auto added = compiler.addFile(options.resources / "masters" / "practice.tsv"); !added) {
        return added;
    }
    return compiler.write(options.world / "masters.kmt");
}

Outcome<void> prepareSettings(const WorldOptions& options, const Plans& plans, const Staff& staff, std::uint16_t port) {
    const WorldSettings settings{port, std::filesystem::absolute(options.resources / "rules"), options.delays};
    if (auto written = writePrivate(options.world / "gateway.json", jsonText(gatewaySettings(settings))); !written) {
        return written;
    }
    for (const Laptop& laptop : staff.laptops) {
        const bool first = &laptop == &staff.laptops.front();
        const std::string name = first ? "client.json" : "client-" + laptop.name + ".json";
        auto written = writePrivate(options.world / name, jsonText(clientSettings(settings, laptop, plans)));
        if (!written) {
            return fail(written.error());
        }
    }
    const auto keys = myNumberKeys(options.world, staff);
    if (!keys) {
        return fail(keys.error());
    }
    const auto registry = registryOf(plans, staff, *keys);
    if (!registry) {
        return fail(registry.error());
    }
    return writePrivate(options.world / "registry.json", jsonText(*registry));
}

Outcome<void> prepareFolders(const WorldOptions& options, Month anchor) {
    if (options.fresh) {
        if (auto emptied = empty(options.world); !emptied) {
            return emptied;
        }
    }
    for (const char* folder : {"", "camera", "run", "data", "gateway", "receipts"}) {
        if (auto made = makePrivateFolder(options.world / folder); !made) {
            return made;
        }
    }
    std::error_code error;
    // The mark comes first, so that a world whose making was cut short can still be emptied.
    return std::filesystem::exists(options.world / stampFile, error) ? Outcome<void>{}
                                                                     : writeStamp(options.world, anchor, {});
}

} // namespace

Month rollingAnchor(const Clock& clock) {
    return monthOf(clock.today()) - std::chrono::months{2};
}

Outcome<WorldReport> prepareWorld(const WorldOptions& options, const Clock& clock) {
    const auto plans = readPlans(options.resources / "practice");
    if (!plans) {
        return fail(plans.error());
    }
    const auto staff = readStaff(options.resources / "practice" / "staff.json");
    if (!staff) {
        return fail(staff.error());
    }
    WorldReport report;
    report.anchor = options.anchor.value_or(rollingAnchor(clock));
    if (auto made = prepareFolders(options, report.anchor); !made) {
        return fail(made.error());
    }
    const auto port = options.port ? Outcome<std::uint16_t>(*options.port) : gatewayPort(options.world);
    if (!port) {
        return fail(port.error());
    }
    report.port = *port;
    Outcome<void> done = prepareCertificates(options.world, *staff, *plans, clock.now());
    if (done) {
        done = prepareMasters(options);
    }
    if (done) {
        done = prepareSettings(options, *plans, *staff, report.port);
    }
    if (done) {
        done = prepareReceipts(options, *plans, report);
    }
    if (!done) {
        return fail(done.error());
    }
    return report;
}

} // namespace kmixr::practice
