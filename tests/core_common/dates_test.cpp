#include "core/common/dates.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace std::chrono;

TEST_CASE("receipt days are read in both calendars, told apart by length") {
    CHECK(parseReceiptDay("20250831") == Day{2025y / August / 31});
    CHECK(parseReceiptDay("5070831") == Day{2025y / August / 31});
    CHECK(parseReceiptDay("3640107") == Day{1989y / January / 7});
    CHECK(parseReceiptDay("4010108") == Day{1989y / January / 8});
    CHECK(parseReceiptDay("4310501") == Day{2019y / May / 1}); // 平成31年5月: past the era's end, by offset
    CHECK(parseReceiptDay("1450730") == Day{1912y / July / 30});
    CHECK(parseReceiptMonth("202508") == Month{2025y / August});
    CHECK(parseReceiptMonth("50708") == Month{2025y / August});
}

TEST_CASE("days that do not exist, and things that are no days, are refused") {
    for (const char* wrong :
         {"", "2025", "20250230", "20251301", "6070831", "0070831", "2025083a", "5000101", "２０２５"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parseReceiptDay(wrong));
    }
    for (const char* wrong : {"202500", "202513", "50713", "5070", ""}) {
        CAPTURE(wrong);
        CHECK_FALSE(parseReceiptMonth(wrong));
    }
}

TEST_CASE("eras change on their days") {
    CHECK(eraYear(1989y / January / 7) == "昭和64年");
    CHECK(eraYear(1989y / January / 8) == "平成元年");
    CHECK(eraYear(2019y / April / 30) == "平成31年");
    CHECK(eraYear(2019y / May / 1) == "令和元年");
    CHECK(eraYear(1921y / March / 15) == "大正10年");
    CHECK(eraYear(1912y / July / 29) == "明治45年");
    CHECK(eraYear(1926y / December / 25) == "昭和元年");
    CHECK(japaneseDayWithEra(1942y / February / 11) == "1942年2月11日(昭和17年)");
}

TEST_CASE("age is completed on the birthday") {
    CHECK(ageOn(2019y / May / 1, 2025y / April / 30) == 5);
    CHECK(ageOn(2019y / May / 1, 2025y / May / 1) == 6);
    CHECK(ageOn(2000y / February / 29, 2025y / February / 28) == 24);
    CHECK(ageOn(2000y / February / 29, 2025y / March / 1) == 25);
}

TEST_CASE("days and months are counted over year ends") {
    CHECK(addDays(2024y / December / 31, 1) == Day{2025y / January / 1});
    CHECK(daysBetween(2024y / February / 28, 2024y / March / 1) == 2);
    CHECK(lastOf(2024y / February) == Day{2024y / February / 29});
    CHECK(monthsBetween(2024y / November, 2025y / February) == 3);
    CHECK(parseIsoDay(isoDay(2025y / October / 8)) == Day{2025y / October / 8});
    CHECK(parseIsoMonth("2025-13") == std::nullopt);
}
