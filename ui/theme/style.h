// Fusion with our own focus ring, check marks and radio dots: always visible, the same in every theme (UI.md §5, §11).
#pragma once

#include <QProxyStyle>

namespace kmixr::ui {

class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
};

/// The 2 px ring, just inside `outer`.
void paintFocusRing(QPainter& painter, const QRect& outer);

} // namespace kmixr::ui
