// Right end of the app bar and of the patient banner: on-line or not, and one more line.
#pragma once

#include <QPainter>
#include <QString>

namespace kmixr::ui {

struct Corner {
    bool online = true;
    QString second;

    /// Paints into the right end of `at`; returns the width it took.
    int paint(QPainter& painter, const QRect& at) const;
    [[nodiscard]] int firstWidth() const; ///< of the first line: online or not
    [[nodiscard]] int width() const;
    [[nodiscard]] QString word() const; ///< オンライン / オフライン
};

/// Ground of the band, with the white rule that high contrast needs (UI.md §1).
void paintBannerGround(QPainter& painter, const QRect& at);

} // namespace kmixr::ui
