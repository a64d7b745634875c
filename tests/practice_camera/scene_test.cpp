#include "app/practice/camera/show.h"
#include "core/qr/problems.h"
#include "core/qr/symbol_reader.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace kmixr;
using namespace kmixr::practice;

namespace {

std::optional<qr::Symbol> seen(const Scene& scene, double phase, FrameFormat format = FrameFormat::Yuyv) {
    const Bytes frame = makeFrame(ScenePainter(scene).frame(phase), {}, format);
    qr::SymbolReader reader;
    if (format == FrameFormat::Yuyv)
        return reader.read({frame.data(), frameSize.width(), frameSize.height(), frameSize.width() * 2, 2});
    const QImage picture =
        QImage::fromData(frame.data(), static_cast<int>(frame.size())).convertToFormat(QImage::Format_Grayscale8);
    return reader.read(
        {picture.constBits(), picture.width(), picture.height(), static_cast<int>(picture.bytesPerLine()), 1});
}

} // namespace

TEST_CASE("practice tokens are fixed for ever, one for each patient and issue") {
    const Sha256 digest = sha256("kmixr-practice-v1|K05|1");
    CHECK(practiceToken("K05").hash() == sha256(ByteView(digest).first(16)));
    CHECK(practiceToken("K05").text() != practiceToken("K05", 2).text());
    CHECK(practiceToken("K05").text() != practiceToken("K06").text());
}

TEST_CASE("a patient card is read in every frame of the ring") {
    const Scene scene = patientCard("K05");
    for (int frame = 0; frame < 16; ++frame) {
        const auto symbol = seen(scene, frame / 16.0);
        REQUIRE(symbol);
        CHECK(symbol->text == practiceToken("K05").text());
    }
    CHECK(seen(scene, 0, FrameFormat::Mjpeg));
}

TEST_CASE("the card moves from frame to frame") {
    const Scene scene = patientCard("K01");
    std::set<std::pair<int, int>> places;
    for (int frame = 0; frame < 8; ++frame)
        if (const auto symbol = seen(scene, frame / 8.0))
            places.emplace(symbol->corners[0].x / 4, symbol->corners[0].y / 4);
    CHECK(places.size() >= 5);
}

TEST_CASE("scenes without a patient card are what they say") {
    CHECK_FALSE(seen(nobody(), 0.3));
    const auto url = seen(otherPaper("https://www.example.invalid/menu"), 0.1);
    REQUIRE(url);
    CHECK(url->text == "https://www.example.invalid/menu");
    const auto damaged = seen(damagedCard("K05"), 0.2);
    REQUIRE(damaged);
    const auto token = qr::PatientCardToken::read(damaged->text);
    REQUIRE_FALSE(token);
    CHECK(token.error().is(qr::problems::damaged));
}

TEST_CASE("the sensor adds noise, not a new picture") {
    const QImage picture = ScenePainter(nobody()).frame(0);
    const Bytes quiet = makeFrame(picture, {0, false, 1}, FrameFormat::Yuyv);
    const Bytes noisy = makeFrame(picture, {5, false, 1}, FrameFormat::Yuyv);
    const Bytes again = makeFrame(picture, {5, false, 1}, FrameFormat::Yuyv);
    CHECK(noisy == again);
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < quiet.size(); i += 2) {
        const double change = noisy[i] - quiet[i];
        sum += change;
        squares += change * change;
    }
    const double pixels = static_cast<double>(quiet.size()) / 2;
    CHECK(std::abs(sum / pixels) < 0.5);
    CHECK(squares / pixels > 9);
    CHECK(squares / pixels < 40);
}
