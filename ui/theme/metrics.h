// Sizes: all lengths that hold text are multiples of the body size, so that one factor scales the program (UI.md §2,
// §3).
#pragma once

#include <QFont>

namespace kmixr::ui {

enum class TextStep { Name, Title, Body, Small, Caption }; ///< 25 bold, 20 bold, 15, 13, 12 px at 100 %

struct Metrics {
    /// 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0
    static double factor();
    /// From 175 % on a screen of 1366×768 holds a third of what it holds at 100 %: bands and gaps become slim, what is
    /// beside the rows folds.
    static bool veryLarge() { return factor() >= 1.75; }
    static void setFactor(double factor); ///< re-applies the application font; GUI thread
    /// Pixels for a length given at 100 %.
    static int px(double at100);
    /// For bands and gaps round the text: `slim` once the text is very large, so that the rows keep their room.
    static int slimPx(double at100, double slim) { return px(veryLarge() ? slim : at100); }
    /// For what is large already: half as large again at 100 %, and as everything else from 150 % on.
    static int largePx(double at100);
    static QFont font(TextStep step, bool bold = false);
};

} // namespace kmixr::ui
