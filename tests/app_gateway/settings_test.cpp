#include "app/gateway/server/problems.h"
#include "app/gateway/server/registry/registry.h"
#include "app/gateway/server/settings.h"
#include "tests/app_gateway/world/gateway_world.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

TEST_CASE("settings: paths count from the file's folder") {
    test::GatewayWorld world;
    world.settings["listen"] = "[::1]:8443";
    world.settings["database_file"] = "/elsewhere/gateway.db";
    world.settings["delay"] = {{"K05", 3000}};
    world.settings["limits"] = {{"idle_ms", 500}, {"body_bytes", 100}};
    world.writeSettings();
    const auto settings = readSettings(world.file("gateway.json"));
    REQUIRE(settings);
    CHECK(settings->host == "::1");
    CHECK(settings->port == 8443);
    CHECK(settings->caFile == world.file("ca/practice-ca.pem"));
    CHECK(settings->databaseFile == "/elsewhere/gateway.db");
    CHECK(settings->delay.at("K05") == std::chrono::milliseconds(3000));
    CHECK(settings->limits.idle == std::chrono::milliseconds(500));
    CHECK(settings->limits.body == 100);
}

TEST_CASE("settings that cannot be used name their field") {
    const auto refused = [](const char* field, const Json& value) {
        test::GatewayWorld world;
        world.settings[field] = value;
        world.writeSettings();
        const auto settings = readSettings(world.file("gateway.json"));
        REQUIRE_FALSE(settings);
        CHECK(settings.error().is(problems::settings));
        return settings.error().detail;
    };
    CHECK(refused("listen", "nowhere") == "listen");
    CHECK(refused("listen", "127.0.0.1:99999") == "listen");
    CHECK(refused("ca_file", 5) == "ca_file");
    CHECK(refused("receipts_folder", "") == "receipts_folder");
    CHECK(refused("my_number_ca_file", "") == "my_number_ca_file");
    CHECK(refused("delay", {{"K05", -1}}) == "delay");
    CHECK(refused("limits", {{"idle_ms", 0}}) == "idle_ms");
    CHECK_FALSE(readSettings("/none/gateway.json"));
}

TEST_CASE("the registry is taken whole or not at all, and says where it is wrong") {
    const test::GatewayWorld world;
    const auto registry = readRegistry(world.file("registry.json"));
    REQUIRE(registry);
    CHECK(registry->devices.size() == 3);
    CHECK(registry->doctors.size() == 4);
    CHECK(registry->patients.size() == 3);
    CHECK(registry->cards.size() == 5);
    CHECK(registry->myNumberCards.size() == 6);
    CHECK(registry->insurers.at("379990") == "架空市国民健康保険");

    const auto refused = [](const std::string& pointer, const Json& value) {
        test::GatewayWorld wrong;
        wrong.registry[Json::json_pointer(pointer)] = value;
        wrong.writeRegistry();
        const auto read = readRegistry(wrong.file("registry.json"));
        REQUIRE_FALSE(read);
        return read.error().detail;
    };
    CHECK(refused("/devices/1/state", "asleep") == "devices[1].state");
    CHECK(refused("/devices/0/certificate_file", "none.pem") == "devices[0].certificate_file");
    CHECK(refused("/doctors/2/role", "patient") == "doctors[2].role");
    CHECK(refused("/doctors/0/password_scrypt", "plain") == "doctors[0].password_scrypt");
    CHECK(refused("/patients/0/birth", "1941-02-30") == "patients[0].birth");
    CHECK(refused("/patients/0/sex", "x") == "patients[0].sex");
    CHECK(refused("/patients/1/consent", true) == "patients[1].consent");
    CHECK(refused("/patients/0/cards/0/token_sha256", "12") == "patients[0].cards");
    CHECK(refused("/patients/2/cards/0/token_sha256", world.registry["patients"][0]["cards"][0]["token_sha256"]) ==
          "patients[2].cards");
    CHECK(refused("/patients/0/my_number_cards/0/public_key_sha256", "12") == "patients[0].my_number_cards");
    CHECK(refused("/patients/0/my_number_cards/1/state", "lost") == "patients[0].my_number_cards");
    CHECK(refused("/patients/1/my_number_cards/0/public_key_sha256",
                  world.registry["patients"][0]["my_number_cards"][0]["public_key_sha256"]) ==
          "patients[1].my_number_cards");
    CHECK(refused("/patients/0/identities/0/number", "") == "patients[0].identities");
    CHECK(refused("/insurers", 5) == "insurers");
}

} // namespace kmixr::server
