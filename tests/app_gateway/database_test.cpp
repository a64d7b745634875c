#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"
#include "app/gateway/server/store/database.h"
#include "app/gateway/server/store/packed_text.h"
#include "tests/app_gateway/world/gateway_world.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

TEST_CASE("nothing readable is written") {
    const test::GatewayWorld world;
    {
        auto database = Database::open(world.file("d.db"), world.file("d.key"));
        REQUIRE(database);
        REQUIRE(
            database->run("INSERT INTO people (patient_key, label) VALUES ('plaintext-marker', 'plaintext-label')"));
        CHECK(world.read("d.db-wal").find("plaintext") == std::string::npos);
    }
    CHECK(world.read("d.db").find("plaintext") == std::string::npos);
    CHECK(world.read("d.db").find("SQLite format") == std::string::npos);
    CHECK(isPrivate(world.file("d.key")));
    CHECK(world.read("d.key").size() == 64);
}

TEST_CASE("a key that is lost, wrong, malformed or open to others is refused, and the file left alone") {
    const test::GatewayWorld world;
    REQUIRE(Database::open(world.file("d.db"), world.file("d.key")));
    const std::string bytes = world.read("d.db");
    const auto refused = [&](const char* key, ProblemCode code) {
        const auto database = Database::open(world.file("d.db"), world.file(key));
        REQUIRE_FALSE(database);
        CHECK(database.error().is(code));
        CHECK(world.read("d.db") == bytes);
    };
    refused("missing.key", problems::databaseKey);
    REQUIRE(writePrivateFile(world.file("wrong.key"), std::string(64, 'a')));
    refused("wrong.key", problems::database);
    REQUIRE(writePrivateFile(world.file("short.key"), std::string(63, 'a')));
    refused("short.key", problems::databaseKey);
    REQUIRE(writePrivateFile(world.file("letters.key"), std::string(64, 'z')));
    refused("letters.key", problems::databaseKey);
    world.write("open.key", world.read("d.key"));
    std::filesystem::permissions(world.file("open.key"), std::filesystem::perms(0644));
    refused("open.key", problems::databaseKey);
}

TEST_CASE("a file of a newer program is left untouched") {
    const test::GatewayWorld world;
    {
        auto database = Database::open(world.file("d.db"), world.file("d.key"));
        REQUIRE(database);
        REQUIRE(database->run("PRAGMA user_version = 999"));
    }
    const auto database = Database::open(world.file("d.db"), world.file("d.key"));
    REQUIRE_FALSE(database);
    CHECK(database.error().is(problems::database));
}

TEST_CASE("a transaction that fails leaves nothing") {
    const test::GatewayWorld world;
    auto database = Database::open(world.file("d.db"), world.file("d.key"));
    REQUIRE(database);
    const auto done = database->transaction([&]() -> Outcome<void> {
        REQUIRE(database->run("INSERT INTO people (patient_key) VALUES ('a')"));
        return database->run("INSERT INTO people (patient_key) VALUES ('a')");
    });
    CHECK_FALSE(done);
    const auto count = database->first("SELECT count(*) FROM people", [](const Row& row) { return row.integer(0); });
    REQUIRE(count);
    CHECK(**count == 0);
    CHECK(*database->nextNumber() == 1);
    CHECK(*database->nextNumber() == 2);
}

TEST_CASE("texts come back as they were, damaged ones as a problem") {
    const std::string text(100000, 'x');
    Bytes packed = packText(text);
    CHECK(packed.size() < 200);
    CHECK(unpackText(packed) == text);
    CHECK(unpackText(packText("")) == "");
    packed.resize(packed.size() / 2);
    CHECK_FALSE(unpackText(packed));
    CHECK_FALSE(unpackText(bytesOf("no zstd")));
}

} // namespace kmixr::server
