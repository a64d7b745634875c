// How long a history takes: a heavy ten-year patient of about 30,000 lines, and a tenth of it, so that a quadratic loop
// shows on any machine.
#include "derived.h"
#include "heavy_patient.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>

using namespace kmixr;
using namespace kmixr::history;
using namespace kmixr::history::test;

namespace {

double medianMilliseconds(const std::vector<ReceiptInput>& receipts) {
    std::vector<double> times;
    for (int run = 0; run < 9; ++run) {
        auto copy = receipts;
        const auto start = std::clock(); // processor time: other work on the machine does not count
        const auto history = derived(std::move(copy));
        times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        REQUIRE_FALSE(history->problems.empty());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

TEST_CASE("bytes to History grows with the lines, not with their square") {
    const auto year = heavyPatient(12), decade = heavyPatient(120);
    const double one = medianMilliseconds(year), ten = medianMilliseconds(decade);
    std::cout << linesOf(year) << " lines: " << one << " ms, " << linesOf(decade) << " lines: " << ten << " ms\n";
    CHECK(linesOf(decade) > 20000);
    CHECK(ten < one * 50); // a square would be a hundredfold
}
