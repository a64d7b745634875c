#include "app/gateway/server/ingest/ingester.h"
#include "app/gateway/server/settings.h"
#include "tests/app_gateway/world/gateway_world.h"
#include "tests/app_gateway/world/receipts.h"

#include <catch2/catch_test_macros.hpp>

#include <sstream>

namespace kmixr::server {

namespace {

using test::ReceiptWish;

/// A database beside a world, and what was taken into it.
class Store {
public:
    Store()
        : database_(*Database::open(world.file("test.db"), world.file("test.key"))), receipts(database_),
          people(database_) {}

    Registry registry() const {
        auto read = readRegistry(world.file("registry.json"));
        REQUIRE(read);
        return std::move(*read);
    }
    IngestReport take(const std::string& bytes) {
        world.write("in.UKE", bytes);
        const Registry known = registry();
        Ingester ingester(database_, known);
        REQUIRE(ingester.meetRegistry());
        REQUIRE(ingester.file(world.file("in.UKE")));
        return ingester.report();
    }
    std::vector<protocol::Delivery> changes(const std::string& label, std::int64_t since = 0) {
        const auto person = people.registered(label);
        REQUIRE(person);
        auto deliveries = receipts.changes(person->id, since, since, 1000);
        REQUIRE(deliveries);
        return std::move(*deliveries);
    }

    test::GatewayWorld world;

private:
    Database database_;

public:
    ReceiptStore receipts;
    PersonStore people;
};

std::int64_t cursorOf(const protocol::Delivery& delivery) {
    return *parseCursor(delivery.cursor);
}

} // namespace

TEST_CASE("every receipt is kept, found or not, and counted") {
    Store store;
    const auto report = store.take(test::medicalReceipt({}) + test::medicalReceipt({.number = "99009999"}) +
                                   test::medicalReceipt({.birth = "", .number = ""}) +
                                   test::medicalReceipt({.birth = "", .number = "", .month = "202507"}));
    CHECK(report.receipts == 4);
    CHECK(report.added == 4);
    CHECK(report.strangers == 3);
    CHECK(store.changes("T01").size() == 1);
}

TEST_CASE("what was taken in before changes nothing") {
    Store store;
    const std::string bytes = test::toCp932(test::medicalReceipt({}) + test::dispensingReceipt({}, "9910030"));
    CHECK(store.take(bytes).added == 2);
    const auto first = store.changes("T01");
    CHECK(store.take(bytes).unchangedFiles == 1);
    const auto again = store.take(bytes + "\x1a"); // another file, the same receipts
    CHECK(again.unchanged == 2);
    CHECK(again.added == 0);
    const auto second = store.changes("T01");
    REQUIRE(second.size() == 2);
    CHECK(second[0].cursor == first[0].cursor);
    CHECK(second[0].receiptId == first[0].receiptId);
    CHECK(second[0].text == first[0].text);
}

TEST_CASE("a later claim replaces, an earlier one does not") {
    Store store;
    REQUIRE(
        store.take(test::medicalReceipt({.month = "202507", .claimed = "202508"}) + test::medicalReceipt({})).added ==
        2);
    const auto before = store.changes("T01");
    REQUIRE(before.size() == 2);
    CHECK(before[0].op == protocol::DeliveryOp::Add);

    CHECK(store.take(test::medicalReceipt({.month = "202507", .claimed = "202510", .drug = "620002477"})).replaced ==
          1);
    const auto delta = store.changes("T01", cursorOf(before[1]));
    REQUIRE(delta.size() == 1);
    CHECK(delta[0].op == protocol::DeliveryOp::Replace);
    CHECK(delta[0].receiptId == before[0].receiptId);
    CHECK(delta[0].text.find("620002477") != std::string::npos);

    CHECK(store.take(test::medicalReceipt({.month = "202507", .claimed = "202508"})).superseded == 1);
    CHECK(store.changes("T01", cursorOf(delta[0])).empty());
    // For whoever begins from nothing it is an addition.
    const auto all = store.changes("T01");
    REQUIRE(all.size() == 2);
    CHECK(all[1].op == protocol::DeliveryOp::Add);
    CHECK(all[1].receiptId == before[0].receiptId);
}

TEST_CASE("a receipt that went back disappears, stays away with old files, and comes again when it is claimed again") {
    const auto inInsurersForm = [](const std::string& claim, const std::string& data) {
        std::string rows = "1,1,0,MN,9999000000000001,,,,,\n";
        int number = 1;
        std::istringstream lines(claim);
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("GO,") && line.size() > 1) {
                rows += data + "," + std::to_string(++number) + ",0," + line + "\n";
            }
        }
        return rows;
    };
    const std::string claim = test::medicalReceipt({.month = "202507", .claimed = "202508"});
    Store store;
    REQUIRE(store.take(claim).added == 1);
    const auto before = store.changes("T01");
    REQUIRE(before.size() == 1);

    CHECK(store.take(inInsurersForm(claim, "8")).withdrawn == 1);
    const auto delta = store.changes("T01", cursorOf(before[0]));
    REQUIRE(delta.size() == 1);
    CHECK(delta[0].op == protocol::DeliveryOp::Withdraw);
    CHECK(delta[0].receiptId == before[0].receiptId);
    CHECK(store.changes("T01").empty()); // whoever never held it hears nothing of it

    CHECK(store.take(claim).superseded == 1);
    CHECK(store.take(inInsurersForm(claim, "8") + "\x1a").unchanged == 1);
    CHECK(store.take(test::medicalReceipt({.month = "202507", .claimed = "202510"})).replaced == 1);
    CHECK(store.changes("T01", cursorOf(delta[0])).at(0).op == protocol::DeliveryOp::Replace);
    CHECK(store.take(inInsurersForm(claim, "8")).superseded == 1); // the return was of the earlier claim
}

