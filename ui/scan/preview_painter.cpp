#include "ui/scan/preview_painter.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QPolygonF>

#include <algorithm>

namespace kmixr::ui {
namespace {

constexpr QColor ground(27, 34, 41);
constexpr QColor band(17, 22, 27);
constexpr QColor outlineGreen(124, 242, 156);

QFont scaled(const QFont& body, double factor, bool bold) {
    QFont font = body;
    font.setPixelSize(qRound(QFontInfo(body).pixelSize() * factor));
    font.setBold(bold);
    return font;
}

/// The largest rectangle of the picture's shape inside `place`.
QRect pictureRect(const QRect& place, const QSize& picture) {
    QRect rect(QPoint(), picture.scaled(place.size(), Qt::KeepAspectRatio));
    rect.moveCenter(place.center());
    return rect;
}

/// Four white corners: hold the card in here.
void paintAim(QPainter& painter, const QRect& picture) {
    const int arm = picture.width() / 21;
    const QRectF aim =
        picture.adjusted(picture.width() / 12, picture.height() / 10, -picture.width() / 12, -picture.height() / 10);
    painter.setPen(QPen(Qt::white, std::max(2, picture.width() / 290), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    for (const auto& [corner, right, down] : {std::tuple{aim.topLeft(), 1, 1},
                                              {aim.topRight(), -1, 1},
                                              {aim.bottomRight(), -1, -1},
                                              {aim.bottomLeft(), 1, -1}})
        painter.drawPolyline(QPolygonF{{corner + QPointF(0, down * arm), corner, corner + QPointF(right * arm, 0)}});
}

void paintOutline(QPainter& painter, const QRect& picture, const Preview& preview) {
    if (!preview.outline || preview.frameSize.isEmpty())
        return;
    const double scale = double(picture.width()) / preview.frameSize.width();
    QPolygonF polygon;
    for (const auto& corner : *preview.outline) // the picture is a mirror image, the corners are not
        polygon << QPointF(picture.left() + (preview.frameSize.width() - corner.x) * scale,
                           picture.top() + corner.y * scale);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [colour, width] : {std::pair{QColor(Qt::black), 8.0}, {outlineGreen, 5.0}}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawPolygon(polygon);
    }
}

void paintAdvice(QPainter& painter, const QRect& picture, const QString& words, const QFont& body) {
    if (words.isEmpty())
        return;
    const QFont font = scaled(body, 17.0 / 15, true);
    const QFontMetrics metrics(font);
    const int em = metrics.height();
    const QRect text =
        metrics.boundingRect(picture.adjusted(em, 0, -em, 0), Qt::AlignHCenter | Qt::TextWordWrap, words);
    QRect place(0, 0, text.width() + 2 * em, text.height() + em * 3 / 4);
    place.moveCenter(picture.center());
    place.moveBottom(picture.bottom() - picture.height() / 38);
    painter.fillRect(place, band);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, words);
}

void paintNotice(QPainter& painter, const QRect& place, const Preview& preview, const QFont& body) {
    const int margin = place.width() / 10;
    const QRect text = place.adjusted(margin, 0, -margin, 0);
    painter.setPen(Qt::white);
    painter.setFont(scaled(body, 17.0 / 15, true));
    painter.drawText(text.adjusted(0, 0, 0, -place.height() / 2), Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap,
                     preview.notice);
    painter.setFont(scaled(body, 1, false));
    painter.drawText(text.adjusted(0, place.height() / 2 + QFontInfo(body).pixelSize() / 2, 0, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, preview.remedy);
}

} // namespace

void paintPreview(QPainter& painter, const QRect& place, const Preview& preview, const QFont& body) {
    painter.fillRect(place, ground);
    if (preview.picture.isNull()) {
        paintNotice(painter, place, preview, body); // advice about a picture that is not there would only confuse
        return;
    }
    const QRect picture = pictureRect(place, preview.picture.size());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture, preview.picture);
    paintAim(painter, picture);
    paintOutline(painter, picture, preview);
    paintAdvice(painter, picture, preview.advice, body);
}

} // namespace kmixr::ui
