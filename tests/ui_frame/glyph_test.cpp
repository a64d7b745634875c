// The face: BIZ UDPGothic has ≥ and ≤ exchanged in its regular weight (UI.md §2), so the screen shows ≧ ≦. Which way a
// sign points is read from its picture, with < and > as the measure.
#include "ui/marks/marks.h"
#include "ui/theme/metrics.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>

#include <catch2/catch_test_macros.hpp>

using namespace kmixr::ui;

namespace {

QImage picture(QChar sign, bool bold) {
    QFont font = Metrics::font(TextStep::Body, bold);
    font.setPixelSize(120);
    QImage image(200, 200, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, QString(sign));
    return image;
}

/// Where the ink of a row lies, or nothing.
std::optional<double> centre(const QImage& image, int y) {
    double sum = 0, weight = 0;
    for (int x = 0; x < image.width(); ++x) {
        const int ink = 255 - image.constScanLine(y)[x];
        sum += double(ink) * x;
        weight += ink;
    }
    return weight > 255 ? std::optional(sum / weight) : std::nullopt;
}

/// '>' or '<' by the angle of the sign, whose arms begin in the topmost row of ink.
char pointing(QChar sign, bool bold) {
    const QImage image = picture(sign, bold);
    std::optional<double> first;
    double furthestRight = 0, furthestLeft = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto at = centre(image, y);
        if (at && !first) {
            first = at;
        }
        if (at) {
            furthestRight = std::max(furthestRight, *at - *first);
            furthestLeft = std::max(furthestLeft, *first - *at);
        }
    }
    REQUIRE(first);
    return furthestRight > furthestLeft ? '>' : '<';
}

} // namespace

TEST_CASE("the face is there in both weights") {
    CHECK(QFontDatabase::families().contains(QStringLiteral("BIZ UDPGothic")));
    for (const bool bold : {false, true}) {
        CHECK(QFontInfo(Metrics::font(TextStep::Body, bold)).family() == QStringLiteral("BIZ UDPGothic"));
        CHECK(QFontInfo(Metrics::font(TextStep::Body, bold)).bold() == bold);
    }
}

TEST_CASE("signs of comparison point the right way as they are shown") {
    for (const bool bold : {false, true}) {
        INFO((bold ? "bold" : "regular"));
        REQUIRE(pointing(QChar('>'), bold) == '>');
        REQUIRE(pointing(QChar('<'), bold) == '<');
        CHECK(pointing(Marks::displayText("≥").at(0), bold) == '>');
        CHECK(pointing(Marks::displayText("≤").at(0), bold) == '<');
        CHECK(pointing(QChar(0x2267), bold) == '>');
        CHECK(pointing(QChar(0x2266), bold) == '<');
    }
}

TEST_CASE("the other text stays as it is") {
    CHECK(Marks::displayText("eGFR ≥ 60 かつ ≤ 90、髙橋𠮷郎") == QStringLiteral("eGFR ≧ 60 かつ ≦ 90、髙橋𠮷郎"));
}

TEST_CASE("sizes follow one factor") {
    CHECK(Metrics::px(15) == 15);
    CHECK(Metrics::font(TextStep::Caption).pixelSize() == 12);
    Metrics::setFactor(1.5);
    CHECK(Metrics::px(15) == 23);
    CHECK(Metrics::font(TextStep::Name).pixelSize() == 38);
    CHECK(Metrics::font(TextStep::Name).bold());
    Metrics::setFactor(9);
    CHECK(Metrics::factor() == 2.0);
    Metrics::setFactor(1.0);
}
