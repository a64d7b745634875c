#include "app/gateway/server/gateway.h"

#include "app/gateway/server/resources/policy.h"

namespace kmixr::server {

Outcome<std::unique_ptr<Gateway>> Gateway::open(const Settings& settings, const Clock& clock) {
    auto registry = readRegistry(settings.registryFile);
    if (!registry) {
        return fail(registry.error());
    }
    auto checks = openChecks(settings);
    if (!checks) {
        return fail(checks.error());
    }
    auto database = Database::open(settings.databaseFile, settings.databaseKeyFile);
    if (!database) {
        return fail(database.error());
    }
    return std::unique_ptr<Gateway>(
        new Gateway(settings, clock, std::move(*database), std::move(*checks), std::move(*registry)));
}

Outcome<Gateway::Checks> Gateway::openChecks(const Settings& settings) {
    auto doctors = CardCheck::open(settings.cardCaFile);
    if (!doctors) {
        return fail(doctors.error());
    }
    if (settings.myNumberCaFile.empty()) {
        return Checks{std::move(*doctors), std::nullopt};
    }
    return CardCheck::open(settings.myNumberCaFile, CardCheck::myNumberCards).map([&](CardCheck patients) {
        return Checks{std::move(*doctors), std::move(patients)};
    });
}

Gateway::Gateway(const Settings& settings, const Clock& clock, Database database, Checks checks, Registry registry)
    : settings_(settings), database_(std::move(database)), checks_(std::move(checks)),
      registry_(std::make_shared<const Registry>(std::move(registry))), people_(database_), receipts_(database_),
      views_(database_), knownCards_(database_), challengeDesk_(clock, ChallengeDesk::signIn),
      consentDesk_(clock, ChallengeDesk::consent), sessionDesk_(clock), accountGuard_(clock), answers_(clock),
      signInChallenges_(challengeDesk_),
      sessions_({clock, checks_.doctors, challengeDesk_, sessionDesk_, accountGuard_, knownCards_}),
      viewChallenges_(consentDesk_, checks_.myNumberCards.has_value()),
      consents_({clock, checks_.myNumberCards, consentDesk_}),
      viewResource_({clock, people_, receipts_, views_, consents_}),
      viewReceipts_({clock, people_, receipts_, views_, settings_.delay}), router_(registry_, sessionDesk_, answers_) {
    addRoutes();
}

Gateway::~Gateway() = default;

void Gateway::addRoutes() {
    router_.add({"POST", "/v1/sign-in-challenges", Needs::Device,
                 [this](const Call& call) { return signInChallenges_.create(call); }});
    router_.add({"POST", "/v1/sessions", Needs::Device, [this](const Call& call) { return sessions_.create(call); }});
    router_.add({"DELETE", "/v1/sessions/current", Needs::Session,
                 [this](const Call& call) { return sessions_.removeCurrent(call); }});
    router_.add({"GET", "/v1/policy", Needs::Device, [](const Call& call) { return Policy::show(call); }});
    router_.add({"POST", "/v1/view-challenges", Needs::Session,
                 [this](const Call& call) { return viewChallenges_.create(call); }});
    router_.add({"POST", "/v1/views", Needs::Session, [this](const Call& call) { return viewResource_.create(call); }});
    router_.add({"GET", "/v1/views/{id}/receipts", Needs::Session,
                 [this](const Call& call) { return viewReceipts_.show(call); }});
}

Outcome<IngestReport> Gateway::takeIn() {
    const auto registry = registry_.current();
    Ingester ingester(database_, *registry);
    auto done = ingester.meetRegistry();
    done = done ? ingester.folder(settings_.receiptsFolder) : done;
    if (!done) {
        return fail(done.error());
    }
    return ingester.report();
}

Outcome<IngestReport> Gateway::reload() {
    auto registry = readRegistry(settings_.registryFile);
    if (!registry) {
        return fail(registry.error());
    }
    registry_.replace(std::make_shared<const Registry>(std::move(*registry)));
    return takeIn();
}

} // namespace kmixr::server
