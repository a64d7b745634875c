// The one icon engine: SVG with currentColor -> pixmap in the colour asked for, at the screen's own resolution.
#include "ui/marks/marks.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QSvgRenderer>

namespace kmixr::ui {

namespace {

constexpr int pictureSize = 48; ///< from here on an icon stands alone as a picture and is drawn with a finer line

const QByteArray& source(const QString& name) {
    static QHash<QString, QByteArray> read; // GUI thread only, forty small files
    auto found = read.constFind(name);
    if (found == read.constEnd()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        found = read.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

} // namespace

bool Marks::hasIcon(const QString& name) {
    return !source(name).isEmpty();
}

QPixmap Marks::icon(const QString& name, int size, const QColor& colour) {
    static QHash<QString, QPixmap> drawn; // names × sizes × colours in use: some hundred at most
    const double ratio = qGuiApp->devicePixelRatio();
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(name).arg(size).arg(colour.rgba(), 0, 16).arg(ratio);
    const auto found = drawn.constFind(key);
    if (found != drawn.constEnd())
        return *found;
    const int side = static_cast<int>(std::lround(size * ratio));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QByteArray svg = source(name);
    if (!svg.isEmpty()) {
        svg.replace("currentColor", colour.name().toLatin1());
        if (size >= pictureSize) {
            svg.replace("stroke-width=\"1.6\"", "stroke-width=\"0.6\"");
        }
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(0, 0, side, side));
    }
    pixmap.setDevicePixelRatio(ratio);
    drawn.insert(key, pixmap);
    return pixmap;
}

} // namespace kmixr::ui