TEST_CASE("an insurer's form of a receipt takes the place of the claim") {
    Store store;
    const std::string claim = test::medicalReceipt({.month = "202507", .claimed = "202508"});
    REQUIRE(store.take(claim).added == 1);
    std::string rows = "1,1,0,MN,9999000000000001,,,,,\n";
    int number = 1;
    std::istringstream lines(claim);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("GO,")) {
            rows += "1," + std::to_string(++number) + ",0," + line + "\n";
        }
    }
    CHECK(store.take(rows).replaced == 1);
    CHECK(store.changes("T01").at(0).text.starts_with("1,1,0,MN,"));
}

TEST_CASE("receipts of one month stay apart: kind, institution, payer, prescriber, and two in one file") {
    Store store;
    const std::string bytes =
        test::medicalReceipt({}) + test::medicalReceipt({.institution = "9910048"}) +
        test::medicalReceipt({.insurer = "379990", .symbol = "練習国", .number = "0005", .branch = "01"}) +
        test::dispensingReceipt({.institution = "9940015"}, "9910030") +
        test::dispensingReceipt({.institution = "9940015"}, "9910048") + test::medicalReceipt({.drug = "620002477"});
    const auto report = store.take(bytes);
    CHECK(report.added == 6);
    CHECK(report.replaced == 0);
    CHECK(store.changes("T01").size() == 6);
    CHECK(store.take(bytes + "\x1a").unchanged == 6);
}

TEST_CASE("who is registered later gets the receipts kept before") {
    Store store;
    REQUIRE(
        store
            .take(test::medicalReceipt(
                {.name = "志度　みずき", .kana = "シドミズキ", .sex = "2", .birth = "19890105", .number = "99001234"}))
            .strangers == 1);
    store.world.registry["patients"].push_back(
        {{"label", "T09"},
         {"name", "志度 みずき"},
         {"kana", "シド ミズキ"},
         {"sex", "female"},
         {"birth", "1989-01-05"},
         {"identities",
          Json::array({{{"insurer_number", "39379995"}, {"symbol", ""}, {"number", "99001234"}, {"branch", ""}}})},
         {"consent", "given"},
         {"cards", Json::array()}});
    store.world.writeRegistry();
    const auto report = store.take(test::medicalReceipt({}));
    CHECK(report.recognised == 1);
    CHECK(store.changes("T09").size() == 1);
    CHECK(store.take(test::medicalReceipt({.drug = "620002477"})).recognised == 0);
}

TEST_CASE("a person keeps their key and a receipt its id over restarts") {
    Store store;
    REQUIRE(store.take(test::medicalReceipt({})).added == 1);
    const auto key = store.people.registered("T01")->patientKey;
    auto reopened = Database::open(store.world.file("test.db"), store.world.file("test.key"));
    REQUIRE(reopened);
    CHECK(PersonStore(*reopened).registered("T01")->patientKey == key);
}

TEST_CASE("a file of garbage is taken in as no receipts, and stops nothing") {
    Store store;
    const auto report = store.take(std::string("\x00\xff\xfe RE,,,,\r\nRE,x\r\n\x1a\r\nIR", 24));
    CHECK(report.files == 1);
    CHECK(report.receipts <= 1);
}

} // namespace kmixr::server
