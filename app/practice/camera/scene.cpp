#include "app/practice/camera/scene.h"

#include "app/practice/camera/card_face.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

#include <cmath>
#include <numbers>

namespace kmixr::practice {
namespace {

constexpr double cardWidth = 520; // in the picture at distance 1
constexpr double focalLength = 1100;
constexpr QColor skin(205, 162, 132);
constexpr QColor sleeve(74, 85, 98);

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

QImage paintDesk() {
    QImage desk(frameSize, QImage::Format_RGB32);
    QPainter painter(&desk);
    QLinearGradient light(0, 0, frameSize.width(), frameSize.height());
    light.setColorAt(0, QColor(122, 125, 131));
    light.setColorAt(1, QColor(97, 101, 106));
    painter.fillRect(desk.rect(), light);
    painter.fillRect(QRect(90, 30, 300, 190), QColor(140, 144, 152)); // a window, a door, a shelf
    painter.fillRect(QRect(840, 0, 380, 222), QColor(116, 117, 122));
    painter.fillRect(QRect(0, 222, 1280, 6), QColor(88, 92, 97));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(sleeve);
    painter.drawEllipse(QRectF(930, 560, 420, 420));
    return desk;
}

/// The card's corners in the picture: turned, leaning back, swaying, seen by a pinhole camera.
QPolygonF corners(const Scene& scene, double phase) {
    const double round = 2 * std::numbers::pi * phase;
    const double turn = radians(scene.degrees + 2.5 * std::sin(round));
    const double lean = radians(scene.tilt + 4 * std::sin(round + 1));
    const double swing = radians(7 * std::sin(2 * round + 2));
    const double width = cardWidth;
    const double height = cardWidth * cardSize.height() / cardSize.width();
    QPolygonF polygon;
    for (const auto& [sideX, sideY] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
        const double x0 = sideX * width / 2;
        const double y0 = sideY * height / 2;
        const double x = x0 * std::cos(turn) - y0 * std::sin(turn);
        const double y1 = x0 * std::sin(turn) + y0 * std::cos(turn);
        const double y = y1 * std::cos(lean);
        const double depth = -y1 * std::sin(lean) + x * std::sin(swing);
        const double scale = focalLength / (focalLength * scene.distance + depth);
        polygon << QPointF(650 + 22 * std::sin(round + 0.5) + x * std::cos(swing) * scale,
                           370 + 14 * std::sin(2 * round) + y * scale);
    }
    return polygon;
}

/// Forearm and thumb that hold the card's lower left corner.
void paintHand(QPainter& painter, const QTransform& card) {
    const QPointF grip = card.map(QPointF(60, 500));
    QPainterPath arm;
    arm.moveTo(grip + QPointF(-150, 400));
    arm.cubicTo(grip + QPointF(-170, 120), grip + QPointF(-130, 20), grip + QPointF(-30, -30));
    arm.cubicTo(grip + QPointF(10, -45), grip + QPointF(90, -30), grip + QPointF(112, -4));
    arm.cubicTo(grip + QPointF(122, 22), grip + QPointF(70, 40), grip + QPointF(20, 44));
    arm.cubicTo(grip + QPointF(60, 120), grip + QPointF(70, 220), grip + QPointF(80, 400));
    arm.closeSubpath();
    painter.setPen(QPen(skin.darker(125), 2));
    painter.setBrush(skin);
    painter.drawPath(arm);
}

} // namespace

ScenePainter::ScenePainter(const Scene& scene) : scene_(scene), desk_(paintDesk()) {
    if (!scene_.symbolText.empty())
        card_ = paintCard(scene_.symbolText, scene_.patientCard);
}

QImage ScenePainter::frame(double phase) const {
    QImage picture = desk_.copy();
    if (card_.isNull())
        return picture;
    const QPolygonF flat{{QPointF(0, 0), QPointF(cardSize.width(), 0), QPointF(cardSize.width(), cardSize.height()),
                          QPointF(0, cardSize.height())}};
    QTransform placing;
    QTransform::quadToQuad(flat, corners(scene_, phase), placing);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(placing);
    painter.drawImage(QPointF(0, 0), card_);
    painter.resetTransform();
    paintHand(painter, placing);
    return picture;
}

} // namespace kmixr::practice
