// How many of 200 hard pictures are read, and how long a look takes. Prints a table; fails below the budget of DESIGN
// §10.
#include "core/qr/symbol_reader.h"
#include "tests/core_qr/damage.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace kmixr::qr;
using namespace kmixr::qr::test;

namespace {

const std::string text = "KMIXR1:AAAQEAYEAUDAOCAJBIFQYDIOB46J";

struct Timed {
    std::optional<Symbol> symbol;
    double milliseconds = 0;
};

Timed look(SymbolReader& reader, const GreyPicture& picture, Look how) {
    const auto begin = std::chrono::steady_clock::now();
    auto symbol = reader.read(viewOf(picture), how);
    return {std::move(symbol),
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count()};
}

double at(std::vector<double>& times, double share) {
    std::ranges::sort(times);
    return times.empty() ? 0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

} // namespace

TEST_CASE("200 hard pictures") {
    SymbolReader reader;
    std::vector<double> found;
    int total = 0;
    int totalQuick = 0;
    int wrong = 0;
    for (const auto& damage : tenDamages()) {
        Dice dice(2026);
        int read = 0;
        int quick = 0;
        for (int step = 0; step < 20; ++step) {
            const GreyPicture picture = damage.picture(text, step / 19.0, dice);
            quick += look(reader, picture, Look::Quick).symbol ? 1 : 0;
            const Timed timed = look(reader, picture, Look::Thorough);
            if (!timed.symbol)
                continue;
            wrong += timed.symbol->text == text ? 0 : 1;
            found.push_back(timed.milliseconds);
            ++read;
        }
        std::printf("%-14s quick %2d  thorough %2d of 20\n", damage.name.c_str(), quick, read);
        total += read;
        totalQuick += quick;
    }
    std::vector<double> empty;
    std::vector<double> emptyQuick;
    Dice dice(5);
    for (int i = 0; i < 40; ++i) {
        const GreyPicture picture = clutter(dice);
        emptyQuick.push_back(look(reader, picture, Look::Quick).milliseconds);
        const Timed timed = look(reader, picture, Look::Thorough);
        empty.push_back(timed.milliseconds);
        wrong += timed.symbol ? 1 : 0;
    }
    std::printf("quick %d, thorough %d of 200; false %d; with symbol median %.1f ms p95 %.1f; without: quick %.1f, "
                "thorough %.1f ms p95 %.1f\n",
                totalQuick, total, wrong, at(found, 0.5), at(found, 0.95), at(emptyQuick, 0.5), at(empty, 0.5),
                at(empty, 0.95));
    CHECK(wrong == 0);
    CHECK(total > totalQuick);
    CHECK(total >= 170);
}
