#include "core/common/clock.h"

#include <catch2/catch_test_macros.hpp>

using namespace kmixr;
using namespace std::chrono;

TEST_CASE("instants survive the wire") {
    const Instant instant = sys_days{2025y / October / 8} + 0h + 1min + 2s + 345ms;
    CHECK(toRfc3339(instant) == "2025-10-08T00:01:02.345Z");
    CHECK(parseRfc3339(toRfc3339(instant)) == instant);
    CHECK(parseRfc3339("2025-10-08T09:01:02.345+09:00") == instant);
    CHECK(parseRfc3339("2025-10-08T00:01:02Z") == instant - 345ms);
}

TEST_CASE("what is no instant is refused") {
    for (const char* wrong : {"", "2025-10-08", "2025-10-08T00:01:02", "2025-10-08T24:00:00Z", "2025-02-30T00:00:00Z",
                              "2025-10-08T00:01:02+0900", "2025-10-08T00:01:02Zx", "2025-10-08 00-01-02Z"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parseRfc3339(wrong));
    }
}

TEST_CASE("the day is Japan's, not London's") {
    const FixedClock beforeMidnight(sys_days{2025y / October / 7} + 14h + 59min);
    const FixedClock afterMidnight(sys_days{2025y / October / 7} + 15h);
    CHECK(beforeMidnight.today() == Day{2025y / October / 7});
    CHECK(afterMidnight.today() == Day{2025y / October / 8});
    CHECK(clockTimeInJapan(afterMidnight.now()) == "00:00");
}
