#include "core/qr/grey_filters.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace kmixr::qr;

namespace {

GreyPicture plain(int width, int height, std::uint8_t grey) {
    GreyPicture picture;
    picture.resize(width, height);
    std::ranges::fill(picture.pixels, grey);
    return picture;
}

} // namespace

TEST_CASE("filters leave an even surface even, at every size and up to the edge") {
    std::vector<std::uint16_t> sums;
    for (int width = 1; width < 12; ++width)
        for (int height = 1; height < 6; ++height) {
            const GreyPicture from = plain(width, height, 200);
            GreyPicture blurred;
            GreyPicture levelled;
            std::vector<std::uint32_t> columns;
            GreyPicture half;
            blur(from, blurred, sums);
            liftLocalContrast(from, levelled, columns);
            halve(from, half);
            CHECK(blurred.pixels == from.pixels);
            CHECK(levelled.pixels == plain(width, height, 128).pixels);
            CHECK(half.pixels == plain(width / 2, height / 2, 200).pixels);
        }
}

TEST_CASE("blur spreads a dot symmetrically and keeps its light") {
    GreyPicture from = plain(15, 15, 0);
    from.row(7)[7] = 255;
    GreyPicture to;
    std::vector<std::uint16_t> sums;
    blur(from, to, sums);
    CHECK(to.row(7)[7] == 255 * 400 / 4096);
    CHECK(to.row(7)[5] == to.row(7)[9]);
    CHECK(to.row(5)[7] == to.row(7)[5]);
    CHECK(to.row(7)[3] == 0);
}

TEST_CASE("local contrast is lifted about the mean of the surroundings") {
    GreyPicture from = plain(80, 60, 100);
    for (int y = 28; y < 32; ++y)
        std::fill(from.row(y) + 38, from.row(y) + 42, std::uint8_t{110});
    GreyPicture to;
    std::vector<std::uint32_t> sums;
    liftLocalContrast(from, to, sums);
    CHECK(to.row(30)[40] == 128 + 4 * 10);
    CHECK(to.row(5)[5] == 128);
    CHECK(to.row(59)[79] == 128);

    std::ranges::fill(from.pixels, std::uint8_t{0});
    from.row(30)[40] = 255;
    liftLocalContrast(from, to, sums);
    CHECK(to.row(30)[40] == 255);
}
