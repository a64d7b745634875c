#include "ui/theme/metrics.h"

#include "ui/theme/roles.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace kmixr::ui {

namespace {
double& factorInForce() {
    static double factor = 1.0;
    return factor;
}
} // namespace

double Metrics::factor() {
    return factorInForce();
}

void Metrics::setFactor(double factor) {
    factor = std::clamp(factor, 0.9, 2.0);
    if (factor == factorInForce())
        return;
    factorInForce() = factor;
    applyTheme(currentTheme());
}

int Metrics::largePx(double at100) {
    constexpr double large = 1.5;
    return px(at100 * std::max(1.0, large / factor()));
}

int Metrics::px(double at100) {
    return static_cast<int>(std::lround(at100 * factor()));
}

QFont Metrics::font(TextStep step, bool bold) {
    const auto size = [step] {
        switch (step) {
        case TextStep::Name:
            return veryLarge() ? 20 : 25; // large already: it would push away what is below
        case TextStep::Title:
            return 20;
        case TextStep::Body:
            return 15;
        case TextStep::Small:
            return 13;
        case TextStep::Caption:
            break;
        }
        return 12;
    }();
    QFont font;
    font.setFamilies({QStringLiteral("BIZ UDPGothic"), QStringLiteral("Noto Sans CJK JP")});
    font.setPixelSize(px(size));
    font.setBold(bold || step == TextStep::Name || step == TextStep::Title);
    return font;
}

} // namespace kmixr::ui
