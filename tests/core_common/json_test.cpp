#include "core/common/json.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;

TEST_CASE("fields that are missing or of the wrong kind are named") {
    const auto json =
        parseJson(R"({"text":"a","number":3,"flag":true,"day":"2025-08-31","nothing":null,"list":["x","y"]})");
    REQUIRE(json);
    CHECK(jsonString(*json, "text") == "a");
    CHECK(jsonInteger(*json, "number") == 3);
    CHECK(jsonBool(*json, "flag") == true);
    CHECK(jsonDay(*json, "day") == Day{std::chrono::year{2025}, std::chrono::month{8}, std::chrono::day{31}});
    CHECK(jsonStrings(*json, "list") == std::vector<std::string>{"x", "y"});
    CHECK(jsonString(*json, "number").error().is(problems::jsonField));
    CHECK(jsonString(*json, "absent").error().detail == "absent");
    CHECK(jsonStringOr(*json, "nothing", "b") == "b");
    CHECK(jsonDay(*json, "text").error().is(problems::jsonField));
}

TEST_CASE("text that is not JSON is a problem without the text in it") {
    const auto broken = parseJson("{\"name\":\"secret person\"");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().is(problems::jsonMalformed));
    CHECK(broken.error().logLine().find("secret") == std::string::npos);
    CHECK_FALSE(parseJson("\"\xff\xfe\""));
}
