#include "app/gateway/server/ingest/receipt_blocks.h"
#include "core/receipt/reader.h"
#include "tests/app_gateway/world/gateway_world.h"
#include "tests/app_gateway/world/receipts.h"

#include <catch2/catch_test_macros.hpp>

namespace kmixr::server {

namespace {

std::vector<std::string> textsOf(const std::string& bytes) {
    std::vector<std::string> texts;
    for (const auto& each : receipt::split(bytes)) {
        texts.push_back(each.text);
    }
    return texts;
}

/// The receipts' texts, read in blocks of that size.
std::vector<std::string> inBlocks(const std::filesystem::path& file, std::size_t size) {
    std::vector<std::string> texts;
    auto blocks = ReceiptBlocks::open(file, size);
    REQUIRE(blocks);
    for (auto block = blocks->next();; block = blocks->next()) {
        REQUIRE(block);
        if (!*block) {
            return texts;
        }
        for (std::string& text : textsOf(**block)) {
            texts.push_back(std::move(text));
        }
    }
}

} // namespace

TEST_CASE("a file read in blocks of any size holds the same receipts") {
    const test::GatewayWorld world;
    // Two receipts under one institution, then other institutions; an end-of-file mark in the middle.
    std::string second = test::medicalReceipt({.month = "202507"});
    second.erase(0, second.find("RE,"));
    const std::string bytes =
        test::toCp932(test::medicalReceipt({}) + second + "\x1a" + test::medicalReceipt({.institution = "9910048"}) +
                      test::dispensingReceipt({.institution = "9940015"}, "9910030") + "GO,4,516,99\r\n\x1a");
    world.write("all.UKE", bytes);
    const auto whole = inBlocks(world.file("all.UKE"), 1U << 20U);
    REQUIRE(whole.size() == 4);
    CHECK(whole[1].find("9910030") != std::string::npos);
    CHECK(whole[2].find("9910048") != std::string::npos);
    for (const std::size_t size : {1U, 50U, 200U, 333U, 700U, 1500U}) {
        CHECK(inBlocks(world.file("all.UKE"), size) == whole);
    }
}

TEST_CASE("files that are none") {
    const test::GatewayWorld world;
    world.write("empty.UKE", "");
    CHECK(inBlocks(world.file("empty.UKE"), 100).empty());
    world.write("long.UKE", std::string(3U << 20U, 'x'));
    auto blocks = ReceiptBlocks::open(world.file("long.UKE"));
    REQUIRE(blocks);
    CHECK_FALSE(blocks->next());
    CHECK_FALSE(ReceiptBlocks::open(world.file("missing.UKE")));
}

} // namespace kmixr::server
