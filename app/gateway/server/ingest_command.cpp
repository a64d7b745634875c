#include "app/gateway/server/ingest_command.h"

#include "app/gateway/server/ingest/ingester.h"
#include "app/gateway/server/log.h"
#include "app/gateway/server/private_process.h"
#include "app/gateway/server/settings.h"

#include <iostream>

namespace kmixr::server {

namespace {

Outcome<IngestReport> ingest(const std::filesystem::path& config, const std::vector<std::filesystem::path>& files) {
    const auto settings = readSettings(config);
    if (!settings) {
        return fail(settings.error());
    }
    const auto registry = readRegistry(settings->registryFile);
    if (!registry) {
        return fail(registry.error());
    }
    auto database = Database::open(settings->databaseFile, settings->databaseKeyFile);
    if (!database) {
        return fail(database.error());
    }
    Ingester ingester(*database, *registry);
    auto done = ingester.meetRegistry();
    for (const auto& file : files) {
        done = done ? ingester.file(file) : done;
    }
    if (!done) {
        return fail(done.error());
    }
    return ingester.report();
}

} // namespace

int ingestFiles(const std::filesystem::path& config, const std::vector<std::filesystem::path>& files) {
    keepPrivate();
    const auto report = ingest(config, files);
    if (!report) {
        const SystemClock clock;
        Log(clock).line("not taken in: " + report.error().logLine());
        return 1;
    }
    std::cout << toJson(*report).dump() << std::endl;
    return 0;
}

} // namespace kmixr::server
