#include "core/qr/patient_card_token.h"
#include "core/qr/symbol_reader.h"
#include "tests/core_qr/damage.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>

using namespace kmixr;
using namespace kmixr::qr;
using namespace kmixr::qr::test;

namespace {

const std::string card = PatientCardToken::of({1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 0, 7, 11, 42}).text();

GreyPicture sceneOf(const std::string& text, const Pose& pose, double noise = 4) {
    Dice dice(7);
    GreyPicture picture = desk(1280, 720, dice);
    paint(picture, symbolOf(text), pose.corners());
    addNoise(picture, noise, dice);
    return picture;
}

} // namespace

TEST_CASE("a card is read at every turn, and its corners follow it") {
    const double degrees = GENERATE(0., 17., 45., 90., 133., 180., 245., 270., 330.);
    const Pose pose{{600, 350}, 300, degrees, 0, 0};
    const GreyPicture picture = sceneOf(card, pose);
    SymbolReader reader;
    const auto symbol = reader.read(viewOf(picture));
    REQUIRE(symbol);
    CHECK(symbol->text == card);
    // Version 3 has 29 modules and 8 of quiet zone: its corner lies 4/37 of the way inside the painted square.
    const auto corners = Pose{{600, 350}, 300.0 * 29 / 37, degrees, 0, 0}.corners();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        CHECK(std::abs(symbol->corners[i].x - corners[i].x) < 12);
        CHECK(std::abs(symbol->corners[i].y - corners[i].y) < 12);
    }
}

TEST_CASE("a tilted, noisy card is read") {
    const double tilt = GENERATE(-0.4, -0.2, 0.2, 0.4);
    SymbolReader reader;
    const auto symbol = reader.read(viewOf(sceneOf(card, {{700, 400}, 280, 20, tilt, -tilt / 2}, 12)));
    REQUIRE(symbol);
    CHECK(PatientCardToken::read(symbol->text));
}

TEST_CASE("a YUYV frame is read as it lies in memory, with padded rows") {
    const GreyPicture picture = sceneOf(card, {});
    const int stride = picture.width * 2 + 64;
    std::vector<std::uint8_t> frame(static_cast<std::size_t>(stride) * 720, 128);
    for (int y = 0; y < 720; ++y)
        for (int x = 0; x < 1280; ++x)
            frame[static_cast<std::size_t>(y * stride + 2 * x)] = picture.row(y)[x];
    SymbolReader reader;
    const auto symbol = reader.read({frame.data(), 1280, 720, stride, 2});
    REQUIRE(symbol);
    CHECK(symbol->text == card);
}

TEST_CASE("the second look finds what the first one does not") {
    SymbolReader reader;
    int quick = 0;
    int thorough = 0;
    Dice dice(99);
    for (int picture = 0; picture < 12; ++picture)
        for (const auto& damage : tenDamages()) {
            if (damage.name != "pale" && damage.name != "dark" && damage.name != "glare")
                continue;
            const GreyPicture hard = damage.picture(card, 0.3 + 0.06 * picture, dice);
            quick += reader.read(viewOf(hard), Look::Quick) ? 1 : 0;
            const auto symbol = reader.read(viewOf(hard));
            thorough += symbol ? 1 : 0;
            CHECK((!symbol || symbol->text == card));
        }
    CHECK(thorough > quick);
}

TEST_CASE("corners of a symbol found only in the half-size copy are in pixels of the frame") {
    Dice dice(11);
    GreyPicture pale = desk(1280, 720, dice);
    paint(pale, symbolOf(card), Pose{{640, 360}, 420, 8, 0, 0}.corners(), 126,
          140); // hard enough for ZXing 2, not too hard for 1.4
    addNoise(pale, 3, dice);
    SymbolReader reader;
    REQUIRE_FALSE(reader.read(viewOf(pale), Look::Quick));
    const auto symbol = reader.read(viewOf(pale));
    REQUIRE(symbol);
    const auto corners = Pose{{640, 360}, 420.0 * 29 / 37, 8, 0, 0}.corners();
    for (std::size_t i = 0; i < corners.size(); ++i)
        CHECK(std::hypot(symbol->corners[i].x - corners[i].x, symbol->corners[i].y - corners[i].y) < 16);
}

TEST_CASE("other QR codes come back as their text, for the page to say so") {
    const std::string text =
        GENERATE("https://www.example.invalid/menu?table=12", "KMIXR2:ABCDEFG", "患者ではありません");
    SymbolReader reader;
    const auto symbol = reader.read(viewOf(sceneOf(text, {})));
    REQUIRE(symbol);
    CHECK(symbol->text == text);
    CHECK_FALSE(PatientCardToken::read(symbol->text));
}

TEST_CASE("no symbol is found where there is none") {
    SymbolReader reader;
    Dice dice(3);
    for (int picture = 0; picture < 3; ++picture)
        CHECK_FALSE(reader.read(viewOf(clutter(dice))));
}

TEST_CASE("images that make no sense are nothing, not a crash") {
    SymbolReader reader;
    const std::vector<std::uint8_t> pixels(64, 0);
    CHECK_FALSE(reader.read({}));
    CHECK_FALSE(reader.read({nullptr, 8, 8, 8, 1}));
    CHECK_FALSE(reader.read({pixels.data(), 0, 8, 8, 1}));
    CHECK_FALSE(reader.read({pixels.data(), 8, -8, 8, 1}));
    CHECK_FALSE(reader.read({pixels.data(), 8, 8, 7, 1}));
    CHECK_FALSE(reader.read({pixels.data(), 8, 8, 8, 2}));
    CHECK_FALSE(reader.read({pixels.data(), 8, 8, 8, 0}));
    CHECK_FALSE(reader.read({pixels.data(), SymbolReader::maxSide + 1, 1, SymbolReader::maxSide + 1, 1}));
    for (int side = 1; side <= 8; ++side)
        CHECK_FALSE(reader.read({pixels.data(), side, side, side, 1}));
}
