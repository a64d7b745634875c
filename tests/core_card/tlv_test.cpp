#include "core/card/tlv.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::card;

TEST_CASE("Objects in a row, with short and long tags and lengths") {
    const auto row = *fromHex("0401aa7f49820002beef0500");
    TlvReader reader(row);
    const auto first = reader.next();
    REQUIRE(first);
    CHECK(first->tag == 0x04);
    CHECK(toHex(first->value) == "aa");
    const auto second = reader.next();
    REQUIRE(second);
    CHECK(second->tag == 0x7F49);
    CHECK(toHex(second->value) == "beef");
    CHECK(toHex(second->whole) == "7f49820002beef");
    const auto third = reader.next();
    REQUIRE(third);
    CHECK(third->value.empty());
    CHECK_FALSE(reader.next());
    CHECK_FALSE(reader.broken());
}

TEST_CASE("Bytes that end too early break the row and are never read past") {
    for (const char* hex :
         {"30", "3005aabb", "3080", "30850000000001aa", "3f", "7f", "7f808001aa", "3084ffffffffaa", "04820001"}) {
        const auto bytes = *fromHex(hex);
        TlvReader reader(bytes);
        CHECK_FALSE(reader.next());
        CHECK(reader.broken());
        CHECK_FALSE(reader.next());
    }
}

TEST_CASE("Finding and looking inside") {
    const auto row = *fromHex("0201013003020105");
    const auto sequence = findTlv(row, 0x30);
    REQUIRE(sequence);
    CHECK(sequence->inside().tag == 0x02);
    CHECK(toHex(sequence->inside().value) == "05");
    CHECK_FALSE(findTlv(row, 0x31));
    CHECK(Tlv{}.inside().tag == 0);
}

TEST_CASE("The size of an object is told from its first bytes") {
    CHECK(outerSize(*fromHex("3003")) == 5);
    CHECK(outerSize(*fromHex("30820540")) == 4 + 0x540);
    CHECK_FALSE(outerSize(*fromHex("3082")));
    CHECK_FALSE(outerSize(*fromHex("0000")));
    CHECK_FALSE(outerSize({}));
}

TEST_CASE("Object identifiers as text") {
    CHECK(oidText(*fromHex("288185420001")) == "1.0.17090.0.1");
    CHECK(oidText(*fromHex("2a830886910f01060101")) == "1.2.392.100495.1.6.1.1");
    CHECK(oidText(*fromHex("551d09")) == "2.5.29.9");
    CHECK(oidText(*fromHex("8837")) == "2.999");
    CHECK(oidText(*fromHex("2a86")).empty());
    CHECK(oidText(*fromHex("2affffffffffffffffffff7f")).empty());
    CHECK(oidText({}).empty());
}
