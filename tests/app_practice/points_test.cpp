// Points: the rules of the fee schedule that the plans use.
#include "app/practice/people/points.h"
#include "tests/app_practice/practice_plans.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

constexpr std::int64_t yen = 10'000'000;

PlannedLine line(const char* code, const char* amount = nullptr) {
    PlannedLine line;
    line.code = code;
    if (amount != nullptr) {
        line.amount = receipt::parseQuantity(amount);
    }
    return line;
}

} // namespace

TEST_CASE("drug prices become points by 五捨五超入, and never less than one") {
    CHECK(drugPoints(1 * yen) == 1);
    CHECK(drugPoints(15 * yen) == 1);
    CHECK(drugPoints(15 * yen + 1) == 2);
    CHECK(drugPoints(25 * yen) == 2);
    CHECK(drugPoints(25 * yen + 1) == 3);
    CHECK(drugPoints(yen * 293 / 10) == 3); // 29.3 yen: the worked dispensing receipt
    CHECK(drugPoints(yen * 114 / 10) == 1);
}

TEST_CASE("a cheap drug inside a procedure has no points of its own") {
    const Points points(test::prices());
    const std::vector cheap{line("620007870", "1")}; // 10.10 yen
    CHECK(points.drugs(cheap, "21") == 1);
    CHECK(points.drugs(cheap, "40") == 0);
    CHECK(points.drugs(cheap, "60") == 0);
    CHECK(points.drugs(cheap, "14") == 1);
}

TEST_CASE("pictures after the first count half, each act rounded by itself") {
    const Points points(test::prices());
    const std::vector two{line("170000410", "2"), line("170027910", "2"), line("170000210")};
    CHECK(points.acts(two) == 287);
    const std::vector one{line("170000410", "1"), line("170027910", "1"), line("170000210")};
    CHECK(points.acts(one) == 210);
    CHECK(points.acts(std::vector{line("170000410", "9")}) == points.acts(std::vector{line("170000410", "5")}));
}

TEST_CASE("units of work multiply, minutes and millilitres do not") {
    const Points points(test::prices());
    CHECK(points.acts(std::vector{line("180755710", "2")}) == 370);    // 運動器リハビリテーション, 単位
    CHECK(points.acts(std::vector{line("160056110", "8")}) == 880);    // 特異的ＩｇＥ, 種類
    CHECK(points.acts(std::vector{line("150233410", "300")}) == 6000); // 麻酔, 分
    CHECK(points.acts(std::vector{line("150224910", "280")}) == 450);  // 輸血, ｍＬ
}

TEST_CASE("materials are a tenth of their price") {
    const Points points(test::prices());
    CHECK(points.materials(std::vector{line("710010935", "1")}) == 152);
    CHECK(points.materials(std::vector{line("710010603", "2")}) == 25'200);
}

TEST_CASE("chemistry of one day is a package from five items on") {
    const Points points(test::prices());
    CHECK_FALSE(points.panel(4));
    CHECK(points.panel(5) == 93);
    CHECK(points.panel(7) == 93);
    CHECK(points.panel(8) == 99);
    CHECK(points.panel(10) == 103);
    CHECK(points.panel(11) == 103);
}

TEST_CASE("a code without points is a problem that names the code") {
    const Points points(test::prices());
    CHECK(points.acts(std::vector{line("160999910")}).error().detail == "160999910");
    CHECK(points.drugs(std::vector{line("629999999", "1")}, "21").error().code == "practice.code-without-points");
}
