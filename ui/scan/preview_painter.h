// Paints the camera's picture with what lies over it: the frame to aim at, the symbol's outline, the words.
#pragma once

#include "core/qr/symbol_reader.h"

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QString>

#include <array>
#include <optional>

namespace kmixr::ui {

/// Everything the preview shows at one moment.
struct Preview {
    QImage picture;  ///< mirrored; null = no picture, `notice` stands in its place
    QSize frameSize; ///< of the frame the outline's corners belong to
    std::optional<std::array<qr::Point, 4>> outline;
    QString advice; ///< at the foot of the picture
    QString notice; ///< what is wrong with the camera
    QString remedy; ///< and what to do
};

/// Colours over a moving picture are fixed: they do not follow the theme, because the picture does not.
void paintPreview(QPainter& painter, const QRect& place, const Preview& preview, const QFont& body);

} // namespace kmixr::ui
