#include "app/gateway/server/ingest/identification.h"
#include "core/receipt/reader.h"
#include "tests/app_gateway/world/receipts.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

TEST_CASE("two spellings of one thing are equal") {
    CHECK(normalised("９９９９００５１") == "99990051");
    CHECK(normalised("  379990") == "379990");
    CHECK(normalised("琴平　泰造") == normalised("琴平 泰造"));
    CHECK(normalised("練－１") == "練1");
    CHECK(normalised("ÄÖ練国").size() == std::string("ÄÖ練国").size());
    CHECK(normalised("\xe7\xb7").size() == 2); // cut in the middle of a character: kept as it is
    CHECK(payerBody("379990") == payerBody("379991"));
    CHECK(payerBody("") == "");
}

TEST_CASE("a receipt tells whose it is") {
    const auto read = [](const test::ReceiptWish& wish) {
        const auto receipts = receipt::split(test::medicalReceipt(wish));
        REQUIRE(receipts.size() == 1);
        return identificationOf(receipts.front().receipt);
    };
    const Identification insured = read({.insurer = "379990", .symbol = "練習国", .number = "0005", .branch = "1"});
    CHECK(insured.payer == "379990");
    CHECK(insured.symbol == "練習国");
    CHECK(insured.number == "5");
    CHECK(insured.branch == "01");
    CHECK(insured.birth == "1941-02-11");
    CHECK(insured.sex == receipt::Sex::Male);
    CHECK(insured.name == "琴平泰造");
    CHECK(insured.whole());

    const Identification assisted = read({.insurer = "12379995", .number = "9900011", .insured = false});
    CHECK(assisted.payer == "12379995");
    CHECK(assisted.number == "9900011");
    CHECK_FALSE(read({.birth = ""}).whole());
    CHECK_FALSE(read({.number = ""}).whole());
}

} // namespace kmixr::server
